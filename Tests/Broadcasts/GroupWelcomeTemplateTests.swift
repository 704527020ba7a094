import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("GroupWelcomeTemplateService", .timeLimit(.minutes(5)))
struct GroupWelcomeTemplateTests {
  private func templates(
    _ service: RunningService
  ) -> BroadcastsV1.GroupWelcomeTemplateServiceClient { .init(service.channel) }

  private func options(app: String) -> CallOptions {
    var metadata = Metadata()
    metadata.append("siyu-app", app)
    return CallOptions(metadata: metadata)
  }

  @Test("A template is created, changed, listed and deleted, each told once")
  func life() async throws {
    try await withService(BroadcastsService.self) { service in
      let templates = templates(service)
      let asked = BroadcastsV1.GroupWelcomeTemplate(
        text: "欢迎%NICKNAME%", attachment: .init(body: .image(.init(mediaID: "m1"))),
        isSilent: true)
      let create = BroadcastsV1.CreateGroupWelcomeTemplateRequest(
        groupWelcomeTemplate: asked, requestID: "r-1")
      let created = try await templates.createGroupWelcomeTemplate(create)
      #expect(try await templates.createGroupWelcomeTemplate(create) == created)
      #expect(
        (created.text, created.attachment, created.isSilent) == (asked.text, asked.attachment, true)
      )
      let get = BroadcastsV1.GetGroupWelcomeTemplateRequest(templateID: created.templateID)
      #expect(try await templates.getGroupWelcomeTemplate(get) == created)
      let noText = try await templates.updateGroupWelcomeTemplate(
        .init(
          groupWelcomeTemplate: .init(templateID: created.templateID),
          updateMask: .init(paths: ["text"])))
      #expect((noText.text, noText.attachment) == ("", asked.attachment))
      // The whole is overwritten, as WeCom's edit does.
      let overwritten = try await templates.updateGroupWelcomeTemplate(
        .init(
          groupWelcomeTemplate: .init(templateID: created.templateID, text: "你好"),
          updateMask: .init(paths: ["*"])))
      #expect((overwritten.text, overwritten.attachment, overwritten.isSilent) == ("你好", nil, true))
      let second = try await templates.createGroupWelcomeTemplate(
        .init(groupWelcomeTemplate: .init(text: "二")))
      let page = try await templates.listGroupWelcomeTemplates(.init(pageSize: 1))
      #expect(page.groupWelcomeTemplates == [second])
      #expect(
        try await templates.listGroupWelcomeTemplates(
          .init(pageSize: 1, pageToken: page.nextPageToken)
        ).groupWelcomeTemplates == [overwritten])
      _ = try await templates.deleteGroupWelcomeTemplate(.init(templateID: created.templateID))
      await expectFailure(
        .notFound, "GROUP_WELCOME_TEMPLATE_NOT_FOUND", field: "template_id"
      ) {
        try await templates.getGroupWelcomeTemplate(get)
      }
      let events = try await firstChanges(
        5, of: BroadcastsV1.ChangeServiceClient(service.channel).watchChanges(.init())
      ).map(\.event)
      #expect(
        events == [
          .groupWelcomeTemplateCreated(created), .groupWelcomeTemplateUpdated(noText),
          .groupWelcomeTemplateUpdated(overwritten), .groupWelcomeTemplateCreated(second),
          .groupWelcomeTemplateDeleted(overwritten),
        ])
    }
  }

  @Test("Only the app that created a template may change it")
  func creator() async throws {
    try await withService(BroadcastsService.self) { service in
      let templates = templates(service)
      let made = try await templates.createGroupWelcomeTemplate(
        .init(groupWelcomeTemplate: .init(text: "x")), options: options(app: "crm"))
      #expect(made.app == "crm")
      await expectFailure(.permissionDenied, "NOT_THE_CREATOR", errcode: 41058) {
        try await templates.updateGroupWelcomeTemplate(
          .init(groupWelcomeTemplate: .init(templateID: made.templateID, text: "y")))
      }
      await expectFailure(.permissionDenied, "NOT_THE_CREATOR", errcode: 41058) {
        try await templates.deleteGroupWelcomeTemplate(.init(templateID: made.templateID))
      }
      _ = try await templates.deleteGroupWelcomeTemplate(
        .init(templateID: made.templateID), options: options(app: "crm"))
    }
  }

  @Test("What is wrong with a template is named, and the 101st is one too many")
  func refused() async throws {
    try await withService(BroadcastsService.self) { service in
      let templates = templates(service)
      let long = String(repeating: "长", count: 1000)
      let wrong: [(BroadcastsV1.GroupWelcomeTemplate?, String, String, Int?)] = [
        (nil, "REQUIRED", "group_welcome_template", nil),
        (.init(), "CONTENT_EMPTY", "group_welcome_template", 40058),
        (.init(text: long + "x"), "TOO_LONG", "group_welcome_template.text", 45002),
        (
          .init(text: "x", attachment: .init()), "UNKNOWN_ATTACHMENT",
          "group_welcome_template.attachment", 41065
        ),
        (
          .init(attachment: .init(body: .file(.init()))), "REQUIRED",
          "group_welcome_template.attachment.file.media_id", 41006
        ),
      ]
      for (template, reason, field, errcode) in wrong {
        await expectFailure(.invalidArgument, reason, field: field, errcode: errcode) {
          try await templates.createGroupWelcomeTemplate(.init(groupWelcomeTemplate: template))
        }
      }
      let first = try await templates.createGroupWelcomeTemplate(
        .init(groupWelcomeTemplate: .init(text: long)))
      await expectFailure(
        .invalidArgument, "CONTENT_EMPTY", field: "group_welcome_template", errcode: 40058
      ) {
        try await templates.updateGroupWelcomeTemplate(
          .init(
            groupWelcomeTemplate: .init(templateID: first.templateID),
            updateMask: .init(paths: ["*"])))
      }
      for number in 1..<100 {
        _ = try await templates.createGroupWelcomeTemplate(
          .init(groupWelcomeTemplate: .init(text: "\(number)")))
      }
      await expectFailure(
        .resourceExhausted, "TOO_MANY_GROUP_WELCOME_TEMPLATES", errcode: 41055
      ) {
        try await templates.createGroupWelcomeTemplate(
          .init(groupWelcomeTemplate: .init(text: "x")))
      }
      await expectFailure(
        .notFound, "GROUP_WELCOME_TEMPLATE_NOT_FOUND",
        field: "group_welcome_template.template_id"
      ) {
        try await templates.updateGroupWelcomeTemplate(
          .init(groupWelcomeTemplate: .init(templateID: "gw0", text: "x")))
      }
    }
  }
}
