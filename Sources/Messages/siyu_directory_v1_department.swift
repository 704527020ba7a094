// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension DirectoryV1 {
  /// Keeps the tree of departments 部门 of a corp. The root has the id 1, is made with the corp under the
  /// name 全公司, and cannot be moved or deleted.
  package protocol DepartmentServiceProtocol: Swift.Sendable {
    /// Creates a department under an existing parent. NOT_FOUND when the parent does not exist,
    /// ALREADY_EXISTS when the id is taken or a sibling has the name, FAILED_PRECONDITION when the tree
    /// would pass 15 levels, RESOURCE_EXHAUSTED at 30,000 departments or 30,000 children of one parent.
    /// Stands for WeCom's department/create.
    func createDepartment(_ request: DirectoryV1.CreateDepartmentRequest, _ call: RPC.Call) async throws -> DirectoryV1.Department
    /// Returns one department; NOT_FOUND when there is none with the id. Stands for department/get.
    func getDepartment(_ request: DirectoryV1.GetDepartmentRequest, _ call: RPC.Call) async throws -> DirectoryV1.Department
    /// Lists a department and all its descendants, ascending by id. Stands for department/list.
    func listDepartments(_ request: DirectoryV1.ListDepartmentsRequest, _ call: RPC.Call) async throws -> DirectoryV1.ListDepartmentsResponse
    /// Changes the fields named by the mask. A new parentid moves the whole subtree;
    /// FAILED_PRECONDITION when it would become its own ancestor or the tree would pass 15 levels, or
    /// when it is the root that would be moved. Otherwise fails as CreateDepartment does. Stands for
    /// department/update.
    func updateDepartment(_ request: DirectoryV1.UpdateDepartmentRequest, _ call: RPC.Call) async throws -> DirectoryV1.Department
    /// Deletes an empty department; NOT_FOUND when there is none with the id, FAILED_PRECONDITION when
    /// it is the root, has members or has children. Its id is never given again. Stands for
    /// department/delete.
    func deleteDepartment(_ request: DirectoryV1.DeleteDepartmentRequest, _ call: RPC.Call) async throws -> DirectoryV1.DeleteDepartmentResponse
    /// Creates or overwrites departments in bulk, by id. Each message of the stream is one batch,
    /// applied item by item in the order given, in one transaction, with its own request_id: a stream
    /// cut in the middle is resumed by sending it again. Items that break a rule are reported and left
    /// out; the others are kept. INVALID_ARGUMENT for a batch of none or more than 1000, which ends the
    /// stream; the batches before it stay. Stands for batch/replaceparty, without its deletions.
    func importDepartments(_ requests: RPC.RequestStream<DirectoryV1.ImportDepartmentsRequest>, _ call: RPC.Call) async throws -> DirectoryV1.ImportDepartmentsResponse
  }

  /// The methods of `siyu.directory.v1.DepartmentService`, and its routes.
  package enum DepartmentService {
    package static let createDepartment = RPC.MethodDescriptor(
      service: "siyu.directory.v1.DepartmentService", name: "CreateDepartment",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.departments.write"), mutates: true)
    package static let getDepartment = RPC.MethodDescriptor(
      service: "siyu.directory.v1.DepartmentService", name: "GetDepartment",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.departments.read"),
      dataScope: RPC.DataScopeRule(DirectoryV1.GetDepartmentRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("id")
        reading.add(department: request.id)
      })
    package static let listDepartments = RPC.MethodDescriptor(
      service: "siyu.directory.v1.DepartmentService", name: "ListDepartments",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.departments.read"),
      dataScope: RPC.DataScopeRule(DirectoryV1.ListDepartmentsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("id")
        reading.add(department: request.id)
      })
    package static let updateDepartment = RPC.MethodDescriptor(
      service: "siyu.directory.v1.DepartmentService", name: "UpdateDepartment",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.departments.write"), mutates: true)
    package static let deleteDepartment = RPC.MethodDescriptor(
      service: "siyu.directory.v1.DepartmentService", name: "DeleteDepartment",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.departments.write"), mutates: true)
    package static let importDepartments = RPC.MethodDescriptor(
      service: "siyu.directory.v1.DepartmentService", name: "ImportDepartments",
      clientStreaming: true, serverStreaming: false,
      right: .scope("directory.departments.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.directory.v1.DepartmentService",
      methods: [createDepartment, getDepartment, listDepartments, updateDepartment, deleteDepartment, importDepartments])

    package static func routes(_ service: some DepartmentServiceProtocol) -> [RPC.Route] {
      [
        .unary(createDepartment) { bytes, call in
          guard let request = call.begin(DirectoryV1.CreateDepartmentRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createDepartment(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getDepartment) { bytes, call in
          guard let request = call.begin(DirectoryV1.GetDepartmentRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getDepartment(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listDepartments) { bytes, call in
          guard let request = call.begin(DirectoryV1.ListDepartmentsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listDepartments(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateDepartment) { bytes, call in
          guard let request = call.begin(DirectoryV1.UpdateDepartmentRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateDepartment(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteDepartment) { bytes, call in
          guard let request = call.begin(DirectoryV1.DeleteDepartmentRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteDepartment(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .clientStream(importDepartments) { (requests: RPC.RequestStream<DirectoryV1.ImportDepartmentsRequest>, call) in try await service.importDepartments(requests, call) },
      ]
    }
  }

  /// Calls `siyu.directory.v1.DepartmentService` over a channel.
  package struct DepartmentServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a department under an existing parent. NOT_FOUND when the parent does not exist,
    /// ALREADY_EXISTS when the id is taken or a sibling has the name, FAILED_PRECONDITION when the tree
    /// would pass 15 levels, RESOURCE_EXHAUSTED at 30,000 departments or 30,000 children of one parent.
    /// Stands for WeCom's department/create.
    package func createDepartment(_ request: DirectoryV1.CreateDepartmentRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.Department {
      try await channel.unary(DepartmentService.createDepartment, request, options)
    }

    /// Returns one department; NOT_FOUND when there is none with the id. Stands for department/get.
    package func getDepartment(_ request: DirectoryV1.GetDepartmentRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.Department {
      try await channel.unary(DepartmentService.getDepartment, request, options)
    }

    /// Lists a department and all its descendants, ascending by id. Stands for department/list.
    package func listDepartments(_ request: DirectoryV1.ListDepartmentsRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.ListDepartmentsResponse {
      try await channel.unary(DepartmentService.listDepartments, request, options)
    }

    /// Changes the fields named by the mask. A new parentid moves the whole subtree;
    /// FAILED_PRECONDITION when it would become its own ancestor or the tree would pass 15 levels, or
    /// when it is the root that would be moved. Otherwise fails as CreateDepartment does. Stands for
    /// department/update.
    package func updateDepartment(_ request: DirectoryV1.UpdateDepartmentRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.Department {
      try await channel.unary(DepartmentService.updateDepartment, request, options)
    }

    /// Deletes an empty department; NOT_FOUND when there is none with the id, FAILED_PRECONDITION when
    /// it is the root, has members or has children. Its id is never given again. Stands for
    /// department/delete.
    package func deleteDepartment(_ request: DirectoryV1.DeleteDepartmentRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.DeleteDepartmentResponse {
      try await channel.unary(DepartmentService.deleteDepartment, request, options)
    }

    /// Creates or overwrites departments in bulk, by id. Each message of the stream is one batch,
    /// applied item by item in the order given, in one transaction, with its own request_id: a stream
    /// cut in the middle is resumed by sending it again. Items that break a rule are reported and left
    /// out; the others are kept. INVALID_ARGUMENT for a batch of none or more than 1000, which ends the
    /// stream; the batches before it stay. Stands for batch/replaceparty, without its deletions.
    package func importDepartments(options: RPC.CallOptions = .init(), _ send: (RPC.RequestWriter<DirectoryV1.ImportDepartmentsRequest>) async throws -> Void) async throws -> DirectoryV1.ImportDepartmentsResponse {
      try await channel.clientStream(DepartmentService.importDepartments, options, send)
    }
  }

  /// What a department is in a retail chain.
  package struct DepartmentKind: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: a plain department.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A region 区域: groups stores and other regions.
    package static var region: Self { Self(rawValue: 1) }
    /// A store 门店: where guides serve customers.
    package static var store: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "DEPARTMENT_KIND_UNSPECIFIED",
      1: "DEPARTMENT_KIND_REGION",
      2: "DEPARTMENT_KIND_STORE",
    ]
  }

  /// A department 部门: a node of the corp's tree.
  package struct Department: Protobuf.Message {
    /// The id: 1 is the root; others are greater than 1, given by the caller or, when 0 on create, the
    /// one after the greatest there is or was (RESOURCE_EXHAUSTED after 4294967295).
    package var id: UInt32 = 0
    /// The name: 1 to 64 characters, none of \ : * ? " < > ｜, unique among its siblings.
    package var name: String = ""
    /// The English name: at most 64 characters, may be empty.
    package var nameEn: String = ""
    /// The parent's id; 0 for the root alone.
    package var parentid: UInt32 = 0
    /// Where it stands among its siblings: the larger, the earlier. Default 0.
    package var order: UInt32 = 0
    /// What it is in the chain.
    package var kind: DirectoryV1.DepartmentKind = .init()
    /// When it was created; absent for the root, which is made with the corp. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// The franchise owner 加盟商 whose store it is, by the caller's own id for him: 1 to 64 letters, digits,
    /// '_' and '-'; empty for the corp's own. A STORE's alone: INVALID_ARGUMENT for another kind. What lies
    /// under the store is his too.
    package var ownerID: String = ""

    package init() {}

    package init(
      id: UInt32 = 0,
      name: String = "",
      nameEn: String = "",
      parentid: UInt32 = 0,
      order: UInt32 = 0,
      kind: DirectoryV1.DepartmentKind = .init(),
      createTime: GoogleProtobuf.Timestamp? = nil,
      ownerID: String = ""
    ) {
      self.id = id
      self.name = name
      self.nameEn = nameEn
      self.parentid = parentid
      self.order = order
      self.kind = kind
      self.createTime = createTime
      self.ownerID = ownerID
    }

    package static var fullName: String { "siyu.directory.v1.Department" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__department__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__Department.self)
      self.id = c.pointee.id
      self.name = reader.text(c.pointee.name, "name")
      self.nameEn = reader.text(c.pointee.name_en, "name_en")
      self.parentid = c.pointee.parentid
      self.order = c.pointee.order
      self.kind = DirectoryV1.DepartmentKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.ownerID = reader.text(c.pointee.owner_id, "owner_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__Department.self)
      c.pointee.id = self.id
      c.pointee.name = writer.text(self.name)
      c.pointee.name_en = writer.text(self.nameEn)
      c.pointee.parentid = self.parentid
      c.pointee.order = self.order
      c.pointee.kind = writer.value(self.kind)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.owner_id = writer.text(self.ownerID)
    }
  }

  /// Asks for a new department.
  package struct CreateDepartmentRequest: Protobuf.MutatingRequest {
    /// The department. `name` and `parentid` are required, INVALID_ARGUMENT without; `create_time` is
    /// ignored.
    package var department: DirectoryV1.Department? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      department: DirectoryV1.Department? = nil,
      requestID: String = ""
    ) {
      self.department = department
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.CreateDepartmentRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__create_department_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__CreateDepartmentRequest.self)
      self.department = reader.message(c.pointee.department, "department")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__CreateDepartmentRequest.self)
      c.pointee.department = writer.message(self.department)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one department.
  package struct GetDepartmentRequest: Protobuf.Message {
    /// The department's id. Required.
    package var id: UInt32 = 0

    package init() {}

    package init(
      id: UInt32 = 0
    ) {
      self.id = id
    }

    package static var fullName: String { "siyu.directory.v1.GetDepartmentRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__get_department_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__GetDepartmentRequest.self)
      self.id = c.pointee.id
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__GetDepartmentRequest.self)
      c.pointee.id = self.id
    }
  }

  /// Asks for a subtree.
  package struct ListDepartmentsRequest: Protobuf.PagedRequest {
    /// The department at the top of the list; 0 means the root. NOT_FOUND when it does not exist.
    package var id: UInt32 = 0
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      id: UInt32 = 0,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.id = id
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.directory.v1.ListDepartmentsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__list_departments_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ListDepartmentsRequest.self)
      self.id = c.pointee.id
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ListDepartmentsRequest.self)
      c.pointee.id = self.id
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of departments.
  package struct ListDepartmentsResponse: Protobuf.Message {
    /// The departments, ascending by id.
    package var departments: [DirectoryV1.Department] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      departments: [DirectoryV1.Department] = [],
      nextPageToken: String = ""
    ) {
      self.departments = departments
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.directory.v1.ListDepartmentsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__list_departments_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ListDepartmentsResponse.self)
      self.departments = reader.messages(c.pointee.n_departments, c.pointee.departments, "departments")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ListDepartmentsResponse.self)
      c.pointee.departments = writer.messages(self.departments, &c.pointee.n_departments)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a change of a department.
  package struct UpdateDepartmentRequest: Protobuf.MutatingRequest {
    /// The department: `id` says which, the fields named by update_mask say what.
    package var department: DirectoryV1.Department? = nil
    /// The fields to change: name, name_en, parentid, order, kind, owner_id. Empty means all of them that are
    /// not empty in `department`. An unknown path is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateDepartmentRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      department: DirectoryV1.Department? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.department = department
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.UpdateDepartmentRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__update_department_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__UpdateDepartmentRequest.self)
      self.department = reader.message(c.pointee.department, "department")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__UpdateDepartmentRequest.self)
      c.pointee.department = writer.message(self.department)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of a department.
  package struct DeleteDepartmentRequest: Protobuf.MutatingRequest {
    /// The department's id. Required.
    package var id: UInt32 = 0
    /// Makes the call repeatable; see CreateDepartmentRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      id: UInt32 = 0,
      requestID: String = ""
    ) {
      self.id = id
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.DeleteDepartmentRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__delete_department_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__DeleteDepartmentRequest.self)
      self.id = c.pointee.id
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__DeleteDepartmentRequest.self)
      c.pointee.id = self.id
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that a department is gone.
  package struct DeleteDepartmentResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.directory.v1.DeleteDepartmentResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__delete_department_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// One batch of an import.
  package struct ImportDepartmentsRequest: Protobuf.MutatingRequest {
    /// The departments: 1 to 1000, each with its id. A parent must exist or stand earlier. One that
    /// exists is overwritten whole, but for its create_time, and moved when its parentid differs.
    package var departments: [DirectoryV1.Department] = []
    /// Makes the batch repeatable; see CreateDepartmentRequest. Differs from batch to batch.
    package var requestID: String = ""

    package init() {}

    package init(
      departments: [DirectoryV1.Department] = [],
      requestID: String = ""
    ) {
      self.departments = departments
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.ImportDepartmentsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__import_departments_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ImportDepartmentsRequest.self)
      self.departments = reader.messages(c.pointee.n_departments, c.pointee.departments, "departments")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ImportDepartmentsRequest.self)
      c.pointee.departments = writer.messages(self.departments, &c.pointee.n_departments)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of an import.
  package struct ImportDepartmentsResponse: Protobuf.Message {
    /// Departments that were new.
    package var createdCount: Int64 = 0
    /// Departments that existed and were overwritten.
    package var updatedCount: Int64 = 0
    /// Those that were left out, in the order given; at most 1000 are listed, all are counted.
    package var failures: [CommonV1.ItemFailure] = []
    /// Departments that were left out.
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

    package static var fullName: String { "siyu.directory.v1.ImportDepartmentsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__import_departments_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ImportDepartmentsResponse.self)
      self.createdCount = c.pointee.created_count
      self.updatedCount = c.pointee.updated_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.failedCount = c.pointee.failed_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ImportDepartmentsResponse.self)
      c.pointee.created_count = self.createdCount
      c.pointee.updated_count = self.updatedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.failed_count = self.failedCount
    }
  }
}
