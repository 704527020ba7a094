// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension DirectoryV1 {
  /// Keeps the members 成员 of a corp and the departments they work in.
  package protocol MemberServiceProtocol: Swift.Sendable {
    /// Creates a member. NOT_FOUND when one of his departments does not exist (errcode 60123: unlike
    /// WeCom, which makes one), ALREADY_EXISTS when the userid, the mobile or the email is taken,
    /// RESOURCE_EXHAUSTED when a department has 30,000 children. Stands for WeCom's user/create.
    func createMember(_ request: DirectoryV1.CreateMemberRequest, _ call: RPC.Call) async throws -> DirectoryV1.Member
    /// Returns one member; NOT_FOUND when there is none with the userid. Stands for user/get.
    func getMember(_ request: DirectoryV1.GetMemberRequest, _ call: RPC.Call) async throws -> DirectoryV1.Member
    /// Lists the members of a department, or of a department and all that lie under it: each once, in
    /// the order they were created. Stands for user/list.
    func listMembers(_ request: DirectoryV1.ListMembersRequest, _ call: RPC.Call) async throws -> DirectoryV1.ListMembersResponse
    /// Changes the fields named by the mask; fails as CreateMember does, and NOT_FOUND when there is
    /// no such member. A caller with a data scope lets him into and out of departments within it alone:
    /// otherwise PERMISSION_DENIED with errcode 60011. Stands for user/update.
    func updateMember(_ request: DirectoryV1.UpdateMemberRequest, _ call: RPC.Call) async throws -> DirectoryV1.Member
    /// Deletes a member, who leaves his departments; NOT_FOUND when there is no such member. The
    /// userid is free again. Stands for user/delete.
    func deleteMember(_ request: DirectoryV1.DeleteMemberRequest, _ call: RPC.Call) async throws -> DirectoryV1.DeleteMemberResponse
    /// Creates or overwrites members in bulk, by userid. Each message of the stream is one batch,
    /// applied item by item in the order given, in one transaction, with its own request_id: a stream
    /// cut in the middle is resumed by sending it again. Items that break a rule are reported and left
    /// out; the others are kept. INVALID_ARGUMENT for a batch of none or more than 1000, which ends
    /// the stream; the batches before it stay. Stands for batch/syncuser.
    func importMembers(_ requests: RPC.RequestStream<DirectoryV1.ImportMembersRequest>, _ call: RPC.Call) async throws -> DirectoryV1.ImportMembersResponse
  }

  /// The methods of `siyu.directory.v1.MemberService`, and its routes.
  package enum MemberService {
    package static let createMember = RPC.MethodDescriptor(
      service: "siyu.directory.v1.MemberService", name: "CreateMember",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.members.write"), mutates: true,
      dataScope: RPC.DataScopeRule(DirectoryV1.CreateMemberRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("member.department_ids")
        if let part1 = request.member {
          reading.add(departments: part1.departmentIDs)
        }
      })
    package static let getMember = RPC.MethodDescriptor(
      service: "siyu.directory.v1.MemberService", name: "GetMember",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.members.read"),
      dataScope: RPC.DataScopeRule(DirectoryV1.GetMemberRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let listMembers = RPC.MethodDescriptor(
      service: "siyu.directory.v1.MemberService", name: "ListMembers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.members.read"),
      dataScope: RPC.DataScopeRule(DirectoryV1.ListMembersRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("department_id")
        reading.add(department: request.departmentID)
      })
    package static let updateMember = RPC.MethodDescriptor(
      service: "siyu.directory.v1.MemberService", name: "UpdateMember",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.members.write"), mutates: true,
      dataScope: RPC.DataScopeRule(DirectoryV1.UpdateMemberRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("member.userid")
        if let part1 = request.member {
          reading.add(member: part1.userid)
        }
      })
    package static let deleteMember = RPC.MethodDescriptor(
      service: "siyu.directory.v1.MemberService", name: "DeleteMember",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.members.write"), mutates: true)
    package static let importMembers = RPC.MethodDescriptor(
      service: "siyu.directory.v1.MemberService", name: "ImportMembers",
      clientStreaming: true, serverStreaming: false,
      right: .scope("directory.members.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.directory.v1.MemberService",
      methods: [createMember, getMember, listMembers, updateMember, deleteMember, importMembers])

    package static func routes(_ service: some MemberServiceProtocol) -> [RPC.Route] {
      [
        .unary(createMember) { bytes, call in
          guard let request = call.begin(DirectoryV1.CreateMemberRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createMember(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getMember) { bytes, call in
          guard let request = call.begin(DirectoryV1.GetMemberRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getMember(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listMembers) { bytes, call in
          guard let request = call.begin(DirectoryV1.ListMembersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMembers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateMember) { bytes, call in
          guard let request = call.begin(DirectoryV1.UpdateMemberRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateMember(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteMember) { bytes, call in
          guard let request = call.begin(DirectoryV1.DeleteMemberRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteMember(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .clientStream(importMembers) { (requests: RPC.RequestStream<DirectoryV1.ImportMembersRequest>, call) in try await service.importMembers(requests, call) },
      ]
    }
  }

  /// Calls `siyu.directory.v1.MemberService` over a channel.
  package struct MemberServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a member. NOT_FOUND when one of his departments does not exist (errcode 60123: unlike
    /// WeCom, which makes one), ALREADY_EXISTS when the userid, the mobile or the email is taken,
    /// RESOURCE_EXHAUSTED when a department has 30,000 children. Stands for WeCom's user/create.
    package func createMember(_ request: DirectoryV1.CreateMemberRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.Member {
      try await channel.unary(MemberService.createMember, request, options)
    }

    /// Returns one member; NOT_FOUND when there is none with the userid. Stands for user/get.
    package func getMember(_ request: DirectoryV1.GetMemberRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.Member {
      try await channel.unary(MemberService.getMember, request, options)
    }

    /// Lists the members of a department, or of a department and all that lie under it: each once, in
    /// the order they were created. Stands for user/list.
    package func listMembers(_ request: DirectoryV1.ListMembersRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.ListMembersResponse {
      try await channel.unary(MemberService.listMembers, request, options)
    }

    /// Changes the fields named by the mask; fails as CreateMember does, and NOT_FOUND when there is
    /// no such member. A caller with a data scope lets him into and out of departments within it alone:
    /// otherwise PERMISSION_DENIED with errcode 60011. Stands for user/update.
    package func updateMember(_ request: DirectoryV1.UpdateMemberRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.Member {
      try await channel.unary(MemberService.updateMember, request, options)
    }

    /// Deletes a member, who leaves his departments; NOT_FOUND when there is no such member. The
    /// userid is free again. Stands for user/delete.
    package func deleteMember(_ request: DirectoryV1.DeleteMemberRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.DeleteMemberResponse {
      try await channel.unary(MemberService.deleteMember, request, options)
    }

    /// Creates or overwrites members in bulk, by userid. Each message of the stream is one batch,
    /// applied item by item in the order given, in one transaction, with its own request_id: a stream
    /// cut in the middle is resumed by sending it again. Items that break a rule are reported and left
    /// out; the others are kept. INVALID_ARGUMENT for a batch of none or more than 1000, which ends
    /// the stream; the batches before it stay. Stands for batch/syncuser.
    package func importMembers(options: RPC.CallOptions = .init(), _ send: (RPC.RequestWriter<DirectoryV1.ImportMembersRequest>) async throws -> Void) async throws -> DirectoryV1.ImportMembersResponse {
      try await channel.clientStream(MemberService.importMembers, options, send)
    }
  }

  /// A member's gender 性别.
  package struct MemberGender: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said, or hidden.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Male 男.
    package static var male: Self { Self(rawValue: 1) }
    /// Female 女.
    package static var female: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "MEMBER_GENDER_UNSPECIFIED",
      1: "MEMBER_GENDER_MALE",
      2: "MEMBER_GENDER_FEMALE",
    ]
  }

  /// Whether a member works with the corp's customers at the moment; the numbers are WeCom's.
  package struct MemberStatus: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: in a request, activated.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Activated 已激活: takes part.
    package static var activated: Self { Self(rawValue: 1) }
    /// Disabled 已禁用 by the corp.
    package static var disabled: Self { Self(rawValue: 2) }
    /// Not activated 未激活: was created and has not come yet.
    package static var notActivated: Self { Self(rawValue: 4) }
    /// Left the corp 退出企业, his place is still kept.
    package static var left: Self { Self(rawValue: 5) }

    package static let names: [Int32: String] = [
      0: "MEMBER_STATUS_UNSPECIFIED",
      1: "MEMBER_STATUS_ACTIVATED",
      2: "MEMBER_STATUS_DISABLED",
      4: "MEMBER_STATUS_NOT_ACTIVATED",
      5: "MEMBER_STATUS_LEFT",
    ]
  }

  /// A member 成员: somebody who works for the corp.
  package struct Member: Protobuf.Message {
    /// The account: 1 to 64 bytes of letters, digits, '_', '-', '@' and '.', a letter or digit first.
    /// Unique in the corp without regard to case; kept in the case it was created with.
    package var userid: String = ""
    /// The name: 1 to 64 characters.
    package var name: String = ""
    /// Another name: at most 64 characters, may be empty.
    package var alias: String = ""
    /// The mobile number: 5 to 32 bytes of digits (at least 5) and '-', '+' first when a country code is
    /// given; mainland numbers may leave out +86. Unique in the corp, whatever the hyphens. May be empty
    /// when email is not.
    package var mobile: String = ""
    /// The mail address: 6 to 64 bytes. Unique in the corp without regard to case. May be empty when
    /// mobile is not.
    package var email: String = ""
    /// What the member does: at most 128 characters, may be empty.
    package var position: String = ""
    /// The departments he works in (WeCom's department): at most 100, each once. Empty in a request
    /// means the root.
    package var departmentIDs: [UInt32] = []
    /// Whether he leads the department of the same place in department_ids: as many as those, or none,
    /// which means no.
    package var isLeaderInDept: [Bool] = []
    /// His main department, one of department_ids. 0 in a request means the first of them.
    package var mainDepartment: UInt32 = 0
    /// The gender.
    package var gender: DirectoryV1.MemberGender = .init()
    /// Whether he works with customers at the moment.
    package var status: DirectoryV1.MemberStatus = .init()
    /// When he was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      userid: String = "",
      name: String = "",
      alias: String = "",
      mobile: String = "",
      email: String = "",
      position: String = "",
      departmentIDs: [UInt32] = [],
      isLeaderInDept: [Bool] = [],
      mainDepartment: UInt32 = 0,
      gender: DirectoryV1.MemberGender = .init(),
      status: DirectoryV1.MemberStatus = .init(),
      createTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.userid = userid
      self.name = name
      self.alias = alias
      self.mobile = mobile
      self.email = email
      self.position = position
      self.departmentIDs = departmentIDs
      self.isLeaderInDept = isLeaderInDept
      self.mainDepartment = mainDepartment
      self.gender = gender
      self.status = status
      self.createTime = createTime
    }

    package static var fullName: String { "siyu.directory.v1.Member" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__member__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__Member.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.name = reader.text(c.pointee.name, "name")
      self.alias = reader.text(c.pointee.alias, "alias")
      self.mobile = reader.text(c.pointee.mobile, "mobile")
      self.email = reader.text(c.pointee.email, "email")
      self.position = reader.text(c.pointee.position, "position")
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
      self.isLeaderInDept = reader.flags(c.pointee.n_is_leader_in_dept, c.pointee.is_leader_in_dept)
      self.mainDepartment = c.pointee.main_department
      self.gender = DirectoryV1.MemberGender(rawValue: Int32(truncatingIfNeeded: c.pointee.gender.rawValue))
      self.status = DirectoryV1.MemberStatus(rawValue: Int32(truncatingIfNeeded: c.pointee.status.rawValue))
      self.createTime = reader.message(c.pointee.create_time, "create_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__Member.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.name = writer.text(self.name)
      c.pointee.alias = writer.text(self.alias)
      c.pointee.mobile = writer.text(self.mobile)
      c.pointee.email = writer.text(self.email)
      c.pointee.position = writer.text(self.position)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
      c.pointee.is_leader_in_dept = writer.flags(self.isLeaderInDept, &c.pointee.n_is_leader_in_dept)
      c.pointee.main_department = self.mainDepartment
      c.pointee.gender = writer.value(self.gender)
      c.pointee.status = writer.value(self.status)
      c.pointee.create_time = writer.message(self.createTime)
    }
  }

  /// Asks for a new member.
  package struct CreateMemberRequest: Protobuf.MutatingRequest {
    /// The member. `userid`, `name` and one of `mobile` and `email` are required; `create_time` is
    /// ignored.
    package var member: DirectoryV1.Member? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      member: DirectoryV1.Member? = nil,
      requestID: String = ""
    ) {
      self.member = member
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.CreateMemberRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__create_member_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__CreateMemberRequest.self)
      self.member = reader.message(c.pointee.member, "member")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__CreateMemberRequest.self)
      c.pointee.member = writer.message(self.member)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one member.
  package struct GetMemberRequest: Protobuf.Message {
    /// The member's userid, in any case. Required.
    package var userid: String = ""

    package init() {}

    package init(
      userid: String = ""
    ) {
      self.userid = userid
    }

    package static var fullName: String { "siyu.directory.v1.GetMemberRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__get_member_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__GetMemberRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__GetMemberRequest.self)
      c.pointee.userid = writer.text(self.userid)
    }
  }

  /// Asks for the members of a department.
  package struct ListMembersRequest: Protobuf.PagedRequest {
    /// The department; 0 means the root. NOT_FOUND when it does not exist.
    package var departmentID: UInt32 = 0
    /// Whether to list those of all departments under it too.
    package var fetchChild: Bool = false
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      departmentID: UInt32 = 0,
      fetchChild: Bool = false,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.departmentID = departmentID
      self.fetchChild = fetchChild
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.directory.v1.ListMembersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__list_members_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ListMembersRequest.self)
      self.departmentID = c.pointee.department_id
      self.fetchChild = c.pointee.fetch_child != 0
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ListMembersRequest.self)
      c.pointee.department_id = self.departmentID
      c.pointee.fetch_child = self.fetchChild ? 1 : 0
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of members.
  package struct ListMembersResponse: Protobuf.Message {
    /// The members, in the order they were created.
    package var members: [DirectoryV1.Member] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      members: [DirectoryV1.Member] = [],
      nextPageToken: String = ""
    ) {
      self.members = members
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.directory.v1.ListMembersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__list_members_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ListMembersResponse.self)
      self.members = reader.messages(c.pointee.n_members, c.pointee.members, "members")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ListMembersResponse.self)
      c.pointee.members = writer.messages(self.members, &c.pointee.n_members)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a change of a member.
  package struct UpdateMemberRequest: Protobuf.MutatingRequest {
    /// The member: `userid` says which, in any case, the fields named by update_mask say what.
    package var member: DirectoryV1.Member? = nil
    /// The fields to change: name, alias, mobile, email, position, department_ids, is_leader_in_dept,
    /// main_department, gender, status. Empty means all of them that are not empty in `member`. An
    /// unknown path is INVALID_ARGUMENT. With department_ids and without is_leader_in_dept he goes on
    /// leading those that he stays in; with department_ids and without main_department the main one
    /// stays if he does, else it is the first.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateMemberRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      member: DirectoryV1.Member? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.member = member
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.UpdateMemberRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__update_member_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__UpdateMemberRequest.self)
      self.member = reader.message(c.pointee.member, "member")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__UpdateMemberRequest.self)
      c.pointee.member = writer.message(self.member)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of a member.
  package struct DeleteMemberRequest: Protobuf.MutatingRequest {
    /// The member's userid, in any case. Required.
    package var userid: String = ""
    /// Makes the call repeatable; see CreateMemberRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      userid: String = "",
      requestID: String = ""
    ) {
      self.userid = userid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.DeleteMemberRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__delete_member_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__DeleteMemberRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__DeleteMemberRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that a member is gone.
  package struct DeleteMemberResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.directory.v1.DeleteMemberResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__delete_member_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// One batch of an import.
  package struct ImportMembersRequest: Protobuf.MutatingRequest {
    /// The members: 1 to 1000, as for CreateMember. One who exists is overwritten whole, but for his
    /// userid and create_time.
    package var members: [DirectoryV1.Member] = []
    /// Makes the batch repeatable; see CreateMemberRequest. Differs from batch to batch.
    package var requestID: String = ""

    package init() {}

    package init(
      members: [DirectoryV1.Member] = [],
      requestID: String = ""
    ) {
      self.members = members
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.ImportMembersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__import_members_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ImportMembersRequest.self)
      self.members = reader.messages(c.pointee.n_members, c.pointee.members, "members")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ImportMembersRequest.self)
      c.pointee.members = writer.messages(self.members, &c.pointee.n_members)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of an import.
  package struct ImportMembersResponse: Protobuf.Message {
    /// Members that were new.
    package var createdCount: Int64 = 0
    /// Members that existed and were overwritten.
    package var updatedCount: Int64 = 0
    /// Those that were left out, in the order given; at most 1000 are listed, all are counted.
    package var failures: [CommonV1.ItemFailure] = []
    /// Members that were left out.
    package var failedCount: Int64 = 0

    package init() {}

    package init(
      createdCount: Int64 = 0,
      updatedCount: Int64 = 0,
      failures: [CommonV1.ItemFailure] = [],
      failedCount: Int64 = 0
    ) {
      self.createdCount = createdCount
      self.updatedCount = updatedCount
      self.failures = failures
      self.failedCount = failedCount
    }

    package static var fullName: String { "siyu.directory.v1.ImportMembersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__import_members_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ImportMembersResponse.self)
      self.createdCount = c.pointee.created_count
      self.updatedCount = c.pointee.updated_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.failedCount = c.pointee.failed_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ImportMembersResponse.self)
      c.pointee.created_count = self.createdCount
      c.pointee.updated_count = self.updatedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.failed_count = self.failedCount
    }
  }
}
