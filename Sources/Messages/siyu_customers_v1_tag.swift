// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Keeps corp tags 企业标签 and their groups, and who carries them. Deleted tags and groups leave
  /// tombstones: their ids are still answered by GetTag and GetTagGroup, with `deleted`; their names
  /// are free again.
  package protocol TagServiceProtocol: Swift.Sendable {
    /// Creates tags in a group that is named, and the group when there is none of that name; of the corp,
    /// or of a strategy 规则组标签, among whose groups alone the name then counts. Tags the
    /// group has already, and names given twice, are not created again. RESOURCE_EXHAUSTED with
    /// errcode 40126 when the corp would pass 10,000 tags, those of strategies included. NOT_FOUND when
    /// there is no such strategy, FAILED_PRECONDITION when it stands under another. Stands for
    /// externalcontact/add_corp_tag and add_strategy_tag with group_name.
    func createTagGroup(_ request: CustomersV1.CreateTagGroupRequest, _ call: RPC.Call) async throws -> CustomersV1.CreateTagGroupResponse
    /// Returns one tag group, deleted or not; NOT_FOUND with errcode 40068 when there is none. Stands
    /// for externalcontact/get_corp_tag_list with group_id.
    func getTagGroup(_ request: CustomersV1.GetTagGroupRequest, _ call: RPC.Call) async throws -> CustomersV1.TagGroup
    /// Lists the tag groups of the corp or of a strategy that are not deleted: the larger order first,
    /// then the older. Stands for externalcontact/get_corp_tag_list and get_strategy_tag_list.
    func listTagGroups(_ request: CustomersV1.ListTagGroupsRequest, _ call: RPC.Call) async throws -> CustomersV1.ListTagGroupsResponse
    /// Changes the fields named by the mask. NOT_FOUND with errcode 40068 when there is none or it is
    /// deleted, ALREADY_EXISTS with errcode 40071 when another group has the name. Stands for
    /// externalcontact/edit_corp_tag.
    func updateTagGroup(_ request: CustomersV1.UpdateTagGroupRequest, _ call: RPC.Call) async throws -> CustomersV1.TagGroup
    /// Deletes a group and all its tags; one event tells of both. No relation carries the tags from
    /// now on; a job clears up behind. NOT_FOUND with errcode 40068 when there is none or it is
    /// deleted already. Stands for externalcontact/del_corp_tag with group_id.
    func deleteTagGroup(_ request: CustomersV1.DeleteTagGroupRequest, _ call: RPC.Call) async throws -> CustomersV1.DeleteTagGroupResponse
    /// Creates a tag in an existing group. NOT_FOUND with errcode 40068 when there is no such group or
    /// it is deleted, ALREADY_EXISTS with errcode 40071 when it has a tag of the name,
    /// RESOURCE_EXHAUSTED with errcode 40126 at 10,000 tags. Stands for externalcontact/add_corp_tag
    /// with group_id.
    func createTag(_ request: CustomersV1.CreateTagRequest, _ call: RPC.Call) async throws -> CustomersV1.Tag
    /// Returns one tag, deleted or not; NOT_FOUND with errcode 40068 when there is none. Stands for
    /// externalcontact/get_corp_tag_list with tag_id.
    func getTag(_ request: CustomersV1.GetTagRequest, _ call: RPC.Call) async throws -> CustomersV1.Tag
    /// Lists the tags that are not deleted, of one group or of all of the corp or of a strategy: the
    /// larger order first, then the older. Stands for externalcontact/get_corp_tag_list and
    /// get_strategy_tag_list.
    func listTags(_ request: CustomersV1.ListTagsRequest, _ call: RPC.Call) async throws -> CustomersV1.ListTagsResponse
    /// Changes the fields named by the mask. NOT_FOUND with errcode 40068 when there is none or it is
    /// deleted, ALREADY_EXISTS with errcode 40071 when its group has another tag of the name. Stands
    /// for externalcontact/edit_corp_tag.
    func updateTag(_ request: CustomersV1.UpdateTagRequest, _ call: RPC.Call) async throws -> CustomersV1.Tag
    /// Deletes a tag, and its group when it was the last one in it. No relation carries it from now
    /// on; a job clears up behind. NOT_FOUND with errcode 40068 when there is none or it is deleted
    /// already. Stands for externalcontact/del_corp_tag with tag_id.
    func deleteTag(_ request: CustomersV1.DeleteTagRequest, _ call: RPC.Call) async throws -> CustomersV1.DeleteTagResponse
    /// Gives tags to and takes tags from one relation. To give what is there already and to take what
    /// is not is no error. To give a tag of a mutually exclusive group takes its other tags: in one event,
    /// here and wherever tags are given. FAILED_PRECONDITION (TAGS_EXCLUDE_EACH_OTHER) when two of one
    /// such group are to be given. NOT_FOUND with errcode 84061 when the two are not related, with errcode
    /// 40068 for a tag unknown or deleted, FAILED_PRECONDITION when the member is not in the range of
    /// the strategy whose tag is given, RESOURCE_EXHAUSTED with errcode 40144 when the relation would
    /// carry more than 200. Stands for externalcontact/mark_tag.
    func markTags(_ request: CustomersV1.MarkTagsRequest, _ call: RPC.Call) async throws -> CustomersV1.Relation
    /// Marks many relations in one transaction, in the order given. Marks that break a rule are
    /// reported and left out; the others are kept. Stands for many calls of externalcontact/mark_tag.
    func batchMarkTags(_ request: CustomersV1.BatchMarkTagsRequest, _ call: RPC.Call) async throws -> CustomersV1.BatchMarkTagsResponse
  }

  /// The methods of `siyu.customers.v1.TagService`, and its routes.
  package enum TagService {
    package static let createTagGroup = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "CreateTagGroup",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.write"), mutates: true)
    package static let getTagGroup = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "GetTagGroup",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let listTagGroups = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "ListTagGroups",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let updateTagGroup = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "UpdateTagGroup",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.write"), mutates: true)
    package static let deleteTagGroup = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "DeleteTagGroup",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.write"), mutates: true)
    package static let createTag = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "CreateTag",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.write"), mutates: true)
    package static let getTag = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "GetTag",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let listTags = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "ListTags",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let updateTag = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "UpdateTag",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.write"), mutates: true)
    package static let deleteTag = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "DeleteTag",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.write"), mutates: true)
    package static let markTags = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "MarkTags",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.mark"), mutates: true,
      dataScope: RPC.DataScopeRule(CustomersV1.MarkTagsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let batchMarkTags = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagService", name: "BatchMarkTags",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.mark"), mutates: true,
      dataScope: RPC.DataScopeRule(CustomersV1.BatchMarkTagsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("marks.userid")
        for part1 in request.marks {
          reading.add(members: [part1.userid])
        }
      })

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.TagService",
      methods: [createTagGroup, getTagGroup, listTagGroups, updateTagGroup, deleteTagGroup, createTag, getTag, listTags, updateTag, deleteTag, markTags, batchMarkTags])

    package static func routes(_ service: some TagServiceProtocol) -> [RPC.Route] {
      [
        .unary(createTagGroup) { bytes, call in
          guard let request = call.begin(CustomersV1.CreateTagGroupRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createTagGroup(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getTagGroup) { bytes, call in
          guard let request = call.begin(CustomersV1.GetTagGroupRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getTagGroup(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listTagGroups) { bytes, call in
          guard let request = call.begin(CustomersV1.ListTagGroupsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listTagGroups(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateTagGroup) { bytes, call in
          guard let request = call.begin(CustomersV1.UpdateTagGroupRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateTagGroup(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteTagGroup) { bytes, call in
          guard let request = call.begin(CustomersV1.DeleteTagGroupRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteTagGroup(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(createTag) { bytes, call in
          guard let request = call.begin(CustomersV1.CreateTagRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createTag(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getTag) { bytes, call in
          guard let request = call.begin(CustomersV1.GetTagRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getTag(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listTags) { bytes, call in
          guard let request = call.begin(CustomersV1.ListTagsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listTags(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateTag) { bytes, call in
          guard let request = call.begin(CustomersV1.UpdateTagRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateTag(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteTag) { bytes, call in
          guard let request = call.begin(CustomersV1.DeleteTagRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteTag(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(markTags) { bytes, call in
          guard let request = call.begin(CustomersV1.MarkTagsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.markTags(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(batchMarkTags) { bytes, call in
          guard let request = call.begin(CustomersV1.BatchMarkTagsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.batchMarkTags(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.TagService` over a channel.
  package struct TagServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates tags in a group that is named, and the group when there is none of that name; of the corp,
    /// or of a strategy 规则组标签, among whose groups alone the name then counts. Tags the
    /// group has already, and names given twice, are not created again. RESOURCE_EXHAUSTED with
    /// errcode 40126 when the corp would pass 10,000 tags, those of strategies included. NOT_FOUND when
    /// there is no such strategy, FAILED_PRECONDITION when it stands under another. Stands for
    /// externalcontact/add_corp_tag and add_strategy_tag with group_name.
    package func createTagGroup(_ request: CustomersV1.CreateTagGroupRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.CreateTagGroupResponse {
      try await channel.unary(TagService.createTagGroup, request, options)
    }

    /// Returns one tag group, deleted or not; NOT_FOUND with errcode 40068 when there is none. Stands
    /// for externalcontact/get_corp_tag_list with group_id.
    package func getTagGroup(_ request: CustomersV1.GetTagGroupRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.TagGroup {
      try await channel.unary(TagService.getTagGroup, request, options)
    }

    /// Lists the tag groups of the corp or of a strategy that are not deleted: the larger order first,
    /// then the older. Stands for externalcontact/get_corp_tag_list and get_strategy_tag_list.
    package func listTagGroups(_ request: CustomersV1.ListTagGroupsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListTagGroupsResponse {
      try await channel.unary(TagService.listTagGroups, request, options)
    }

    /// Changes the fields named by the mask. NOT_FOUND with errcode 40068 when there is none or it is
    /// deleted, ALREADY_EXISTS with errcode 40071 when another group has the name. Stands for
    /// externalcontact/edit_corp_tag.
    package func updateTagGroup(_ request: CustomersV1.UpdateTagGroupRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.TagGroup {
      try await channel.unary(TagService.updateTagGroup, request, options)
    }

    /// Deletes a group and all its tags; one event tells of both. No relation carries the tags from
    /// now on; a job clears up behind. NOT_FOUND with errcode 40068 when there is none or it is
    /// deleted already. Stands for externalcontact/del_corp_tag with group_id.
    package func deleteTagGroup(_ request: CustomersV1.DeleteTagGroupRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.DeleteTagGroupResponse {
      try await channel.unary(TagService.deleteTagGroup, request, options)
    }

    /// Creates a tag in an existing group. NOT_FOUND with errcode 40068 when there is no such group or
    /// it is deleted, ALREADY_EXISTS with errcode 40071 when it has a tag of the name,
    /// RESOURCE_EXHAUSTED with errcode 40126 at 10,000 tags. Stands for externalcontact/add_corp_tag
    /// with group_id.
    package func createTag(_ request: CustomersV1.CreateTagRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Tag {
      try await channel.unary(TagService.createTag, request, options)
    }

    /// Returns one tag, deleted or not; NOT_FOUND with errcode 40068 when there is none. Stands for
    /// externalcontact/get_corp_tag_list with tag_id.
    package func getTag(_ request: CustomersV1.GetTagRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Tag {
      try await channel.unary(TagService.getTag, request, options)
    }

    /// Lists the tags that are not deleted, of one group or of all of the corp or of a strategy: the
    /// larger order first, then the older. Stands for externalcontact/get_corp_tag_list and
    /// get_strategy_tag_list.
    package func listTags(_ request: CustomersV1.ListTagsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListTagsResponse {
      try await channel.unary(TagService.listTags, request, options)
    }

    /// Changes the fields named by the mask. NOT_FOUND with errcode 40068 when there is none or it is
    /// deleted, ALREADY_EXISTS with errcode 40071 when its group has another tag of the name. Stands
    /// for externalcontact/edit_corp_tag.
    package func updateTag(_ request: CustomersV1.UpdateTagRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Tag {
      try await channel.unary(TagService.updateTag, request, options)
    }

    /// Deletes a tag, and its group when it was the last one in it. No relation carries it from now
    /// on; a job clears up behind. NOT_FOUND with errcode 40068 when there is none or it is deleted
    /// already. Stands for externalcontact/del_corp_tag with tag_id.
    package func deleteTag(_ request: CustomersV1.DeleteTagRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.DeleteTagResponse {
      try await channel.unary(TagService.deleteTag, request, options)
    }

    /// Gives tags to and takes tags from one relation. To give what is there already and to take what
    /// is not is no error. To give a tag of a mutually exclusive group takes its other tags: in one event,
    /// here and wherever tags are given. FAILED_PRECONDITION (TAGS_EXCLUDE_EACH_OTHER) when two of one
    /// such group are to be given. NOT_FOUND with errcode 84061 when the two are not related, with errcode
    /// 40068 for a tag unknown or deleted, FAILED_PRECONDITION when the member is not in the range of
    /// the strategy whose tag is given, RESOURCE_EXHAUSTED with errcode 40144 when the relation would
    /// carry more than 200. Stands for externalcontact/mark_tag.
    package func markTags(_ request: CustomersV1.MarkTagsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Relation {
      try await channel.unary(TagService.markTags, request, options)
    }

    /// Marks many relations in one transaction, in the order given. Marks that break a rule are
    /// reported and left out; the others are kept. Stands for many calls of externalcontact/mark_tag.
    package func batchMarkTags(_ request: CustomersV1.BatchMarkTagsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.BatchMarkTagsResponse {
      try await channel.unary(TagService.batchMarkTags, request, options)
    }
  }

  /// A group of tags 标签组. One that is not deleted has at least one tag.
  package struct TagGroup: Protobuf.Message {
    /// The id: et, or st for one of a strategy, and 30 letters and digits. Made by the service.
    package var groupID: String = ""
    /// The name: 1 to 30 characters (errcode 40072), unique among the groups not deleted of the corp or
    /// of its strategy.
    package var groupName: String = ""
    /// Where it stands among the groups: the larger, the earlier. Default 0.
    package var order: UInt32 = 0
    /// How many tags it has. Output only.
    package var tagCount: Int32 = 0
    /// Whether it is deleted. Output only.
    package var deleted: Bool = false
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// The strategy whose it is; 0 when it is the corp's. Output only.
    package var strategyID: Int64 = 0
    /// Whether its tags exclude each other 互斥: to give a relation one of them takes the others from it.
    /// Default false, as in WeCom. A relation that carries several when this is turned on keeps them
    /// until one of the group is given to it.
    package var mutuallyExclusive: Bool = false

    package init() {}

    package init(
      groupID: String = "",
      groupName: String = "",
      order: UInt32 = 0,
      tagCount: Int32 = 0,
      deleted: Bool = false,
      createTime: GoogleProtobuf.Timestamp? = nil,
      strategyID: Int64 = 0,
      mutuallyExclusive: Bool = false
    ) {
      self.groupID = groupID
      self.groupName = groupName
      self.order = order
      self.tagCount = tagCount
      self.deleted = deleted
      self.createTime = createTime
      self.strategyID = strategyID
      self.mutuallyExclusive = mutuallyExclusive
    }

    package static var fullName: String { "siyu.customers.v1.TagGroup" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__tag_group__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TagGroup.self)
      self.groupID = reader.text(c.pointee.group_id, "group_id")
      self.groupName = reader.text(c.pointee.group_name, "group_name")
      self.order = c.pointee.order
      self.tagCount = c.pointee.tag_count
      self.deleted = c.pointee.deleted != 0
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.strategyID = c.pointee.strategy_id
      self.mutuallyExclusive = c.pointee.mutually_exclusive != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TagGroup.self)
      c.pointee.group_id = writer.text(self.groupID)
      c.pointee.group_name = writer.text(self.groupName)
      c.pointee.order = self.order
      c.pointee.tag_count = self.tagCount
      c.pointee.deleted = self.deleted ? 1 : 0
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.strategy_id = self.strategyID
      c.pointee.mutually_exclusive = self.mutuallyExclusive ? 1 : 0
    }
  }

  /// A corp tag 企业标签, or one of a strategy 规则组标签.
  package struct Tag: Protobuf.Message {
    /// The id: et, or st for one of a strategy, and 30 letters and digits. Made by the service.
    package var tagID: String = ""
    /// The group it belongs to, for good. When given to UpdateTag it must be that one:
    /// INVALID_ARGUMENT with errcode 41110.
    package var groupID: String = ""
    /// The name: 1 to 30 characters (errcode 40072), unique among the tags of its group not deleted.
    package var name: String = ""
    /// Where it stands among the tags: the larger, the earlier. Default 0.
    package var order: UInt32 = 0
    /// How many relations carry it, those that the customer removed included. Output only.
    package var relationCount: Int64 = 0
    /// Whether it is deleted. Output only.
    package var deleted: Bool = false
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// The strategy whose it is; 0 when it is the corp's. Output only.
    package var strategyID: Int64 = 0

    package init() {}

    package init(
      tagID: String = "",
      groupID: String = "",
      name: String = "",
      order: UInt32 = 0,
      relationCount: Int64 = 0,
      deleted: Bool = false,
      createTime: GoogleProtobuf.Timestamp? = nil,
      strategyID: Int64 = 0
    ) {
      self.tagID = tagID
      self.groupID = groupID
      self.name = name
      self.order = order
      self.relationCount = relationCount
      self.deleted = deleted
      self.createTime = createTime
      self.strategyID = strategyID
    }

    package static var fullName: String { "siyu.customers.v1.Tag" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__tag__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Tag.self)
      self.tagID = reader.text(c.pointee.tag_id, "tag_id")
      self.groupID = reader.text(c.pointee.group_id, "group_id")
      self.name = reader.text(c.pointee.name, "name")
      self.order = c.pointee.order
      self.relationCount = c.pointee.relation_count
      self.deleted = c.pointee.deleted != 0
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.strategyID = c.pointee.strategy_id
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Tag.self)
      c.pointee.tag_id = writer.text(self.tagID)
      c.pointee.group_id = writer.text(self.groupID)
      c.pointee.name = writer.text(self.name)
      c.pointee.order = self.order
      c.pointee.relation_count = self.relationCount
      c.pointee.deleted = self.deleted ? 1 : 0
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.strategy_id = self.strategyID
    }
  }

  /// A tag that is to be.
  package struct TagDraft: Protobuf.Message {
    /// The name: 1 to 30 characters (errcode 40072).
    package var name: String = ""
    /// Where it stands among the tags: the larger, the earlier. Default 0.
    package var order: UInt32 = 0

    package init() {}

    package init(
      name: String = "",
      order: UInt32 = 0
    ) {
      self.name = name
      self.order = order
    }

    package static var fullName: String { "siyu.customers.v1.TagDraft" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__tag_draft__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TagDraft.self)
      self.name = reader.text(c.pointee.name, "name")
      self.order = c.pointee.order
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TagDraft.self)
      c.pointee.name = writer.text(self.name)
      c.pointee.order = self.order
    }
  }

  /// Asks for tags in a group of some name.
  package struct CreateTagGroupRequest: Protobuf.MutatingRequest {
    /// The group's name: 1 to 30 characters (errcode 40072).
    package var groupName: String = ""
    /// Where the group stands among the groups. Ignored when there is one of the name already.
    package var order: UInt32 = 0
    /// The tags: 1 to 1000 (errcode 41111): there is no empty group.
    package var tags: [CustomersV1.TagDraft] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""
    /// The strategy whose they are to be; 0: the corp's.
    package var strategyID: Int64 = 0
    /// Whether the tags of the group are to exclude each other. Ignored when there is one of the name
    /// already.
    package var mutuallyExclusive: Bool = false

    package init() {}

    package init(
      groupName: String = "",
      order: UInt32 = 0,
      tags: [CustomersV1.TagDraft] = [],
      requestID: String = "",
      strategyID: Int64 = 0,
      mutuallyExclusive: Bool = false
    ) {
      self.groupName = groupName
      self.order = order
      self.tags = tags
      self.requestID = requestID
      self.strategyID = strategyID
      self.mutuallyExclusive = mutuallyExclusive
    }

    package static var fullName: String { "siyu.customers.v1.CreateTagGroupRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__create_tag_group_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CreateTagGroupRequest.self)
      self.groupName = reader.text(c.pointee.group_name, "group_name")
      self.order = c.pointee.order
      self.tags = reader.messages(c.pointee.n_tags, c.pointee.tags, "tags")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
      self.strategyID = c.pointee.strategy_id
      self.mutuallyExclusive = c.pointee.mutually_exclusive != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CreateTagGroupRequest.self)
      c.pointee.group_name = writer.text(self.groupName)
      c.pointee.order = self.order
      c.pointee.tags = writer.messages(self.tags, &c.pointee.n_tags)
      c.pointee.request_id = writer.text(self.requestID)
      c.pointee.strategy_id = self.strategyID
      c.pointee.mutually_exclusive = self.mutuallyExclusive ? 1 : 0
    }
  }

  /// The tags that were asked for, and their group.
  package struct CreateTagGroupResponse: Protobuf.Message {
    /// The group, new or not.
    package var tagGroup: CustomersV1.TagGroup? = nil
    /// The tags of the names given, new or not, each once, in the order given.
    package var tags: [CustomersV1.Tag] = []
    /// How many of them are new.
    package var createdCount: Int32 = 0

    package init() {}

    package init(
      tagGroup: CustomersV1.TagGroup? = nil,
      tags: [CustomersV1.Tag] = [],
      createdCount: Int32 = 0
    ) {
      self.tagGroup = tagGroup
      self.tags = tags
      self.createdCount = createdCount
    }

    package static var fullName: String { "siyu.customers.v1.CreateTagGroupResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__create_tag_group_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CreateTagGroupResponse.self)
      self.tagGroup = reader.message(c.pointee.tag_group, "tag_group")
      self.tags = reader.messages(c.pointee.n_tags, c.pointee.tags, "tags")
      self.createdCount = c.pointee.created_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CreateTagGroupResponse.self)
      c.pointee.tag_group = writer.message(self.tagGroup)
      c.pointee.tags = writer.messages(self.tags, &c.pointee.n_tags)
      c.pointee.created_count = self.createdCount
    }
  }

  /// Asks for one tag group.
  package struct GetTagGroupRequest: Protobuf.Message {
    /// The group's id. Required.
    package var groupID: String = ""

    package init() {}

    package init(
      groupID: String = ""
    ) {
      self.groupID = groupID
    }

    package static var fullName: String { "siyu.customers.v1.GetTagGroupRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_tag_group_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetTagGroupRequest.self)
      self.groupID = reader.text(c.pointee.group_id, "group_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetTagGroupRequest.self)
      c.pointee.group_id = writer.text(self.groupID)
    }
  }

  /// Asks for the tag groups.
  package struct ListTagGroupsRequest: Protobuf.PagedRequest {
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""
    /// The strategy whose groups are asked for; 0: the corp's. NOT_FOUND when there is none.
    package var strategyID: Int64 = 0

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = "",
      strategyID: Int64 = 0
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
      self.strategyID = strategyID
    }

    package static var fullName: String { "siyu.customers.v1.ListTagGroupsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_tag_groups_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListTagGroupsRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
      self.strategyID = c.pointee.strategy_id
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListTagGroupsRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
      c.pointee.strategy_id = self.strategyID
    }
  }

  /// A page of tag groups.
  package struct ListTagGroupsResponse: Protobuf.Message {
    /// The groups.
    package var tagGroups: [CustomersV1.TagGroup] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      tagGroups: [CustomersV1.TagGroup] = [],
      nextPageToken: String = ""
    ) {
      self.tagGroups = tagGroups
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListTagGroupsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_tag_groups_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListTagGroupsResponse.self)
      self.tagGroups = reader.messages(c.pointee.n_tag_groups, c.pointee.tag_groups, "tag_groups")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListTagGroupsResponse.self)
      c.pointee.tag_groups = writer.messages(self.tagGroups, &c.pointee.n_tag_groups)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a change of a tag group.
  package struct UpdateTagGroupRequest: Protobuf.MutatingRequest {
    /// The group: group_id says which, the fields named by update_mask say what.
    package var tagGroup: CustomersV1.TagGroup? = nil
    /// The fields to change: group_name, order, mutually_exclusive. Empty means those that are not empty
    /// in `tag_group`. An unknown path is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateTagGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      tagGroup: CustomersV1.TagGroup? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.tagGroup = tagGroup
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UpdateTagGroupRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__update_tag_group_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UpdateTagGroupRequest.self)
      self.tagGroup = reader.message(c.pointee.tag_group, "tag_group")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UpdateTagGroupRequest.self)
      c.pointee.tag_group = writer.message(self.tagGroup)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of a tag group.
  package struct DeleteTagGroupRequest: Protobuf.MutatingRequest {
    /// The group's id. Required.
    package var groupID: String = ""
    /// Makes the call repeatable; see CreateTagGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      groupID: String = "",
      requestID: String = ""
    ) {
      self.groupID = groupID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.DeleteTagGroupRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_tag_group_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteTagGroupRequest.self)
      self.groupID = reader.text(c.pointee.group_id, "group_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteTagGroupRequest.self)
      c.pointee.group_id = writer.text(self.groupID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that a tag group is gone.
  package struct DeleteTagGroupResponse: Protobuf.Message {
    /// The job that clears up behind, see JobService; empty when no relation carried such a tag.
    package var jobid: String = ""

    package init() {}

    package init(
      jobid: String = ""
    ) {
      self.jobid = jobid
    }

    package static var fullName: String { "siyu.customers.v1.DeleteTagGroupResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_tag_group_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteTagGroupResponse.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteTagGroupResponse.self)
      c.pointee.jobid = writer.text(self.jobid)
    }
  }

  /// Asks for a new tag.
  package struct CreateTagRequest: Protobuf.MutatingRequest {
    /// The group's id. Required.
    package var groupID: String = ""
    /// The tag. Required.
    package var tag: CustomersV1.TagDraft? = nil
    /// Makes the call repeatable; see CreateTagGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      groupID: String = "",
      tag: CustomersV1.TagDraft? = nil,
      requestID: String = ""
    ) {
      self.groupID = groupID
      self.tag = tag
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.CreateTagRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__create_tag_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CreateTagRequest.self)
      self.groupID = reader.text(c.pointee.group_id, "group_id")
      self.tag = reader.message(c.pointee.tag, "tag")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CreateTagRequest.self)
      c.pointee.group_id = writer.text(self.groupID)
      c.pointee.tag = writer.message(self.tag)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one tag.
  package struct GetTagRequest: Protobuf.Message {
    /// The tag's id. Required.
    package var tagID: String = ""

    package init() {}

    package init(
      tagID: String = ""
    ) {
      self.tagID = tagID
    }

    package static var fullName: String { "siyu.customers.v1.GetTagRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_tag_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetTagRequest.self)
      self.tagID = reader.text(c.pointee.tag_id, "tag_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetTagRequest.self)
      c.pointee.tag_id = writer.text(self.tagID)
    }
  }

  /// Asks for tags.
  package struct ListTagsRequest: Protobuf.PagedRequest {
    /// The group whose tags are asked for; empty: all groups. NOT_FOUND with errcode 40068 when it
    /// does not exist or is deleted.
    package var groupID: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""
    /// The strategy whose tags are asked for; 0: the corp's. Ignored when group_id is given. NOT_FOUND
    /// when there is none.
    package var strategyID: Int64 = 0

    package init() {}

    package init(
      groupID: String = "",
      pageSize: Int32 = 0,
      pageToken: String = "",
      strategyID: Int64 = 0
    ) {
      self.groupID = groupID
      self.pageSize = pageSize
      self.pageToken = pageToken
      self.strategyID = strategyID
    }

    package static var fullName: String { "siyu.customers.v1.ListTagsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_tags_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListTagsRequest.self)
      self.groupID = reader.text(c.pointee.group_id, "group_id")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
      self.strategyID = c.pointee.strategy_id
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListTagsRequest.self)
      c.pointee.group_id = writer.text(self.groupID)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
      c.pointee.strategy_id = self.strategyID
    }
  }

  /// A page of tags.
  package struct ListTagsResponse: Protobuf.Message {
    /// The tags.
    package var tags: [CustomersV1.Tag] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      tags: [CustomersV1.Tag] = [],
      nextPageToken: String = ""
    ) {
      self.tags = tags
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListTagsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_tags_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListTagsResponse.self)
      self.tags = reader.messages(c.pointee.n_tags, c.pointee.tags, "tags")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListTagsResponse.self)
      c.pointee.tags = writer.messages(self.tags, &c.pointee.n_tags)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a change of a tag.
  package struct UpdateTagRequest: Protobuf.MutatingRequest {
    /// The tag: tag_id says which, the fields named by update_mask say what.
    package var tag: CustomersV1.Tag? = nil
    /// The fields to change: name, order. Empty means both where not empty in `tag`. An unknown path
    /// is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateTagGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      tag: CustomersV1.Tag? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.tag = tag
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UpdateTagRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__update_tag_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UpdateTagRequest.self)
      self.tag = reader.message(c.pointee.tag, "tag")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UpdateTagRequest.self)
      c.pointee.tag = writer.message(self.tag)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of a tag.
  package struct DeleteTagRequest: Protobuf.MutatingRequest {
    /// The tag's id. Required.
    package var tagID: String = ""
    /// Makes the call repeatable; see CreateTagGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      tagID: String = "",
      requestID: String = ""
    ) {
      self.tagID = tagID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.DeleteTagRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_tag_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteTagRequest.self)
      self.tagID = reader.text(c.pointee.tag_id, "tag_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteTagRequest.self)
      c.pointee.tag_id = writer.text(self.tagID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that a tag is gone.
  package struct DeleteTagResponse: Protobuf.Message {
    /// The job that clears up behind, see JobService; empty when no relation carried such a tag.
    package var jobid: String = ""

    package init() {}

    package init(
      jobid: String = ""
    ) {
      self.jobid = jobid
    }

    package static var fullName: String { "siyu.customers.v1.DeleteTagResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_tag_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteTagResponse.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteTagResponse.self)
      c.pointee.jobid = writer.text(self.jobid)
    }
  }

  /// Asks for a relation to be marked.
  package struct MarkTagsRequest: Protobuf.MutatingRequest {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// The tags to give, by tag_id: at most 1000 (errcode 41111). Not both lists empty (errcode
    /// 40058), and no tag in both (INVALID_ARGUMENT).
    package var addTags: [String] = []
    /// The tags to take, by tag_id: at most 1000 (errcode 41111).
    package var removeTags: [String] = []
    /// Makes the call repeatable; see CreateTagGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      addTags: [String] = [],
      removeTags: [String] = [],
      requestID: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.addTags = addTags
      self.removeTags = removeTags
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.MarkTagsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__mark_tags_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__MarkTagsRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.addTags = reader.texts(c.pointee.n_add_tags, c.pointee.add_tags, "add_tags")
      self.removeTags = reader.texts(c.pointee.n_remove_tags, c.pointee.remove_tags, "remove_tags")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__MarkTagsRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.add_tags = writer.texts(self.addTags, &c.pointee.n_add_tags)
      c.pointee.remove_tags = writer.texts(self.removeTags, &c.pointee.n_remove_tags)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// One of many relations to be marked.
  package struct TagMark: Protobuf.Message {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// The tags to give, by tag_id; as in MarkTagsRequest.
    package var addTags: [String] = []
    /// The tags to take, by tag_id; as in MarkTagsRequest.
    package var removeTags: [String] = []

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      addTags: [String] = [],
      removeTags: [String] = []
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.addTags = addTags
      self.removeTags = removeTags
    }

    package static var fullName: String { "siyu.customers.v1.TagMark" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__tag_mark__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TagMark.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.addTags = reader.texts(c.pointee.n_add_tags, c.pointee.add_tags, "add_tags")
      self.removeTags = reader.texts(c.pointee.n_remove_tags, c.pointee.remove_tags, "remove_tags")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TagMark.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.add_tags = writer.texts(self.addTags, &c.pointee.n_add_tags)
      c.pointee.remove_tags = writer.texts(self.removeTags, &c.pointee.n_remove_tags)
    }
  }

  /// Asks for many relations to be marked.
  package struct BatchMarkTagsRequest: Protobuf.MutatingRequest {
    /// The marks: 1 to 1000.
    package var marks: [CustomersV1.TagMark] = []
    /// Makes the call repeatable; see CreateTagGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      marks: [CustomersV1.TagMark] = [],
      requestID: String = ""
    ) {
      self.marks = marks
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.BatchMarkTagsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__batch_mark_tags_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__BatchMarkTagsRequest.self)
      self.marks = reader.messages(c.pointee.n_marks, c.pointee.marks, "marks")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__BatchMarkTagsRequest.self)
      c.pointee.marks = writer.messages(self.marks, &c.pointee.n_marks)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of many marks.
  package struct BatchMarkTagsResponse: Protobuf.Message {
    /// Marks that were carried out, those that changed nothing included.
    package var markedCount: Int64 = 0
    /// Those that were left out, in the order given.
    package var failures: [CustomersV1.RelationFailure] = []
    /// How many were left out.
    package var failedCount: Int64 = 0

    package init() {}

    package init(
      markedCount: Int64 = 0,
      failures: [CustomersV1.RelationFailure] = [],
      failedCount: Int64 = 0
    ) {
      self.markedCount = markedCount
      self.failures = failures
      self.failedCount = failedCount
    }

    package static var fullName: String { "siyu.customers.v1.BatchMarkTagsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__batch_mark_tags_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__BatchMarkTagsResponse.self)
      self.markedCount = c.pointee.marked_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.failedCount = c.pointee.failed_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__BatchMarkTagsResponse.self)
      c.pointee.marked_count = self.markedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.failed_count = self.failedCount
    }
  }
}
