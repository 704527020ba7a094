// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Keeps values of customers under names of the corp's own: a birthday he told, a taste that was inferred
  /// from what he bought, how he takes to coupons. A name may have a value of each provenance; which of them
  /// is the one to go by is said by their order: what was given comes first, then what is surest. They
  /// belong to the person, not to a relation. That a brand of a group may write to him is a flag he GIVES,
  /// such as consent.belle, as each of his customers may say it last. WeCom has nothing like it; it is the profile that CRM
  /// systems keep beside it.
  package protocol AttributeServiceProtocol: Swift.Sendable {
    /// Sets attributes of up to 1000 customers in one transaction. A value overwrites the one of the same
    /// name and provenance unless that was observed later: what comes late changes nothing. Customers for
    /// whom a rule is broken are listed and left out whole; the others are kept. INVALID_ARGUMENT when
    /// there are no customers or more than 1000, or no values to set or remove or more than 10,000 in all.
    func setAttributes(_ request: CustomersV1.SetAttributesRequest, _ call: RPC.Call) async throws -> CustomersV1.SetAttributesResponse
    /// Returns a customer's attributes by name; those of one name in the order in which they are to be gone
    /// by. Of customers whom IdentityService has merged into one person each has those of all: of one name
    /// and provenance the value observed last. One taken out of the person has his own again. NOT_FOUND with errcode 40096 when nobody has the external_userid.
    func getAttributes(_ request: CustomersV1.GetAttributesRequest, _ call: RPC.Call) async throws -> CustomersV1.GetAttributesResponse
  }

  /// The methods of `siyu.customers.v1.AttributeService`, and its routes.
  package enum AttributeService {
    package static let setAttributes = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AttributeService", name: "SetAttributes",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.attributes.write"), mutates: true)
    package static let getAttributes = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AttributeService", name: "GetAttributes",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.attributes.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.AttributeService",
      methods: [setAttributes, getAttributes])

    package static func routes(_ service: some AttributeServiceProtocol) -> [RPC.Route] {
      [
        .unary(setAttributes) { bytes, call in
          guard let request = call.begin(CustomersV1.SetAttributesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.setAttributes(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getAttributes) { bytes, call in
          guard let request = call.begin(CustomersV1.GetAttributesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getAttributes(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.AttributeService` over a channel.
  package struct AttributeServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Sets attributes of up to 1000 customers in one transaction. A value overwrites the one of the same
    /// name and provenance unless that was observed later: what comes late changes nothing. Customers for
    /// whom a rule is broken are listed and left out whole; the others are kept. INVALID_ARGUMENT when
    /// there are no customers or more than 1000, or no values to set or remove or more than 10,000 in all.
    package func setAttributes(_ request: CustomersV1.SetAttributesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.SetAttributesResponse {
      try await channel.unary(AttributeService.setAttributes, request, options)
    }

    /// Returns a customer's attributes by name; those of one name in the order in which they are to be gone
    /// by. Of customers whom IdentityService has merged into one person each has those of all: of one name
    /// and provenance the value observed last. One taken out of the person has his own again. NOT_FOUND with errcode 40096 when nobody has the external_userid.
    package func getAttributes(_ request: CustomersV1.GetAttributesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.GetAttributesResponse {
      try await channel.unary(AttributeService.getAttributes, request, options)
    }
  }

  /// Where a value comes from.
  package struct AttributeProvenance: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: the customer fails with UNKNOWN_VALUE.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// The customer or a document said it 显数据.
    package static var given: Self { Self(rawValue: 1) }
    /// It was inferred from other data 隐数据.
    package static var derived: Self { Self(rawValue: 2) }
    /// It was learned from how he took to what was tried 迭代数据.
    package static var learned: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "ATTRIBUTE_PROVENANCE_UNSPECIFIED",
      1: "ATTRIBUTE_PROVENANCE_GIVEN",
      2: "ATTRIBUTE_PROVENANCE_DERIVED",
      3: "ATTRIBUTE_PROVENANCE_LEARNED",
    ]
  }

  /// A value of a customer.
  package struct Attribute: Protobuf.Message {
    /// What it is: 1 to 64 of a-z, 0-9, '_' and '.'. Required.
    package var name: String = ""
    /// The value. Required.
    package var value: Value? = nil
    /// Where it comes from. Required.
    package var provenance: CustomersV1.AttributeProvenance = .init()
    /// How sure it is, above 0 and up to 1. Of what is GIVEN 1, and may be left out; otherwise required.
    package var confidence: Double = 0
    /// Who says so: a system, a model with its version. At most 64 bytes.
    package var source: String = ""
    /// Of when it is: not later than now. Absent: now.
    package var observeTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      name: String = "",
      value: Value? = nil,
      provenance: CustomersV1.AttributeProvenance = .init(),
      confidence: Double = 0,
      source: String = "",
      observeTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.name = name
      self.value = value
      self.provenance = provenance
      self.confidence = confidence
      self.source = source
      self.observeTime = observeTime
    }

    /// The value. Required.
    package enum Value: Swift.Hashable, Swift.Sendable {
      /// A text: 1 to 256 characters.
      case text(String)
      /// A number, no NaN and no infinity.
      case number(Double)
      /// Yes or no.
      case flag(Bool)
      /// A moment.
      case valueTime(GoogleProtobuf.Timestamp)
    }

    package static var fullName: String { "siyu.customers.v1.Attribute" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__attribute__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Attribute.self)
      self.name = reader.text(c.pointee.name, "name")
      switch c.pointee.value_case.rawValue {
      case 2: self.value = .text(reader.text(c.pointee.text, "text"))
      case 3: self.value = .number(c.pointee.number)
      case 4: self.value = .flag(c.pointee.flag != 0)
      case 5: self.value = reader.message(c.pointee.value_time, "value_time").map { .valueTime($0) }
      default: self.value = nil
      }
      self.provenance = CustomersV1.AttributeProvenance(rawValue: Int32(truncatingIfNeeded: c.pointee.provenance.rawValue))
      self.confidence = c.pointee.confidence
      self.source = reader.text(c.pointee.source, "source")
      self.observeTime = reader.message(c.pointee.observe_time, "observe_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Attribute.self)
      c.pointee.name = writer.text(self.name)
      switch self.value {
      case .text(let value):
        c.pointee.value_case = .init(rawValue: 2)
        c.pointee.text = writer.text(value)
      case .number(let value):
        c.pointee.value_case = .init(rawValue: 3)
        c.pointee.number = value
      case .flag(let value):
        c.pointee.value_case = .init(rawValue: 4)
        c.pointee.flag = value ? 1 : 0
      case .valueTime(let value):
        c.pointee.value_case = .init(rawValue: 5)
        c.pointee.value_time = writer.message(value)
      case nil: break
      }
      c.pointee.provenance = writer.value(self.provenance)
      c.pointee.confidence = self.confidence
      c.pointee.source = writer.text(self.source)
      c.pointee.observe_time = writer.message(self.observeTime)
    }
  }

  /// An attribute that is to go.
  package struct AttributeName: Protobuf.Message {
    /// The name. Required.
    package var name: String = ""
    /// Of which provenance; not said: of all.
    package var provenance: CustomersV1.AttributeProvenance = .init()

    package init() {}

    package init(
      name: String = "",
      provenance: CustomersV1.AttributeProvenance = .init()
    ) {
      self.name = name
      self.provenance = provenance
    }

    package static var fullName: String { "siyu.customers.v1.AttributeName" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__attribute_name__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AttributeName.self)
      self.name = reader.text(c.pointee.name, "name")
      self.provenance = CustomersV1.AttributeProvenance(rawValue: Int32(truncatingIfNeeded: c.pointee.provenance.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AttributeName.self)
      c.pointee.name = writer.text(self.name)
      c.pointee.provenance = writer.value(self.provenance)
    }
  }

  /// What is to be known of a customer.
  package struct CustomerAttributes: Protobuf.Message {
    /// The customer. Missing: errcode 41035; unknown: 40096.
    package var externalUserid: String = ""
    /// Values to set: at most 100, each name and provenance once. Together with what he has not more than
    /// 200 (the customer fails with TOO_MANY_ATTRIBUTES; policy attributes_max).
    package var attributes: [CustomersV1.Attribute] = []
    /// Values to remove, before others are set: at most 100. Those that he does not have are no error.
    package var removed: [CustomersV1.AttributeName] = []

    package init() {}

    package init(
      externalUserid: String = "",
      attributes: [CustomersV1.Attribute] = [],
      removed: [CustomersV1.AttributeName] = []
    ) {
      self.externalUserid = externalUserid
      self.attributes = attributes
      self.removed = removed
    }

    package static var fullName: String { "siyu.customers.v1.CustomerAttributes" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__customer_attributes__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CustomerAttributes.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.attributes = reader.messages(c.pointee.n_attributes, c.pointee.attributes, "attributes")
      self.removed = reader.messages(c.pointee.n_removed, c.pointee.removed, "removed")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CustomerAttributes.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.attributes = writer.messages(self.attributes, &c.pointee.n_attributes)
      c.pointee.removed = writer.messages(self.removed, &c.pointee.n_removed)
    }
  }

  /// Sets attributes of customers.
  package struct SetAttributesRequest: Protobuf.MutatingRequest {
    /// The customers: 1 to 1000.
    package var customers: [CustomersV1.CustomerAttributes] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      customers: [CustomersV1.CustomerAttributes] = [],
      requestID: String = ""
    ) {
      self.customers = customers
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.SetAttributesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__set_attributes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__SetAttributesRequest.self)
      self.customers = reader.messages(c.pointee.n_customers, c.pointee.customers, "customers")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__SetAttributesRequest.self)
      c.pointee.customers = writer.messages(self.customers, &c.pointee.n_customers)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of the customers.
  package struct SetAttributesResponse: Protobuf.Message {
    /// Values that are new or changed.
    package var setCount: Int64 = 0
    /// Values that changed nothing: a later one was there, or the same.
    package var passedOverCount: Int64 = 0
    /// Values that were removed.
    package var removedCount: Int64 = 0
    /// Customers that were left out, in the order given; `key` is the external_userid.
    package var failures: [CommonV1.ItemFailure] = []

    package init() {}

    package init(
      setCount: Int64 = 0,
      passedOverCount: Int64 = 0,
      removedCount: Int64 = 0,
      failures: [CommonV1.ItemFailure] = []
    ) {
      self.setCount = setCount
      self.passedOverCount = passedOverCount
      self.removedCount = removedCount
      self.failures = failures
    }

    package static var fullName: String { "siyu.customers.v1.SetAttributesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__set_attributes_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__SetAttributesResponse.self)
      self.setCount = c.pointee.set_count
      self.passedOverCount = c.pointee.passed_over_count
      self.removedCount = c.pointee.removed_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__SetAttributesResponse.self)
      c.pointee.set_count = self.setCount
      c.pointee.passed_over_count = self.passedOverCount
      c.pointee.removed_count = self.removedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
    }
  }

  /// Asks for a customer's attributes.
  package struct GetAttributesRequest: Protobuf.Message {
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""

    package init() {}

    package init(
      externalUserid: String = ""
    ) {
      self.externalUserid = externalUserid
    }

    package static var fullName: String { "siyu.customers.v1.GetAttributesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_attributes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetAttributesRequest.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetAttributesRequest.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
    }
  }

  /// A customer's attributes: not more than he may have, so there are no pages.
  package struct GetAttributesResponse: Protobuf.Message {
    /// The attributes.
    package var attributes: [CustomersV1.Attribute] = []

    package init() {}

    package init(
      attributes: [CustomersV1.Attribute] = []
    ) {
      self.attributes = attributes
    }

    package static var fullName: String { "siyu.customers.v1.GetAttributesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_attributes_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetAttributesResponse.self)
      self.attributes = reader.messages(c.pointee.n_attributes, c.pointee.attributes, "attributes")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetAttributesResponse.self)
      c.pointee.attributes = writer.messages(self.attributes, &c.pointee.n_attributes)
    }
  }

  /// Attributes of a customer changed.
  package struct AttributesChanged: Protobuf.Message {
    /// The customer.
    package var externalUserid: String = ""
    /// Values that are new or changed, as they are now.
    package var attributes: [CustomersV1.Attribute] = []
    /// Values that are gone, each with its provenance.
    package var removed: [CustomersV1.AttributeName] = []

    package init() {}

    package init(
      externalUserid: String = "",
      attributes: [CustomersV1.Attribute] = [],
      removed: [CustomersV1.AttributeName] = []
    ) {
      self.externalUserid = externalUserid
      self.attributes = attributes
      self.removed = removed
    }

    package static var fullName: String { "siyu.customers.v1.AttributesChanged" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__attributes_changed__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AttributesChanged.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.attributes = reader.messages(c.pointee.n_attributes, c.pointee.attributes, "attributes")
      self.removed = reader.messages(c.pointee.n_removed, c.pointee.removed, "removed")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AttributesChanged.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.attributes = writer.messages(self.attributes, &c.pointee.n_attributes)
      c.pointee.removed = writer.messages(self.removed, &c.pointee.n_removed)
    }
  }
}
