// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Keeps contact ways 联系我 and leads customers through them. Departments and members are those that
  /// directory told of: only an activated member is led to. While directory has told of no member, every
  /// userid is taken and counts as activated.
  package protocol ContactWayServiceProtocol: Swift.Sendable {
    /// Creates a contact way. INVALID_ARGUMENT with errcode 41037 or 41038 without type or scene, 41039,
    /// 41040 or 41042 for a bad type, scene or style, 81012 when it leads to nobody, 41041 when it leads
    /// to more than 100 members (to more than one, when SINGLE), 40003 for a userid directory does not
    /// know; NOT_FOUND with errcode 60003 for such a department and 40068 for an unknown tag, and for an
    /// unknown source_id;
    /// FAILED_PRECONDITION with errcode 41054 when a member is not activated; RESOURCE_EXHAUSTED with
    /// errcode 41045 at 500,000 of a corp, its join ways 加入群聊 counted as far as communities has told of
    /// them, or 100,000 temporary ones in one day, which are not among the others. Stands for
    /// externalcontact/add_contact_way.
    func createContactWay(_ request: CustomersV1.CreateContactWayRequest, _ call: RPC.Call) async throws -> CustomersV1.ContactWay
    /// Returns a contact way, with the members it leads to now. INVALID_ARGUMENT with errcode 41043
    /// without a config_id, NOT_FOUND with errcode 41044 when there is none with it. Stands for
    /// externalcontact/get_contact_way.
    func getContactWay(_ request: CustomersV1.GetContactWayRequest, _ call: RPC.Call) async throws -> CustomersV1.ContactWay
    /// Lists the contact ways made in a span of time, oldest first; temporary ones never. Stands for
    /// externalcontact/list_contact_way.
    func listContactWays(_ request: CustomersV1.ListContactWaysRequest, _ call: RPC.Call) async throws -> CustomersV1.ListContactWaysResponse
    /// Changes the fields named by the mask; a list is replaced whole. type, scene, is_temp and
    /// is_exclusive stay. Fails as CreateContactWay and GetContactWay do, and with FAILED_PRECONDITION
    /// when a temporary way has expired. Stands for externalcontact/update_contact_way.
    func updateContactWay(_ request: CustomersV1.UpdateContactWayRequest, _ call: RPC.Call) async throws -> CustomersV1.ContactWay
    /// Deletes a contact way: nobody comes by it any more. Relations that came by it stay, with their
    /// state and source; what waits to be accepted may still be. Fails as GetContactWay does. Stands for
    /// externalcontact/del_contact_way.
    func deleteContactWay(_ request: CustomersV1.DeleteContactWayRequest, _ call: RPC.Call) async throws -> CustomersV1.DeleteContactWayResponse
    /// A customer scans the code, or presses the button. Who follows him already among the way's
    /// members is told again, and nothing else happens. Otherwise one of its members is chosen: with
    /// is_exclusive one who follows somebody of the customer's corp_name, else any with the same chance
    /// among those who are activated, on shift and under their caps, else a spare one. With
    /// skip_verify the two get a relation that is half, at once; without, the member is asked, see
    /// AcceptContact. Either has add_way 1 and the way's state, source, customer_remark and tags.
    /// FAILED_PRECONDITION when a temporary way has expired, was used, or is for another unionid (errcode
    /// 610014); otherwise fails as GetContactWay does. That nobody can be led to is no failure: the
    /// scan is counted, and outcome says so. Stands for the event add_half_external_contact.
    func addByContactWay(_ request: CustomersV1.AddByContactWayRequest, _ call: RPC.Call) async throws -> CustomersV1.AddByContactWayResponse
    /// The member's side completes: what waits for him becomes a mutual relation, as does a half one.
    /// NOT_FOUND with errcode 84061 when neither is there, RESOURCE_EXHAUSTED with errcode 40099 when
    /// he has as many customers as he may. Stands for the event add_external_contact.
    func acceptContact(_ request: CustomersV1.AcceptContactRequest, _ call: RPC.Call) async throws -> CustomersV1.AcceptContactResponse
    /// Ends a temporary session 临时会话 before its time: its relation is removed from the member's side,
    /// and the event tells the conclusions to be sent before. FAILED_PRECONDITION when the two have an
    /// ordinary relation, NOT_FOUND with errcode 84061 when they have none. Stands for
    /// externalcontact/close_temp_chat.
    func closeTemporarySession(_ request: CustomersV1.CloseTemporarySessionRequest, _ call: RPC.Call) async throws -> CustomersV1.CloseTemporarySessionResponse
    /// Returns what came of a contact way: in all, by day, and by member, a page of members at a time.
    /// Fails as GetContactWay does. Stands for no WeCom API.
    func getContactWayStatistics(_ request: CustomersV1.GetContactWayStatisticsRequest, _ call: RPC.Call) async throws -> CustomersV1.GetContactWayStatisticsResponse
    /// Returns how much of the quota is used that contact ways share with communities' join ways 加入群聊.
    /// Stands for no WeCom API.
    func getContactWayQuota(_ request: CustomersV1.GetContactWayQuotaRequest, _ call: RPC.Call) async throws -> CustomersV1.GetContactWayQuotaResponse
    /// Returns the picture of a QR code that holds a landing page's address and the way's config_id.
    /// Fails as GetContactWay does. Stands for contact_way.qr_code.
    func getContactWayQRCode(_ request: CustomersV1.GetContactWayQRCodeRequest, _ call: RPC.Call) async throws -> CustomersV1.GetContactWayQRCodeResponse
  }

  /// The methods of `siyu.customers.v1.ContactWayService`, and its routes.
  package enum ContactWayService {
    package static let createContactWay = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "CreateContactWay",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.write"), mutates: true,
      dataScope: RPC.DataScopeRule(CustomersV1.CreateContactWayRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("contact_way.userids")
        if let part1 = request.contactWay {
          reading.add(members: part1.userids)
        }
        reading.field("contact_way.department_ids")
        if let part1 = request.contactWay {
          reading.add(departments: part1.departmentIDs)
        }
        reading.entry(.optional)
        reading.field("contact_way.spare_userids")
        if let part1 = request.contactWay {
          reading.add(members: part1.spareUserids)
        }
        reading.field("contact_way.shifts.userids")
        if let part1 = request.contactWay {
          for part2 in part1.shifts {
            reading.add(members: part2.userids)
          }
        }
        reading.entry(.empty)
        reading.field("contact_way.source_id")
        if let part1 = request.contactWay {
          reading.add(isEmpty: part1.sourceID == "")
        }
      })
    package static let getContactWay = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "GetContactWay",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.read"))
    package static let listContactWays = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "ListContactWays",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.read"))
    package static let updateContactWay = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "UpdateContactWay",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.write"), mutates: true)
    package static let deleteContactWay = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "DeleteContactWay",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.write"), mutates: true)
    package static let addByContactWay = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "AddByContactWay",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.scan"), mutates: true)
    package static let acceptContact = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "AcceptContact",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.scan"), mutates: true)
    package static let closeTemporarySession = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "CloseTemporarySession",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.write"), mutates: true)
    package static let getContactWayStatistics = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "GetContactWayStatistics",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.read"))
    package static let getContactWayQuota = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "GetContactWayQuota",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.read"))
    package static let getContactWayQRCode = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ContactWayService", name: "GetContactWayQRCode",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.contact_ways.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.ContactWayService",
      methods: [createContactWay, getContactWay, listContactWays, updateContactWay, deleteContactWay, addByContactWay, acceptContact, closeTemporarySession, getContactWayStatistics, getContactWayQuota, getContactWayQRCode])

    package static func routes(_ service: some ContactWayServiceProtocol) -> [RPC.Route] {
      [
        .unary(createContactWay) { bytes, call in
          guard let request = call.begin(CustomersV1.CreateContactWayRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createContactWay(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getContactWay) { bytes, call in
          guard let request = call.begin(CustomersV1.GetContactWayRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getContactWay(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listContactWays) { bytes, call in
          guard let request = call.begin(CustomersV1.ListContactWaysRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listContactWays(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateContactWay) { bytes, call in
          guard let request = call.begin(CustomersV1.UpdateContactWayRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateContactWay(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteContactWay) { bytes, call in
          guard let request = call.begin(CustomersV1.DeleteContactWayRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteContactWay(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(addByContactWay) { bytes, call in
          guard let request = call.begin(CustomersV1.AddByContactWayRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.addByContactWay(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(acceptContact) { bytes, call in
          guard let request = call.begin(CustomersV1.AcceptContactRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.acceptContact(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(closeTemporarySession) { bytes, call in
          guard let request = call.begin(CustomersV1.CloseTemporarySessionRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.closeTemporarySession(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getContactWayStatistics) { bytes, call in
          guard let request = call.begin(CustomersV1.GetContactWayStatisticsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getContactWayStatistics(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getContactWayQuota) { bytes, call in
          guard let request = call.begin(CustomersV1.GetContactWayQuotaRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getContactWayQuota(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getContactWayQRCode) { bytes, call in
          guard let request = call.begin(CustomersV1.GetContactWayQRCodeRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getContactWayQRCode(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.ContactWayService` over a channel.
  package struct ContactWayServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a contact way. INVALID_ARGUMENT with errcode 41037 or 41038 without type or scene, 41039,
    /// 41040 or 41042 for a bad type, scene or style, 81012 when it leads to nobody, 41041 when it leads
    /// to more than 100 members (to more than one, when SINGLE), 40003 for a userid directory does not
    /// know; NOT_FOUND with errcode 60003 for such a department and 40068 for an unknown tag, and for an
    /// unknown source_id;
    /// FAILED_PRECONDITION with errcode 41054 when a member is not activated; RESOURCE_EXHAUSTED with
    /// errcode 41045 at 500,000 of a corp, its join ways 加入群聊 counted as far as communities has told of
    /// them, or 100,000 temporary ones in one day, which are not among the others. Stands for
    /// externalcontact/add_contact_way.
    package func createContactWay(_ request: CustomersV1.CreateContactWayRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ContactWay {
      try await channel.unary(ContactWayService.createContactWay, request, options)
    }

    /// Returns a contact way, with the members it leads to now. INVALID_ARGUMENT with errcode 41043
    /// without a config_id, NOT_FOUND with errcode 41044 when there is none with it. Stands for
    /// externalcontact/get_contact_way.
    package func getContactWay(_ request: CustomersV1.GetContactWayRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ContactWay {
      try await channel.unary(ContactWayService.getContactWay, request, options)
    }

    /// Lists the contact ways made in a span of time, oldest first; temporary ones never. Stands for
    /// externalcontact/list_contact_way.
    package func listContactWays(_ request: CustomersV1.ListContactWaysRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListContactWaysResponse {
      try await channel.unary(ContactWayService.listContactWays, request, options)
    }

    /// Changes the fields named by the mask; a list is replaced whole. type, scene, is_temp and
    /// is_exclusive stay. Fails as CreateContactWay and GetContactWay do, and with FAILED_PRECONDITION
    /// when a temporary way has expired. Stands for externalcontact/update_contact_way.
    package func updateContactWay(_ request: CustomersV1.UpdateContactWayRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ContactWay {
      try await channel.unary(ContactWayService.updateContactWay, request, options)
    }

    /// Deletes a contact way: nobody comes by it any more. Relations that came by it stay, with their
    /// state and source; what waits to be accepted may still be. Fails as GetContactWay does. Stands for
    /// externalcontact/del_contact_way.
    package func deleteContactWay(_ request: CustomersV1.DeleteContactWayRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.DeleteContactWayResponse {
      try await channel.unary(ContactWayService.deleteContactWay, request, options)
    }

    /// A customer scans the code, or presses the button. Who follows him already among the way's
    /// members is told again, and nothing else happens. Otherwise one of its members is chosen: with
    /// is_exclusive one who follows somebody of the customer's corp_name, else any with the same chance
    /// among those who are activated, on shift and under their caps, else a spare one. With
    /// skip_verify the two get a relation that is half, at once; without, the member is asked, see
    /// AcceptContact. Either has add_way 1 and the way's state, source, customer_remark and tags.
    /// FAILED_PRECONDITION when a temporary way has expired, was used, or is for another unionid (errcode
    /// 610014); otherwise fails as GetContactWay does. That nobody can be led to is no failure: the
    /// scan is counted, and outcome says so. Stands for the event add_half_external_contact.
    package func addByContactWay(_ request: CustomersV1.AddByContactWayRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.AddByContactWayResponse {
      try await channel.unary(ContactWayService.addByContactWay, request, options)
    }

    /// The member's side completes: what waits for him becomes a mutual relation, as does a half one.
    /// NOT_FOUND with errcode 84061 when neither is there, RESOURCE_EXHAUSTED with errcode 40099 when
    /// he has as many customers as he may. Stands for the event add_external_contact.
    package func acceptContact(_ request: CustomersV1.AcceptContactRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.AcceptContactResponse {
      try await channel.unary(ContactWayService.acceptContact, request, options)
    }

    /// Ends a temporary session 临时会话 before its time: its relation is removed from the member's side,
    /// and the event tells the conclusions to be sent before. FAILED_PRECONDITION when the two have an
    /// ordinary relation, NOT_FOUND with errcode 84061 when they have none. Stands for
    /// externalcontact/close_temp_chat.
    package func closeTemporarySession(_ request: CustomersV1.CloseTemporarySessionRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.CloseTemporarySessionResponse {
      try await channel.unary(ContactWayService.closeTemporarySession, request, options)
    }

    /// Returns what came of a contact way: in all, by day, and by member, a page of members at a time.
    /// Fails as GetContactWay does. Stands for no WeCom API.
    package func getContactWayStatistics(_ request: CustomersV1.GetContactWayStatisticsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.GetContactWayStatisticsResponse {
      try await channel.unary(ContactWayService.getContactWayStatistics, request, options)
    }

    /// Returns how much of the quota is used that contact ways share with communities' join ways 加入群聊.
    /// Stands for no WeCom API.
    package func getContactWayQuota(_ request: CustomersV1.GetContactWayQuotaRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.GetContactWayQuotaResponse {
      try await channel.unary(ContactWayService.getContactWayQuota, request, options)
    }

    /// Returns the picture of a QR code that holds a landing page's address and the way's config_id.
    /// Fails as GetContactWay does. Stands for contact_way.qr_code.
    package func getContactWayQRCode(_ request: CustomersV1.GetContactWayQRCodeRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.GetContactWayQRCodeResponse {
      try await channel.unary(ContactWayService.getContactWayQRCode, request, options)
    }
  }

  /// How many members a way leads to; the numbers are WeCom's.
  package struct ContactWayType: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: INVALID_ARGUMENT, errcode 41037.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// One member 单人.
    package static var single: Self { Self(rawValue: 1) }
    /// One of many 多人.
    package static var multiple: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "CONTACT_WAY_TYPE_UNSPECIFIED",
      1: "CONTACT_WAY_TYPE_SINGLE",
      2: "CONTACT_WAY_TYPE_MULTIPLE",
    ]
  }

  /// Where customers meet it; the numbers are WeCom's.
  package struct ContactWayScene: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: INVALID_ARGUMENT, errcode 41038.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A button in a mini program 小程序.
    package static var miniprogram: Self { Self(rawValue: 1) }
    /// A QR code 二维码.
    package static var qrCode: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "CONTACT_WAY_SCENE_UNSPECIFIED",
      1: "CONTACT_WAY_SCENE_MINIPROGRAM",
      2: "CONTACT_WAY_SCENE_QR_CODE",
    ]
  }

  /// What came of a scan.
  package struct ScanOutcome: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: never sent.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// The customer was added to userid; the relation is half.
    package static var added: Self { Self(rawValue: 1) }
    /// The member is asked, or was asked already, and has not accepted yet.
    package static var requested: Self { Self(rawValue: 2) }
    /// A member of the way follows him already.
    package static var followed: Self { Self(rawValue: 3) }
    /// No member of the way is activated.
    package static var nobodyActive: Self { Self(rawValue: 4) }
    /// None of those who are activated has a shift now.
    package static var nobodyOnShift: Self { Self(rawValue: 5) }
    /// All who have a shift have reached a cap of the way.
    package static var capsReached: Self { Self(rawValue: 6) }
    /// All who could be led to have as many customers as a member may; errcode 40099 elsewhere.
    package static var membersFull: Self { Self(rawValue: 7) }

    package static let names: [Int32: String] = [
      0: "SCAN_OUTCOME_UNSPECIFIED",
      1: "SCAN_OUTCOME_ADDED",
      2: "SCAN_OUTCOME_REQUESTED",
      3: "SCAN_OUTCOME_FOLLOWED",
      4: "SCAN_OUTCOME_NOBODY_ACTIVE",
      5: "SCAN_OUTCOME_NOBODY_ON_SHIFT",
      6: "SCAN_OUTCOME_CAPS_REACHED",
      7: "SCAN_OUTCOME_MEMBERS_FULL",
    ]
  }

  /// How a QR code is drawn.
  package struct QRCodeFormat: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: PNG.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A PNG file.
    package static var png: Self { Self(rawValue: 1) }
    /// An SVG file.
    package static var svg: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "QRCODE_FORMAT_UNSPECIFIED",
      1: "QRCODE_FORMAT_PNG",
      2: "QRCODE_FORMAT_SVG",
    ]
  }

  /// A contact way 联系我.
  package struct ContactWay: Protobuf.Message {
    /// The id: 1 to 64 of [0-9A-Za-z_-]. Output only.
    package var configID: String = ""
    /// How many members it leads to. Required; never changes.
    package var type: CustomersV1.ContactWayType = .init()
    /// Where it is met. Required; never changes.
    package var scene: CustomersV1.ContactWayScene = .init()
    /// The button's style, in scene MINIPROGRAM alone: 1 to 3 when SINGLE, 1 to 2 when MULTIPLE, default
    /// 1. Anything else, and any in scene QR_CODE, is INVALID_ARGUMENT, errcode 41042.
    package var style: Int32 = 0
    /// What the corp notes of it: at most 30 characters (errcode 40058).
    package var remark: String = ""
    /// Whether a customer is added at once, and not only when the member accepts. Default true.
    package var skipVerify: Bool? = nil
    /// The channel 渠道, kept on the relations it makes: at most 30 characters (errcode 40058).
    package var state: String = ""
    /// The members it leads to, ignoring case, each once: exactly one when SINGLE.
    package var userids: [String] = []
    /// When MULTIPLE, the members of these departments and of all under them too, as directory has
    /// them when a customer comes: together with userids at most 100 members. Should there be more
    /// later, the 100 that were known here first take part.
    package var departmentIDs: [UInt32] = []
    /// Whether it opens a temporary session 临时会话: it leads one customer to its member, once, and what
    /// it makes ends by itself. SINGLE alone (errcode 41039). Never changes.
    package var isTemp: Bool = false
    /// Seconds from create_time in which a temporary way can be used: at most 14 days, default 7 days.
    /// INVALID_ARGUMENT (errcode 40058) when it is not temporary.
    package var expiresIn: Int64 = 0
    /// Seconds that the session of a temporary way lasts, from the adding: at most 14 days, default 24
    /// hours. INVALID_ARGUMENT (errcode 40058) when it is not temporary.
    package var chatExpiresIn: Int64 = 0
    /// Who alone may use a temporary way: at most 64 bytes; empty: anybody. INVALID_ARGUMENT (errcode
    /// 40058) when it is not temporary.
    package var unionid: String = ""
    /// Whether customers of one company are led to the member who follows one of them already. Default
    /// false; never changes.
    package var isExclusive: Bool = false
    /// Whether WeCom shall mark the source of the customers as this app. Kept, and not used here.
    /// Default true.
    package var markSource: Bool? = nil
    /// What is sent at the end of a temporary session. INVALID_ARGUMENT (errcode 40058) when it is not
    /// temporary.
    package var conclusions: CustomersV1.Conclusions? = nil
    /// Tags given to who comes by it, by tag_id: at most 50 (errcode 41111). One that is deleted later
    /// is no longer given.
    package var tagIDs: [String] = []
    /// The relation's remark of who comes by it: at most 20 characters (errcode 40058).
    package var customerRemark: String = ""
    /// To how many customers a day it leads to one member; 0: as many as come. Spare members have no
    /// cap. Negative is INVALID_ARGUMENT.
    package var memberDailyMax: Int32 = 0
    /// To how many customers in all it leads to one member; 0: as many as come. Negative is
    /// INVALID_ARGUMENT.
    package var memberTotalMax: Int32 = 0
    /// Members it leads to when none of the others can be: at most 100, ignoring case. Shifts and caps
    /// are not for them.
    package var spareUserids: [String] = []
    /// When its members are led to: at most 50; none: always. A member whom some shift names has
    /// those alone; any other has those that name nobody.
    package var shifts: [CustomersV1.Shift] = []
    /// When it was made. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// Until when a temporary way can be used; absent of others. Output only.
    package var expireTime: GoogleProtobuf.Timestamp? = nil
    /// Whether a temporary way has been used. Output only.
    package var isUsed: Bool = false
    /// The members it leads to now, after expanding: at most 100. Output only, and by GetContactWay
    /// alone.
    package var memberUserids: [String] = []
    /// The source 来源 that it gives to the relations it makes, see SourceService; empty: none. A caller
    /// with a data scope gives none: it may be another store's.
    package var sourceID: String = ""

    package init() {}

    package init(
      configID: String = "",
      type: CustomersV1.ContactWayType = .init(),
      scene: CustomersV1.ContactWayScene = .init(),
      style: Int32 = 0,
      remark: String = "",
      skipVerify: Bool? = nil,
      state: String = "",
      userids: [String] = [],
      departmentIDs: [UInt32] = [],
      isTemp: Bool = false,
      expiresIn: Int64 = 0,
      chatExpiresIn: Int64 = 0,
      unionid: String = "",
      isExclusive: Bool = false,
      markSource: Bool? = nil,
      conclusions: CustomersV1.Conclusions? = nil,
      tagIDs: [String] = [],
      customerRemark: String = "",
      memberDailyMax: Int32 = 0,
      memberTotalMax: Int32 = 0,
      spareUserids: [String] = [],
      shifts: [CustomersV1.Shift] = [],
      createTime: GoogleProtobuf.Timestamp? = nil,
      expireTime: GoogleProtobuf.Timestamp? = nil,
      isUsed: Bool = false,
      memberUserids: [String] = [],
      sourceID: String = ""
    ) {
      self.configID = configID
      self.type = type
      self.scene = scene
      self.style = style
      self.remark = remark
      self.skipVerify = skipVerify
      self.state = state
      self.userids = userids
      self.departmentIDs = departmentIDs
      self.isTemp = isTemp
      self.expiresIn = expiresIn
      self.chatExpiresIn = chatExpiresIn
      self.unionid = unionid
      self.isExclusive = isExclusive
      self.markSource = markSource
      self.conclusions = conclusions
      self.tagIDs = tagIDs
      self.customerRemark = customerRemark
      self.memberDailyMax = memberDailyMax
      self.memberTotalMax = memberTotalMax
      self.spareUserids = spareUserids
      self.shifts = shifts
      self.createTime = createTime
      self.expireTime = expireTime
      self.isUsed = isUsed
      self.memberUserids = memberUserids
      self.sourceID = sourceID
    }

    package static var fullName: String { "siyu.customers.v1.ContactWay" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__contact_way__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ContactWay.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.type = CustomersV1.ContactWayType(rawValue: Int32(truncatingIfNeeded: c.pointee.type.rawValue))
      self.scene = CustomersV1.ContactWayScene(rawValue: Int32(truncatingIfNeeded: c.pointee.scene.rawValue))
      self.style = c.pointee.style
      self.remark = reader.text(c.pointee.remark, "remark")
      self.skipVerify = c.pointee._skip_verify_case.rawValue == 6 ? c.pointee.skip_verify != 0 : nil
      self.state = reader.text(c.pointee.state, "state")
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
      self.isTemp = c.pointee.is_temp != 0
      self.expiresIn = c.pointee.expires_in
      self.chatExpiresIn = c.pointee.chat_expires_in
      self.unionid = reader.text(c.pointee.unionid, "unionid")
      self.isExclusive = c.pointee.is_exclusive != 0
      self.markSource = c.pointee._mark_source_case.rawValue == 15 ? c.pointee.mark_source != 0 : nil
      self.conclusions = reader.message(c.pointee.conclusions, "conclusions")
      self.tagIDs = reader.texts(c.pointee.n_tag_ids, c.pointee.tag_ids, "tag_ids")
      self.customerRemark = reader.text(c.pointee.customer_remark, "customer_remark")
      self.memberDailyMax = c.pointee.member_daily_max
      self.memberTotalMax = c.pointee.member_total_max
      self.spareUserids = reader.texts(c.pointee.n_spare_userids, c.pointee.spare_userids, "spare_userids")
      self.shifts = reader.messages(c.pointee.n_shifts, c.pointee.shifts, "shifts")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.expireTime = reader.message(c.pointee.expire_time, "expire_time")
      self.isUsed = c.pointee.is_used != 0
      self.memberUserids = reader.texts(c.pointee.n_member_userids, c.pointee.member_userids, "member_userids")
      self.sourceID = reader.text(c.pointee.source_id, "source_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ContactWay.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.type = writer.value(self.type)
      c.pointee.scene = writer.value(self.scene)
      c.pointee.style = self.style
      c.pointee.remark = writer.text(self.remark)
      if let value = self.skipVerify {
        c.pointee._skip_verify_case = .init(rawValue: 6)
        c.pointee.skip_verify = value ? 1 : 0
      }
      c.pointee.state = writer.text(self.state)
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
      c.pointee.is_temp = self.isTemp ? 1 : 0
      c.pointee.expires_in = self.expiresIn
      c.pointee.chat_expires_in = self.chatExpiresIn
      c.pointee.unionid = writer.text(self.unionid)
      c.pointee.is_exclusive = self.isExclusive ? 1 : 0
      if let value = self.markSource {
        c.pointee._mark_source_case = .init(rawValue: 15)
        c.pointee.mark_source = value ? 1 : 0
      }
      c.pointee.conclusions = writer.message(self.conclusions)
      c.pointee.tag_ids = writer.texts(self.tagIDs, &c.pointee.n_tag_ids)
      c.pointee.customer_remark = writer.text(self.customerRemark)
      c.pointee.member_daily_max = self.memberDailyMax
      c.pointee.member_total_max = self.memberTotalMax
      c.pointee.spare_userids = writer.texts(self.spareUserids, &c.pointee.n_spare_userids)
      c.pointee.shifts = writer.messages(self.shifts, &c.pointee.n_shifts)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.expire_time = writer.message(self.expireTime)
      c.pointee.is_used = self.isUsed ? 1 : 0
      c.pointee.member_userids = writer.texts(self.memberUserids, &c.pointee.n_member_userids)
      c.pointee.source_id = writer.text(self.sourceID)
    }
  }

  /// Hours of the week in which members are led to, in the corp's time zone.
  package struct Shift: Protobuf.Message {
    /// The days: 1 Monday to 7 Sunday, each once; none: every day.
    package var weekdays: [Int32] = []
    /// The minute of the day it begins: 0 to 1439.
    package var startMinute: Int32 = 0
    /// The minute of the day before which it ends: 1 to 1440. When it is not after start_minute, the
    /// shift goes on into the next day.
    package var endMinute: Int32 = 0
    /// Whose shift it is: of the way's userids or of its departments' members, at most 100, ignoring
    /// case; none: of everybody without one of his own.
    package var userids: [String] = []

    package init() {}

    package init(
      weekdays: [Int32] = [],
      startMinute: Int32 = 0,
      endMinute: Int32 = 0,
      userids: [String] = []
    ) {
      self.weekdays = weekdays
      self.startMinute = startMinute
      self.endMinute = endMinute
      self.userids = userids
    }

    package static var fullName: String { "siyu.customers.v1.Shift" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__shift__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Shift.self)
      self.weekdays = reader.numbers(c.pointee.n_weekdays, c.pointee.weekdays)
      self.startMinute = c.pointee.start_minute
      self.endMinute = c.pointee.end_minute
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Shift.self)
      c.pointee.weekdays = writer.numbers(self.weekdays, &c.pointee.n_weekdays)
      c.pointee.start_minute = self.startMinute
      c.pointee.end_minute = self.endMinute
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
    }
  }

  /// What is sent at the end of a temporary session 结束语: a text, a picture, link or card, or the text and
  /// one of them. Of several, the first of image, link and miniprogram is kept. INVALID_ARGUMENT (errcode
  /// 40058) when nothing is there.
  package struct Conclusions: Protobuf.Message {
    /// The text: at most 4000 bytes of UTF-8 (errcode 45002).
    package var text: String = ""
    /// A picture.
    package var image: CustomersV1.Conclusions.Image? = nil
    /// A link to a page.
    package var link: CustomersV1.Conclusions.Link? = nil
    /// A card of a mini program.
    package var miniprogram: CustomersV1.Conclusions.Miniprogram? = nil

    package init() {}

    package init(
      text: String = "",
      image: CustomersV1.Conclusions.Image? = nil,
      link: CustomersV1.Conclusions.Link? = nil,
      miniprogram: CustomersV1.Conclusions.Miniprogram? = nil
    ) {
      self.text = text
      self.image = image
      self.link = link
      self.miniprogram = miniprogram
    }

    /// A picture.
    package struct Image: Protobuf.Message {
      /// The uploaded file: at most 256 bytes. One of media_id and pic_url is required.
      package var mediaID: String = ""
      /// Where the picture lies: http or https, at most 2048 bytes.
      package var picURL: String = ""

      package init() {}

      package init(
        mediaID: String = "",
        picURL: String = ""
      ) {
        self.mediaID = mediaID
        self.picURL = picURL
      }

      package static var fullName: String { "siyu.customers.v1.Conclusions.Image" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__conclusions__image__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__Conclusions__Image.self)
        self.mediaID = reader.text(c.pointee.media_id, "media_id")
        self.picURL = reader.text(c.pointee.pic_url, "pic_url")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__Conclusions__Image.self)
        c.pointee.media_id = writer.text(self.mediaID)
        c.pointee.pic_url = writer.text(self.picURL)
      }
    }

    /// A link to a page.
    package struct Link: Protobuf.Message {
      /// The title: 1 to 128 bytes of UTF-8.
      package var title: String = ""
      /// The cover's address: http or https, at most 2048 bytes, may be empty.
      package var picurl: String = ""
      /// The description: at most 512 bytes of UTF-8, may be empty.
      package var desc: String = ""
      /// The page's address: http or https, 1 to 2048 bytes.
      package var url: String = ""

      package init() {}

      package init(
        title: String = "",
        picurl: String = "",
        desc: String = "",
        url: String = ""
      ) {
        self.title = title
        self.picurl = picurl
        self.desc = desc
        self.url = url
      }

      package static var fullName: String { "siyu.customers.v1.Conclusions.Link" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__conclusions__link__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__Conclusions__Link.self)
        self.title = reader.text(c.pointee.title, "title")
        self.picurl = reader.text(c.pointee.picurl, "picurl")
        self.desc = reader.text(c.pointee.desc, "desc")
        self.url = reader.text(c.pointee.url, "url")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__Conclusions__Link.self)
        c.pointee.title = writer.text(self.title)
        c.pointee.picurl = writer.text(self.picurl)
        c.pointee.desc = writer.text(self.desc)
        c.pointee.url = writer.text(self.url)
      }
    }

    /// A card of a mini program 小程序.
    package struct Miniprogram: Protobuf.Message {
      /// The title: 1 to 64 bytes of UTF-8.
      package var title: String = ""
      /// The cover, an uploaded file: 1 to 256 bytes.
      package var picMediaID: String = ""
      /// The mini program's appid: 1 to 64 bytes.
      package var appid: String = ""
      /// The page to open: 1 to 1024 bytes.
      package var page: String = ""

      package init() {}

      package init(
        title: String = "",
        picMediaID: String = "",
        appid: String = "",
        page: String = ""
      ) {
        self.title = title
        self.picMediaID = picMediaID
        self.appid = appid
        self.page = page
      }

      package static var fullName: String { "siyu.customers.v1.Conclusions.Miniprogram" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__conclusions__miniprogram__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__Conclusions__Miniprogram.self)
        self.title = reader.text(c.pointee.title, "title")
        self.picMediaID = reader.text(c.pointee.pic_media_id, "pic_media_id")
        self.appid = reader.text(c.pointee.appid, "appid")
        self.page = reader.text(c.pointee.page, "page")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__Conclusions__Miniprogram.self)
        c.pointee.title = writer.text(self.title)
        c.pointee.pic_media_id = writer.text(self.picMediaID)
        c.pointee.appid = writer.text(self.appid)
        c.pointee.page = writer.text(self.page)
      }
    }

    package static var fullName: String { "siyu.customers.v1.Conclusions" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__conclusions__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Conclusions.self)
      self.text = reader.text(c.pointee.text, "text")
      self.image = reader.message(c.pointee.image, "image")
      self.link = reader.message(c.pointee.link, "link")
      self.miniprogram = reader.message(c.pointee.miniprogram, "miniprogram")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Conclusions.self)
      c.pointee.text = writer.text(self.text)
      c.pointee.image = writer.message(self.image)
      c.pointee.link = writer.message(self.link)
      c.pointee.miniprogram = writer.message(self.miniprogram)
    }
  }

  /// Asks for a new contact way.
  package struct CreateContactWayRequest: Protobuf.MutatingRequest {
    /// The way: type, scene and whom it leads to are required.
    package var contactWay: CustomersV1.ContactWay? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      contactWay: CustomersV1.ContactWay? = nil,
      requestID: String = ""
    ) {
      self.contactWay = contactWay
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.CreateContactWayRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__create_contact_way_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CreateContactWayRequest.self)
      self.contactWay = reader.message(c.pointee.contact_way, "contact_way")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CreateContactWayRequest.self)
      c.pointee.contact_way = writer.message(self.contactWay)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one contact way.
  package struct GetContactWayRequest: Protobuf.Message {
    /// The way's config_id. Required (errcode 41043).
    package var configID: String = ""

    package init() {}

    package init(
      configID: String = ""
    ) {
      self.configID = configID
    }

    package static var fullName: String { "siyu.customers.v1.GetContactWayRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_contact_way_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetContactWayRequest.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetContactWayRequest.self)
      c.pointee.config_id = writer.text(self.configID)
    }
  }

  /// Asks for the contact ways of a span of time.
  package struct ListContactWaysRequest: Protobuf.PagedRequest {
    /// Those made at this time or later. Default: 90 days before now.
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// Those made before this time. Default: now. INVALID_ARGUMENT when before start_time.
    package var endTime: GoogleProtobuf.Timestamp? = nil
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      startTime: GoogleProtobuf.Timestamp? = nil,
      endTime: GoogleProtobuf.Timestamp? = nil,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.startTime = startTime
      self.endTime = endTime
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListContactWaysRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_contact_ways_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListContactWaysRequest.self)
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListContactWaysRequest.self)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.end_time = writer.message(self.endTime)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of contact ways.
  package struct ListContactWaysResponse: Protobuf.Message {
    /// Their config_ids, in the order they were made.
    package var configIDs: [String] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      configIDs: [String] = [],
      nextPageToken: String = ""
    ) {
      self.configIDs = configIDs
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListContactWaysResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_contact_ways_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListContactWaysResponse.self)
      self.configIDs = reader.texts(c.pointee.n_config_ids, c.pointee.config_ids, "config_ids")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListContactWaysResponse.self)
      c.pointee.config_ids = writer.texts(self.configIDs, &c.pointee.n_config_ids)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a change of a contact way.
  package struct UpdateContactWayRequest: Protobuf.MutatingRequest {
    /// The way: config_id says which, the fields named by update_mask say what.
    package var contactWay: CustomersV1.ContactWay? = nil
    /// The fields to change: remark, skip_verify, style, state, userids, department_ids, expires_in,
    /// chat_expires_in, unionid, mark_source, conclusions, tag_ids, customer_remark, member_daily_max,
    /// member_total_max, spare_userids, shifts, source_id. Empty means all of them that are not empty in
    /// `contact_way`. A field that is named and empty gets its default. An unknown path is
    /// INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateContactWayRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      contactWay: CustomersV1.ContactWay? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.contactWay = contactWay
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UpdateContactWayRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__update_contact_way_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UpdateContactWayRequest.self)
      self.contactWay = reader.message(c.pointee.contact_way, "contact_way")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UpdateContactWayRequest.self)
      c.pointee.contact_way = writer.message(self.contactWay)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of a contact way.
  package struct DeleteContactWayRequest: Protobuf.MutatingRequest {
    /// The way's config_id. Required (errcode 41043).
    package var configID: String = ""
    /// Makes the call repeatable; see CreateContactWayRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      configID: String = "",
      requestID: String = ""
    ) {
      self.configID = configID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.DeleteContactWayRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_contact_way_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteContactWayRequest.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteContactWayRequest.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that a contact way is gone.
  package struct DeleteContactWayResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.customers.v1.DeleteContactWayResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_contact_way_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Tells of a customer who comes by a contact way.
  package struct AddByContactWayRequest: Protobuf.MutatingRequest {
    /// The way's config_id. Required (errcode 41043).
    package var configID: String = ""
    /// The customer; external_userid is required. Of a person already known, fields that are not empty
    /// overwrite when he is added.
    package var customer: CustomersV1.Customer? = nil
    /// Makes the call repeatable; see CreateContactWayRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      configID: String = "",
      customer: CustomersV1.Customer? = nil,
      requestID: String = ""
    ) {
      self.configID = configID
      self.customer = customer
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.AddByContactWayRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__add_by_contact_way_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AddByContactWayRequest.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.customer = reader.message(c.pointee.customer, "customer")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AddByContactWayRequest.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.customer = writer.message(self.customer)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What came of a scan, and whom the customer is led to.
  package struct AddByContactWayResponse: Protobuf.Message {
    /// What came of it.
    package var outcome: CustomersV1.ScanOutcome = .init()
    /// The member; empty when there is none.
    package var userid: String = ""
    /// The person and the relation, when ADDED or FOLLOWED.
    package var relation: CustomersV1.CustomerRelation? = nil
    /// Lets one welcome message be sent; see WelcomeCodeService. Empty unless ADDED and a welcome is due.
    package var welcomeCode: String = ""
    /// When the temporary session that was opened ends; absent when none was.
    package var sessionEndTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      outcome: CustomersV1.ScanOutcome = .init(),
      userid: String = "",
      relation: CustomersV1.CustomerRelation? = nil,
      welcomeCode: String = "",
      sessionEndTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.outcome = outcome
      self.userid = userid
      self.relation = relation
      self.welcomeCode = welcomeCode
      self.sessionEndTime = sessionEndTime
    }

    package static var fullName: String { "siyu.customers.v1.AddByContactWayResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__add_by_contact_way_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AddByContactWayResponse.self)
      self.outcome = CustomersV1.ScanOutcome(rawValue: Int32(truncatingIfNeeded: c.pointee.outcome.rawValue))
      self.userid = reader.text(c.pointee.userid, "userid")
      self.relation = reader.message(c.pointee.relation, "relation")
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
      self.sessionEndTime = reader.message(c.pointee.session_end_time, "session_end_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AddByContactWayResponse.self)
      c.pointee.outcome = writer.value(self.outcome)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.relation = writer.message(self.relation)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
      c.pointee.session_end_time = writer.message(self.sessionEndTime)
    }
  }

  /// Tells that a member took a customer who waited for him.
  package struct AcceptContactRequest: Protobuf.MutatingRequest {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// Makes the call repeatable; see CreateContactWayRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      requestID: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.AcceptContactRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__accept_contact_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AcceptContactRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AcceptContactRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// A relation that both sides have now.
  package struct AcceptContactResponse: Protobuf.Message {
    /// The person and the relation, now mutual.
    package var relation: CustomersV1.CustomerRelation? = nil
    /// Lets one welcome message be sent; see WelcomeCodeService. Empty when none is due.
    package var welcomeCode: String = ""
    /// When the temporary session that was opened ends; absent when none was.
    package var sessionEndTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      relation: CustomersV1.CustomerRelation? = nil,
      welcomeCode: String = "",
      sessionEndTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.relation = relation
      self.welcomeCode = welcomeCode
      self.sessionEndTime = sessionEndTime
    }

    package static var fullName: String { "siyu.customers.v1.AcceptContactResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__accept_contact_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AcceptContactResponse.self)
      self.relation = reader.message(c.pointee.relation, "relation")
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
      self.sessionEndTime = reader.message(c.pointee.session_end_time, "session_end_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AcceptContactResponse.self)
      c.pointee.relation = writer.message(self.relation)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
      c.pointee.session_end_time = writer.message(self.sessionEndTime)
    }
  }

  /// Asks for the end of a temporary session.
  package struct CloseTemporarySessionRequest: Protobuf.MutatingRequest {
    /// The member, ignoring case. Required (errcode 40003).
    package var userid: String = ""
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// Makes the call repeatable; see CreateContactWayRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      requestID: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.CloseTemporarySessionRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__close_temporary_session_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CloseTemporarySessionRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CloseTemporarySessionRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that a temporary session is over.
  package struct CloseTemporarySessionResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.customers.v1.CloseTemporarySessionResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__close_temporary_session_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Asks what came of a contact way.
  package struct GetContactWayStatisticsRequest: Protobuf.PagedRequest {
    /// The way's config_id. Required (errcode 41043).
    package var configID: String = ""
    /// A moment of the first day. Default: 29 days before the last.
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// A moment of the last day. Default: now. INVALID_ARGUMENT when before start_time, or when there are
    /// more than 180 days.
    package var endTime: GoogleProtobuf.Timestamp? = nil
    /// The days of this member alone, ignoring case; empty: of the whole way.
    package var userid: String = ""
    /// How many members to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      configID: String = "",
      startTime: GoogleProtobuf.Timestamp? = nil,
      endTime: GoogleProtobuf.Timestamp? = nil,
      userid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.configID = configID
      self.startTime = startTime
      self.endTime = endTime
      self.userid = userid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.GetContactWayStatisticsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_contact_way_statistics_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetContactWayStatisticsRequest.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetContactWayStatisticsRequest.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.end_time = writer.message(self.endTime)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// Counts of what came by a contact way. Counted as it happens, by the corp's days.
  package struct ContactWayCounts: Protobuf.Message {
    /// Scans and presses, repeated ones too; of a member, those that led to him.
    package var scanCount: Int64 = 0
    /// Customers led to a member for the first time: added, or asked for.
    package var assignedCount: Int64 = 0
    /// Relations made.
    package var addedCount: Int64 = 0
    /// Relations made by it that one side removed.
    package var lostCount: Int64 = 0

    package init() {}

    package init(
      scanCount: Int64 = 0,
      assignedCount: Int64 = 0,
      addedCount: Int64 = 0,
      lostCount: Int64 = 0
    ) {
      self.scanCount = scanCount
      self.assignedCount = assignedCount
      self.addedCount = addedCount
      self.lostCount = lostCount
    }

    package static var fullName: String { "siyu.customers.v1.ContactWayCounts" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__contact_way_counts__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ContactWayCounts.self)
      self.scanCount = c.pointee.scan_count
      self.assignedCount = c.pointee.assigned_count
      self.addedCount = c.pointee.added_count
      self.lostCount = c.pointee.lost_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ContactWayCounts.self)
      c.pointee.scan_count = self.scanCount
      c.pointee.assigned_count = self.assignedCount
      c.pointee.added_count = self.addedCount
      c.pointee.lost_count = self.lostCount
    }
  }

  /// What came of a contact way.
  package struct GetContactWayStatisticsResponse: Protobuf.Message {
    /// What came since the way was made.
    package var total: CustomersV1.ContactWayCounts? = nil
    /// The days on which anything came, ascending.
    package var days: [CustomersV1.GetContactWayStatisticsResponse.Day] = []
    /// The members to whom anything came in those days, in the order they were first seen here.
    package var members: [CustomersV1.GetContactWayStatisticsResponse.Member] = []
    /// Where the next page of members begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      total: CustomersV1.ContactWayCounts? = nil,
      days: [CustomersV1.GetContactWayStatisticsResponse.Day] = [],
      members: [CustomersV1.GetContactWayStatisticsResponse.Member] = [],
      nextPageToken: String = ""
    ) {
      self.total = total
      self.days = days
      self.members = members
      self.nextPageToken = nextPageToken
    }

    /// One day's counts.
    package struct Day: Protobuf.Message {
      /// The day in the corp's time zone, YYYY-MM-DD.
      package var day: String = ""
      /// What it counts.
      package var counts: CustomersV1.ContactWayCounts? = nil

      package init() {}

      package init(
        day: String = "",
        counts: CustomersV1.ContactWayCounts? = nil
      ) {
        self.day = day
        self.counts = counts
      }

      package static var fullName: String { "siyu.customers.v1.GetContactWayStatisticsResponse.Day" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_contact_way_statistics_response__day__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__GetContactWayStatisticsResponse__Day.self)
        self.day = reader.text(c.pointee.day, "day")
        self.counts = reader.message(c.pointee.counts, "counts")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__GetContactWayStatisticsResponse__Day.self)
        c.pointee.day = writer.text(self.day)
        c.pointee.counts = writer.message(self.counts)
      }
    }

    /// One member's counts.
    package struct Member: Protobuf.Message {
      /// The member.
      package var userid: String = ""
      /// What came of him in those days.
      package var counts: CustomersV1.ContactWayCounts? = nil

      package init() {}

      package init(
        userid: String = "",
        counts: CustomersV1.ContactWayCounts? = nil
      ) {
        self.userid = userid
        self.counts = counts
      }

      package static var fullName: String { "siyu.customers.v1.GetContactWayStatisticsResponse.Member" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_contact_way_statistics_response__member__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__GetContactWayStatisticsResponse__Member.self)
        self.userid = reader.text(c.pointee.userid, "userid")
        self.counts = reader.message(c.pointee.counts, "counts")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__GetContactWayStatisticsResponse__Member.self)
        c.pointee.userid = writer.text(self.userid)
        c.pointee.counts = writer.message(self.counts)
      }
    }

    package static var fullName: String { "siyu.customers.v1.GetContactWayStatisticsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_contact_way_statistics_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetContactWayStatisticsResponse.self)
      self.total = reader.message(c.pointee.total, "total")
      self.days = reader.messages(c.pointee.n_days, c.pointee.days, "days")
      self.members = reader.messages(c.pointee.n_members, c.pointee.members, "members")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetContactWayStatisticsResponse.self)
      c.pointee.total = writer.message(self.total)
      c.pointee.days = writer.messages(self.days, &c.pointee.n_days)
      c.pointee.members = writer.messages(self.members, &c.pointee.n_members)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the quota.
  package struct GetContactWayQuotaRequest: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.customers.v1.GetContactWayQuotaRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_contact_way_quota_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// The quota that contact ways and join ways share.
  package struct GetContactWayQuotaResponse: Protobuf.Message {
    /// Contact ways there are, without temporary ones.
    package var contactWayCount: Int64 = 0
    /// Join ways communities has told of.
    package var joinWayCount: Int64 = 0
    /// How many there may be of both.
    package var waysMax: Int64 = 0

    package init() {}

    package init(
      contactWayCount: Int64 = 0,
      joinWayCount: Int64 = 0,
      waysMax: Int64 = 0
    ) {
      self.contactWayCount = contactWayCount
      self.joinWayCount = joinWayCount
      self.waysMax = waysMax
    }

    package static var fullName: String { "siyu.customers.v1.GetContactWayQuotaResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_contact_way_quota_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetContactWayQuotaResponse.self)
      self.contactWayCount = c.pointee.contact_way_count
      self.joinWayCount = c.pointee.join_way_count
      self.waysMax = c.pointee.ways_max
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetContactWayQuotaResponse.self)
      c.pointee.contact_way_count = self.contactWayCount
      c.pointee.join_way_count = self.joinWayCount
      c.pointee.ways_max = self.waysMax
    }
  }

  /// Asks for the picture of a contact way.
  package struct GetContactWayQRCodeRequest: Protobuf.Message {
    /// The way's config_id. Required (errcode 41043).
    package var configID: String = ""
    /// The landing page: http or https, at most 1024 bytes (errcode 40039). The code carries it with a
    /// further query item, config_id. Required.
    package var url: String = ""
    /// How it is drawn.
    package var format: CustomersV1.QRCodeFormat = .init()
    /// The width and height: 100 to 2000, default 400. Others are INVALID_ARGUMENT.
    package var sizePixels: Int32 = 0

    package init() {}

    package init(
      configID: String = "",
      url: String = "",
      format: CustomersV1.QRCodeFormat = .init(),
      sizePixels: Int32 = 0
    ) {
      self.configID = configID
      self.url = url
      self.format = format
      self.sizePixels = sizePixels
    }

    package static var fullName: String { "siyu.customers.v1.GetContactWayQRCodeRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_contact_way_qrcode_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetContactWayQRCodeRequest.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.url = reader.text(c.pointee.url, "url")
      self.format = CustomersV1.QRCodeFormat(rawValue: Int32(truncatingIfNeeded: c.pointee.format.rawValue))
      self.sizePixels = c.pointee.size_pixels
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetContactWayQRCodeRequest.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.url = writer.text(self.url)
      c.pointee.format = writer.value(self.format)
      c.pointee.size_pixels = self.sizePixels
    }
  }

  /// The picture of a contact way.
  package struct GetContactWayQRCodeResponse: Protobuf.Message {
    /// The file.
    package var content: [UInt8] = []
    /// What kind of file: image/png or image/svg+xml.
    package var mediaType: String = ""
    /// What the code says.
    package var url: String = ""

    package init() {}

    package init(
      content: [UInt8] = [],
      mediaType: String = "",
      url: String = ""
    ) {
      self.content = content
      self.mediaType = mediaType
      self.url = url
    }

    package static var fullName: String { "siyu.customers.v1.GetContactWayQRCodeResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_contact_way_qrcode_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetContactWayQRCodeResponse.self)
      self.content = reader.bytes(c.pointee.content)
      self.mediaType = reader.text(c.pointee.media_type, "media_type")
      self.url = reader.text(c.pointee.url, "url")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetContactWayQRCodeResponse.self)
      c.pointee.content = writer.bytes(self.content)
      c.pointee.media_type = writer.text(self.mediaType)
      c.pointee.url = writer.text(self.url)
    }
  }
}
