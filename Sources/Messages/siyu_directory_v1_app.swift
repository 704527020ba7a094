// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension DirectoryV1 {
  /// Keeps the apps 应用 of a corp. An app shows its secret to TokenService.IssueToken and calls with the
  /// token it gets; the token lets it do what the app's scopes say, of the part of the corp that its
  /// data_scope names. Nobody makes an app, or gets the secret of one, that may do more than he:
  /// PERMISSION_DENIED, errcode 48002. Who has a data scope himself keeps no apps.
  package protocol AppServiceProtocol: Swift.Sendable {
    /// Creates an app and its first secret, which this answer alone shows: a repetition with the same
    /// request_id is answered without it. ALREADY_EXISTS when the id is taken, RESOURCE_EXHAUSTED at 500
    /// apps, NOT_FOUND (errcode 60003) for a department of its data_scope that there is not. Stands for the making of an app in WeCom's admin pages.
    func createApp(_ request: DirectoryV1.CreateAppRequest, _ call: RPC.Call) async throws -> DirectoryV1.CreateAppResponse
    /// Returns one app, without its secrets; NOT_FOUND when there is none with the id. Stands for
    /// agent/get.
    func getApp(_ request: DirectoryV1.GetAppRequest, _ call: RPC.Call) async throws -> DirectoryV1.App
    /// Lists the apps, ascending by id. Stands for agent/list.
    func listApps(_ request: DirectoryV1.ListAppsRequest, _ call: RPC.Call) async throws -> DirectoryV1.ListAppsResponse
    /// Changes the fields named by the mask. Other scopes, or another data_scope, revoke the app's tokens,
    /// so that none goes on with what was taken away. NOT_FOUND when there is none with the id, and as in
    /// CreateApp. Stands for agent/set.
    func updateApp(_ request: DirectoryV1.UpdateAppRequest, _ call: RPC.Call) async throws -> DirectoryV1.App
    /// Deletes an app, its secrets, and revokes its tokens; NOT_FOUND when there is none with the id.
    /// The id may be given again. Stands for the deletion of an app in WeCom's admin pages.
    func deleteApp(_ request: DirectoryV1.DeleteAppRequest, _ call: RPC.Call) async throws -> DirectoryV1.DeleteAppResponse
    /// Gives an app a new secret, which this answer alone shows: a repetition with the same request_id is
    /// answered without it. The one before is taken for 24 hours more, any older one no longer; see
    /// `revoke_others`. NOT_FOUND when there is none with the id. Stands for the reset of a secret in
    /// WeCom's admin pages.
    func rotateSecret(_ request: DirectoryV1.RotateSecretRequest, _ call: RPC.Call) async throws -> DirectoryV1.RotateSecretResponse
  }

  /// The methods of `siyu.directory.v1.AppService`, and its routes.
  package enum AppService {
    package static let createApp = RPC.MethodDescriptor(
      service: "siyu.directory.v1.AppService", name: "CreateApp",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.apps.write"), mutates: true)
    package static let getApp = RPC.MethodDescriptor(
      service: "siyu.directory.v1.AppService", name: "GetApp",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.apps.read"))
    package static let listApps = RPC.MethodDescriptor(
      service: "siyu.directory.v1.AppService", name: "ListApps",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.apps.read"))
    package static let updateApp = RPC.MethodDescriptor(
      service: "siyu.directory.v1.AppService", name: "UpdateApp",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.apps.write"), mutates: true)
    package static let deleteApp = RPC.MethodDescriptor(
      service: "siyu.directory.v1.AppService", name: "DeleteApp",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.apps.write"), mutates: true)
    package static let rotateSecret = RPC.MethodDescriptor(
      service: "siyu.directory.v1.AppService", name: "RotateSecret",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.apps.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.directory.v1.AppService",
      methods: [createApp, getApp, listApps, updateApp, deleteApp, rotateSecret])

    package static func routes(_ service: some AppServiceProtocol) -> [RPC.Route] {
      [
        .unary(createApp) { bytes, call in
          guard let request = call.begin(DirectoryV1.CreateAppRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createApp(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getApp) { bytes, call in
          guard let request = call.begin(DirectoryV1.GetAppRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getApp(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listApps) { bytes, call in
          guard let request = call.begin(DirectoryV1.ListAppsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listApps(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateApp) { bytes, call in
          guard let request = call.begin(DirectoryV1.UpdateAppRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateApp(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteApp) { bytes, call in
          guard let request = call.begin(DirectoryV1.DeleteAppRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteApp(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(rotateSecret) { bytes, call in
          guard let request = call.begin(DirectoryV1.RotateSecretRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.rotateSecret(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.directory.v1.AppService` over a channel.
  package struct AppServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates an app and its first secret, which this answer alone shows: a repetition with the same
    /// request_id is answered without it. ALREADY_EXISTS when the id is taken, RESOURCE_EXHAUSTED at 500
    /// apps, NOT_FOUND (errcode 60003) for a department of its data_scope that there is not. Stands for the making of an app in WeCom's admin pages.
    package func createApp(_ request: DirectoryV1.CreateAppRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.CreateAppResponse {
      try await channel.unary(AppService.createApp, request, options)
    }

    /// Returns one app, without its secrets; NOT_FOUND when there is none with the id. Stands for
    /// agent/get.
    package func getApp(_ request: DirectoryV1.GetAppRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.App {
      try await channel.unary(AppService.getApp, request, options)
    }

    /// Lists the apps, ascending by id. Stands for agent/list.
    package func listApps(_ request: DirectoryV1.ListAppsRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.ListAppsResponse {
      try await channel.unary(AppService.listApps, request, options)
    }

    /// Changes the fields named by the mask. Other scopes, or another data_scope, revoke the app's tokens,
    /// so that none goes on with what was taken away. NOT_FOUND when there is none with the id, and as in
    /// CreateApp. Stands for agent/set.
    package func updateApp(_ request: DirectoryV1.UpdateAppRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.App {
      try await channel.unary(AppService.updateApp, request, options)
    }

    /// Deletes an app, its secrets, and revokes its tokens; NOT_FOUND when there is none with the id.
    /// The id may be given again. Stands for the deletion of an app in WeCom's admin pages.
    package func deleteApp(_ request: DirectoryV1.DeleteAppRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.DeleteAppResponse {
      try await channel.unary(AppService.deleteApp, request, options)
    }

    /// Gives an app a new secret, which this answer alone shows: a repetition with the same request_id is
    /// answered without it. The one before is taken for 24 hours more, any older one no longer; see
    /// `revoke_others`. NOT_FOUND when there is none with the id. Stands for the reset of a secret in
    /// WeCom's admin pages.
    package func rotateSecret(_ request: DirectoryV1.RotateSecretRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.RotateSecretResponse {
      try await channel.unary(AppService.rotateSecret, request, options)
    }
  }

  /// An app 应用: a program that calls in the corp's name.
  package struct App: Protobuf.Message {
    /// The id, in tokens `sub`: 1 to 64 letters, digits, '_' and '-', given by whoever creates it.
    package var appID: String = ""
    /// The name people see: 1 to 64 characters.
    package var name: String = ""
    /// What it may do, 1 to 100 scopes: a right as the methods name it, "customers.tags.read"; its first
    /// words before ".*", "customers.*", for all that begin so; or "*" for all. Output: sorted, each once.
    package var scopes: [String] = []
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// The secrets it may show, the newest first: one, or two for the time of a rotation. Output only.
    package var secrets: [DirectoryV1.AppSecret] = []
    /// Of which part of the corp it may see and change what its scopes say. Absent, or without a field that
    /// says anything: of all of it. Output: absent for all of it.
    package var dataScope: DirectoryV1.DataScope? = nil

    package init() {}

    package init(
      appID: String = "",
      name: String = "",
      scopes: [String] = [],
      createTime: GoogleProtobuf.Timestamp? = nil,
      secrets: [DirectoryV1.AppSecret] = [],
      dataScope: DirectoryV1.DataScope? = nil
    ) {
      self.appID = appID
      self.name = name
      self.scopes = scopes
      self.createTime = createTime
      self.secrets = secrets
      self.dataScope = dataScope
    }

    package static var fullName: String { "siyu.directory.v1.App" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__app__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__App.self)
      self.appID = reader.text(c.pointee.app_id, "app_id")
      self.name = reader.text(c.pointee.name, "name")
      self.scopes = reader.texts(c.pointee.n_scopes, c.pointee.scopes, "scopes")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.secrets = reader.messages(c.pointee.n_secrets, c.pointee.secrets, "secrets")
      self.dataScope = reader.message(c.pointee.data_scope, "data_scope")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__App.self)
      c.pointee.app_id = writer.text(self.appID)
      c.pointee.name = writer.text(self.name)
      c.pointee.scopes = writer.texts(self.scopes, &c.pointee.n_scopes)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.secrets = writer.messages(self.secrets, &c.pointee.n_secrets)
      c.pointee.data_scope = writer.message(self.dataScope)
    }
  }

  /// A part of a corp 数据范围: what lies in any of what is named here. With a data scope an app calls the
  /// methods that have the option data_scope, and names in each request members and departments within it:
  /// a member is when one of his departments is, as the service asked has heard by then.
  package struct DataScope: Protobuf.Message {
    /// These departments with all under them: at most 50 (policy app_departments_max). Output: ascending,
    /// each once.
    package var departmentIDs: [UInt32] = []
    /// The stores of this franchise owner 加盟商, Department.owner_id, with all under them: 1 to 64 letters,
    /// digits, '_' and '-'. May be empty. Whose stores there are none yet has nothing in it yet.
    package var ownerID: String = ""

    package init() {}

    package init(
      departmentIDs: [UInt32] = [],
      ownerID: String = ""
    ) {
      self.departmentIDs = departmentIDs
      self.ownerID = ownerID
    }

    package static var fullName: String { "siyu.directory.v1.DataScope" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__data_scope__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__DataScope.self)
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
      self.ownerID = reader.text(c.pointee.owner_id, "owner_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__DataScope.self)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
      c.pointee.owner_id = writer.text(self.ownerID)
    }
  }

  /// What is known of a secret beside itself, of which a hash alone is kept.
  package struct AppSecret: Protobuf.Message {
    /// Names the secret.
    package var secretID: String = ""
    /// When it was made.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// From when on it is not taken any more; absent for the newest, which does not end.
    package var expireTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      secretID: String = "",
      createTime: GoogleProtobuf.Timestamp? = nil,
      expireTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.secretID = secretID
      self.createTime = createTime
      self.expireTime = expireTime
    }

    package static var fullName: String { "siyu.directory.v1.AppSecret" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__app_secret__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__AppSecret.self)
      self.secretID = reader.text(c.pointee.secret_id, "secret_id")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.expireTime = reader.message(c.pointee.expire_time, "expire_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__AppSecret.self)
      c.pointee.secret_id = writer.text(self.secretID)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.expire_time = writer.message(self.expireTime)
    }
  }

  /// Asks for a new app.
  package struct CreateAppRequest: Protobuf.MutatingRequest {
    /// The app. `app_id`, `name` and `scopes` are required, INVALID_ARGUMENT without; the rest is ignored.
    package var app: DirectoryV1.App? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      app: DirectoryV1.App? = nil,
      requestID: String = ""
    ) {
      self.app = app
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.CreateAppRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__create_app_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__CreateAppRequest.self)
      self.app = reader.message(c.pointee.app, "app")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__CreateAppRequest.self)
      c.pointee.app = writer.message(self.app)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// A new app and its secret.
  package struct CreateAppResponse: Protobuf.Message {
    /// The app.
    package var app: DirectoryV1.App? = nil
    /// The secret, 256 bits in 48 characters: shown once. Empty when the call is a repetition.
    package var secret: String = ""

    package init() {}

    package init(
      app: DirectoryV1.App? = nil,
      secret: String = ""
    ) {
      self.app = app
      self.secret = secret
    }

    package static var fullName: String { "siyu.directory.v1.CreateAppResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__create_app_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__CreateAppResponse.self)
      self.app = reader.message(c.pointee.app, "app")
      self.secret = reader.text(c.pointee.secret, "secret")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__CreateAppResponse.self)
      c.pointee.app = writer.message(self.app)
      c.pointee.secret = writer.text(self.secret)
    }
  }

  /// Asks for one app.
  package struct GetAppRequest: Protobuf.Message {
    /// The app's id. Required.
    package var appID: String = ""

    package init() {}

    package init(
      appID: String = ""
    ) {
      self.appID = appID
    }

    package static var fullName: String { "siyu.directory.v1.GetAppRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__get_app_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__GetAppRequest.self)
      self.appID = reader.text(c.pointee.app_id, "app_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__GetAppRequest.self)
      c.pointee.app_id = writer.text(self.appID)
    }
  }

  /// Asks for the apps.
  package struct ListAppsRequest: Protobuf.PagedRequest {
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative number
    /// is INVALID_ARGUMENT.
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

    package static var fullName: String { "siyu.directory.v1.ListAppsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__list_apps_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ListAppsRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ListAppsRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of apps.
  package struct ListAppsResponse: Protobuf.Message {
    /// The apps, ascending by id.
    package var apps: [DirectoryV1.App] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      apps: [DirectoryV1.App] = [],
      nextPageToken: String = ""
    ) {
      self.apps = apps
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.directory.v1.ListAppsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__list_apps_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ListAppsResponse.self)
      self.apps = reader.messages(c.pointee.n_apps, c.pointee.apps, "apps")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ListAppsResponse.self)
      c.pointee.apps = writer.messages(self.apps, &c.pointee.n_apps)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a change of an app.
  package struct UpdateAppRequest: Protobuf.MutatingRequest {
    /// The app: `app_id` says which, the fields named by update_mask say what.
    package var app: DirectoryV1.App? = nil
    /// The fields to change: name, scopes, data_scope. Empty means all of them that are not empty in `app`. An unknown
    /// path is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      app: DirectoryV1.App? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.app = app
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.UpdateAppRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__update_app_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__UpdateAppRequest.self)
      self.app = reader.message(c.pointee.app, "app")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__UpdateAppRequest.self)
      c.pointee.app = writer.message(self.app)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of an app.
  package struct DeleteAppRequest: Protobuf.MutatingRequest {
    /// The app's id. Required.
    package var appID: String = ""
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      appID: String = "",
      requestID: String = ""
    ) {
      self.appID = appID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.DeleteAppRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__delete_app_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__DeleteAppRequest.self)
      self.appID = reader.text(c.pointee.app_id, "app_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__DeleteAppRequest.self)
      c.pointee.app_id = writer.text(self.appID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The app is gone.
  package struct DeleteAppResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.directory.v1.DeleteAppResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__delete_app_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Asks for a new secret.
  package struct RotateSecretRequest: Protobuf.MutatingRequest {
    /// The app's id. Required.
    package var appID: String = ""
    /// Whether the other secrets end at once, and the app's tokens are revoked: for a secret that got out.
    package var revokeOthers: Bool = false
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      appID: String = "",
      revokeOthers: Bool = false,
      requestID: String = ""
    ) {
      self.appID = appID
      self.revokeOthers = revokeOthers
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.RotateSecretRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__rotate_secret_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__RotateSecretRequest.self)
      self.appID = reader.text(c.pointee.app_id, "app_id")
      self.revokeOthers = c.pointee.revoke_others != 0
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__RotateSecretRequest.self)
      c.pointee.app_id = writer.text(self.appID)
      c.pointee.revoke_others = self.revokeOthers ? 1 : 0
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// A new secret.
  package struct RotateSecretResponse: Protobuf.Message {
    /// The app.
    package var app: DirectoryV1.App? = nil
    /// The secret, 256 bits in 48 characters: shown once. Empty when the call is a repetition.
    package var secret: String = ""

    package init() {}

    package init(
      app: DirectoryV1.App? = nil,
      secret: String = ""
    ) {
      self.app = app
      self.secret = secret
    }

    package static var fullName: String { "siyu.directory.v1.RotateSecretResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__rotate_secret_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__RotateSecretResponse.self)
      self.app = reader.message(c.pointee.app, "app")
      self.secret = reader.text(c.pointee.secret, "secret")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__RotateSecretResponse.self)
      c.pointee.app = writer.message(self.app)
      c.pointee.secret = writer.text(self.secret)
    }
  }
}
