// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Hands customers over 继承. A transfer that is accepted waits 24 hours, in which the customer may
  /// refuse; then the relation moves by itself: the old one is removed, and the take-over member gets one
  /// with its remark, description and add_way 202, and with its tags but those of a strategy that he is
  /// not in the range of, unless he has the customer already. Who works and who has left is what directory
  /// told. While directory has told of no member, every userid counts as activated, and nobody has left.
  package protocol TransferServiceProtocol: Swift.Sendable {
    /// Hands over customers of a member who is on the job 在职继承. Accepts each customer or says why not:
    /// errcode 40096 for one nobody knows, 40131 for one the member does not follow, 40129 for one who
    /// is being transferred from him already, 40128 for one who was handed over on the job twice in 90
    /// natural days, waiting transfers counted. The whole call is INVALID_ARGUMENT with errcode 40130
    /// when both members are the same, PERMISSION_DENIED with errcode 84074 when directory does not know
    /// the take-over member, FAILED_PRECONDITION with errcode 40098 when he is not activated, and
    /// FAILED_PRECONDITION when the handover member has left. That the take-over member has as many
    /// customers as he may shows only when the customer moves: status FULL. Stands for
    /// externalcontact/transfer_customer.
    func transferCustomers(_ request: CustomersV1.TransferCustomersRequest, _ call: RPC.Call) async throws -> CustomersV1.TransferCustomersResponse
    /// Hands over customers of a member who has left 离职继承, as often as it takes. Answers and fails as
    /// TransferCustomers does, but for 40128; FAILED_PRECONDITION with errcode 40097 when he has not left,
    /// and without one when he left more than a year ago. Stands for
    /// externalcontact/resigned/transfer_customer.
    func transferResignedCustomers(_ request: CustomersV1.TransferResignedCustomersRequest, _ call: RPC.Call) async throws -> CustomersV1.TransferCustomersResponse
    /// A customer refuses the take-over member while he waits. NOT_FOUND when no such transfer waits.
    /// Returns the transfer, refused.
    func refuseTransfer(_ request: CustomersV1.RefuseTransferRequest, _ call: RPC.Call) async throws -> CustomersV1.Transfer
    /// Tells how the transfers between two members stand, the last one of each customer, in the order in
    /// which the customers first came to the corp. Stands for externalcontact/transfer_result and
    /// externalcontact/resigned/transfer_result.
    func getTransferResult(_ request: CustomersV1.GetTransferResultRequest, _ call: RPC.Call) async throws -> CustomersV1.GetTransferResultResponse
    /// Lists the customers of members who have left 待分配, who left last first, and of each in the order in
    /// which the customers first came to the corp. One who is being transferred is listed until he moves,
    /// with his take-over member; one who moved, or whom one side removed, is not. A page may be short, or
    /// empty, and yet not be the last: next_page_token tells. Stands for
    /// externalcontact/get_unassigned_list.
    func listUnassigned(_ request: CustomersV1.ListUnassignedRequest, _ call: RPC.Call) async throws -> CustomersV1.ListUnassignedResponse
    /// Lists the members who handed a customer over, the last first; those who follow him now are
    /// RelationService.GetCustomer's. NOT_FOUND with errcode 40096 when nobody knows the customer. Stands
    /// for no WeCom API.
    func listFormerOwners(_ request: CustomersV1.ListFormerOwnersRequest, _ call: RPC.Call) async throws -> CustomersV1.ListFormerOwnersResponse
    /// Hands over all customers of a member, on the job or left, to one member or to several, each his
    /// share. A job accepts them one after another, as TransferCustomers would; each then waits and moves
    /// by itself. Fails as TransferCustomers does; NOT_FOUND with errcode 84061 when the member never had
    /// a customer. Customers who come to him while the job runs may be handed over too. Stands for no
    /// WeCom API.
    func transferAllCustomers(_ request: CustomersV1.TransferAllCustomersRequest, _ call: RPC.Call) async throws -> CustomersV1.TransferAllCustomersResponse
    /// Tells what TransferAllCustomers would do now, and does nothing. Fails as it does.
    func previewTransferAllCustomers(_ request: CustomersV1.PreviewTransferAllCustomersRequest, _ call: RPC.Call) async throws -> CustomersV1.PreviewTransferAllCustomersResponse
    /// Tells how far TransferAllCustomers got, and a page of those it refused. NOT_FOUND with errcode 40088
    /// when there is no such job.
    func getTransferJob(_ request: CustomersV1.GetTransferJobRequest, _ call: RPC.Call) async throws -> CustomersV1.GetTransferJobResponse
  }

  /// The methods of `siyu.customers.v1.TransferService`, and its routes.
  package enum TransferService {
    package static let transferCustomers = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TransferService", name: "TransferCustomers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.transfers.write"), mutates: true,
      dataScope: RPC.DataScopeRule(CustomersV1.TransferCustomersRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("handover_userid")
        reading.add(member: request.handoverUserid)
        reading.entry(.given)
        reading.field("takeover_userid")
        reading.add(member: request.takeoverUserid)
      })
    package static let transferResignedCustomers = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TransferService", name: "TransferResignedCustomers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.transfers.write"), mutates: true,
      dataScope: RPC.DataScopeRule(CustomersV1.TransferResignedCustomersRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("handover_userid")
        reading.add(member: request.handoverUserid)
        reading.entry(.given)
        reading.field("takeover_userid")
        reading.add(member: request.takeoverUserid)
      })
    package static let refuseTransfer = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TransferService", name: "RefuseTransfer",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.transfers.refuse"), mutates: true)
    package static let getTransferResult = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TransferService", name: "GetTransferResult",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.transfers.read"),
      dataScope: RPC.DataScopeRule(CustomersV1.GetTransferResultRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("handover_userid")
        reading.add(member: request.handoverUserid)
        reading.entry(.given)
        reading.field("takeover_userid")
        reading.add(member: request.takeoverUserid)
      })
    package static let listUnassigned = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TransferService", name: "ListUnassigned",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.transfers.read"))
    package static let listFormerOwners = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TransferService", name: "ListFormerOwners",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.transfers.read"))
    package static let transferAllCustomers = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TransferService", name: "TransferAllCustomers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.transfers.write"), mutates: true)
    package static let previewTransferAllCustomers = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TransferService", name: "PreviewTransferAllCustomers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.transfers.read"))
    package static let getTransferJob = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TransferService", name: "GetTransferJob",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.transfers.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.TransferService",
      methods: [transferCustomers, transferResignedCustomers, refuseTransfer, getTransferResult, listUnassigned, listFormerOwners, transferAllCustomers, previewTransferAllCustomers, getTransferJob])

    package static func routes(_ service: some TransferServiceProtocol) -> [RPC.Route] {
      [
        .unary(transferCustomers) { bytes, call in
          guard let request = call.begin(CustomersV1.TransferCustomersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.transferCustomers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(transferResignedCustomers) { bytes, call in
          guard let request = call.begin(CustomersV1.TransferResignedCustomersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.transferResignedCustomers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(refuseTransfer) { bytes, call in
          guard let request = call.begin(CustomersV1.RefuseTransferRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.refuseTransfer(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getTransferResult) { bytes, call in
          guard let request = call.begin(CustomersV1.GetTransferResultRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getTransferResult(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listUnassigned) { bytes, call in
          guard let request = call.begin(CustomersV1.ListUnassignedRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listUnassigned(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listFormerOwners) { bytes, call in
          guard let request = call.begin(CustomersV1.ListFormerOwnersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listFormerOwners(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(transferAllCustomers) { bytes, call in
          guard let request = call.begin(CustomersV1.TransferAllCustomersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.transferAllCustomers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(previewTransferAllCustomers) { bytes, call in
          guard let request = call.begin(CustomersV1.PreviewTransferAllCustomersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.previewTransferAllCustomers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getTransferJob) { bytes, call in
          guard let request = call.begin(CustomersV1.GetTransferJobRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getTransferJob(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.TransferService` over a channel.
  package struct TransferServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Hands over customers of a member who is on the job 在职继承. Accepts each customer or says why not:
    /// errcode 40096 for one nobody knows, 40131 for one the member does not follow, 40129 for one who
    /// is being transferred from him already, 40128 for one who was handed over on the job twice in 90
    /// natural days, waiting transfers counted. The whole call is INVALID_ARGUMENT with errcode 40130
    /// when both members are the same, PERMISSION_DENIED with errcode 84074 when directory does not know
    /// the take-over member, FAILED_PRECONDITION with errcode 40098 when he is not activated, and
    /// FAILED_PRECONDITION when the handover member has left. That the take-over member has as many
    /// customers as he may shows only when the customer moves: status FULL. Stands for
    /// externalcontact/transfer_customer.
    package func transferCustomers(_ request: CustomersV1.TransferCustomersRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.TransferCustomersResponse {
      try await channel.unary(TransferService.transferCustomers, request, options)
    }

    /// Hands over customers of a member who has left 离职继承, as often as it takes. Answers and fails as
    /// TransferCustomers does, but for 40128; FAILED_PRECONDITION with errcode 40097 when he has not left,
    /// and without one when he left more than a year ago. Stands for
    /// externalcontact/resigned/transfer_customer.
    package func transferResignedCustomers(_ request: CustomersV1.TransferResignedCustomersRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.TransferCustomersResponse {
      try await channel.unary(TransferService.transferResignedCustomers, request, options)
    }

    /// A customer refuses the take-over member while he waits. NOT_FOUND when no such transfer waits.
    /// Returns the transfer, refused.
    package func refuseTransfer(_ request: CustomersV1.RefuseTransferRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Transfer {
      try await channel.unary(TransferService.refuseTransfer, request, options)
    }

    /// Tells how the transfers between two members stand, the last one of each customer, in the order in
    /// which the customers first came to the corp. Stands for externalcontact/transfer_result and
    /// externalcontact/resigned/transfer_result.
    package func getTransferResult(_ request: CustomersV1.GetTransferResultRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.GetTransferResultResponse {
      try await channel.unary(TransferService.getTransferResult, request, options)
    }

    /// Lists the customers of members who have left 待分配, who left last first, and of each in the order in
    /// which the customers first came to the corp. One who is being transferred is listed until he moves,
    /// with his take-over member; one who moved, or whom one side removed, is not. A page may be short, or
    /// empty, and yet not be the last: next_page_token tells. Stands for
    /// externalcontact/get_unassigned_list.
    package func listUnassigned(_ request: CustomersV1.ListUnassignedRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListUnassignedResponse {
      try await channel.unary(TransferService.listUnassigned, request, options)
    }

    /// Lists the members who handed a customer over, the last first; those who follow him now are
    /// RelationService.GetCustomer's. NOT_FOUND with errcode 40096 when nobody knows the customer. Stands
    /// for no WeCom API.
    package func listFormerOwners(_ request: CustomersV1.ListFormerOwnersRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListFormerOwnersResponse {
      try await channel.unary(TransferService.listFormerOwners, request, options)
    }

    /// Hands over all customers of a member, on the job or left, to one member or to several, each his
    /// share. A job accepts them one after another, as TransferCustomers would; each then waits and moves
    /// by itself. Fails as TransferCustomers does; NOT_FOUND with errcode 84061 when the member never had
    /// a customer. Customers who come to him while the job runs may be handed over too. Stands for no
    /// WeCom API.
    package func transferAllCustomers(_ request: CustomersV1.TransferAllCustomersRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.TransferAllCustomersResponse {
      try await channel.unary(TransferService.transferAllCustomers, request, options)
    }

    /// Tells what TransferAllCustomers would do now, and does nothing. Fails as it does.
    package func previewTransferAllCustomers(_ request: CustomersV1.PreviewTransferAllCustomersRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.PreviewTransferAllCustomersResponse {
      try await channel.unary(TransferService.previewTransferAllCustomers, request, options)
    }

    /// Tells how far TransferAllCustomers got, and a page of those it refused. NOT_FOUND with errcode 40088
    /// when there is no such job.
    package func getTransferJob(_ request: CustomersV1.GetTransferJobRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.GetTransferJobResponse {
      try await channel.unary(TransferService.getTransferJob, request, options)
    }
  }

  /// How a handover member stands when his customers are handed over.
  package struct TransferKind: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: never sent.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// On the job 在职继承.
    package static var onJob: Self { Self(rawValue: 1) }
    /// Left 离职继承.
    package static var resigned: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "TRANSFER_KIND_UNSPECIFIED",
      1: "TRANSFER_KIND_ON_JOB",
      2: "TRANSFER_KIND_RESIGNED",
    ]
  }

  /// How a transfer stands; the numbers are WeCom's.
  package struct TransferStatus: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: never sent. In a request: of all.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Done 接替完毕.
    package static var done: Self { Self(rawValue: 1) }
    /// Waiting 等待接替.
    package static var waiting: Self { Self(rawValue: 2) }
    /// Refused by the customer 客户拒绝, or he and the handover member have parted.
    package static var refused: Self { Self(rawValue: 3) }
    /// The take-over member could not take him: he had as many customers as he may 接替成员客户达到上限, or
    /// he had left.
    package static var full: Self { Self(rawValue: 4) }

    package static let names: [Int32: String] = [
      0: "TRANSFER_STATUS_UNSPECIFIED",
      1: "TRANSFER_STATUS_DONE",
      2: "TRANSFER_STATUS_WAITING",
      3: "TRANSFER_STATUS_REFUSED",
      4: "TRANSFER_STATUS_FULL",
    ]
  }

  /// Why a transfer came to nothing.
  package struct TransferFailReason: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// It did not.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// The customer refused; customer_refused. Status REFUSED.
    package static var customerRefused: Self { Self(rawValue: 1) }
    /// The take-over member had as many customers as he may; customer_limit_exceed. Status FULL.
    package static var customerLimitExceed: Self { Self(rawValue: 2) }
    /// The customer or the handover member had removed the other. Status REFUSED.
    package static var relationEnded: Self { Self(rawValue: 3) }
    /// The take-over member had left. Status FULL.
    package static var takeoverMemberLeft: Self { Self(rawValue: 4) }

    package static let names: [Int32: String] = [
      0: "TRANSFER_FAIL_REASON_UNSPECIFIED",
      1: "TRANSFER_FAIL_REASON_CUSTOMER_REFUSED",
      2: "TRANSFER_FAIL_REASON_CUSTOMER_LIMIT_EXCEED",
      3: "TRANSFER_FAIL_REASON_RELATION_ENDED",
      4: "TRANSFER_FAIL_REASON_TAKEOVER_MEMBER_LEFT",
    ]
  }

  /// The handing over of one customer from one member to another.
  package struct Transfer: Protobuf.Message {
    /// The customer.
    package var externalUserid: String = ""
    /// The member who has, or had, him.
    package var handoverUserid: String = ""
    /// The member who is to have, or has, him.
    package var takeoverUserid: String = ""
    /// How the handover member stood.
    package var kind: CustomersV1.TransferKind = .init()
    /// How it stands.
    package var status: CustomersV1.TransferStatus = .init()
    /// WAITING: when the customer is going to move. DONE: when he moved. Absent otherwise.
    package var takeoverTime: GoogleProtobuf.Timestamp? = nil
    /// When it was accepted.
    package var acceptTime: GoogleProtobuf.Timestamp? = nil
    /// What the customer is to be told when he has moved; empty: WeCom's own words.
    package var transferSuccessMsg: String = ""
    /// Why it came to nothing.
    package var failReason: CustomersV1.TransferFailReason = .init()
    /// The TransferAllCustomers job that accepted it; empty when none did.
    package var jobid: String = ""
    /// DONE, and the take-over member had the customer already, or had once handed him over: WeCom does
    /// not call add_external_contact back then.
    package var hadBefore: Bool = false

    package init() {}

    package init(
      externalUserid: String = "",
      handoverUserid: String = "",
      takeoverUserid: String = "",
      kind: CustomersV1.TransferKind = .init(),
      status: CustomersV1.TransferStatus = .init(),
      takeoverTime: GoogleProtobuf.Timestamp? = nil,
      acceptTime: GoogleProtobuf.Timestamp? = nil,
      transferSuccessMsg: String = "",
      failReason: CustomersV1.TransferFailReason = .init(),
      jobid: String = "",
      hadBefore: Bool = false
    ) {
      self.externalUserid = externalUserid
      self.handoverUserid = handoverUserid
      self.takeoverUserid = takeoverUserid
      self.kind = kind
      self.status = status
      self.takeoverTime = takeoverTime
      self.acceptTime = acceptTime
      self.transferSuccessMsg = transferSuccessMsg
      self.failReason = failReason
      self.jobid = jobid
      self.hadBefore = hadBefore
    }

    package static var fullName: String { "siyu.customers.v1.Transfer" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__transfer__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Transfer.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.takeoverUserid = reader.text(c.pointee.takeover_userid, "takeover_userid")
      self.kind = CustomersV1.TransferKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.status = CustomersV1.TransferStatus(rawValue: Int32(truncatingIfNeeded: c.pointee.status.rawValue))
      self.takeoverTime = reader.message(c.pointee.takeover_time, "takeover_time")
      self.acceptTime = reader.message(c.pointee.accept_time, "accept_time")
      self.transferSuccessMsg = reader.text(c.pointee.transfer_success_msg, "transfer_success_msg")
      self.failReason = CustomersV1.TransferFailReason(rawValue: Int32(truncatingIfNeeded: c.pointee.fail_reason.rawValue))
      self.jobid = reader.text(c.pointee.jobid, "jobid")
      self.hadBefore = c.pointee.had_before != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Transfer.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.takeover_userid = writer.text(self.takeoverUserid)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.status = writer.value(self.status)
      c.pointee.takeover_time = writer.message(self.takeoverTime)
      c.pointee.accept_time = writer.message(self.acceptTime)
      c.pointee.transfer_success_msg = writer.text(self.transferSuccessMsg)
      c.pointee.fail_reason = writer.value(self.failReason)
      c.pointee.jobid = writer.text(self.jobid)
      c.pointee.had_before = self.hadBefore ? 1 : 0
    }
  }

  /// Asks for customers to be handed over by a member on the job.
  package struct TransferCustomersRequest: Protobuf.MutatingRequest {
    /// The member who has them, ignoring case. Required (errcode 40003).
    package var handoverUserid: String = ""
    /// The member who is to have them, ignoring case. Required (errcode 40003).
    package var takeoverUserid: String = ""
    /// The customers: 1 to 100 (errcode 40058). One named twice is being transferred the second time.
    package var externalUserids: [String] = []
    /// What they are told when they have moved: at most 200 characters (errcode 40058). Empty: WeCom's
    /// own words.
    package var transferSuccessMsg: String = ""
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      handoverUserid: String = "",
      takeoverUserid: String = "",
      externalUserids: [String] = [],
      transferSuccessMsg: String = "",
      requestID: String = ""
    ) {
      self.handoverUserid = handoverUserid
      self.takeoverUserid = takeoverUserid
      self.externalUserids = externalUserids
      self.transferSuccessMsg = transferSuccessMsg
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.TransferCustomersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__transfer_customers_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TransferCustomersRequest.self)
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.takeoverUserid = reader.text(c.pointee.takeover_userid, "takeover_userid")
      self.externalUserids = reader.texts(c.pointee.n_external_userids, c.pointee.external_userids, "external_userids")
      self.transferSuccessMsg = reader.text(c.pointee.transfer_success_msg, "transfer_success_msg")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TransferCustomersRequest.self)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.takeover_userid = writer.text(self.takeoverUserid)
      c.pointee.external_userids = writer.texts(self.externalUserids, &c.pointee.n_external_userids)
      c.pointee.transfer_success_msg = writer.text(self.transferSuccessMsg)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for customers of a member who left to be handed over.
  package struct TransferResignedCustomersRequest: Protobuf.MutatingRequest {
    /// The member who had them, ignoring case. Required (errcode 40003).
    package var handoverUserid: String = ""
    /// The member who is to have them, ignoring case. Required (errcode 40003).
    package var takeoverUserid: String = ""
    /// The customers: 1 to 100 (errcode 40058). One named twice is being transferred the second time.
    package var externalUserids: [String] = []
    /// Makes the call repeatable; see TransferCustomersRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      handoverUserid: String = "",
      takeoverUserid: String = "",
      externalUserids: [String] = [],
      requestID: String = ""
    ) {
      self.handoverUserid = handoverUserid
      self.takeoverUserid = takeoverUserid
      self.externalUserids = externalUserids
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.TransferResignedCustomersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__transfer_resigned_customers_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TransferResignedCustomersRequest.self)
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.takeoverUserid = reader.text(c.pointee.takeover_userid, "takeover_userid")
      self.externalUserids = reader.texts(c.pointee.n_external_userids, c.pointee.external_userids, "external_userids")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TransferResignedCustomersRequest.self)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.takeover_userid = writer.text(self.takeoverUserid)
      c.pointee.external_userids = writer.texts(self.externalUserids, &c.pointee.n_external_userids)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of each customer.
  package struct TransferCustomersResponse: Protobuf.Message {
    /// As many as were named, in their order.
    package var customers: [CustomersV1.TransferCustomersResponse.Item] = []

    package init() {}

    package init(
      customers: [CustomersV1.TransferCustomersResponse.Item] = []
    ) {
      self.customers = customers
    }

    /// One customer's answer.
    package struct Item: Protobuf.Message {
      /// The customer, as given.
      package var externalUserid: String = ""
      /// 0: accepted, and he moves at takeover_time unless he refuses. Else WeCom's errcode.
      package var errcode: Int32 = 0
      /// Why he was not accepted: UPPER_SNAKE, for programs. Empty when he was.
      package var reason: String = ""
      /// Why, in a sentence. Empty when he was accepted.
      package var message: String = ""
      /// When he is going to move. Absent when he was not accepted.
      package var takeoverTime: GoogleProtobuf.Timestamp? = nil

      package init() {}

      package init(
        externalUserid: String = "",
        errcode: Int32 = 0,
        reason: String = "",
        message: String = "",
        takeoverTime: GoogleProtobuf.Timestamp? = nil
      ) {
        self.externalUserid = externalUserid
        self.errcode = errcode
        self.reason = reason
        self.message = message
        self.takeoverTime = takeoverTime
      }

      package static var fullName: String { "siyu.customers.v1.TransferCustomersResponse.Item" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__transfer_customers_response__item__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__TransferCustomersResponse__Item.self)
        self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
        self.errcode = c.pointee.errcode
        self.reason = reader.text(c.pointee.reason, "reason")
        self.message = reader.text(c.pointee.message, "message")
        self.takeoverTime = reader.message(c.pointee.takeover_time, "takeover_time")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__TransferCustomersResponse__Item.self)
        c.pointee.external_userid = writer.text(self.externalUserid)
        c.pointee.errcode = self.errcode
        c.pointee.reason = writer.text(self.reason)
        c.pointee.message = writer.text(self.message)
        c.pointee.takeover_time = writer.message(self.takeoverTime)
      }
    }

    package static var fullName: String { "siyu.customers.v1.TransferCustomersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__transfer_customers_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TransferCustomersResponse.self)
      self.customers = reader.messages(c.pointee.n_customers, c.pointee.customers, "customers")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TransferCustomersResponse.self)
      c.pointee.customers = writer.messages(self.customers, &c.pointee.n_customers)
    }
  }

  /// Says that a customer refuses.
  package struct RefuseTransferRequest: Protobuf.MutatingRequest {
    /// The member who has him, ignoring case. Required (errcode 40003).
    package var handoverUserid: String = ""
    /// The member whom he refuses, ignoring case. Required (errcode 40003).
    package var takeoverUserid: String = ""
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// Makes the call repeatable; see TransferCustomersRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      handoverUserid: String = "",
      takeoverUserid: String = "",
      externalUserid: String = "",
      requestID: String = ""
    ) {
      self.handoverUserid = handoverUserid
      self.takeoverUserid = takeoverUserid
      self.externalUserid = externalUserid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.RefuseTransferRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__refuse_transfer_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RefuseTransferRequest.self)
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.takeoverUserid = reader.text(c.pointee.takeover_userid, "takeover_userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RefuseTransferRequest.self)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.takeover_userid = writer.text(self.takeoverUserid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks how the transfers between two members stand.
  package struct GetTransferResultRequest: Protobuf.PagedRequest {
    /// The member who hands over, ignoring case. Required (errcode 40003).
    package var handoverUserid: String = ""
    /// The member who takes over, ignoring case. Required (errcode 40003).
    package var takeoverUserid: String = ""
    /// Those alone that stand so; UNSPECIFIED: all. An unknown number is INVALID_ARGUMENT.
    package var status: CustomersV1.TransferStatus = .init()
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      handoverUserid: String = "",
      takeoverUserid: String = "",
      status: CustomersV1.TransferStatus = .init(),
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.handoverUserid = handoverUserid
      self.takeoverUserid = takeoverUserid
      self.status = status
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.GetTransferResultRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_transfer_result_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetTransferResultRequest.self)
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.takeoverUserid = reader.text(c.pointee.takeover_userid, "takeover_userid")
      self.status = CustomersV1.TransferStatus(rawValue: Int32(truncatingIfNeeded: c.pointee.status.rawValue))
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetTransferResultRequest.self)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.takeover_userid = writer.text(self.takeoverUserid)
      c.pointee.status = writer.value(self.status)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of transfers.
  package struct GetTransferResultResponse: Protobuf.Message {
    /// The transfers.
    package var customers: [CustomersV1.Transfer] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      customers: [CustomersV1.Transfer] = [],
      nextPageToken: String = ""
    ) {
      self.customers = customers
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.GetTransferResultResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_transfer_result_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetTransferResultResponse.self)
      self.customers = reader.messages(c.pointee.n_customers, c.pointee.customers, "customers")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetTransferResultResponse.self)
      c.pointee.customers = writer.messages(self.customers, &c.pointee.n_customers)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the customers of members who have left.
  package struct ListUnassignedRequest: Protobuf.PagedRequest {
    /// Those of this member alone, ignoring case; empty: of all.
    package var handoverUserid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      handoverUserid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.handoverUserid = handoverUserid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListUnassignedRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_unassigned_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListUnassignedRequest.self)
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListUnassignedRequest.self)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A customer of a member who has left 待分配客户.
  package struct UnassignedCustomer: Protobuf.Message {
    /// The member who left.
    package var handoverUserid: String = ""
    /// The customer.
    package var externalUserid: String = ""
    /// When the member left.
    package var dimissionTime: GoogleProtobuf.Timestamp? = nil
    /// The member he is being transferred to; empty when to none.
    package var takeoverUserid: String = ""
    /// When he is going to move to him; absent when he is not.
    package var takeoverTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      handoverUserid: String = "",
      externalUserid: String = "",
      dimissionTime: GoogleProtobuf.Timestamp? = nil,
      takeoverUserid: String = "",
      takeoverTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.handoverUserid = handoverUserid
      self.externalUserid = externalUserid
      self.dimissionTime = dimissionTime
      self.takeoverUserid = takeoverUserid
      self.takeoverTime = takeoverTime
    }

    package static var fullName: String { "siyu.customers.v1.UnassignedCustomer" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__unassigned_customer__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UnassignedCustomer.self)
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.dimissionTime = reader.message(c.pointee.dimission_time, "dimission_time")
      self.takeoverUserid = reader.text(c.pointee.takeover_userid, "takeover_userid")
      self.takeoverTime = reader.message(c.pointee.takeover_time, "takeover_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UnassignedCustomer.self)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.dimission_time = writer.message(self.dimissionTime)
      c.pointee.takeover_userid = writer.text(self.takeoverUserid)
      c.pointee.takeover_time = writer.message(self.takeoverTime)
    }
  }

  /// A page of unassigned customers.
  package struct ListUnassignedResponse: Protobuf.Message {
    /// The customers.
    package var customers: [CustomersV1.UnassignedCustomer] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      customers: [CustomersV1.UnassignedCustomer] = [],
      nextPageToken: String = ""
    ) {
      self.customers = customers
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListUnassignedResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_unassigned_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListUnassignedResponse.self)
      self.customers = reader.messages(c.pointee.n_customers, c.pointee.customers, "customers")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListUnassignedResponse.self)
      c.pointee.customers = writer.messages(self.customers, &c.pointee.n_customers)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks who handed a customer over.
  package struct ListFormerOwnersRequest: Protobuf.PagedRequest {
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

    package static var fullName: String { "siyu.customers.v1.ListFormerOwnersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_former_owners_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListFormerOwnersRequest.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListFormerOwnersRequest.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A member who had a customer and handed him over.
  package struct FormerOwner: Protobuf.Message {
    /// The member.
    package var userid: String = ""
    /// Since when he had him.
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// When he handed him over.
    package var endTime: GoogleProtobuf.Timestamp? = nil
    /// To whom.
    package var takeoverUserid: String = ""
    /// How he stood then.
    package var kind: CustomersV1.TransferKind = .init()

    package init() {}

    package init(
      userid: String = "",
      startTime: GoogleProtobuf.Timestamp? = nil,
      endTime: GoogleProtobuf.Timestamp? = nil,
      takeoverUserid: String = "",
      kind: CustomersV1.TransferKind = .init()
    ) {
      self.userid = userid
      self.startTime = startTime
      self.endTime = endTime
      self.takeoverUserid = takeoverUserid
      self.kind = kind
    }

    package static var fullName: String { "siyu.customers.v1.FormerOwner" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__former_owner__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__FormerOwner.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
      self.takeoverUserid = reader.text(c.pointee.takeover_userid, "takeover_userid")
      self.kind = CustomersV1.TransferKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__FormerOwner.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.end_time = writer.message(self.endTime)
      c.pointee.takeover_userid = writer.text(self.takeoverUserid)
      c.pointee.kind = writer.value(self.kind)
    }
  }

  /// A page of former owners.
  package struct ListFormerOwnersResponse: Protobuf.Message {
    /// The members, the last first.
    package var owners: [CustomersV1.FormerOwner] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      owners: [CustomersV1.FormerOwner] = [],
      nextPageToken: String = ""
    ) {
      self.owners = owners
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListFormerOwnersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_former_owners_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListFormerOwnersResponse.self)
      self.owners = reader.messages(c.pointee.n_owners, c.pointee.owners, "owners")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListFormerOwnersResponse.self)
      c.pointee.owners = writer.messages(self.owners, &c.pointee.n_owners)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// A member who takes over a share of another's customers.
  package struct TakeoverShare: Protobuf.Message {
    /// The member, ignoring case. Required (errcode 40003), each once.
    package var userid: String = ""
    /// How large his share is beside the others': 0 to 1,000,000. When all are 0 they are alike; else who
    /// has 0 gets none.
    package var share: Int32 = 0

    package init() {}

    package init(
      userid: String = "",
      share: Int32 = 0
    ) {
      self.userid = userid
      self.share = share
    }

    package static var fullName: String { "siyu.customers.v1.TakeoverShare" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__takeover_share__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TakeoverShare.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.share = c.pointee.share
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TakeoverShare.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.share = self.share
    }
  }

  /// Asks for all customers of a member to be handed over.
  package struct TransferAllCustomersRequest: Protobuf.MutatingRequest {
    /// The member, ignoring case. Required (errcode 40003).
    package var handoverUserid: String = ""
    /// Who takes them over: 1 to 100 (errcode 40058).
    package var takeovers: [CustomersV1.TakeoverShare] = []
    /// What they are told when they have moved: at most 200 characters (errcode 40058). Empty: WeCom's
    /// own words. INVALID_ARGUMENT for a member who has left.
    package var transferSuccessMsg: String = ""
    /// Makes the call repeatable; see TransferCustomersRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      handoverUserid: String = "",
      takeovers: [CustomersV1.TakeoverShare] = [],
      transferSuccessMsg: String = "",
      requestID: String = ""
    ) {
      self.handoverUserid = handoverUserid
      self.takeovers = takeovers
      self.transferSuccessMsg = transferSuccessMsg
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.TransferAllCustomersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__transfer_all_customers_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TransferAllCustomersRequest.self)
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.takeovers = reader.messages(c.pointee.n_takeovers, c.pointee.takeovers, "takeovers")
      self.transferSuccessMsg = reader.text(c.pointee.transfer_success_msg, "transfer_success_msg")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TransferAllCustomersRequest.self)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.takeovers = writer.messages(self.takeovers, &c.pointee.n_takeovers)
      c.pointee.transfer_success_msg = writer.text(self.transferSuccessMsg)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The job that hands over all customers of a member.
  package struct TransferAllCustomersResponse: Protobuf.Message {
    /// The job; see GetTransferJob and JobService.GetJob.
    package var jobid: String = ""
    /// How the member stands.
    package var kind: CustomersV1.TransferKind = .init()
    /// How many customers he has.
    package var customerCount: Int64 = 0

    package init() {}

    package init(
      jobid: String = "",
      kind: CustomersV1.TransferKind = .init(),
      customerCount: Int64 = 0
    ) {
      self.jobid = jobid
      self.kind = kind
      self.customerCount = customerCount
    }

    package static var fullName: String { "siyu.customers.v1.TransferAllCustomersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__transfer_all_customers_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TransferAllCustomersResponse.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
      self.kind = CustomersV1.TransferKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.customerCount = c.pointee.customer_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TransferAllCustomersResponse.self)
      c.pointee.jobid = writer.text(self.jobid)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.customer_count = self.customerCount
    }
  }

  /// Asks what TransferAllCustomers would do.
  package struct PreviewTransferAllCustomersRequest: Protobuf.Message {
    /// As in TransferAllCustomersRequest.
    package var handoverUserid: String = ""
    /// As in TransferAllCustomersRequest.
    package var takeovers: [CustomersV1.TakeoverShare] = []

    package init() {}

    package init(
      handoverUserid: String = "",
      takeovers: [CustomersV1.TakeoverShare] = []
    ) {
      self.handoverUserid = handoverUserid
      self.takeovers = takeovers
    }

    package static var fullName: String { "siyu.customers.v1.PreviewTransferAllCustomersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__preview_transfer_all_customers_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__PreviewTransferAllCustomersRequest.self)
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.takeovers = reader.messages(c.pointee.n_takeovers, c.pointee.takeovers, "takeovers")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__PreviewTransferAllCustomersRequest.self)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.takeovers = writer.messages(self.takeovers, &c.pointee.n_takeovers)
    }
  }

  /// What TransferAllCustomers would do now.
  package struct PreviewTransferAllCustomersResponse: Protobuf.Message {
    /// How the member stands.
    package var kind: CustomersV1.TransferKind = .init()
    /// How many customers he has.
    package var customerCount: Int64 = 0
    /// Who takes over how many, in the order given.
    package var takeovers: [CustomersV1.PreviewTransferAllCustomersResponse.Takeover] = []
    /// How many would be refused.
    package var refusedCount: Int64 = 0
    /// Why, by external_userid: the first 1000.
    package var refusals: [CommonV1.ItemFailure] = []

    package init() {}

    package init(
      kind: CustomersV1.TransferKind = .init(),
      customerCount: Int64 = 0,
      takeovers: [CustomersV1.PreviewTransferAllCustomersResponse.Takeover] = [],
      refusedCount: Int64 = 0,
      refusals: [CommonV1.ItemFailure] = []
    ) {
      self.kind = kind
      self.customerCount = customerCount
      self.takeovers = takeovers
      self.refusedCount = refusedCount
      self.refusals = refusals
    }

    /// One take-over member's part.
    package struct Takeover: Protobuf.Message {
      /// The member.
      package var userid: String = ""
      /// How many customers he would be given.
      package var plannedCount: Int64 = 0
      /// How many more customers he may have now. Those beyond that would end FULL, but for those who are
      /// his already.
      package var roomCount: Int64 = 0

      package init() {}

      package init(
        userid: String = "",
        plannedCount: Int64 = 0,
        roomCount: Int64 = 0
      ) {
        self.userid = userid
        self.plannedCount = plannedCount
        self.roomCount = roomCount
      }

      package static var fullName: String { "siyu.customers.v1.PreviewTransferAllCustomersResponse.Takeover" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__preview_transfer_all_customers_response__takeover__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__PreviewTransferAllCustomersResponse__Takeover.self)
        self.userid = reader.text(c.pointee.userid, "userid")
        self.plannedCount = c.pointee.planned_count
        self.roomCount = c.pointee.room_count
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__PreviewTransferAllCustomersResponse__Takeover.self)
        c.pointee.userid = writer.text(self.userid)
        c.pointee.planned_count = self.plannedCount
        c.pointee.room_count = self.roomCount
      }
    }

    package static var fullName: String { "siyu.customers.v1.PreviewTransferAllCustomersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__preview_transfer_all_customers_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__PreviewTransferAllCustomersResponse.self)
      self.kind = CustomersV1.TransferKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.customerCount = c.pointee.customer_count
      self.takeovers = reader.messages(c.pointee.n_takeovers, c.pointee.takeovers, "takeovers")
      self.refusedCount = c.pointee.refused_count
      self.refusals = reader.messages(c.pointee.n_refusals, c.pointee.refusals, "refusals")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__PreviewTransferAllCustomersResponse.self)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.customer_count = self.customerCount
      c.pointee.takeovers = writer.messages(self.takeovers, &c.pointee.n_takeovers)
      c.pointee.refused_count = self.refusedCount
      c.pointee.refusals = writer.messages(self.refusals, &c.pointee.n_refusals)
    }
  }

  /// Asks how far a job got.
  package struct GetTransferJobRequest: Protobuf.PagedRequest {
    /// The job. Required (errcode 40088).
    package var jobid: String = ""
    /// How many refusals to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      jobid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.jobid = jobid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.GetTransferJobRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_transfer_job_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetTransferJobRequest.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetTransferJobRequest.self)
      c.pointee.jobid = writer.text(self.jobid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// How far a job got.
  package struct GetTransferJobResponse: Protobuf.Message {
    /// The job that accepts them: DONE when all are accepted or refused, which is before they move.
    package var job: CommonV1.Job? = nil
    /// The member who hands over.
    package var handoverUserid: String = ""
    /// How he stood.
    package var kind: CustomersV1.TransferKind = .init()
    /// Who takes over, in the order given.
    package var takeovers: [CustomersV1.GetTransferJobResponse.Takeover] = []
    /// How many could not be accepted.
    package var refusedCount: Int64 = 0
    /// Why, by external_userid, in the order in which they first came to the corp: a page.
    package var refusals: [CommonV1.ItemFailure] = []
    /// Where the next page of refusals begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      job: CommonV1.Job? = nil,
      handoverUserid: String = "",
      kind: CustomersV1.TransferKind = .init(),
      takeovers: [CustomersV1.GetTransferJobResponse.Takeover] = [],
      refusedCount: Int64 = 0,
      refusals: [CommonV1.ItemFailure] = [],
      nextPageToken: String = ""
    ) {
      self.job = job
      self.handoverUserid = handoverUserid
      self.kind = kind
      self.takeovers = takeovers
      self.refusedCount = refusedCount
      self.refusals = refusals
      self.nextPageToken = nextPageToken
    }

    /// How one take-over member's part stands.
    package struct Takeover: Protobuf.Message {
      /// The member.
      package var userid: String = ""
      /// His share, as asked for.
      package var share: Int32 = 0
      /// How many he was given that wait.
      package var waitingCount: Int64 = 0
      /// How many moved to him.
      package var doneCount: Int64 = 0
      /// How many ended REFUSED.
      package var refusedCount: Int64 = 0
      /// How many ended FULL.
      package var fullCount: Int64 = 0

      package init() {}

      package init(
        userid: String = "",
        share: Int32 = 0,
        waitingCount: Int64 = 0,
        doneCount: Int64 = 0,
        refusedCount: Int64 = 0,
        fullCount: Int64 = 0
      ) {
        self.userid = userid
        self.share = share
        self.waitingCount = waitingCount
        self.doneCount = doneCount
        self.refusedCount = refusedCount
        self.fullCount = fullCount
      }

      package static var fullName: String { "siyu.customers.v1.GetTransferJobResponse.Takeover" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_transfer_job_response__takeover__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__GetTransferJobResponse__Takeover.self)
        self.userid = reader.text(c.pointee.userid, "userid")
        self.share = c.pointee.share
        self.waitingCount = c.pointee.waiting_count
        self.doneCount = c.pointee.done_count
        self.refusedCount = c.pointee.refused_count
        self.fullCount = c.pointee.full_count
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__GetTransferJobResponse__Takeover.self)
        c.pointee.userid = writer.text(self.userid)
        c.pointee.share = self.share
        c.pointee.waiting_count = self.waitingCount
        c.pointee.done_count = self.doneCount
        c.pointee.refused_count = self.refusedCount
        c.pointee.full_count = self.fullCount
      }
    }

    package static var fullName: String { "siyu.customers.v1.GetTransferJobResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_transfer_job_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetTransferJobResponse.self)
      self.job = reader.message(c.pointee.job, "job")
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.kind = CustomersV1.TransferKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.takeovers = reader.messages(c.pointee.n_takeovers, c.pointee.takeovers, "takeovers")
      self.refusedCount = c.pointee.refused_count
      self.refusals = reader.messages(c.pointee.n_refusals, c.pointee.refusals, "refusals")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetTransferJobResponse.self)
      c.pointee.job = writer.message(self.job)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.takeovers = writer.messages(self.takeovers, &c.pointee.n_takeovers)
      c.pointee.refused_count = self.refusedCount
      c.pointee.refusals = writer.messages(self.refusals, &c.pointee.n_refusals)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
