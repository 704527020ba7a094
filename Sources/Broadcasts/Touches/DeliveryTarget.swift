import ServiceKit
import Store

/// Which delivery a call is about: by a link code, or by a broadcast and a recipient.
struct DeliveryTarget: Sendable, Equatable {
  let linkCode: String
  let msgid: String
  /// An external_userid or a chat_id, or empty.
  let recipientID: String

  /// `field` is what the fields' names begin with, such as "touches.".
  func delivery(field: String, _ secret: String, in reader: Reader) throws -> Delivery {
    if !linkCode.isEmpty {
      guard msgid.isEmpty, recipientID.isEmpty else { throw TouchFailure.targetTwice }
      guard let code = LinkCode(linkCode, secret: secret),
        let delivery = try DeliveryTable.find(code.key, in: reader)
      else { throw TouchFailure.codeUnknown(linkCode) }
      return delivery
    }
    try Shape.id(msgid, field: "\(field)msgid", errcode: 41046)
    try Shape.id(recipientID, field: "\(field)recipient", errcode: 40096)
    let broadcast = try BroadcastTable.require(msgid, in: reader)
    let found = try DeliveryTable.find(
      broadcast: broadcast.key, recipientID: recipientID, in: reader)
    guard let delivery = found else {
      throw ConversionFailure.notRecipient(msgid: msgid, recipientID: recipientID)
    }
    return delivery
  }
}
