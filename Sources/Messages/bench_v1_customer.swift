// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BenchV1 {
  package protocol CustomerServiceProtocol: Swift.Sendable {
    /// Returns one customer, or NOT_FOUND with the message "not found".
    func getCustomer(_ request: BenchV1.GetCustomerRequest, _ call: RPC.Call) async throws -> BenchV1.Customer
  }

  /// The methods of `bench.v1.CustomerService`, and its routes.
  package enum CustomerService {
    package static let getCustomer = RPC.MethodDescriptor(
      service: "bench.v1.CustomerService", name: "GetCustomer",
      clientStreaming: false, serverStreaming: false,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "bench.v1.CustomerService",
      methods: [getCustomer])

    package static func routes(_ service: some CustomerServiceProtocol) -> [RPC.Route] {
      [
        .unary(getCustomer) { bytes, call in
          guard let request = call.begin(BenchV1.GetCustomerRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getCustomer(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `bench.v1.CustomerService` over a channel.
  package struct CustomerServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns one customer, or NOT_FOUND with the message "not found".
    package func getCustomer(_ request: BenchV1.GetCustomerRequest, options: RPC.CallOptions = .init()) async throws -> BenchV1.Customer {
      try await channel.unary(CustomerService.getCustomer, request, options)
    }
  }

  package struct GetCustomerRequest: Protobuf.Message {
    /// The customer to return.
    package var externalUserid: String = ""

    package init() {}

    package init(
      externalUserid: String = ""
    ) {
      self.externalUserid = externalUserid
    }

    package static var fullName: String { "bench.v1.GetCustomerRequest" }
    package static let layout = Protobuf.MessageLayout(bench__v1__get_customer_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Bench__V1__GetCustomerRequest.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Bench__V1__GetCustomerRequest.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
    }
  }

  package struct Customer: Protobuf.Message {
    /// "wmABCD" and i in 26 decimal digits with leading zeros: always 32 bytes, unique.
    package var externalUserid: String = ""
    /// "李四 " and i: "李四 42".
    package var name: String = ""
    /// 1 for everybody.
    package var type: Int32 = 0
    /// "http://wx.qlogo.cn/mmopen/vi_32/", i, "/0".
    package var avatar: String = ""
    /// i modulo 3. The value 0 is the default and so takes no bytes.
    package var gender: Int32 = 0
    /// "ozynqsulJFCZ2z1aYeS8h-nuasdf" and i modulo 100.
    package var unionid: String = ""
    /// "Manager".
    package var position: String = ""
    /// "腾讯".
    package var corpName: String = ""
    /// 1557838797 + i, seconds since 1970.
    package var addTime: Int64 = 0
    /// "teststate".
    package var state: String = ""
    /// One tag: "etAJ2GCAAAXtWyujaWJHDDGi0mACH71w".
    package var tagIDs: [String] = []

    package init() {}

    package init(
      externalUserid: String = "",
      name: String = "",
      type: Int32 = 0,
      avatar: String = "",
      gender: Int32 = 0,
      unionid: String = "",
      position: String = "",
      corpName: String = "",
      addTime: Int64 = 0,
      state: String = "",
      tagIDs: [String] = []
    ) {
      self.externalUserid = externalUserid
      self.name = name
      self.type = type
      self.avatar = avatar
      self.gender = gender
      self.unionid = unionid
      self.position = position
      self.corpName = corpName
      self.addTime = addTime
      self.state = state
      self.tagIDs = tagIDs
    }

    package static var fullName: String { "bench.v1.Customer" }
    package static let layout = Protobuf.MessageLayout(bench__v1__customer__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Bench__V1__Customer.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.name = reader.text(c.pointee.name, "name")
      self.type = c.pointee.type
      self.avatar = reader.text(c.pointee.avatar, "avatar")
      self.gender = c.pointee.gender
      self.unionid = reader.text(c.pointee.unionid, "unionid")
      self.position = reader.text(c.pointee.position, "position")
      self.corpName = reader.text(c.pointee.corp_name, "corp_name")
      self.addTime = c.pointee.add_time
      self.state = reader.text(c.pointee.state, "state")
      self.tagIDs = reader.texts(c.pointee.n_tag_ids, c.pointee.tag_ids, "tag_ids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Bench__V1__Customer.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.name = writer.text(self.name)
      c.pointee.type = self.type
      c.pointee.avatar = writer.text(self.avatar)
      c.pointee.gender = self.gender
      c.pointee.unionid = writer.text(self.unionid)
      c.pointee.position = writer.text(self.position)
      c.pointee.corp_name = writer.text(self.corpName)
      c.pointee.add_time = self.addTime
      c.pointee.state = writer.text(self.state)
      c.pointee.tag_ids = writer.texts(self.tagIDs, &c.pointee.n_tag_ids)
    }
  }
}
