// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Knows who is outside: the customers, and who sits in a customer group 客户群 without being anybody's
  /// customer. The groups are communities', whose feed is followed; what it told a moment ago may not be
  /// here yet, and where customers runs without communities there are customers alone.
  package protocol ExternalContactServiceProtocol: Swift.Sendable {
    /// Lists the external contacts, each once: first the customers, in the order in which they came to
    /// the corp, then the others, in the order in which they were first heard of here. A call looks at
    /// 2000 at most, however many there are: a page may be short, or empty, and not the last. Who becomes
    /// a customer, or leaves his last group, during a walk may come twice or not at all. Stands for
    /// externalcontact/contact_list; where WeCom hides those who are no customers behind a tmp_openid and
    /// masks their names, the corp sees here what communities shows it too.
    func listExternalContacts(_ request: CustomersV1.ListExternalContactsRequest, _ call: RPC.Call) async throws -> CustomersV1.ListExternalContactsResponse
  }

  /// The methods of `siyu.customers.v1.ExternalContactService`, and its routes.
  package enum ExternalContactService {
    package static let listExternalContacts = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ExternalContactService", name: "ListExternalContacts",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contacts.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.ExternalContactService",
      methods: [listExternalContacts])

    package static func routes(_ service: some ExternalContactServiceProtocol) -> [RPC.Route] {
      [
        .unary(listExternalContacts) { bytes, call in
          guard let request = call.begin(CustomersV1.ListExternalContactsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listExternalContacts(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.ExternalContactService` over a channel.
  package struct ExternalContactServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Lists the external contacts, each once: first the customers, in the order in which they came to
    /// the corp, then the others, in the order in which they were first heard of here. A call looks at
    /// 2000 at most, however many there are: a page may be short, or empty, and not the last. Who becomes
    /// a customer, or leaves his last group, during a walk may come twice or not at all. Stands for
    /// externalcontact/contact_list; where WeCom hides those who are no customers behind a tmp_openid and
    /// masks their names, the corp sees here what communities shows it too.
    package func listExternalContacts(_ request: CustomersV1.ListExternalContactsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListExternalContactsResponse {
      try await channel.unary(ExternalContactService.listExternalContacts, request, options)
    }
  }

  /// Somebody outside: an entry of WeCom's info_list.
  package struct ExternalContact: Protobuf.Message {
    /// Whether a member has him as a customer: one who was removed by all is none, one who removed them
    /// is.
    package var isCustomer: Bool = false
    /// Who he is.
    package var externalUserid: String = ""
    /// A customer's name; of others what they are called in the group. May be empty.
    package var name: String = ""
    /// Of those who have him as a customer the member who added him first; of others the owner of the
    /// group.
    package var followUserid: String = ""
    /// The group, of those he is in, that one who is no customer joined first; empty for customers.
    package var chatID: String = ""
    /// What it is called; empty for customers.
    package var chatName: String = ""
    /// When follow_userid added the customer; when the other joined the group.
    package var addTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      isCustomer: Bool = false,
      externalUserid: String = "",
      name: String = "",
      followUserid: String = "",
      chatID: String = "",
      chatName: String = "",
      addTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.isCustomer = isCustomer
      self.externalUserid = externalUserid
      self.name = name
      self.followUserid = followUserid
      self.chatID = chatID
      self.chatName = chatName
      self.addTime = addTime
    }

    package static var fullName: String { "siyu.customers.v1.ExternalContact" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__external_contact__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ExternalContact.self)
      self.isCustomer = c.pointee.is_customer != 0
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.name = reader.text(c.pointee.name, "name")
      self.followUserid = reader.text(c.pointee.follow_userid, "follow_userid")
      self.chatID = reader.text(c.pointee.chat_id, "chat_id")
      self.chatName = reader.text(c.pointee.chat_name, "chat_name")
      self.addTime = reader.message(c.pointee.add_time, "add_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ExternalContact.self)
      c.pointee.is_customer = self.isCustomer ? 1 : 0
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.name = writer.text(self.name)
      c.pointee.follow_userid = writer.text(self.followUserid)
      c.pointee.chat_id = writer.text(self.chatID)
      c.pointee.chat_name = writer.text(self.chatName)
      c.pointee.add_time = writer.message(self.addTime)
    }
  }

  /// Asks for the external contacts.
  package struct ListExternalContactsRequest: Protobuf.PagedRequest {
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListExternalContactsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_external_contacts_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListExternalContactsRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListExternalContactsRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of external contacts.
  package struct ListExternalContactsResponse: Protobuf.Message {
    /// The contacts.
    package var contacts: [CustomersV1.ExternalContact] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      contacts: [CustomersV1.ExternalContact] = [],
      nextPageToken: String = ""
    ) {
      self.contacts = contacts
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListExternalContactsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_external_contacts_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListExternalContactsResponse.self)
      self.contacts = reader.messages(c.pointee.n_contacts, c.pointee.contacts, "contacts")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListExternalContactsResponse.self)
      c.pointee.contacts = writer.messages(self.contacts, &c.pointee.n_contacts)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
