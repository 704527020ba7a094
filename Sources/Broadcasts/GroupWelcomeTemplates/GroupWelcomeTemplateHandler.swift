import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.GroupWelcomeTemplateService`.
struct GroupWelcomeTemplateHandler: BroadcastsV1.GroupWelcomeTemplateServiceProtocol {
  let context: BroadcastsContext

  func createGroupWelcomeTemplate(
    _ request: BroadcastsV1.CreateGroupWelcomeTemplateRequest, _ call: Call
  ) async throws -> BroadcastsV1.GroupWelcomeTemplate {
    let asked = try Shape.required(
      request.groupWelcomeTemplate, field: "group_welcome_template")
    let now = context.clock.now
    let template = GroupWelcomeTemplate(
      id: PublicID.make("gw"), text: asked.text, attachment: try Self.attachment(asked),
      isSilent: asked.isSilent, app: call.principal.app, createTime: now, updateTime: now)
    let policies = context.policies
    try template.checkShape(policies: policies)
    return try await context.mutate(request, call) { mutation in
      try GroupWelcomeTemplate.checkRoom(
        besides: GroupWelcomeTemplateTable.count(in: mutation.writer), policies: policies)
      try GroupWelcomeTemplateTable.insert(template, in: mutation.writer)
      try mutation.emit(.groupWelcomeTemplateCreated(template.message))
      return template.message
    }
  }

  func getGroupWelcomeTemplate(
    _ request: BroadcastsV1.GetGroupWelcomeTemplateRequest, _ call: Call
  ) async throws -> BroadcastsV1.GroupWelcomeTemplate {
    try GroupWelcomeTemplate.checkID(request.templateID, field: "template_id")
    return try context.read(call) {
      try GroupWelcomeTemplateTable.require(request.templateID, field: "template_id", in: $0)
        .message
    }
  }

  func listGroupWelcomeTemplates(
    _ request: BroadcastsV1.ListGroupWelcomeTemplatesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListGroupWelcomeTemplatesResponse {
    let page = try Page(request)
    let found = try context.read(call) {
      try GroupWelcomeTemplateTable.list(
        before: page.after.first?.int ?? .max, limit: page.size + 1, in: $0)
    }
    let (templates, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(
      groupWelcomeTemplates: templates.map(\.message), nextPageToken: nextPageToken)
  }

  func updateGroupWelcomeTemplate(
    _ request: BroadcastsV1.UpdateGroupWelcomeTemplateRequest, _ call: Call
  ) async throws -> BroadcastsV1.GroupWelcomeTemplate {
    let asked = try Shape.required(
      request.groupWelcomeTemplate, field: "group_welcome_template")
    let field = "group_welcome_template.template_id"
    try GroupWelcomeTemplate.checkID(asked.templateID, field: field)
    let mask = try UpdateMask(request.updateMask, allowed: ["text", "attachment"])
    let text = mask.value("text", asked.text, empty: "")
    let attachment = mask.value("attachment", try Self.attachment(asked), empty: nil)
    let policies = context.policies
    let app = call.principal.app
    return try await context.mutate(request, call) { mutation in
      var template = try GroupWelcomeTemplateTable.require(
        asked.templateID, field: field, in: mutation.writer)
      try template.checkCreator(app)
      let before = template
      if let text { template.text = text }
      if let attachment { template.attachment = attachment }
      try template.checkShape(policies: policies)
      guard template != before else { return template.message }
      template.updateTime = mutation.now
      try GroupWelcomeTemplateTable.update(template, in: mutation.writer)
      try mutation.emit(.groupWelcomeTemplateUpdated(template.message))
      return template.message
    }
  }

  func deleteGroupWelcomeTemplate(
    _ request: BroadcastsV1.DeleteGroupWelcomeTemplateRequest, _ call: Call
  ) async throws -> BroadcastsV1.DeleteGroupWelcomeTemplateResponse {
    try GroupWelcomeTemplate.checkID(request.templateID, field: "template_id")
    let app = call.principal.app
    return try await context.mutate(request, call) { mutation in
      let template = try GroupWelcomeTemplateTable.require(
        request.templateID, field: "template_id", in: mutation.writer)
      try template.checkCreator(app)
      try GroupWelcomeTemplateTable.delete(template.key, in: mutation.writer)
      try mutation.emit(.groupWelcomeTemplateDeleted(template.message))
      return .init()
    }
  }

  private static func attachment(
    _ asked: BroadcastsV1.GroupWelcomeTemplate
  ) throws(InvalidField) -> Attachment? {
    guard let attachment = asked.attachment else { return nil }
    guard let body = attachment.body else {
      let field = "group_welcome_template.attachment"
      throw InvalidField(
        field, "UNKNOWN_ATTACHMENT",
        "\(field) is none of image, link, miniprogram, video, file.", errcode: 41065)
    }
    return Attachment(body)
  }
}

extension GroupWelcomeTemplateTable {
  /// Throws `GroupWelcomeTemplateFailure.notFound`.
  static func require(
    _ id: String, field: String, in reader: Reader
  ) throws -> GroupWelcomeTemplate {
    guard let template = try find(id, in: reader) else {
      throw GroupWelcomeTemplateFailure.notFound(id, field: field)
    }
    return template
  }
}

extension GroupWelcomeTemplate {
  var message: BroadcastsV1.GroupWelcomeTemplate {
    .init(
      templateID: id, text: text, attachment: attachment.map { .init(body: $0.body) },
      isSilent: isSilent, app: app, createTime: createTime.timestamp,
      updateTime: updateTime.timestamp)
  }
}
