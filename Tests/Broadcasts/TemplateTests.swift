@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Variables in contents", .timeLimit(.minutes(5)))
struct TemplateTests {
  private func mistake(_ text: String, _ chatType: Broadcast.ChatType = .single) -> InvalidField? {
    do {
      try Content(text: text).checkVariables(field: "content", chatType: chatType)
      return nil
    } catch {
      return error
    }
  }

  @Test("An unknown variable is refused by its name, and so is one that is not closed")
  func unknown() {
    #expect(mistake("{{customer.name}} {{customer.name|您}}, {{member.userid}}") == nil)
    let unknown = mistake("您好 {{customer.nmae}}")
    #expect(unknown?.reason == "UNKNOWN_VARIABLE")
    #expect(unknown?.name == "content.text")
    #expect(unknown?.message.contains("customer.nmae") == true)
    #expect(mistake("{{}}")?.reason == "UNKNOWN_VARIABLE")
    #expect(mistake("{{customer.name")?.reason == "UNCLOSED_VARIABLE")
    #expect(mistake("{{customer.name}}", .group)?.reason == "UNKNOWN_VARIABLE")
    #expect(mistake("{{group.chat_id}}", .group) == nil)
    #expect(mistake("{ { } } }} {x}") == nil)
    let link = Content(attachments: [
      .link(title: "t", picURL: "", desc: "", url: "https://x/{{nobody}}")
    ])
    #expect(throws: InvalidField.self) {
      try link.checkVariables(field: "content", chatType: .single)
    }
  }

  @Test("Values are filled in, percent-encoded in addresses, and left out where they do not fit")
  func filled() {
    let content = Content(
      text: "{{customer.name|您}}好",
      attachments: [
        .link(
          title: "给{{customer.name|您}}", picURL: "", desc: "",
          url: "https://x/?n={{customer.name}}&m={{member.userid}}"),
        .image(mediaID: "m", picURL: ""),
      ])
    #expect(content.variables == [.customerName, .memberUserid])
    #expect(
      content.filled([.customerName: "张 三", .memberUserid: "ann"], policies: Policies())
        == Content(
          text: "张 三好",
          attachments: [
            .link(
              title: "给张 三", picURL: "", desc: "",
              url: "https://x/?n=%E5%BC%A0%20%E4%B8%89&m=ann"),
            .image(mediaID: "m", picURL: ""),
          ]))
    let long = String(repeating: "长", count: 64)
    #expect(
      content.filled([.customerName: long], policies: Policies()).attachments.first
        == .link(
          title: "给您", picURL: "", desc: "",
          url: "https://x/?n=" + String(repeating: "%E9%95%BF", count: 64) + "&m="))
    #expect(content.filled([:], policies: Policies()).text == "您好")
    #expect(Content(text: "x").templateBytes == 0)
    #expect(content.templateBytes > 3 * Template.valueBytes)
  }

  @Test("A lease brings each recipient his own content, and an answer never grows too long")
  func leased() async throws {
    try await withChain { chain in
      let planned = try await chain.confirmed(
        .init(
          name: "果粉日", content: .init(text: "{{customer.name|您}}，{{broadcast.name}}"),
          audience: .init(userids: ["ann", "bob"])))
      let plain = try await chain.confirmed(.init(sender: "cid", content: .init(text: "x")))
      let reply = try await chain.deliveries.leaseDeliveries(
        .init(channelID: "app", requestID: "r-1"))
      #expect(reply.deliveries.count == 6)
      for delivery in reply.deliveries {
        #expect(
          delivery.content?.text
            == (delivery.msgid == plain.msgid ? nil : "\(delivery.recipientID)，果粉日"))
      }
      #expect(
        reply.contents.first { $0.msgid == planned.msgid }?.content?.text
          == "{{customer.name|您}}，{{broadcast.name}}")
      #expect(
        try await chain.deliveries.leaseDeliveries(.init(channelID: "app", requestID: "r-1"))
          == reply)
    }
    var allowance = LeaseAllowance(maxCount: 1000)
    let source = LeaseSource(
      broadcast: 1, msgid: "m", chatType: .single, createTime: Instant(seconds: 0), variants: 0,
      templateBytes: 24 * 1024)
    #expect(allowance.room(for: source) == 85)
    for recipient in 0..<85 {
      allowance.take(
        LeasedDelivery(
          key: DeliveryKey(broadcast: 1, recipient: Int64(recipient)), source: source,
          counterKey: CounterKey(broadcast: 1, member: 1), userid: "ann", recipientID: "wm"))
    }
    #expect(!allowance.allows(source))
    #expect(allowance.left == 915)
  }

  @Test("A creation with an unknown variable is refused")
  func created() async throws {
    try await withChain { chain in
      await expectFailure(
        .invalidArgument, "UNKNOWN_VARIABLE", field: "broadcast.content.text", errcode: 40058
      ) {
        try await chain.create(.init(sender: "ann", content: .init(text: "{{customer.phone}}")))
      }
    }
  }
}
