// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Keeps the tags that members give to their customers for themselves. They have a name and no
  /// tag_id; nobody is found by them, and GetCustomer alone shows them beside the others. They end with
  /// the relation when the member removes the customer.
  package protocol PersonalTagServiceProtocol: Swift.Sendable {
    /// Sets all personal tags of a relation. NOT_FOUND with errcode 84061 when the two are not related.
    /// Stands for what the client does: WeCom has no call for it.
    func setPersonalTags(_ request: CustomersV1.SetPersonalTagsRequest, _ call: RPC.Call) async throws -> CustomersV1.PersonalTags
    /// Lists the names that a member has given to customers, by name. NOT_FOUND with errcode 84061 when
    /// the member never had a customer.
    func listPersonalTags(_ request: CustomersV1.ListPersonalTagsRequest, _ call: RPC.Call) async throws -> CustomersV1.ListPersonalTagsResponse
  }

  /// The methods of `siyu.customers.v1.PersonalTagService`, and its routes.
  package enum PersonalTagService {
    package static let setPersonalTags = RPC.MethodDescriptor(
      service: "siyu.customers.v1.PersonalTagService", name: "SetPersonalTags",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.mark"), mutates: true,
      dataScope: RPC.DataScopeRule(CustomersV1.SetPersonalTagsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let listPersonalTags = RPC.MethodDescriptor(
      service: "siyu.customers.v1.PersonalTagService", name: "ListPersonalTags",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"),
      dataScope: RPC.DataScopeRule(CustomersV1.ListPersonalTagsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.PersonalTagService",
      methods: [setPersonalTags, listPersonalTags])

    package static func routes(_ service: some PersonalTagServiceProtocol) -> [RPC.Route] {
      [
        .unary(setPersonalTags) { bytes, call in
          guard let request = call.begin(CustomersV1.SetPersonalTagsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.setPersonalTags(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listPersonalTags) { bytes, call in
          guard let request = call.begin(CustomersV1.ListPersonalTagsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listPersonalTags(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.PersonalTagService` over a channel.
  package struct PersonalTagServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Sets all personal tags of a relation. NOT_FOUND with errcode 84061 when the two are not related.
    /// Stands for what the client does: WeCom has no call for it.
    package func setPersonalTags(_ request: CustomersV1.SetPersonalTagsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.PersonalTags {
      try await channel.unary(PersonalTagService.setPersonalTags, request, options)
    }

    /// Lists the names that a member has given to customers, by name. NOT_FOUND with errcode 84061 when
    /// the member never had a customer.
    package func listPersonalTags(_ request: CustomersV1.ListPersonalTagsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListPersonalTagsResponse {
      try await channel.unary(PersonalTagService.listPersonalTags, request, options)
    }
  }

  /// The personal tags of one relation.
  package struct PersonalTags: Protobuf.Message {
    /// The member.
    package var userid: String = ""
    /// The customer.
    package var externalUserid: String = ""
    /// The names, in the order given.
    package var names: [String] = []

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      names: [String] = []
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.names = names
    }

    package static var fullName: String { "siyu.customers.v1.PersonalTags" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__personal_tags__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__PersonalTags.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.names = reader.texts(c.pointee.n_names, c.pointee.names, "names")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__PersonalTags.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.names = writer.texts(self.names, &c.pointee.n_names)
    }
  }

  /// Asks for the personal tags of a relation to be these.
  package struct SetPersonalTagsRequest: Protobuf.MutatingRequest {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// The names: at most 100 (errcode 41111), each 1 to 30 characters (errcode 40072). One given twice
    /// counts once. Empty: none are left.
    package var names: [String] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      names: [String] = [],
      requestID: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.names = names
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.SetPersonalTagsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__set_personal_tags_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__SetPersonalTagsRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.names = reader.texts(c.pointee.n_names, c.pointee.names, "names")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__SetPersonalTagsRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.names = writer.texts(self.names, &c.pointee.n_names)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a member's personal tags.
  package struct ListPersonalTagsRequest: Protobuf.PagedRequest {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      userid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.userid = userid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListPersonalTagsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_personal_tags_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListPersonalTagsRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListPersonalTagsRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of a member's personal tags.
  package struct ListPersonalTagsResponse: Protobuf.Message {
    /// The tags.
    package var personalTags: [CustomersV1.PersonalTag] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      personalTags: [CustomersV1.PersonalTag] = [],
      nextPageToken: String = ""
    ) {
      self.personalTags = personalTags
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListPersonalTagsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_personal_tags_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListPersonalTagsResponse.self)
      self.personalTags = reader.messages(c.pointee.n_personal_tags, c.pointee.personal_tags, "personal_tags")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListPersonalTagsResponse.self)
      c.pointee.personal_tags = writer.messages(self.personalTags, &c.pointee.n_personal_tags)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// A name that a member has given to customers.
  package struct PersonalTag: Protobuf.Message {
    /// The name.
    package var name: String = ""
    /// How many of his customers bear it.
    package var relationCount: Int64 = 0

    package init() {}

    package init(
      name: String = "",
      relationCount: Int64 = 0
    ) {
      self.name = name
      self.relationCount = relationCount
    }

    package static var fullName: String { "siyu.customers.v1.PersonalTag" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__personal_tag__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__PersonalTag.self)
      self.name = reader.text(c.pointee.name, "name")
      self.relationCount = c.pointee.relation_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__PersonalTag.self)
      c.pointee.name = writer.text(self.name)
      c.pointee.relation_count = self.relationCount
    }
  }
}
