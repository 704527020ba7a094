import Testing

@testable import Store

@Suite("What a write has to wait for")
struct WriteForecastTests {
  @Test("Nothing is foreseen before the first batch, or with nobody ahead")
  func unknown() {
    var forecast = WriteForecast()
    #expect(forecast.least(bodiesAhead: 1000) == .zero)
    forecast.note(bodies: 1, running: .seconds(5), committing: .seconds(5))
    #expect(forecast.least(bodiesAhead: 0) == .zero)
  }

  @Test("The bodies ahead count one by one, their commit once")
  func sum() {
    var forecast = WriteForecast()
    forecast.note(bodies: 10, running: .milliseconds(20), committing: .milliseconds(5))
    #expect(forecast.least(bodiesAhead: 1) == .milliseconds(7))
    #expect(forecast.least(bodiesAhead: 100) == .milliseconds(205))
    forecast.note(bodies: 0, running: .zero, committing: .zero)
    #expect(forecast.least(bodiesAhead: 100) == .milliseconds(205))
  }

  @Test("The fastest of the last eight batches decides, and older ones are forgotten")
  func fastest() {
    var forecast = WriteForecast()
    forecast.note(bodies: 1, running: .milliseconds(1), committing: .milliseconds(9))
    for _ in 0..<7 {
      forecast.note(bodies: 1, running: .milliseconds(4), committing: .milliseconds(2))
    }
    #expect(forecast.least(bodiesAhead: 10) == .milliseconds(12))
    forecast.note(bodies: 1, running: .milliseconds(4), committing: .milliseconds(2))
    #expect(forecast.least(bodiesAhead: 10) == .milliseconds(42))
  }
}
