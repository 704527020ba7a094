import Testing

@testable import RPC

@Suite struct ConnectionAdmissionTests {
  private static func admission(
    _ connections: Int, perAddress: Int
  ) -> ConnectionAdmission {
    var limits = ServerLimits()
    limits.connections = connections
    limits.connectionsPerAddress = perAddress
    return ConnectionAdmission(limits)
  }

  @Test("An address has its own bound, below that of all")
  func bounds() {
    var admission = Self.admission(3, perAddress: 2)
    #expect(admission.admit(host: "10.0.0.1") == nil)
    #expect(admission.admit(host: "10.0.0.1") == nil)
    #expect(admission.admit(host: "10.0.0.1") == .tooMany)
    #expect(admission.admit(host: "10.0.0.2") == nil)
    #expect(admission.admit(host: "10.0.0.3") == .tooMany)
    admission.leave(host: "10.0.0.1")
    #expect(admission.admit(host: "10.0.0.3") == nil)
    #expect(admission.count == 3)
    for host in ["10.0.0.1", "10.0.0.2", "10.0.0.3"] { admission.leave(host: host) }
    #expect(admission.count == 0)
  }

  @Test("Who comes through a Unix socket has no address, and counts in all")
  func unixSockets() {
    var admission = Self.admission(2, perAddress: 1)
    #expect(admission.admit(host: nil) == nil)
    #expect(admission.admit(host: nil) == nil)
    #expect(admission.admit(host: nil) == .tooMany)
    admission.leave(host: nil)
    admission.leave(host: nil)
  }

  @Test("Nobody is admitted during a drain")
  func draining() {
    var admission = Self.admission(2, perAddress: 2)
    admission.drain()
    #expect(admission.admit(host: nil) == .draining)
    #expect(admission.count == 0)
  }

  @Test("The last descriptors are for others")
  func descriptors() {
    var limits = ServerLimits()
    limits.reservedDescriptors = .max / 2
    var admission = ConnectionAdmission(limits)
    #expect(admission.admit(host: nil) == .tooMany)
    #expect(admission.count == 0)
  }
}
