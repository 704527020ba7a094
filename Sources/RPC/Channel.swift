package import Protobuf

/// A client's way to a service: HTTP/2 connections to one or several servers, made when the first
/// call needs them and made again when they are lost.
///
/// Of several servers, and of the several addresses a name may have, each that can be reached gets
/// its share of the calls in turn; one that cannot is left out until it can. Any task may call. A
/// failed call throws `Status`; when the calling task is cancelled, so is the call, and it throws
/// `CancellationError`. Close it before its loops are shut down.
package final class Channel: Sendable {
  private let switchboard: Switchboard

  /// `metadata` goes with every call; `retry` says when one is sent again, unless its options do.
  /// Calls go over TLS when `tls` is given.
  package convenience init(
    to targets: [ListenAddress], loops: EventLoops, tls: ClientTLS? = nil,
    metadata: Metadata = Metadata(), limits: ChannelLimits = ChannelLimits(),
    retry: RetryPolicy? = nil
  ) {
    self.init(
      to: targets, loops: loops, tls: tls, metadata: metadata, limits: limits, retry: retry,
      means: .system)
  }

  package convenience init(
    to target: ListenAddress, loops: EventLoops, tls: ClientTLS? = nil,
    metadata: Metadata = Metadata(), limits: ChannelLimits = ChannelLimits(),
    retry: RetryPolicy? = nil
  ) {
    self.init(
      to: [target], loops: loops, tls: tls, metadata: metadata, limits: limits, retry: retry)
  }

  /// `host:port` or `unix:/path`; anything else is a bug of the caller, who asks
  /// `ListenAddress(parsing:)` about what an operator wrote.
  package convenience init(
    to target: String, loops: EventLoops, tls: ClientTLS? = nil,
    metadata: Metadata = Metadata(), limits: ChannelLimits = ChannelLimits(),
    retry: RetryPolicy? = nil
  ) {
    guard let address = ListenAddress(parsing: target) else {
      preconditionFailure("\(target) is no address")
    }
    self.init(
      to: [address], loops: loops, tls: tls, metadata: metadata, limits: limits, retry: retry)
  }

  init(
    to targets: [ListenAddress], loops: EventLoops, tls: ClientTLS? = nil,
    metadata: Metadata = Metadata(), limits: ChannelLimits = ChannelLimits(),
    retry: RetryPolicy? = nil, means: ChannelMeans
  ) {
    switchboard = Switchboard(
      targets, loops.nextExecutor(), tls: tls, metadata: metadata, limits: limits, retry: retry,
      means: means)
  }

  /// The loop that carries its calls: a task that prefers it makes them without changing thread.
  package var executor: LoopExecutor { switchboard.executor }

  /// Lets the calls that run finish, and takes no more.
  package func close() async {
    await switchboard.close()
  }

  // MARK: The four shapes

  package func unary<Request: Message, Reply: Message>(
    _ method: MethodDescriptor, _ request: Request, _ options: CallOptions
  ) async throws -> Reply {
    let call = ClientCall(method, options, switchboard)
    return try await withTaskCancellationHandler {
      call.start(only: request.frame(options.compression))
      return try await onlyReply(call)
    } onCancel: {
      call.cancel()
    }
  }

  package func clientStream<Request: Message, Reply: Message>(
    _ method: MethodDescriptor, _ options: CallOptions,
    _ send: (RequestWriter<Request>) async throws -> Void
  ) async throws -> Reply {
    let call = ClientCall(method, options, switchboard)
    return try await withTaskCancellationHandler {
      call.start()
      do {
        try await send(RequestWriter(call: call))
      } catch {
        // If the call is over already, its end says more than what it made the sender throw.
        call.cancel()
        do { return try await onlyReply(call) } catch is CancellationError { throw error }
      }
      call.endRequests()
      return try await onlyReply(call)
    } onCancel: {
      call.cancel()
    }
  }

  package func serverStream<Request: Message, Reply: Message>(
    _ method: MethodDescriptor, _ request: Request, _ options: CallOptions
  ) -> ReplySequence<Reply> {
    let call = ClientCall(method, options, switchboard)
    call.start(only: request.frame(options.compression))
    return ReplySequence(call: call, limits: switchboard.limits.unpack)
  }

  package func bidirectional<Request: Message, Reply: Message, Result>(
    _ method: MethodDescriptor, _ options: CallOptions,
    _ body: (RequestWriter<Request>, ReplySequence<Reply>) async throws -> Result
  ) async throws -> Result {
    let call = ClientCall(method, options, switchboard)
    return try await withTaskCancellationHandler {
      call.start()
      // What the body has not read when it returns, nobody will.
      defer { call.cancel() }
      return try await body(
        RequestWriter(call: call), ReplySequence(call: call, limits: switchboard.limits.unpack))
    } onCancel: {
      call.cancel()
    }
  }

  private func onlyReply<Reply: Message>(_ call: ClientCall) async throws -> Reply {
    guard let bytes = try await nextReply(call) else {
      throw Status(.unimplemented, "The server sent no reply.")
    }
    guard try await nextReply(call) == nil else {
      call.cancel()
      throw Status(.unimplemented, "The server sent more than one reply.")
    }
    do {
      return try Reply(unpacking: bytes, limits: switchboard.limits.unpack)
    } catch {
      throw Status(.internal, "The reply cannot be read: \(error)")
    }
  }

  /// A reply that cannot be expanded ends the call.
  private func nextReply(_ call: ClientCall) async throws -> [UInt8]? {
    do {
      return try await call.replies.next()
    } catch {
      call.cancel()
      throw error
    }
  }
}
