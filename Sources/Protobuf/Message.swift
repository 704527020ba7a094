/// A protobuf message as a Swift value.
///
/// Only generated code conforms: it states the fields, and copies them from and to the C structs of
/// protobuf-c; all else is here. A value owns its strings and arrays, so it may go anywhere.
/// Fields that the proto does not know are dropped when a message is read.
@usableFromInline
package protocol Message: Sendable, Hashable {
  init()

  /// The name in the proto, with its package: `siyu.customers.v1.Tag`.
  static var fullName: String { get }

  /// How protobuf-c sees the message.
  static var layout: MessageLayout { get }

  /// Copies the fields out of the C form. Generated; called by `MessageReader` only.
  init(reading source: RawMessage, _ reader: inout MessageReader)

  /// Copies the fields into the C form, which is zeroed. Generated; called by `MessageWriter` only.
  func write(to target: RawMessage, _ writer: MessageWriter)
}

extension Message {
  /// Reads a message from its wire form.
  ///
  /// `bytes` need live during the call only. What the proto allows but a service must refuse (empty
  /// ids, unknown enum numbers, lengths) is the caller's to check. See `UnpackError` for the rest.
  @inlinable
  package init(
    unpacking bytes: UnsafeRawBufferPointer, limits: UnpackLimits = .standard
  ) throws(UnpackError) {
    guard bytes.count > 0 else {
      self.init()
      return
    }
    let layout = Self.layout
    guard try WireWalk.check(bytes, against: layout, limits: limits) else {
      self = try Self(mending: bytes, limits)
      return
    }
    let arena = Arena.current
    let mark = arena.mark(budgetBytes: limits.memoryBytes)
    defer { arena.release(to: mark) }
    let source = try arena.unpack(bytes, as: layout)
    var reader = MessageReader()
    self.init(reading: source, &reader)
    if let failure = reader.failure { throw failure }
  }

  /// Reads what protobuf-c cannot be given as it is.
  @usableFromInline
  init(mending bytes: UnsafeRawBufferPointer, _ limits: UnpackLimits) throws(UnpackError) {
    self = try Self(
      unpacking: WireMending.mend(bytes, of: Self.layout, limits: limits), limits: limits)
  }

  @inlinable
  package init(unpacking bytes: [UInt8], limits: UnpackLimits = .standard) throws(UnpackError) {
    self = try bytes.withUnsafeBufferPointer { buffer throws(UnpackError) in
      try Self(unpacking: UnsafeRawBufferPointer(buffer), limits: limits)
    }
  }

  /// Lends the message in a form that knows its size and can be written anywhere, once or more.
  ///
  /// The body must not keep the form; it may pack other messages meanwhile.
  @inlinable
  package func pack<Result, Failure: Error>(
    _ body: (borrowing PackableForm) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let arena = Arena.current
    let mark = arena.mark(budgetBytes: .max)
    defer { arena.release(to: mark) }
    let target = arena.message(Self.layout)
    write(to: target, MessageWriter(arena: arena))
    return try body(PackableForm(target))
  }

  /// The wire form. Equal messages give equal bytes: map entries are sorted by key.
  @inlinable
  package func packed() -> [UInt8] {
    pack { form in
      [UInt8](unsafeUninitializedCapacity: form.size) { buffer, count in
        count = form.write(to: UnsafeMutableRawBufferPointer(buffer))
      }
    }
  }

  /// How many bytes `packed` gives. Costs nearly as much as packing: prefer `pack`, which gives both.
  @inlinable
  package var packedSize: Int {
    pack { form in form.size }
  }
}

/// A request that changes something, and so carries the id that makes a repetition harmless.
@usableFromInline
package protocol MutatingRequest: Message {
  var requestID: String { get }
}

/// A request for one page of a list.
@usableFromInline
package protocol PagedRequest: Message {
  var pageSize: Int32 { get set }
  var pageToken: String { get set }
}
