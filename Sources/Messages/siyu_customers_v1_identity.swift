// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Finds customers by their ids elsewhere, and keeps which of them are one person: somebody with two
  /// WeChat accounts is two customers. A merge takes nothing away: each customer keeps his relations,
  /// his tags and his identities, and can be taken out of the person again.
  package protocol IdentityServiceProtocol: Swift.Sendable {
    /// Gives a customer identities and takes others from him. NOT_FOUND when there is no such customer
    /// (errcode 40096); ALREADY_EXISTS when an identity is another person's: take it from him or merge
    /// the two first; RESOURCE_EXHAUSTED when he would have more than 20. One he has already, and one
    /// to take that he has not, change nothing. WeCom has no call for it.
    func changeIdentities(_ request: CustomersV1.ChangeIdentitiesRequest, _ call: RPC.Call) async throws -> CustomersV1.CustomerIdentities
    /// Lists the identities of a customer, and the customers who are one person with him. NOT_FOUND when
    /// there is no such customer (errcode 40096).
    func getIdentities(_ request: CustomersV1.GetIdentitiesRequest, _ call: RPC.Call) async throws -> CustomersV1.CustomerIdentities
    /// Finds customers by up to 100 identities, each answered in its turn. For a unionid it stands for
    /// WeCom's unionid_to_external_userid.
    func lookupCustomers(_ request: CustomersV1.LookupCustomersRequest, _ call: RPC.Call) async throws -> CustomersV1.LookupCustomersResponse
    /// Says that customers are one person, with all who are one person with any of them already.
    /// NOT_FOUND when one does not exist (errcode 40096), RESOURCE_EXHAUSTED when the person would be
    /// more than 20 customers. Customers who are one person already change nothing.
    func mergeCustomers(_ request: CustomersV1.MergeCustomersRequest, _ call: RPC.Call) async throws -> CustomersV1.Person
    /// Takes a customer out of the person he is merged into; returns who is left of it. NOT_FOUND when
    /// there is no such customer (errcode 40096), FAILED_PRECONDITION when he is merged with nobody.
    func unmergeCustomer(_ request: CustomersV1.UnmergeCustomerRequest, _ call: RPC.Call) async throws -> CustomersV1.Person
    /// Lists how a customer was merged and unmerged, the newest first: when, and by which app.
    /// NOT_FOUND when there is no such customer (errcode 40096).
    func listMerges(_ request: CustomersV1.ListMergesRequest, _ call: RPC.Call) async throws -> CustomersV1.ListMergesResponse
  }

  /// The methods of `siyu.customers.v1.IdentityService`, and its routes.
  package enum IdentityService {
    package static let changeIdentities = RPC.MethodDescriptor(
      service: "siyu.customers.v1.IdentityService", name: "ChangeIdentities",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.identities.write"), mutates: true)
    package static let getIdentities = RPC.MethodDescriptor(
      service: "siyu.customers.v1.IdentityService", name: "GetIdentities",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.identities.read"))
    package static let lookupCustomers = RPC.MethodDescriptor(
      service: "siyu.customers.v1.IdentityService", name: "LookupCustomers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.identities.read"))
    package static let mergeCustomers = RPC.MethodDescriptor(
      service: "siyu.customers.v1.IdentityService", name: "MergeCustomers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.identities.write"), mutates: true)
    package static let unmergeCustomer = RPC.MethodDescriptor(
      service: "siyu.customers.v1.IdentityService", name: "UnmergeCustomer",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.identities.write"), mutates: true)
    package static let listMerges = RPC.MethodDescriptor(
      service: "siyu.customers.v1.IdentityService", name: "ListMerges",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.identities.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.IdentityService",
      methods: [changeIdentities, getIdentities, lookupCustomers, mergeCustomers, unmergeCustomer, listMerges])

    package static func routes(_ service: some IdentityServiceProtocol) -> [RPC.Route] {
      [
        .unary(changeIdentities) { bytes, call in
          guard let request = call.begin(CustomersV1.ChangeIdentitiesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.changeIdentities(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getIdentities) { bytes, call in
          guard let request = call.begin(CustomersV1.GetIdentitiesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getIdentities(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(lookupCustomers) { bytes, call in
          guard let request = call.begin(CustomersV1.LookupCustomersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.lookupCustomers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(mergeCustomers) { bytes, call in
          guard let request = call.begin(CustomersV1.MergeCustomersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.mergeCustomers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(unmergeCustomer) { bytes, call in
          guard let request = call.begin(CustomersV1.UnmergeCustomerRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.unmergeCustomer(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listMerges) { bytes, call in
          guard let request = call.begin(CustomersV1.ListMergesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMerges(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.IdentityService` over a channel.
  package struct IdentityServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Gives a customer identities and takes others from him. NOT_FOUND when there is no such customer
    /// (errcode 40096); ALREADY_EXISTS when an identity is another person's: take it from him or merge
    /// the two first; RESOURCE_EXHAUSTED when he would have more than 20. One he has already, and one
    /// to take that he has not, change nothing. WeCom has no call for it.
    package func changeIdentities(_ request: CustomersV1.ChangeIdentitiesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.CustomerIdentities {
      try await channel.unary(IdentityService.changeIdentities, request, options)
    }

    /// Lists the identities of a customer, and the customers who are one person with him. NOT_FOUND when
    /// there is no such customer (errcode 40096).
    package func getIdentities(_ request: CustomersV1.GetIdentitiesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.CustomerIdentities {
      try await channel.unary(IdentityService.getIdentities, request, options)
    }

    /// Finds customers by up to 100 identities, each answered in its turn. For a unionid it stands for
    /// WeCom's unionid_to_external_userid.
    package func lookupCustomers(_ request: CustomersV1.LookupCustomersRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.LookupCustomersResponse {
      try await channel.unary(IdentityService.lookupCustomers, request, options)
    }

    /// Says that customers are one person, with all who are one person with any of them already.
    /// NOT_FOUND when one does not exist (errcode 40096), RESOURCE_EXHAUSTED when the person would be
    /// more than 20 customers. Customers who are one person already change nothing.
    package func mergeCustomers(_ request: CustomersV1.MergeCustomersRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Person {
      try await channel.unary(IdentityService.mergeCustomers, request, options)
    }

    /// Takes a customer out of the person he is merged into; returns who is left of it. NOT_FOUND when
    /// there is no such customer (errcode 40096), FAILED_PRECONDITION when he is merged with nobody.
    package func unmergeCustomer(_ request: CustomersV1.UnmergeCustomerRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Person {
      try await channel.unary(IdentityService.unmergeCustomer, request, options)
    }

    /// Lists how a customer was merged and unmerged, the newest first: when, and by which app.
    /// NOT_FOUND when there is no such customer (errcode 40096).
    package func listMerges(_ request: CustomersV1.ListMergesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListMergesResponse {
      try await channel.unary(IdentityService.listMerges, request, options)
    }
  }

  /// What kind of id it is.
  package struct IdentityKind: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: INVALID_ARGUMENT.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// His id across the accounts of one WeChat developer. It is the customer's own `unionid`, given by
    /// AddRelation and ImportRelations: here it can be looked up alone.
    package static var unionid: Self { Self(rawValue: 1) }
    /// A phone number: digits with the country in front, such as 8613800000000; '+', blanks and '-' are
    /// left out. Kept as a keyed hash: answers show its last four digits.
    package static var phone: Self { Self(rawValue: 2) }
    /// His id in one account or mini program of WeChat: space is the account's appid.
    package static var openid: Self { Self(rawValue: 3) }
    /// His id in a system of yours, such as a CRM: space names the system. A membership over several
    /// brands 集团会员 is such a system: one customer has the id, and those of other brands are merged
    /// with him.
    package static var own: Self { Self(rawValue: 4) }

    package static let names: [Int32: String] = [
      0: "IDENTITY_KIND_UNSPECIFIED",
      1: "IDENTITY_KIND_UNIONID",
      2: "IDENTITY_KIND_PHONE",
      3: "IDENTITY_KIND_OPENID",
      4: "IDENTITY_KIND_OWN",
    ]
  }

  /// An id under which a customer is known.
  package struct Identity: Protobuf.Message {
    /// Its kind. Required.
    package var kind: CustomersV1.IdentityKind = .init()
    /// Whose ids these are: 1 to 64 of [0-9A-Za-z_-] for openids and own ids, empty for the others.
    package var space: String = ""
    /// The id itself, with regard to case: 1 to 128 bytes; a phone number has 5 to 15 digits. In answers
    /// a phone number is '*' and its last four digits.
    package var value: String = ""
    /// When he was given it. Output only; absent for a unionid.
    package var createTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      kind: CustomersV1.IdentityKind = .init(),
      space: String = "",
      value: String = "",
      createTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.kind = kind
      self.space = space
      self.value = value
      self.createTime = createTime
    }

    package static var fullName: String { "siyu.customers.v1.Identity" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__identity__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Identity.self)
      self.kind = CustomersV1.IdentityKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.space = reader.text(c.pointee.space, "space")
      self.value = reader.text(c.pointee.value, "value")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Identity.self)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.space = writer.text(self.space)
      c.pointee.value = writer.text(self.value)
      c.pointee.create_time = writer.message(self.createTime)
    }
  }

  /// A customer's identities, and his person.
  package struct CustomerIdentities: Protobuf.Message {
    /// The customer.
    package var externalUserid: String = ""
    /// What he himself is known by: his unionid first, if he has one, the others by kind, space and
    /// value.
    package var identities: [CustomersV1.Identity] = []
    /// The customers who are one person: he, and those he was merged with, by when they came.
    package var personExternalUserids: [String] = []

    package init() {}

    package init(
      externalUserid: String = "",
      identities: [CustomersV1.Identity] = [],
      personExternalUserids: [String] = []
    ) {
      self.externalUserid = externalUserid
      self.identities = identities
      self.personExternalUserids = personExternalUserids
    }

    package static var fullName: String { "siyu.customers.v1.CustomerIdentities" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__customer_identities__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CustomerIdentities.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.identities = reader.messages(c.pointee.n_identities, c.pointee.identities, "identities")
      self.personExternalUserids = reader.texts(c.pointee.n_person_external_userids, c.pointee.person_external_userids, "person_external_userids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CustomerIdentities.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.identities = writer.messages(self.identities, &c.pointee.n_identities)
      c.pointee.person_external_userids = writer.texts(self.personExternalUserids, &c.pointee.n_person_external_userids)
    }
  }

  /// Asks for a customer's identities to change.
  package struct ChangeIdentitiesRequest: Protobuf.MutatingRequest {
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// What he is to be known by besides: at most 20. A unionid is INVALID_ARGUMENT.
    package var addIdentities: [CustomersV1.Identity] = []
    /// What he is to be known by no more: at most 20. One that is in both lists is INVALID_ARGUMENT.
    package var removeIdentities: [CustomersV1.Identity] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      externalUserid: String = "",
      addIdentities: [CustomersV1.Identity] = [],
      removeIdentities: [CustomersV1.Identity] = [],
      requestID: String = ""
    ) {
      self.externalUserid = externalUserid
      self.addIdentities = addIdentities
      self.removeIdentities = removeIdentities
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.ChangeIdentitiesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__change_identities_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ChangeIdentitiesRequest.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.addIdentities = reader.messages(c.pointee.n_add_identities, c.pointee.add_identities, "add_identities")
      self.removeIdentities = reader.messages(c.pointee.n_remove_identities, c.pointee.remove_identities, "remove_identities")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ChangeIdentitiesRequest.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.add_identities = writer.messages(self.addIdentities, &c.pointee.n_add_identities)
      c.pointee.remove_identities = writer.messages(self.removeIdentities, &c.pointee.n_remove_identities)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a customer's identities.
  package struct GetIdentitiesRequest: Protobuf.Message {
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""

    package init() {}

    package init(
      externalUserid: String = ""
    ) {
      self.externalUserid = externalUserid
    }

    package static var fullName: String { "siyu.customers.v1.GetIdentitiesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_identities_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetIdentitiesRequest.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetIdentitiesRequest.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
    }
  }

  /// Asks who is known by ids.
  package struct LookupCustomersRequest: Protobuf.Message {
    /// The ids: 1 to 100.
    package var identities: [CustomersV1.Identity] = []

    package init() {}

    package init(
      identities: [CustomersV1.Identity] = []
    ) {
      self.identities = identities
    }

    package static var fullName: String { "siyu.customers.v1.LookupCustomersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__lookup_customers_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__LookupCustomersRequest.self)
      self.identities = reader.messages(c.pointee.n_identities, c.pointee.identities, "identities")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__LookupCustomersRequest.self)
      c.pointee.identities = writer.messages(self.identities, &c.pointee.n_identities)
    }
  }

  /// Who was found.
  package struct LookupCustomersResponse: Protobuf.Message {
    /// One for each id asked for, in their order.
    package var found: [CustomersV1.FoundPerson] = []

    package init() {}

    package init(
      found: [CustomersV1.FoundPerson] = []
    ) {
      self.found = found
    }

    package static var fullName: String { "siyu.customers.v1.LookupCustomersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__lookup_customers_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__LookupCustomersResponse.self)
      self.found = reader.messages(c.pointee.n_found, c.pointee.found, "found")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__LookupCustomersResponse.self)
      c.pointee.found = writer.messages(self.found, &c.pointee.n_found)
    }
  }

  /// Who is known by an id.
  package struct FoundPerson: Protobuf.Message {
    /// Who have it; empty when nobody has. One customer, except for a unionid that was said of several.
    package var externalUserids: [String] = []
    /// All customers who are one person with them.
    package var personExternalUserids: [String] = []

    package init() {}

    package init(
      externalUserids: [String] = [],
      personExternalUserids: [String] = []
    ) {
      self.externalUserids = externalUserids
      self.personExternalUserids = personExternalUserids
    }

    package static var fullName: String { "siyu.customers.v1.FoundPerson" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__found_person__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__FoundPerson.self)
      self.externalUserids = reader.texts(c.pointee.n_external_userids, c.pointee.external_userids, "external_userids")
      self.personExternalUserids = reader.texts(c.pointee.n_person_external_userids, c.pointee.person_external_userids, "person_external_userids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__FoundPerson.self)
      c.pointee.external_userids = writer.texts(self.externalUserids, &c.pointee.n_external_userids)
      c.pointee.person_external_userids = writer.texts(self.personExternalUserids, &c.pointee.n_person_external_userids)
    }
  }

  /// Asks for customers to be one person.
  package struct MergeCustomersRequest: Protobuf.MutatingRequest {
    /// The customers: 2 to 20, each once.
    package var externalUserids: [String] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      externalUserids: [String] = [],
      requestID: String = ""
    ) {
      self.externalUserids = externalUserids
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.MergeCustomersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__merge_customers_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__MergeCustomersRequest.self)
      self.externalUserids = reader.texts(c.pointee.n_external_userids, c.pointee.external_userids, "external_userids")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__MergeCustomersRequest.self)
      c.pointee.external_userids = writer.texts(self.externalUserids, &c.pointee.n_external_userids)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a customer to be a person of his own.
  package struct UnmergeCustomerRequest: Protobuf.MutatingRequest {
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      externalUserid: String = "",
      requestID: String = ""
    ) {
      self.externalUserid = externalUserid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UnmergeCustomerRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__unmerge_customer_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UnmergeCustomerRequest.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UnmergeCustomerRequest.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Customers who are one person.
  package struct Person: Protobuf.Message {
    /// They, by when they came.
    package var externalUserids: [String] = []

    package init() {}

    package init(
      externalUserids: [String] = []
    ) {
      self.externalUserids = externalUserids
    }

    package static var fullName: String { "siyu.customers.v1.Person" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__person__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Person.self)
      self.externalUserids = reader.texts(c.pointee.n_external_userids, c.pointee.external_userids, "external_userids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Person.self)
      c.pointee.external_userids = writer.texts(self.externalUserids, &c.pointee.n_external_userids)
    }
  }

  /// Asks how a customer was merged.
  package struct ListMergesRequest: Protobuf.PagedRequest {
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      externalUserid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.externalUserid = externalUserid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListMergesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_merges_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListMergesRequest.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListMergesRequest.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of a customer's merges.
  package struct ListMergesResponse: Protobuf.Message {
    /// The merges, the newest first.
    package var merges: [CustomersV1.Merge] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      merges: [CustomersV1.Merge] = [],
      nextPageToken: String = ""
    ) {
      self.merges = merges
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListMergesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_merges_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListMergesResponse.self)
      self.merges = reader.messages(c.pointee.n_merges, c.pointee.merges, "merges")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListMergesResponse.self)
      c.pointee.merges = writer.messages(self.merges, &c.pointee.n_merges)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// A change of who is one person with a customer.
  package struct Merge: Protobuf.Message {
    /// When.
    package var changeTime: GoogleProtobuf.Timestamp? = nil
    /// The app that asked for it.
    package var app: String = ""
    /// Who was one person with him from then on, he among them.
    package var personExternalUserids: [String] = []

    package init() {}

    package init(
      changeTime: GoogleProtobuf.Timestamp? = nil,
      app: String = "",
      personExternalUserids: [String] = []
    ) {
      self.changeTime = changeTime
      self.app = app
      self.personExternalUserids = personExternalUserids
    }

    package static var fullName: String { "siyu.customers.v1.Merge" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__merge__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Merge.self)
      self.changeTime = reader.message(c.pointee.change_time, "change_time")
      self.app = reader.text(c.pointee.app, "app")
      self.personExternalUserids = reader.texts(c.pointee.n_person_external_userids, c.pointee.person_external_userids, "person_external_userids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Merge.self)
      c.pointee.change_time = writer.message(self.changeTime)
      c.pointee.app = writer.text(self.app)
      c.pointee.person_external_userids = writer.texts(self.personExternalUserids, &c.pointee.n_person_external_userids)
    }
  }

  /// A customer was taken out of a person.
  package struct PersonSplit: Protobuf.Message {
    /// He.
    package var externalUserid: String = ""
    /// Who is left of the person.
    package var person: CustomersV1.Person? = nil

    package init() {}

    package init(
      externalUserid: String = "",
      person: CustomersV1.Person? = nil
    ) {
      self.externalUserid = externalUserid
      self.person = person
    }

    package static var fullName: String { "siyu.customers.v1.PersonSplit" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__person_split__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__PersonSplit.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.person = reader.message(c.pointee.person, "person")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__PersonSplit.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.person = writer.message(self.person)
    }
  }
}
