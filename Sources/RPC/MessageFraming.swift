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
  /// The message with its prefix, as it goes over the wire.
  func frame() -> [UInt8] {
    pack { form in
      let count = MessageFrame.prefixBytes + form.size
      return [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
        MessageFrame.write(form, to: UnsafeMutableRawBufferPointer(buffer))
        written = count
      }
    }
  }
}

extension MessageFrame {
  /// Writes the prefix and the message.
  static func write(_ form: borrowing PackableForm, to buffer: UnsafeMutableRawBufferPointer) {
    writePrefix(form.size, to: buffer)
    form.write(to: UnsafeMutableRawBufferPointer(rebasing: buffer.dropFirst(prefixBytes)))
  }
}
