import Metrics
import RPC

/// Counts, logs and traces the calls of one method. What it needs for a call is made beforehand.
final class MethodSight: MethodWatch {
  private let method: MethodDescriptor
  private let name: String
  private let sight: ServiceSight
  private let tracer: Tracer?
  private let started: Counter
  private let handled: EndedCalls
  private let handling: Timer
  private let receivedMessages: Counter
  private let sentMessages: Counter

  init(_ method: MethodDescriptor, _ sight: ServiceSight) {
    self.method = method
    self.sight = sight
    name = method.spanName
    // Who asks for our health, every second, is not worth a trace.
    tracer = method.right == .open ? nil : sight.tracer
    let scope = sight.scope
    started = scope.counter(.serverStarted, method.labels)
    handled = EndedCalls(.serverHandled, scope, method.labels)
    handling = scope.timer(.serverHandling, method.labels)
    receivedMessages = scope.counter(.serverReceived, method.labels)
    sentMessages = scope.counter(.serverSent, method.labels)
  }

  func began(_ call: Call) {
    started.increment()
    guard let tracer else { return }
    let parent = call.hasTraceparent ? TraceContext(call.metadata) : nil
    call.note = tracer.begin(.server, name, in: parent)
  }

  func received(_ call: Call) { receivedMessages.increment() }

  func sent(_ call: Call) { sentMessages.increment() }

  func ended(_ call: Call, _ status: Status) {
    let nanoseconds = call.elapsedNanoseconds
    handled.count(status.code)
    handling.recordNanoseconds(nanoseconds)
    if let span = call.note as? RunningSpan {
      sight.end(
        span, method, status.code, requestID: call.requestID, corp: call.knownPrincipal?.corp)
    }
    sight.callLog.tell(call, status, nanoseconds: nanoseconds)
  }
}

extension ServiceSight {
  /// Ends the span of a call, answered or made.
  func end(
    _ span: RunningSpan, _ method: MethodDescriptor, _ code: StatusCode, requestID: String?,
    corp: String?
  ) {
    var attributes: [(name: String, value: Span.Value)] = [
      ("rpc.system", .text("grpc")), ("rpc.service", .text(method.service)),
      ("rpc.method", .text(method.name)), ("rpc.grpc.status_code", .number(Int64(code.rawValue))),
    ]
    if let requestID { attributes.append(("siyu.request_id", .text(requestID))) }
    if let corp { attributes.append(("siyu.corp", .text(corp))) }
    // A caller's mistake is an error of the caller's span and not of the server's; who has read
    // enough of a stream cancels it.
    let isError = span.kind == .server ? code.isFault : code != .ok && code != .cancelled
    tracer?.end(
      span, service: service, attributes: attributes, error: isError ? code.name : nil)
  }
}
