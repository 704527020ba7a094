// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Turns an audience into customers, each with the one member who reaches him. A caller with a data scope
  /// names the senders, and asks for nothing that other members know: no none_of, no saved audience, no
  /// interactions of SCOPE_CUSTOMER, nor SCOPE_RELATION by its name, which is what nothing said means.
  package protocol AudienceServiceProtocol: Swift.Sendable {
    /// Counts an audience, split by member, shows some of it, and says who is left out and why. Reads
    /// the whole audience. INVALID_ARGUMENT, NOT_FOUND: see Audience. Stands for the
    /// estimate the client shows before a 群发.
    func previewAudience(_ request: CustomersV1.PreviewAudienceRequest, _ call: RPC.Call) async throws -> CustomersV1.PreviewAudienceResponse
    /// Streams an audience in a stable order, each customer once, each with exactly one sender. A walk
    /// cut anywhere goes on after the cursor of the last message that came, and gives what it would
    /// have given: customers added after the walk began are not in it, and each is judged as he is
    /// when the walk comes to him. INVALID_ARGUMENT for a cursor of another audience; otherwise see
    /// Audience. Stands for the selection that externalcontact/add_msg_template makes.
    func listAudience(_ request: CustomersV1.ListAudienceRequest, _ replies: RPC.ReplyStream<CustomersV1.ListAudienceResponse>, _ call: RPC.Call) async throws
  }

  /// The methods of `siyu.customers.v1.AudienceService`, and its routes.
  package enum AudienceService {
    package static let previewAudience = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AudienceService", name: "PreviewAudience",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.audiences.read"),
      dataScope: RPC.DataScopeRule(CustomersV1.PreviewAudienceRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("audience.userids")
        if let part1 = request.audience {
          reading.add(members: part1.userids)
        }
        reading.field("audience.department_ids")
        if let part1 = request.audience {
          reading.add(departments: part1.departmentIDs)
        }
        reading.entry(.optional)
        reading.field("audience.all_of.any_of.members.userids")
        if let part1 = request.audience {
          for part2 in part1.allOf {
            for part3 in part2.anyOf {
              if case .members(let part4)? = part3.condition {
                reading.add(members: part4.userids)
              }
            }
          }
        }
        reading.field("audience.all_of.any_of.members.department_ids")
        if let part1 = request.audience {
          for part2 in part1.allOf {
            for part3 in part2.anyOf {
              if case .members(let part4)? = part3.condition {
                reading.add(departments: part4.departmentIDs)
              }
            }
          }
        }
        reading.entry(.empty)
        reading.field("audience.none_of")
        if let part1 = request.audience {
          reading.add(isEmpty: part1.noneOf == [])
        }
        reading.field("audience.saved_audience_id")
        if let part1 = request.audience {
          reading.add(isEmpty: part1.savedAudienceID == "")
        }
        reading.entry(.empty)
        reading.field("audience.all_of.any_of.interactions.scope")
        if let part1 = request.audience {
          for part2 in part1.allOf {
            for part3 in part2.anyOf {
              if case .interactions(let part4)? = part3.condition {
                reading.add(isEmpty: part4.scope == .init())
              }
            }
          }
        }
      })
    package static let listAudience = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AudienceService", name: "ListAudience",
      clientStreaming: false, serverStreaming: true,
      right: .scope("customers.audiences.read"),
      dataScope: RPC.DataScopeRule(CustomersV1.ListAudienceRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("audience.userids")
        if let part1 = request.audience {
          reading.add(members: part1.userids)
        }
        reading.field("audience.department_ids")
        if let part1 = request.audience {
          reading.add(departments: part1.departmentIDs)
        }
        reading.entry(.optional)
        reading.field("audience.all_of.any_of.members.userids")
        if let part1 = request.audience {
          for part2 in part1.allOf {
            for part3 in part2.anyOf {
              if case .members(let part4)? = part3.condition {
                reading.add(members: part4.userids)
              }
            }
          }
        }
        reading.field("audience.all_of.any_of.members.department_ids")
        if let part1 = request.audience {
          for part2 in part1.allOf {
            for part3 in part2.anyOf {
              if case .members(let part4)? = part3.condition {
                reading.add(departments: part4.departmentIDs)
              }
            }
          }
        }
        reading.entry(.empty)
        reading.field("audience.none_of")
        if let part1 = request.audience {
          reading.add(isEmpty: part1.noneOf == [])
        }
        reading.field("audience.saved_audience_id")
        if let part1 = request.audience {
          reading.add(isEmpty: part1.savedAudienceID == "")
        }
        reading.entry(.empty)
        reading.field("audience.all_of.any_of.interactions.scope")
        if let part1 = request.audience {
          for part2 in part1.allOf {
            for part3 in part2.anyOf {
              if case .interactions(let part4)? = part3.condition {
                reading.add(isEmpty: part4.scope == .init())
              }
            }
          }
        }
      })

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.AudienceService",
      methods: [previewAudience, listAudience])

    package static func routes(_ service: some AudienceServiceProtocol) -> [RPC.Route] {
      [
        .unary(previewAudience) { bytes, call in
          guard let request = call.begin(CustomersV1.PreviewAudienceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.previewAudience(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .serverStream(listAudience) { (request: CustomersV1.ListAudienceRequest, replies: RPC.ReplyStream<CustomersV1.ListAudienceResponse>, call) in try await service.listAudience(request, replies, call) },
      ]
    }
  }

  /// Calls `siyu.customers.v1.AudienceService` over a channel.
  package struct AudienceServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Counts an audience, split by member, shows some of it, and says who is left out and why. Reads
    /// the whole audience. INVALID_ARGUMENT, NOT_FOUND: see Audience. Stands for the
    /// estimate the client shows before a 群发.
    package func previewAudience(_ request: CustomersV1.PreviewAudienceRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.PreviewAudienceResponse {
      try await channel.unary(AudienceService.previewAudience, request, options)
    }

    /// Streams an audience in a stable order, each customer once, each with exactly one sender. A walk
    /// cut anywhere goes on after the cursor of the last message that came, and gives what it would
    /// have given: customers added after the walk began are not in it, and each is judged as he is
    /// when the walk comes to him. INVALID_ARGUMENT for a cursor of another audience; otherwise see
    /// Audience. Stands for the selection that externalcontact/add_msg_template makes.
    package func listAudience(_ request: CustomersV1.ListAudienceRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<CustomersV1.ListAudienceResponse> {
      channel.serverStream(AudienceService.listAudience, request, options)
    }
  }

  /// Why a customer named one by one is left out of an audience.
  package struct ExclusionReason: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Nobody has this external_userid.
    package static var unknown: Self { Self(rawValue: 1) }
    /// He has no half or mutual relation with any allowed sender.
    package static var notRelated: Self { Self(rawValue: 2) }
    /// He has one, and none that meets all_of.
    package static var conditions: Self { Self(rawValue: 3) }
    /// none_of leaves him out.
    package static var noneOf: Self { Self(rawValue: 4) }

    package static let names: [Int32: String] = [
      0: "EXCLUSION_REASON_UNSPECIFIED",
      1: "EXCLUSION_REASON_UNKNOWN",
      2: "EXCLUSION_REASON_NOT_RELATED",
      3: "EXCLUSION_REASON_CONDITIONS",
      4: "EXCLUSION_REASON_NONE_OF",
    ]
  }

  /// Says who is meant. All fields empty: every customer of every member.
  ///
  /// A customer belongs to it when a relation of his is half or mutual (neither side removed it), is
  /// with an allowed sender, matches the tag filter by its own tags and meets all_of, and when none_of
  /// leaves him in. Among such relations of one customer the sender is the member who chatted with him
  /// last, then the one who added him last, then the one with the smallest userid.
  ///
  /// The first four fields say what WeCom's 群发 can say; all_of and none_of say the rest. What is wrong
  /// with one of these is told by its path, such as audience.all_of[1].any_of[0].tags.tag_ids.
  package struct Audience: Protobuf.Message {
    /// These customers, and no others: at most 10,000 (INVALID_ARGUMENT, errcode 40058 above), each id
    /// 1 to 64 of [0-9A-Za-z_-]. Those unknown or without a fitting relation are left out. When given,
    /// tag_filter is ignored. Repeated ids count once.
    package var externalUserids: [String] = []
    /// Those whose relation carries these tags. Absent or without groups: all.
    package var tagFilter: CustomersV1.TagFilter? = nil
    /// Allowed senders: at most 10,000 userids (INVALID_ARGUMENT above), ignoring case. Those without
    /// customers are no error.
    package var userids: [String] = []
    /// Allowed senders too: the members of these departments and of all departments under them, asked
    /// of directory when the call begins; at most 1000 (INVALID_ARGUMENT above). NOT_FOUND when
    /// directory knows no such department. Empty together with userids: every member.
    package var departmentIDs: [UInt32] = []
    /// What else a relation must meet: every clause. At most 50 (INVALID_ARGUMENT above).
    package var allOf: [CustomersV1.AudienceClause] = []
    /// Who is left out: every customer of whom any half or mutual relation, whoever it is with, meets
    /// one of these. At most 50 (INVALID_ARGUMENT above).
    package var noneOf: [CustomersV1.AudienceCondition] = []
    /// A saved audience 人群包 that a customer must belong to as well; empty for none. NOT_FOUND when
    /// there is no such; FAILED_PRECONDITION when a tag it names is deleted by now. Its conditions count
    /// among the 50 of all_of and of none_of.
    package var savedAudienceID: String = ""

    package init() {}

    package init(
      externalUserids: [String] = [],
      tagFilter: CustomersV1.TagFilter? = nil,
      userids: [String] = [],
      departmentIDs: [UInt32] = [],
      allOf: [CustomersV1.AudienceClause] = [],
      noneOf: [CustomersV1.AudienceCondition] = [],
      savedAudienceID: String = ""
    ) {
      self.externalUserids = externalUserids
      self.tagFilter = tagFilter
      self.userids = userids
      self.departmentIDs = departmentIDs
      self.allOf = allOf
      self.noneOf = noneOf
      self.savedAudienceID = savedAudienceID
    }

    package static var fullName: String { "siyu.customers.v1.Audience" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__audience__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Audience.self)
      self.externalUserids = reader.texts(c.pointee.n_external_userids, c.pointee.external_userids, "external_userids")
      self.tagFilter = reader.message(c.pointee.tag_filter, "tag_filter")
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
      self.allOf = reader.messages(c.pointee.n_all_of, c.pointee.all_of, "all_of")
      self.noneOf = reader.messages(c.pointee.n_none_of, c.pointee.none_of, "none_of")
      self.savedAudienceID = reader.text(c.pointee.saved_audience_id, "saved_audience_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Audience.self)
      c.pointee.external_userids = writer.texts(self.externalUserids, &c.pointee.n_external_userids)
      c.pointee.tag_filter = writer.message(self.tagFilter)
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
      c.pointee.all_of = writer.messages(self.allOf, &c.pointee.n_all_of)
      c.pointee.none_of = writer.messages(self.noneOf, &c.pointee.n_none_of)
      c.pointee.saved_audience_id = writer.text(self.savedAudienceID)
    }
  }

  /// Some conditions, of which a relation meets at least one.
  package struct AudienceClause: Protobuf.Message {
    /// The conditions: 1 to 50 (INVALID_ARGUMENT).
    package var anyOf: [CustomersV1.AudienceCondition] = []

    package init() {}

    package init(
      anyOf: [CustomersV1.AudienceCondition] = []
    ) {
      self.anyOf = anyOf
    }

    package static var fullName: String { "siyu.customers.v1.AudienceClause" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__audience_clause__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AudienceClause.self)
      self.anyOf = reader.messages(c.pointee.n_any_of, c.pointee.any_of, "any_of")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AudienceClause.self)
      c.pointee.any_of = writer.messages(self.anyOf, &c.pointee.n_any_of)
    }
  }

  /// What a relation may meet. INVALID_ARGUMENT when nothing is set.
  package struct AudienceCondition: Protobuf.Message {
    /// The condition.
    package var condition: Condition? = nil

    package init() {}

    package init(
      condition: Condition? = nil
    ) {
      self.condition = condition
    }

    /// The condition.
    package enum Condition: Swift.Hashable, Swift.Sendable {
      /// It carries one of these tags.
      case tags(CustomersV1.TagCondition)
      /// It is with one of these members.
      case members(CustomersV1.MemberCondition)
      /// It is with one of these customers.
      case customers(CustomersV1.CustomerCondition)
      /// Its customer was added in one of these ways.
      case addWays(CustomersV1.AddWayCondition)
      /// Its state is one of these.
      case states(CustomersV1.StateCondition)
      /// Its create_time lies in this window.
      case addTime(CustomersV1.TimeWindow)
      /// Its last_chat_time lies in this window; a relation without a chat lies in none. Who did not
      /// chat since a moment is found by none_of with a window that starts there.
      case lastChatTime(CustomersV1.TimeWindow)
      /// So many interactions in the last days, of the relation or of its customer. Who had none is
      /// found by at_most 0.
      case interactions(CustomersV1.InteractionCondition)
      /// Its customer has such a value of an attribute.
      case attribute(CustomersV1.AttributeCondition)
      /// It came by one of these sources.
      case sources(CustomersV1.SourceCondition)
    }

    package static var fullName: String { "siyu.customers.v1.AudienceCondition" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__audience_condition__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AudienceCondition.self)
      switch c.pointee.condition_case.rawValue {
      case 1: self.condition = reader.message(c.pointee.tags, "tags").map { .tags($0) }
      case 2: self.condition = reader.message(c.pointee.members, "members").map { .members($0) }
      case 3: self.condition = reader.message(c.pointee.customers, "customers").map { .customers($0) }
      case 4: self.condition = reader.message(c.pointee.add_ways, "add_ways").map { .addWays($0) }
      case 5: self.condition = reader.message(c.pointee.states, "states").map { .states($0) }
      case 6: self.condition = reader.message(c.pointee.add_time, "add_time").map { .addTime($0) }
      case 7: self.condition = reader.message(c.pointee.last_chat_time, "last_chat_time").map { .lastChatTime($0) }
      case 8: self.condition = reader.message(c.pointee.interactions, "interactions").map { .interactions($0) }
      case 9: self.condition = reader.message(c.pointee.attribute, "attribute").map { .attribute($0) }
      case 10: self.condition = reader.message(c.pointee.sources, "sources").map { .sources($0) }
      default: self.condition = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AudienceCondition.self)
      switch self.condition {
      case .tags(let value):
        c.pointee.condition_case = .init(rawValue: 1)
        c.pointee.tags = writer.message(value)
      case .members(let value):
        c.pointee.condition_case = .init(rawValue: 2)
        c.pointee.members = writer.message(value)
      case .customers(let value):
        c.pointee.condition_case = .init(rawValue: 3)
        c.pointee.customers = writer.message(value)
      case .addWays(let value):
        c.pointee.condition_case = .init(rawValue: 4)
        c.pointee.add_ways = writer.message(value)
      case .states(let value):
        c.pointee.condition_case = .init(rawValue: 5)
        c.pointee.states = writer.message(value)
      case .addTime(let value):
        c.pointee.condition_case = .init(rawValue: 6)
        c.pointee.add_time = writer.message(value)
      case .lastChatTime(let value):
        c.pointee.condition_case = .init(rawValue: 7)
        c.pointee.last_chat_time = writer.message(value)
      case .interactions(let value):
        c.pointee.condition_case = .init(rawValue: 8)
        c.pointee.interactions = writer.message(value)
      case .attribute(let value):
        c.pointee.condition_case = .init(rawValue: 9)
        c.pointee.attribute = writer.message(value)
      case .sources(let value):
        c.pointee.condition_case = .init(rawValue: 10)
        c.pointee.sources = writer.message(value)
      case nil: break
      }
    }
  }

  /// Any of some tags.
  package struct TagCondition: Protobuf.Message {
    /// The tags: 1 to 1000 (INVALID_ARGUMENT, errcode 41111). NOT_FOUND with errcode 40068 when one is
    /// unknown or deleted.
    package var tagIDs: [String] = []

    package init() {}

    package init(
      tagIDs: [String] = []
    ) {
      self.tagIDs = tagIDs
    }

    package static var fullName: String { "siyu.customers.v1.TagCondition" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__tag_condition__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TagCondition.self)
      self.tagIDs = reader.texts(c.pointee.n_tag_ids, c.pointee.tag_ids, "tag_ids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TagCondition.self)
      c.pointee.tag_ids = writer.texts(self.tagIDs, &c.pointee.n_tag_ids)
    }
  }

  /// Any of some members, named or by department; not both may be empty (INVALID_ARGUMENT).
  package struct MemberCondition: Protobuf.Message {
    /// Members, ignoring case: at most 10,000. Those without customers are no error.
    package var userids: [String] = []
    /// Members of these departments and of all under them, as directory knows them when the call
    /// begins: at most 1000. NOT_FOUND (errcode 60003) when directory knows no such department.
    package var departmentIDs: [UInt32] = []

    package init() {}

    package init(
      userids: [String] = [],
      departmentIDs: [UInt32] = []
    ) {
      self.userids = userids
      self.departmentIDs = departmentIDs
    }

    package static var fullName: String { "siyu.customers.v1.MemberCondition" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__member_condition__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__MemberCondition.self)
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__MemberCondition.self)
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
    }
  }

  /// Any of some customers.
  package struct CustomerCondition: Protobuf.Message {
    /// The customers: 1 to 10,000 (INVALID_ARGUMENT, errcode 40058). Those unknown are no error.
    package var externalUserids: [String] = []

    package init() {}

    package init(
      externalUserids: [String] = []
    ) {
      self.externalUserids = externalUserids
    }

    package static var fullName: String { "siyu.customers.v1.CustomerCondition" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__customer_condition__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CustomerCondition.self)
      self.externalUserids = reader.texts(c.pointee.n_external_userids, c.pointee.external_userids, "external_userids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CustomerCondition.self)
      c.pointee.external_userids = writer.texts(self.externalUserids, &c.pointee.n_external_userids)
    }
  }

  /// Any of some ways in which customers are added 来源.
  package struct AddWayCondition: Protobuf.Message {
    /// The ways: 1 to 100 (INVALID_ARGUMENT). Numbers without a name here are allowed, as relations
    /// keep them.
    package var addWays: [CustomersV1.AddWay] = []

    package init() {}

    package init(
      addWays: [CustomersV1.AddWay] = []
    ) {
      self.addWays = addWays
    }

    package static var fullName: String { "siyu.customers.v1.AddWayCondition" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__add_way_condition__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AddWayCondition.self)
      self.addWays = reader.values(c.pointee.n_add_ways, c.pointee.add_ways)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AddWayCondition.self)
      c.pointee.add_ways = writer.values(self.addWays, &c.pointee.n_add_ways)
    }
  }

  /// Any of some states, the channels of contact ways.
  package struct StateCondition: Protobuf.Message {
    /// The states, whole: 1 to 100 (INVALID_ARGUMENT), each at most 30 characters. An empty one finds
    /// the relations without a state.
    package var states: [String] = []

    package init() {}

    package init(
      states: [String] = []
    ) {
      self.states = states
    }

    package static var fullName: String { "siyu.customers.v1.StateCondition" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__state_condition__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__StateCondition.self)
      self.states = reader.texts(c.pointee.n_states, c.pointee.states, "states")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__StateCondition.self)
      c.pointee.states = writer.texts(self.states, &c.pointee.n_states)
    }
  }

  /// Any of some sources 来源: of those that fit all lists that are not empty. INVALID_ARGUMENT when all
  /// are. A relation is judged by its source as it is now, deleted or not; one without a source meets none.
  package struct SourceCondition: Protobuf.Message {
    /// Sources by their ids: at most 100 (INVALID_ARGUMENT, errcode 40058). NOT_FOUND for one that never
    /// was.
    package var sourceIDs: [String] = []
    /// Those of one of these channels, whole: at most 100 (INVALID_ARGUMENT, errcode 40058), each 1 to 30
    /// characters.
    package var channels: [String] = []
    /// Those of one of these scenes, whole: at most 100 (INVALID_ARGUMENT, errcode 40058), each 1 to 30
    /// characters.
    package var scenes: [String] = []
    /// Those of one of these stores, not of departments under them: at most 1000 (INVALID_ARGUMENT,
    /// errcode 40058).
    package var departmentIDs: [UInt32] = []

    package init() {}

    package init(
      sourceIDs: [String] = [],
      channels: [String] = [],
      scenes: [String] = [],
      departmentIDs: [UInt32] = []
    ) {
      self.sourceIDs = sourceIDs
      self.channels = channels
      self.scenes = scenes
      self.departmentIDs = departmentIDs
    }

    package static var fullName: String { "siyu.customers.v1.SourceCondition" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__source_condition__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__SourceCondition.self)
      self.sourceIDs = reader.texts(c.pointee.n_source_ids, c.pointee.source_ids, "source_ids")
      self.channels = reader.texts(c.pointee.n_channels, c.pointee.channels, "channels")
      self.scenes = reader.texts(c.pointee.n_scenes, c.pointee.scenes, "scenes")
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__SourceCondition.self)
      c.pointee.source_ids = writer.texts(self.sourceIDs, &c.pointee.n_source_ids)
      c.pointee.channels = writer.texts(self.channels, &c.pointee.n_channels)
      c.pointee.scenes = writer.texts(self.scenes, &c.pointee.n_scenes)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
    }
  }

  /// How much the two, or the customer and anybody, had to do with each other in the last days 互动次数:
  /// what InteractionService has counted by the moment at which the customer is looked at. Takes as
  /// long as there are days of relations in the window on which there was anything.
  package struct InteractionCondition: Protobuf.Message {
    /// What is added up: each at most once (INVALID_ARGUMENT). Empty: all.
    package var counters: [CustomersV1.InteractionCounter] = []
    /// Over how many days, today included: 1 to 180 (INVALID_ARGUMENT); those of UTC+8. Which day is
    /// today is judged when the call, or each time when the job, begins, so a saved audience moves
    /// with the days.
    package var days: Int32 = 0
    /// At least so many. Negative is INVALID_ARGUMENT.
    package var atLeast: Int64 = 0
    /// At most so many. Absent: no bound, and at_least must be given (INVALID_ARGUMENT). Less than
    /// at_least is INVALID_ARGUMENT.
    package var atMost: Int64? = nil
    /// Whose. An unknown number is INVALID_ARGUMENT.
    package var scope: CustomersV1.InteractionCondition.Scope = .init()

    package init() {}

    package init(
      counters: [CustomersV1.InteractionCounter] = [],
      days: Int32 = 0,
      atLeast: Int64 = 0,
      atMost: Int64? = nil,
      scope: CustomersV1.InteractionCondition.Scope = .init()
    ) {
      self.counters = counters
      self.days = days
      self.atLeast = atLeast
      self.atMost = atMost
      self.scope = scope
    }

    /// Whose interactions are added up.
    package struct Scope: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said: the RELATION's.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Those of the relation's two.
      package static var relation: Self { Self(rawValue: 1) }
      /// Those of the customer with all members, also such as are not related to him any more.
      package static var customer: Self { Self(rawValue: 2) }

      package static let names: [Int32: String] = [
        0: "SCOPE_UNSPECIFIED",
        1: "SCOPE_RELATION",
        2: "SCOPE_CUSTOMER",
      ]
    }

    package static var fullName: String { "siyu.customers.v1.InteractionCondition" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__interaction_condition__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__InteractionCondition.self)
      self.counters = reader.values(c.pointee.n_counters, c.pointee.counters)
      self.days = c.pointee.days
      self.atLeast = c.pointee.at_least
      self.atMost = c.pointee._at_most_case.rawValue == 4 ? c.pointee.at_most : nil
      self.scope = CustomersV1.InteractionCondition.Scope(rawValue: Int32(truncatingIfNeeded: c.pointee.scope.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__InteractionCondition.self)
      c.pointee.counters = writer.values(self.counters, &c.pointee.n_counters)
      c.pointee.days = self.days
      c.pointee.at_least = self.atLeast
      if let value = self.atMost {
        c.pointee._at_most_case = .init(rawValue: 4)
        c.pointee.at_most = value
      }
      c.pointee.scope = writer.value(self.scope)
    }
  }

  /// What an attribute 客户属性 of the customer, or of the person he is merged into, is: of the values that
  /// count the one to go by, in the order in which AttributeService lists them. Takes as long as there are
  /// customers who have the attribute.
  package struct AttributeCondition: Protobuf.Message {
    /// The attribute. Required, as in Attribute.
    package var name: String = ""
    /// What it must be; a value of another kind is none of it. Absent: anything.
    package var wanted: Wanted? = nil
    /// Where a value that counts comes from: each at most once (INVALID_ARGUMENT). Empty: anywhere.
    package var provenances: [CustomersV1.AttributeProvenance] = []
    /// How sure a value that counts is at least: 0 to 1 (INVALID_ARGUMENT).
    package var confidenceAtLeast: Double = 0

    package init() {}

    package init(
      name: String = "",
      wanted: Wanted? = nil,
      provenances: [CustomersV1.AttributeProvenance] = [],
      confidenceAtLeast: Double = 0
    ) {
      self.name = name
      self.wanted = wanted
      self.provenances = provenances
      self.confidenceAtLeast = confidenceAtLeast
    }

    /// What it must be; a value of another kind is none of it. Absent: anything.
    package enum Wanted: Swift.Hashable, Swift.Sendable {
      /// A text, and one of these.
      case texts(CustomersV1.AttributeTexts)
      /// A number within these bounds.
      case number(CustomersV1.NumberRange)
      /// A flag, and so.
      case flag(Bool)
      /// A moment within this window.
      case valueTime(CustomersV1.TimeWindow)
    }

    package static var fullName: String { "siyu.customers.v1.AttributeCondition" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__attribute_condition__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AttributeCondition.self)
      self.name = reader.text(c.pointee.name, "name")
      switch c.pointee.wanted_case.rawValue {
      case 2: self.wanted = reader.message(c.pointee.texts, "texts").map { .texts($0) }
      case 3: self.wanted = reader.message(c.pointee.number, "number").map { .number($0) }
      case 4: self.wanted = .flag(c.pointee.flag != 0)
      case 5: self.wanted = reader.message(c.pointee.value_time, "value_time").map { .valueTime($0) }
      default: self.wanted = nil
      }
      self.provenances = reader.values(c.pointee.n_provenances, c.pointee.provenances)
      self.confidenceAtLeast = c.pointee.confidence_at_least
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AttributeCondition.self)
      c.pointee.name = writer.text(self.name)
      switch self.wanted {
      case .texts(let value):
        c.pointee.wanted_case = .init(rawValue: 2)
        c.pointee.texts = writer.message(value)
      case .number(let value):
        c.pointee.wanted_case = .init(rawValue: 3)
        c.pointee.number = writer.message(value)
      case .flag(let value):
        c.pointee.wanted_case = .init(rawValue: 4)
        c.pointee.flag = value ? 1 : 0
      case .valueTime(let value):
        c.pointee.wanted_case = .init(rawValue: 5)
        c.pointee.value_time = writer.message(value)
      case nil: break
      }
      c.pointee.provenances = writer.values(self.provenances, &c.pointee.n_provenances)
      c.pointee.confidence_at_least = self.confidenceAtLeast
    }
  }

  /// Any of some texts.
  package struct AttributeTexts: Protobuf.Message {
    /// The texts, whole: 1 to 100 (INVALID_ARGUMENT, errcode 40058), each 1 to 256 characters.
    package var texts: [String] = []

    package init() {}

    package init(
      texts: [String] = []
    ) {
      self.texts = texts
    }

    package static var fullName: String { "siyu.customers.v1.AttributeTexts" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__attribute_texts__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AttributeTexts.self)
      self.texts = reader.texts(c.pointee.n_texts, c.pointee.texts, "texts")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AttributeTexts.self)
      c.pointee.texts = writer.texts(self.texts, &c.pointee.n_texts)
    }
  }

  /// Numbers between two, which belong to them. INVALID_ARGUMENT when both ends are absent, when one is no
  /// number, and when at_most is less than at_least.
  package struct NumberRange: Protobuf.Message {
    /// From this on. Absent: from the beginning.
    package var atLeast: Double? = nil
    /// Up to this. Absent: without end.
    package var atMost: Double? = nil

    package init() {}

    package init(
      atLeast: Double? = nil,
      atMost: Double? = nil
    ) {
      self.atLeast = atLeast
      self.atMost = atMost
    }

    package static var fullName: String { "siyu.customers.v1.NumberRange" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__number_range__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__NumberRange.self)
      self.atLeast = c.pointee._at_least_case.rawValue == 1 ? c.pointee.at_least : nil
      self.atMost = c.pointee._at_most_case.rawValue == 2 ? c.pointee.at_most : nil
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__NumberRange.self)
      if let value = self.atLeast {
        c.pointee._at_least_case = .init(rawValue: 1)
        c.pointee.at_least = value
      }
      if let value = self.atMost {
        c.pointee._at_most_case = .init(rawValue: 2)
        c.pointee.at_most = value
      }
    }
  }

  /// A stretch of time. INVALID_ARGUMENT when both ends are absent, or the end is not after the start.
  package struct TimeWindow: Protobuf.Message {
    /// From this moment on. Absent: from the beginning.
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// Until before this moment. Absent: without end.
    package var endTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      startTime: GoogleProtobuf.Timestamp? = nil,
      endTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.startTime = startTime
      self.endTime = endTime
    }

    package static var fullName: String { "siyu.customers.v1.TimeWindow" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__time_window__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TimeWindow.self)
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TimeWindow.self)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.end_time = writer.message(self.endTime)
    }
  }

  /// Conditions on tags: all groups must match.
  package struct TagFilter: Protobuf.Message {
    /// What must match: at most 50 (INVALID_ARGUMENT above), not limited to one entry a tag group.
    package var groupList: [CustomersV1.TagGroupFilter] = []

    package init() {}

    package init(
      groupList: [CustomersV1.TagGroupFilter] = []
    ) {
      self.groupList = groupList
    }

    package static var fullName: String { "siyu.customers.v1.TagFilter" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__tag_filter__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TagFilter.self)
      self.groupList = reader.messages(c.pointee.n_group_list, c.pointee.group_list, "group_list")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TagFilter.self)
      c.pointee.group_list = writer.messages(self.groupList, &c.pointee.n_group_list)
    }
  }

  /// One condition on tags: any of them matches.
  package struct TagGroupFilter: Protobuf.Message {
    /// The tags, by tag_id: 1 to 1000 (INVALID_ARGUMENT, errcode 41111). NOT_FOUND with errcode 40068
    /// when one is unknown or deleted.
    package var tagList: [String] = []
    /// When given, the tag group all of tag_list must belong to; INVALID_ARGUMENT with errcode 41110
    /// for a tag of another group, NOT_FOUND with errcode 40068 for an unknown or deleted group.
    package var groupID: String = ""

    package init() {}

    package init(
      tagList: [String] = [],
      groupID: String = ""
    ) {
      self.tagList = tagList
      self.groupID = groupID
    }

    package static var fullName: String { "siyu.customers.v1.TagGroupFilter" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__tag_group_filter__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TagGroupFilter.self)
      self.tagList = reader.texts(c.pointee.n_tag_list, c.pointee.tag_list, "tag_list")
      self.groupID = reader.text(c.pointee.group_id, "group_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TagGroupFilter.self)
      c.pointee.tag_list = writer.texts(self.tagList, &c.pointee.n_tag_list)
      c.pointee.group_id = writer.text(self.groupID)
    }
  }

  /// Asks how large an audience is.
  package struct PreviewAudienceRequest: Protobuf.Message {
    /// The audience. Absent: every customer.
    package var audience: CustomersV1.Audience? = nil
    /// How many customers to show: 0 means 10, at most 100 are shown. Negative is INVALID_ARGUMENT.
    package var sampleSize: Int32 = 0

    package init() {}

    package init(
      audience: CustomersV1.Audience? = nil,
      sampleSize: Int32 = 0
    ) {
      self.audience = audience
      self.sampleSize = sampleSize
    }

    package static var fullName: String { "siyu.customers.v1.PreviewAudienceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__preview_audience_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__PreviewAudienceRequest.self)
      self.audience = reader.message(c.pointee.audience, "audience")
      self.sampleSize = c.pointee.sample_size
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__PreviewAudienceRequest.self)
      c.pointee.audience = writer.message(self.audience)
      c.pointee.sample_size = self.sampleSize
    }
  }

  /// How large an audience is.
  package struct PreviewAudienceResponse: Protobuf.Message {
    /// Customers in it.
    package var customerCount: Int64 = 0
    /// Members related to at least one of them by a relation that fits.
    package var memberCount: Int64 = 0
    /// Those members, most customers to send to first, then by userid; at most 1000 are listed.
    package var members: [CustomersV1.MemberCount] = []
    /// Customers named by external_userids who are left out.
    package var excludedCount: Int64 = 0
    /// Who is left out and why, in the order given; at most 1000 are listed.
    package var excluded: [CustomersV1.ExcludedCustomer] = []
    /// Customers who would be in it but for none_of.
    package var noneOfCount: Int64 = 0
    /// Some of it: the first in the order of ListAudience, as many as asked for.
    package var sample: [CustomersV1.Recipient] = []

    package init() {}

    package init(
      customerCount: Int64 = 0,
      memberCount: Int64 = 0,
      members: [CustomersV1.MemberCount] = [],
      excludedCount: Int64 = 0,
      excluded: [CustomersV1.ExcludedCustomer] = [],
      noneOfCount: Int64 = 0,
      sample: [CustomersV1.Recipient] = []
    ) {
      self.customerCount = customerCount
      self.memberCount = memberCount
      self.members = members
      self.excludedCount = excludedCount
      self.excluded = excluded
      self.noneOfCount = noneOfCount
      self.sample = sample
    }

    package static var fullName: String { "siyu.customers.v1.PreviewAudienceResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__preview_audience_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__PreviewAudienceResponse.self)
      self.customerCount = c.pointee.customer_count
      self.memberCount = c.pointee.member_count
      self.members = reader.messages(c.pointee.n_members, c.pointee.members, "members")
      self.excludedCount = c.pointee.excluded_count
      self.excluded = reader.messages(c.pointee.n_excluded, c.pointee.excluded, "excluded")
      self.noneOfCount = c.pointee.none_of_count
      self.sample = reader.messages(c.pointee.n_sample, c.pointee.sample, "sample")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__PreviewAudienceResponse.self)
      c.pointee.customer_count = self.customerCount
      c.pointee.member_count = self.memberCount
      c.pointee.members = writer.messages(self.members, &c.pointee.n_members)
      c.pointee.excluded_count = self.excludedCount
      c.pointee.excluded = writer.messages(self.excluded, &c.pointee.n_excluded)
      c.pointee.none_of_count = self.noneOfCount
      c.pointee.sample = writer.messages(self.sample, &c.pointee.n_sample)
    }
  }

  /// What an audience means for one member.
  package struct MemberCount: Protobuf.Message {
    /// The member.
    package var userid: String = ""
    /// Customers of the audience he is the sender for. May be 0 when others come before him with each.
    package var customerCount: Int64 = 0
    /// Customers of the audience he is related to by a relation that fits, whoever is the sender.
    package var relatedCount: Int64 = 0

    package init() {}

    package init(
      userid: String = "",
      customerCount: Int64 = 0,
      relatedCount: Int64 = 0
    ) {
      self.userid = userid
      self.customerCount = customerCount
      self.relatedCount = relatedCount
    }

    package static var fullName: String { "siyu.customers.v1.MemberCount" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__member_count__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__MemberCount.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.customerCount = c.pointee.customer_count
      self.relatedCount = c.pointee.related_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__MemberCount.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.customer_count = self.customerCount
      c.pointee.related_count = self.relatedCount
    }
  }

  /// A customer named by external_userids who is left out.
  package struct ExcludedCustomer: Protobuf.Message {
    /// The customer, as asked.
    package var externalUserid: String = ""
    /// Why.
    package var reason: CustomersV1.ExclusionReason = .init()

    package init() {}

    package init(
      externalUserid: String = "",
      reason: CustomersV1.ExclusionReason = .init()
    ) {
      self.externalUserid = externalUserid
      self.reason = reason
    }

    package static var fullName: String { "siyu.customers.v1.ExcludedCustomer" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__excluded_customer__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ExcludedCustomer.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.reason = CustomersV1.ExclusionReason(rawValue: Int32(truncatingIfNeeded: c.pointee.reason.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ExcludedCustomer.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.reason = writer.value(self.reason)
    }
  }

  /// Asks for an audience's customers.
  package struct ListAudienceRequest: Protobuf.Message {
    /// The audience. Absent: every customer.
    package var audience: CustomersV1.Audience? = nil
    /// Empty to begin; else the cursor of the last message that was dealt with, with the same
    /// audience.
    package var after: String = ""

    package init() {}

    package init(
      audience: CustomersV1.Audience? = nil,
      after: String = ""
    ) {
      self.audience = audience
      self.after = after
    }

    package static var fullName: String { "siyu.customers.v1.ListAudienceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_audience_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListAudienceRequest.self)
      self.audience = reader.message(c.pointee.audience, "audience")
      self.after = reader.text(c.pointee.after, "after")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListAudienceRequest.self)
      c.pointee.audience = writer.message(self.audience)
      c.pointee.after = writer.text(self.after)
    }
  }

  /// Some of an audience's customers.
  package struct ListAudienceResponse: Protobuf.Message {
    /// The next of them: at most 1000, none in the last message when nobody was left.
    package var recipients: [CustomersV1.Recipient] = []
    /// Where to go on from after this message. Opaque, without expiry.
    package var cursor: String = ""
    /// Customers listed since the walk began, in all its calls, this message included.
    package var listedCount: Int64 = 0
    /// Whether this is the last message: the walk is whole. A stream that ends without it was cut.
    package var finished: Bool = false

    package init() {}

    package init(
      recipients: [CustomersV1.Recipient] = [],
      cursor: String = "",
      listedCount: Int64 = 0,
      finished: Bool = false
    ) {
      self.recipients = recipients
      self.cursor = cursor
      self.listedCount = listedCount
      self.finished = finished
    }

    package static var fullName: String { "siyu.customers.v1.ListAudienceResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_audience_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListAudienceResponse.self)
      self.recipients = reader.messages(c.pointee.n_recipients, c.pointee.recipients, "recipients")
      self.cursor = reader.text(c.pointee.cursor, "cursor")
      self.listedCount = c.pointee.listed_count
      self.finished = c.pointee.finished != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListAudienceResponse.self)
      c.pointee.recipients = writer.messages(self.recipients, &c.pointee.n_recipients)
      c.pointee.cursor = writer.text(self.cursor)
      c.pointee.listed_count = self.listedCount
      c.pointee.finished = self.finished ? 1 : 0
    }
  }

  /// A customer and the one member who reaches him.
  package struct Recipient: Protobuf.Message {
    /// The customer.
    package var externalUserid: String = ""
    /// The sender.
    package var userid: String = ""

    package init() {}

    package init(
      externalUserid: String = "",
      userid: String = ""
    ) {
      self.externalUserid = externalUserid
      self.userid = userid
    }

    package static var fullName: String { "siyu.customers.v1.Recipient" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__recipient__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Recipient.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.userid = reader.text(c.pointee.userid, "userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Recipient.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.userid = writer.text(self.userid)
    }
  }
}
