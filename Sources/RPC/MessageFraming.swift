import HTTP2
import Protobuf

extension Session {
  /// Queues a message, packed where it will be sent from.
  func send(_ stream: StreamHandle, message: some Message) {
    message.pack { form in send(stream, form) }
  }

  func send(_ stream: StreamHandle, _ form: borrowing PackableForm) {
    _ = send(stream, count: MessageFrame.prefixBytes + form.size) { buffer in
      MessageFrame.write(form, to: buffer)
    }
  }

  /// Queues a message that has its prefix already.
  func send(_ stream: StreamHandle, _ frame: [UInt8]) {
    send(stream, count: frame.count) { buffer in buffer.copyBytes(from: frame) }
  }
}

extension Message {
  /// The message with its prefix, as it goes over the wire: compressed where that makes it shorter.
  func frame(_ compression: Compression? = nil) -> [UInt8] {
    pack { MessageFrame.bytes($0, compression) }
  }
}

extension MessageFrame {
  /// Writes the prefix and the message.
  static func write(_ form: borrowing PackableForm, to buffer: UnsafeMutableRawBufferPointer) {
    writePrefix(form.size, to: buffer)
    form.write(to: UnsafeMutableRawBufferPointer(rebasing: buffer.dropFirst(prefixBytes)))
  }

  /// The prefix and the message, compressed where that makes it shorter.
  static func bytes(_ form: borrowing PackableForm, _ compression: Compression?) -> [UInt8] {
    let count = prefixBytes + form.size
    let plain = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      write(form, to: UnsafeMutableRawBufferPointer(buffer))
      written = count
    }
    guard let compression else { return plain }
    return plain.withUnsafeBytes { bytes in
      let message = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(prefixBytes))
      guard let compressed = compression.compress(message) else { return plain }
      var frame = [UInt8](repeating: 0, count: prefixBytes)
      frame.withUnsafeMutableBytes {
        writePrefix(compressed.count, isCompressed: true, to: $0)
      }
      return frame + compressed
    }
  }
}
