// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps the templates that group owners choose from in their clients. The platform sends them.
  package protocol GroupWelcomeTemplateServiceProtocol: Swift.Sendable {
    /// Creates a template. INVALID_ARGUMENT, naming the field. RESOURCE_EXHAUSTED
    /// TOO_MANY_GROUP_WELCOME_TEMPLATES (41055) at 100 templates (policy group_welcome_templates_max).
    /// Stands for WeCom's externalcontact/group_welcome_template/add.
    func createGroupWelcomeTemplate(_ request: BroadcastsV1.CreateGroupWelcomeTemplateRequest, _ call: RPC.Call) async throws -> BroadcastsV1.GroupWelcomeTemplate
    /// Returns a template; NOT_FOUND. Stands for WeCom's externalcontact/group_welcome_template/get.
    func getGroupWelcomeTemplate(_ request: BroadcastsV1.GetGroupWelcomeTemplateRequest, _ call: RPC.Call) async throws -> BroadcastsV1.GroupWelcomeTemplate
    /// Lists the templates, newest first. WeCom has no such call.
    func listGroupWelcomeTemplates(_ request: BroadcastsV1.ListGroupWelcomeTemplatesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListGroupWelcomeTemplatesResponse
    /// Changes a template. NOT_FOUND; PERMISSION_DENIED NOT_THE_CREATOR (41058) for another app than
    /// the one that created it. Stands for WeCom's externalcontact/group_welcome_template/edit, which
    /// overwrites everything: update_mask "*".
    func updateGroupWelcomeTemplate(_ request: BroadcastsV1.UpdateGroupWelcomeTemplateRequest, _ call: RPC.Call) async throws -> BroadcastsV1.GroupWelcomeTemplate
    /// Deletes a template. NOT_FOUND; PERMISSION_DENIED NOT_THE_CREATOR (41058) for another app than
    /// the one that created it. Stands for WeCom's externalcontact/group_welcome_template/del.
    func deleteGroupWelcomeTemplate(_ request: BroadcastsV1.DeleteGroupWelcomeTemplateRequest, _ call: RPC.Call) async throws -> BroadcastsV1.DeleteGroupWelcomeTemplateResponse
  }

  /// The methods of `siyu.broadcasts.v1.GroupWelcomeTemplateService`, and its routes.
  package enum GroupWelcomeTemplateService {
    package static let createGroupWelcomeTemplate = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GroupWelcomeTemplateService", name: "CreateGroupWelcomeTemplate",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.group_welcome_templates.write"), mutates: true)
    package static let getGroupWelcomeTemplate = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GroupWelcomeTemplateService", name: "GetGroupWelcomeTemplate",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.group_welcome_templates.read"))
    package static let listGroupWelcomeTemplates = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GroupWelcomeTemplateService", name: "ListGroupWelcomeTemplates",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.group_welcome_templates.read"))
    package static let updateGroupWelcomeTemplate = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GroupWelcomeTemplateService", name: "UpdateGroupWelcomeTemplate",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.group_welcome_templates.write"), mutates: true)
    package static let deleteGroupWelcomeTemplate = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GroupWelcomeTemplateService", name: "DeleteGroupWelcomeTemplate",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.group_welcome_templates.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.GroupWelcomeTemplateService",
      methods: [createGroupWelcomeTemplate, getGroupWelcomeTemplate, listGroupWelcomeTemplates, updateGroupWelcomeTemplate, deleteGroupWelcomeTemplate])

    package static func routes(_ service: some GroupWelcomeTemplateServiceProtocol) -> [RPC.Route] {
      [
        .unary(createGroupWelcomeTemplate) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CreateGroupWelcomeTemplateRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createGroupWelcomeTemplate(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getGroupWelcomeTemplate) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetGroupWelcomeTemplateRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getGroupWelcomeTemplate(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listGroupWelcomeTemplates) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListGroupWelcomeTemplatesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listGroupWelcomeTemplates(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateGroupWelcomeTemplate) { bytes, call in
          guard let request = call.begin(BroadcastsV1.UpdateGroupWelcomeTemplateRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateGroupWelcomeTemplate(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteGroupWelcomeTemplate) { bytes, call in
          guard let request = call.begin(BroadcastsV1.DeleteGroupWelcomeTemplateRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteGroupWelcomeTemplate(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.GroupWelcomeTemplateService` over a channel.
  package struct GroupWelcomeTemplateServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a template. INVALID_ARGUMENT, naming the field. RESOURCE_EXHAUSTED
    /// TOO_MANY_GROUP_WELCOME_TEMPLATES (41055) at 100 templates (policy group_welcome_templates_max).
    /// Stands for WeCom's externalcontact/group_welcome_template/add.
    package func createGroupWelcomeTemplate(_ request: BroadcastsV1.CreateGroupWelcomeTemplateRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.GroupWelcomeTemplate {
      try await channel.unary(GroupWelcomeTemplateService.createGroupWelcomeTemplate, request, options)
    }

    /// Returns a template; NOT_FOUND. Stands for WeCom's externalcontact/group_welcome_template/get.
    package func getGroupWelcomeTemplate(_ request: BroadcastsV1.GetGroupWelcomeTemplateRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.GroupWelcomeTemplate {
      try await channel.unary(GroupWelcomeTemplateService.getGroupWelcomeTemplate, request, options)
    }

    /// Lists the templates, newest first. WeCom has no such call.
    package func listGroupWelcomeTemplates(_ request: BroadcastsV1.ListGroupWelcomeTemplatesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListGroupWelcomeTemplatesResponse {
      try await channel.unary(GroupWelcomeTemplateService.listGroupWelcomeTemplates, request, options)
    }

    /// Changes a template. NOT_FOUND; PERMISSION_DENIED NOT_THE_CREATOR (41058) for another app than
    /// the one that created it. Stands for WeCom's externalcontact/group_welcome_template/edit, which
    /// overwrites everything: update_mask "*".
    package func updateGroupWelcomeTemplate(_ request: BroadcastsV1.UpdateGroupWelcomeTemplateRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.GroupWelcomeTemplate {
      try await channel.unary(GroupWelcomeTemplateService.updateGroupWelcomeTemplate, request, options)
    }

    /// Deletes a template. NOT_FOUND; PERMISSION_DENIED NOT_THE_CREATOR (41058) for another app than
    /// the one that created it. Stands for WeCom's externalcontact/group_welcome_template/del.
    package func deleteGroupWelcomeTemplate(_ request: BroadcastsV1.DeleteGroupWelcomeTemplateRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.DeleteGroupWelcomeTemplateResponse {
      try await channel.unary(GroupWelcomeTemplateService.deleteGroupWelcomeTemplate, request, options)
    }
  }

  /// A template.
  package struct GroupWelcomeTemplate: Protobuf.Message {
    /// Given by the service: `gw` and 30 characters. Output only.
    package var templateID: String = ""
    /// The text: at most 3000 bytes of UTF-8 (bytes, not characters; errcode 45002), may be empty when
    /// there is an attachment. %NICKNAME%, in capitals, stands for the name of who joins.
    package var text: String = ""
    /// The one attachment, which comes after the text; absent for none. Text and attachment are not
    /// both missing (errcode 40058).
    package var attachment: BroadcastsV1.Attachment? = nil
    /// Whether members are not to be told to apply it: WeCom's notify is 1 unless this is set. Said once,
    /// when the template is created; an Update ignores it.
    package var isSilent: Bool = false
    /// The app that created it, which alone may change it. Output only.
    package var app: String = ""
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When it was created or last changed. Output only.
    package var updateTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      templateID: String = "",
      text: String = "",
      attachment: BroadcastsV1.Attachment? = nil,
      isSilent: Bool = false,
      app: String = "",
      createTime: GoogleProtobuf.Timestamp? = nil,
      updateTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.templateID = templateID
      self.text = text
      self.attachment = attachment
      self.isSilent = isSilent
      self.app = app
      self.createTime = createTime
      self.updateTime = updateTime
    }

    package static var fullName: String { "siyu.broadcasts.v1.GroupWelcomeTemplate" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__group_welcome_template__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GroupWelcomeTemplate.self)
      self.templateID = reader.text(c.pointee.template_id, "template_id")
      self.text = reader.text(c.pointee.text, "text")
      self.attachment = reader.message(c.pointee.attachment, "attachment")
      self.isSilent = c.pointee.is_silent != 0
      self.app = reader.text(c.pointee.app, "app")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.updateTime = reader.message(c.pointee.update_time, "update_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GroupWelcomeTemplate.self)
      c.pointee.template_id = writer.text(self.templateID)
      c.pointee.text = writer.text(self.text)
      c.pointee.attachment = writer.message(self.attachment)
      c.pointee.is_silent = self.isSilent ? 1 : 0
      c.pointee.app = writer.text(self.app)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.update_time = writer.message(self.updateTime)
    }
  }

  /// Asks for a new template.
  package struct CreateGroupWelcomeTemplateRequest: Protobuf.MutatingRequest {
    /// The template. Required.
    package var groupWelcomeTemplate: BroadcastsV1.GroupWelcomeTemplate? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      groupWelcomeTemplate: BroadcastsV1.GroupWelcomeTemplate? = nil,
      requestID: String = ""
    ) {
      self.groupWelcomeTemplate = groupWelcomeTemplate
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.CreateGroupWelcomeTemplateRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__create_group_welcome_template_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CreateGroupWelcomeTemplateRequest.self)
      self.groupWelcomeTemplate = reader.message(c.pointee.group_welcome_template, "group_welcome_template")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CreateGroupWelcomeTemplateRequest.self)
      c.pointee.group_welcome_template = writer.message(self.groupWelcomeTemplate)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a template.
  package struct GetGroupWelcomeTemplateRequest: Protobuf.Message {
    /// Its template_id. Required.
    package var templateID: String = ""

    package init() {}

    package init(
      templateID: String = ""
    ) {
      self.templateID = templateID
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetGroupWelcomeTemplateRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_group_welcome_template_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetGroupWelcomeTemplateRequest.self)
      self.templateID = reader.text(c.pointee.template_id, "template_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetGroupWelcomeTemplateRequest.self)
      c.pointee.template_id = writer.text(self.templateID)
    }
  }

  /// Asks for all templates.
  package struct ListGroupWelcomeTemplatesRequest: Protobuf.PagedRequest {
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListGroupWelcomeTemplatesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_group_welcome_templates_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListGroupWelcomeTemplatesRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListGroupWelcomeTemplatesRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of templates.
  package struct ListGroupWelcomeTemplatesResponse: Protobuf.Message {
    /// The templates, newest first.
    package var groupWelcomeTemplates: [BroadcastsV1.GroupWelcomeTemplate] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      groupWelcomeTemplates: [BroadcastsV1.GroupWelcomeTemplate] = [],
      nextPageToken: String = ""
    ) {
      self.groupWelcomeTemplates = groupWelcomeTemplates
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListGroupWelcomeTemplatesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_group_welcome_templates_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListGroupWelcomeTemplatesResponse.self)
      self.groupWelcomeTemplates = reader.messages(c.pointee.n_group_welcome_templates, c.pointee.group_welcome_templates, "group_welcome_templates")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListGroupWelcomeTemplatesResponse.self)
      c.pointee.group_welcome_templates = writer.messages(self.groupWelcomeTemplates, &c.pointee.n_group_welcome_templates)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks to change a template.
  package struct UpdateGroupWelcomeTemplateRequest: Protobuf.MutatingRequest {
    /// The template: its template_id, and what is to change.
    package var groupWelcomeTemplate: BroadcastsV1.GroupWelcomeTemplate? = nil
    /// What to change: text, attachment. Absent: those of the two that are given.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateGroupWelcomeTemplateRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      groupWelcomeTemplate: BroadcastsV1.GroupWelcomeTemplate? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.groupWelcomeTemplate = groupWelcomeTemplate
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.UpdateGroupWelcomeTemplateRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__update_group_welcome_template_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__UpdateGroupWelcomeTemplateRequest.self)
      self.groupWelcomeTemplate = reader.message(c.pointee.group_welcome_template, "group_welcome_template")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__UpdateGroupWelcomeTemplateRequest.self)
      c.pointee.group_welcome_template = writer.message(self.groupWelcomeTemplate)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks to delete a template.
  package struct DeleteGroupWelcomeTemplateRequest: Protobuf.MutatingRequest {
    /// Its template_id. Required.
    package var templateID: String = ""
    /// Makes the call repeatable; see CreateGroupWelcomeTemplateRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      templateID: String = "",
      requestID: String = ""
    ) {
      self.templateID = templateID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.DeleteGroupWelcomeTemplateRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_group_welcome_template_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__DeleteGroupWelcomeTemplateRequest.self)
      self.templateID = reader.text(c.pointee.template_id, "template_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__DeleteGroupWelcomeTemplateRequest.self)
      c.pointee.template_id = writer.text(self.templateID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The template is gone.
  package struct DeleteGroupWelcomeTemplateResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.broadcasts.v1.DeleteGroupWelcomeTemplateResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_group_welcome_template_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }
}
