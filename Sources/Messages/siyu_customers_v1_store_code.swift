// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Finds the codes of a store, so that who pays there is offered a guide 导购 and the store's group 社群
  /// at once: the contact ways 联系我 that are kept here, and the join ways 加入群聊 that communities keeps.
  package protocol StoreCodeServiceProtocol: Swift.Sendable {
    /// Returns the guide codes and the group codes of a store, newest first, of each the first 20. Their
    /// pictures are read with GetContactWayQRCode and communities' GetJoinWayQRCode. When communities
    /// cannot be asked within two seconds the guide codes come without the others, and
    /// communities_unreachable says so. INVALID_ARGUMENT without a department_id; NOT_FOUND with errcode
    /// 60003 when directory knows no such department. WeCom has no such API.
    func getStoreCodes(_ request: CustomersV1.GetStoreCodesRequest, _ call: RPC.Call) async throws -> CustomersV1.GetStoreCodesResponse
  }

  /// The methods of `siyu.customers.v1.StoreCodeService`, and its routes.
  package enum StoreCodeService {
    package static let getStoreCodes = RPC.MethodDescriptor(
      service: "siyu.customers.v1.StoreCodeService", name: "GetStoreCodes",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.store_codes.read"),
      dataScope: RPC.DataScopeRule(CustomersV1.GetStoreCodesRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("department_id")
        reading.add(department: request.departmentID)
      })

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.StoreCodeService",
      methods: [getStoreCodes])

    package static func routes(_ service: some StoreCodeServiceProtocol) -> [RPC.Route] {
      [
        .unary(getStoreCodes) { bytes, call in
          guard let request = call.begin(CustomersV1.GetStoreCodesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getStoreCodes(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.StoreCodeService` over a channel.
  package struct StoreCodeServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns the guide codes and the group codes of a store, newest first, of each the first 20. Their
    /// pictures are read with GetContactWayQRCode and communities' GetJoinWayQRCode. When communities
    /// cannot be asked within two seconds the guide codes come without the others, and
    /// communities_unreachable says so. INVALID_ARGUMENT without a department_id; NOT_FOUND with errcode
    /// 60003 when directory knows no such department. WeCom has no such API.
    package func getStoreCodes(_ request: CustomersV1.GetStoreCodesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.GetStoreCodesResponse {
      try await channel.unary(StoreCodeService.getStoreCodes, request, options)
    }
  }

  /// Asks for the codes of a store.
  package struct GetStoreCodesRequest: Protobuf.Message {
    /// The store, a department's id. Required.
    package var departmentID: UInt32 = 0

    package init() {}

    package init(
      departmentID: UInt32 = 0
    ) {
      self.departmentID = departmentID
    }

    package static var fullName: String { "siyu.customers.v1.GetStoreCodesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_store_codes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetStoreCodesRequest.self)
      self.departmentID = c.pointee.department_id
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetStoreCodesRequest.self)
      c.pointee.department_id = self.departmentID
    }
  }

  /// The codes of a store.
  package struct GetStoreCodesResponse: Protobuf.Message {
    /// First the contact ways whose source is of this store, then those that lead to its members by
    /// department; temporary ones never.
    package var guideCodes: [CustomersV1.GetStoreCodesResponse.GuideCode] = []
    /// The join ways that have this department_id.
    package var groupCodes: [CustomersV1.GetStoreCodesResponse.GroupCode] = []
    /// Whether communities could not be asked: group_codes is empty then, and there may be some.
    package var communitiesUnreachable: Bool = false

    package init() {}

    package init(
      guideCodes: [CustomersV1.GetStoreCodesResponse.GuideCode] = [],
      groupCodes: [CustomersV1.GetStoreCodesResponse.GroupCode] = [],
      communitiesUnreachable: Bool = false
    ) {
      self.guideCodes = guideCodes
      self.groupCodes = groupCodes
      self.communitiesUnreachable = communitiesUnreachable
    }

    /// A contact way of the store.
    package struct GuideCode: Protobuf.Message {
      /// The way.
      package var configID: String = ""
      /// Where it is met.
      package var scene: CustomersV1.ContactWayScene = .init()
      /// What the corp notes of it.
      package var remark: String = ""
      /// The source it gives; empty: none.
      package var sourceID: String = ""
      /// When it was made.
      package var createTime: GoogleProtobuf.Timestamp? = nil

      package init() {}

      package init(
        configID: String = "",
        scene: CustomersV1.ContactWayScene = .init(),
        remark: String = "",
        sourceID: String = "",
        createTime: GoogleProtobuf.Timestamp? = nil
      ) {
        self.configID = configID
        self.scene = scene
        self.remark = remark
        self.sourceID = sourceID
        self.createTime = createTime
      }

      package static var fullName: String { "siyu.customers.v1.GetStoreCodesResponse.GuideCode" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_store_codes_response__guide_code__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__GetStoreCodesResponse__GuideCode.self)
        self.configID = reader.text(c.pointee.config_id, "config_id")
        self.scene = CustomersV1.ContactWayScene(rawValue: Int32(truncatingIfNeeded: c.pointee.scene.rawValue))
        self.remark = reader.text(c.pointee.remark, "remark")
        self.sourceID = reader.text(c.pointee.source_id, "source_id")
        self.createTime = reader.message(c.pointee.create_time, "create_time")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__GetStoreCodesResponse__GuideCode.self)
        c.pointee.config_id = writer.text(self.configID)
        c.pointee.scene = writer.value(self.scene)
        c.pointee.remark = writer.text(self.remark)
        c.pointee.source_id = writer.text(self.sourceID)
        c.pointee.create_time = writer.message(self.createTime)
      }
    }

    /// A join way of the store.
    package struct GroupCode: Protobuf.Message {
      /// The way.
      package var configID: String = ""
      /// What the corp notes of it.
      package var remark: String = ""
      /// When it was made.
      package var createTime: GoogleProtobuf.Timestamp? = nil

      package init() {}

      package init(
        configID: String = "",
        remark: String = "",
        createTime: GoogleProtobuf.Timestamp? = nil
      ) {
        self.configID = configID
        self.remark = remark
        self.createTime = createTime
      }

      package static var fullName: String { "siyu.customers.v1.GetStoreCodesResponse.GroupCode" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_store_codes_response__group_code__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__GetStoreCodesResponse__GroupCode.self)
        self.configID = reader.text(c.pointee.config_id, "config_id")
        self.remark = reader.text(c.pointee.remark, "remark")
        self.createTime = reader.message(c.pointee.create_time, "create_time")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__GetStoreCodesResponse__GroupCode.self)
        c.pointee.config_id = writer.text(self.configID)
        c.pointee.remark = writer.text(self.remark)
        c.pointee.create_time = writer.message(self.createTime)
      }
    }

    package static var fullName: String { "siyu.customers.v1.GetStoreCodesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_store_codes_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetStoreCodesResponse.self)
      self.guideCodes = reader.messages(c.pointee.n_guide_codes, c.pointee.guide_codes, "guide_codes")
      self.groupCodes = reader.messages(c.pointee.n_group_codes, c.pointee.group_codes, "group_codes")
      self.communitiesUnreachable = c.pointee.communities_unreachable != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetStoreCodesResponse.self)
      c.pointee.guide_codes = writer.messages(self.guideCodes, &c.pointee.n_guide_codes)
      c.pointee.group_codes = writer.messages(self.groupCodes, &c.pointee.n_group_codes)
      c.pointee.communities_unreachable = self.communitiesUnreachable ? 1 : 0
    }
  }
}
