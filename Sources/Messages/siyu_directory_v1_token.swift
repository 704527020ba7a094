// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension DirectoryV1 {
  /// Issues tokens 凭证 to apps, and revokes them. A token is a JWT (RFC 9068, ES256) that every service
  /// takes, in metadata `authorization` as "Bearer " and the token. On use: UNAUTHENTICATED with errcode
  /// 41001 without one, 40014 for one that is malformed, revoked or signed by none of the keys in use,
  /// 42001 for one that has expired; PERMISSION_DENIED with 48002 when its scopes do not hold the
  /// method's right, and, where the app has a data scope, with 48002 when the method is for callers without
  /// one, with 60011, naming the field, when it names nobody, or somebody outside of it. A stream ends when the token it began with expires: DEADLINE_EXCEEDED.
  package protocol TokenServiceProtocol: Swift.Sendable {
    /// Issues a token to an app that shows its secret. It lasts two hours (expires_in); an app has two
    /// that are valid, and a third revokes the oldest. Anybody may call it, without a token.
    /// UNAUTHENTICATED, errcode 40001, for a corp, an app or a secret there is not, without saying which;
    /// RESOURCE_EXHAUSTED, 45009, after 10 wrong secrets of an app in a minute, which a right one does
    /// not hear of, and after 60 tokens of an app in a minute; FAILED_PRECONDITION when this directory has
    /// no key to sign with. Stands for gettoken.
    func issueToken(_ request: DirectoryV1.IssueTokenRequest, _ call: RPC.Call) async throws -> DirectoryV1.IssueTokenResponse
    /// Lists the tokens that were issued, that have not expired and are not revoked, the oldest first.
    /// They are named, not shown. Stands for no WeCom API.
    func listTokens(_ request: DirectoryV1.ListTokensRequest, _ call: RPC.Call) async throws -> DirectoryV1.ListTokensResponse
    /// Revokes a token: directory refuses it from the answer on, the other services as soon as they hear
    /// of it by the change feed. Also one that an operator made by hand, for as long as it says. Streams
    /// that run on it end then, with UNAUTHENTICATED; other calls that run go on. A token that is revoked
    /// already stays so. Stands for no WeCom API.
    func revokeToken(_ request: DirectoryV1.RevokeTokenRequest, _ call: RPC.Call) async throws -> DirectoryV1.RevokeTokenResponse
    /// Lists the tokens that are revoked and have not expired, ascending by jti. Stands for no WeCom API.
    func listRevokedTokens(_ request: DirectoryV1.ListRevokedTokensRequest, _ call: RPC.Call) async throws -> DirectoryV1.ListRevokedTokensResponse
  }

  /// The methods of `siyu.directory.v1.TokenService`, and its routes.
  package enum TokenService {
    package static let issueToken = RPC.MethodDescriptor(
      service: "siyu.directory.v1.TokenService", name: "IssueToken",
      clientStreaming: false, serverStreaming: false,
      right: .open, mutates: true)
    package static let listTokens = RPC.MethodDescriptor(
      service: "siyu.directory.v1.TokenService", name: "ListTokens",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.tokens.read"))
    package static let revokeToken = RPC.MethodDescriptor(
      service: "siyu.directory.v1.TokenService", name: "RevokeToken",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.tokens.write"), mutates: true)
    package static let listRevokedTokens = RPC.MethodDescriptor(
      service: "siyu.directory.v1.TokenService", name: "ListRevokedTokens",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.tokens.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.directory.v1.TokenService",
      methods: [issueToken, listTokens, revokeToken, listRevokedTokens])

    package static func routes(_ service: some TokenServiceProtocol) -> [RPC.Route] {
      [
        .unary(issueToken) { bytes, call in
          guard let request = call.begin(DirectoryV1.IssueTokenRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.issueToken(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listTokens) { bytes, call in
          guard let request = call.begin(DirectoryV1.ListTokensRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listTokens(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(revokeToken) { bytes, call in
          guard let request = call.begin(DirectoryV1.RevokeTokenRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.revokeToken(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listRevokedTokens) { bytes, call in
          guard let request = call.begin(DirectoryV1.ListRevokedTokensRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listRevokedTokens(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.directory.v1.TokenService` over a channel.
  package struct TokenServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Issues a token to an app that shows its secret. It lasts two hours (expires_in); an app has two
    /// that are valid, and a third revokes the oldest. Anybody may call it, without a token.
    /// UNAUTHENTICATED, errcode 40001, for a corp, an app or a secret there is not, without saying which;
    /// RESOURCE_EXHAUSTED, 45009, after 10 wrong secrets of an app in a minute, which a right one does
    /// not hear of, and after 60 tokens of an app in a minute; FAILED_PRECONDITION when this directory has
    /// no key to sign with. Stands for gettoken.
    package func issueToken(_ request: DirectoryV1.IssueTokenRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.IssueTokenResponse {
      try await channel.unary(TokenService.issueToken, request, options)
    }

    /// Lists the tokens that were issued, that have not expired and are not revoked, the oldest first.
    /// They are named, not shown. Stands for no WeCom API.
    package func listTokens(_ request: DirectoryV1.ListTokensRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.ListTokensResponse {
      try await channel.unary(TokenService.listTokens, request, options)
    }

    /// Revokes a token: directory refuses it from the answer on, the other services as soon as they hear
    /// of it by the change feed. Also one that an operator made by hand, for as long as it says. Streams
    /// that run on it end then, with UNAUTHENTICATED; other calls that run go on. A token that is revoked
    /// already stays so. Stands for no WeCom API.
    package func revokeToken(_ request: DirectoryV1.RevokeTokenRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.RevokeTokenResponse {
      try await channel.unary(TokenService.revokeToken, request, options)
    }

    /// Lists the tokens that are revoked and have not expired, ascending by jti. Stands for no WeCom API.
    package func listRevokedTokens(_ request: DirectoryV1.ListRevokedTokensRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.ListRevokedTokensResponse {
      try await channel.unary(TokenService.listRevokedTokens, request, options)
    }
  }

  /// What is known of a token beside itself.
  package struct Token: Protobuf.Message {
    /// Names the token: its claim `jti`, 1 to 64 characters.
    package var jti: String = ""
    /// The app it was issued to; empty in a list of revoked tokens.
    package var appID: String = ""
    /// When it was issued, in whole seconds; absent in a list of revoked tokens.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When it expires, in whole seconds.
    package var expireTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      jti: String = "",
      appID: String = "",
      createTime: GoogleProtobuf.Timestamp? = nil,
      expireTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.jti = jti
      self.appID = appID
      self.createTime = createTime
      self.expireTime = expireTime
    }

    package static var fullName: String { "siyu.directory.v1.Token" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__token__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__Token.self)
      self.jti = reader.text(c.pointee.jti, "jti")
      self.appID = reader.text(c.pointee.app_id, "app_id")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.expireTime = reader.message(c.pointee.expire_time, "expire_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__Token.self)
      c.pointee.jti = writer.text(self.jti)
      c.pointee.app_id = writer.text(self.appID)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.expire_time = writer.message(self.expireTime)
    }
  }

  /// Asks for a token.
  package struct IssueTokenRequest: Protobuf.MutatingRequest {
    /// The corp's id. Required, errcode 41002 without.
    package var corpid: String = ""
    /// The app's id. Required.
    package var appID: String = ""
    /// A secret of the app. Required, errcode 41004 without.
    package var secret: String = ""
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours for this app. A
    /// repetition gets the token of the first call, with the time that is left of it. Empty: not repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      corpid: String = "",
      appID: String = "",
      secret: String = "",
      requestID: String = ""
    ) {
      self.corpid = corpid
      self.appID = appID
      self.secret = secret
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.IssueTokenRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__issue_token_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__IssueTokenRequest.self)
      self.corpid = reader.text(c.pointee.corpid, "corpid")
      self.appID = reader.text(c.pointee.app_id, "app_id")
      self.secret = reader.text(c.pointee.secret, "secret")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__IssueTokenRequest.self)
      c.pointee.corpid = writer.text(self.corpid)
      c.pointee.app_id = writer.text(self.appID)
      c.pointee.secret = writer.text(self.secret)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// A token.
  package struct IssueTokenResponse: Protobuf.Message {
    /// The token. Not longer than 4096 bytes.
    package var accessToken: String = ""
    /// For how many seconds it is valid from now on; 0 for a repetition that comes after its end.
    package var expiresIn: Int64 = 0
    /// Names the token, for RevokeToken.
    package var jti: String = ""
    /// What it may do: the app's scopes at this moment.
    package var scopes: [String] = []
    /// Of which part of the corp: the app's data_scope at this moment; absent for all of it.
    package var dataScope: DirectoryV1.DataScope? = nil

    package init() {}

    package init(
      accessToken: String = "",
      expiresIn: Int64 = 0,
      jti: String = "",
      scopes: [String] = [],
      dataScope: DirectoryV1.DataScope? = nil
    ) {
      self.accessToken = accessToken
      self.expiresIn = expiresIn
      self.jti = jti
      self.scopes = scopes
      self.dataScope = dataScope
    }

    package static var fullName: String { "siyu.directory.v1.IssueTokenResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__issue_token_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__IssueTokenResponse.self)
      self.accessToken = reader.text(c.pointee.access_token, "access_token")
      self.expiresIn = c.pointee.expires_in
      self.jti = reader.text(c.pointee.jti, "jti")
      self.scopes = reader.texts(c.pointee.n_scopes, c.pointee.scopes, "scopes")
      self.dataScope = reader.message(c.pointee.data_scope, "data_scope")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__IssueTokenResponse.self)
      c.pointee.access_token = writer.text(self.accessToken)
      c.pointee.expires_in = self.expiresIn
      c.pointee.jti = writer.text(self.jti)
      c.pointee.scopes = writer.texts(self.scopes, &c.pointee.n_scopes)
      c.pointee.data_scope = writer.message(self.dataScope)
    }
  }

  /// Asks for the valid tokens.
  package struct ListTokensRequest: Protobuf.PagedRequest {
    /// Only those of this app; empty for all. NOT_FOUND when there is no such app.
    package var appID: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative number
    /// is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      appID: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.appID = appID
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.directory.v1.ListTokensRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__list_tokens_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ListTokensRequest.self)
      self.appID = reader.text(c.pointee.app_id, "app_id")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ListTokensRequest.self)
      c.pointee.app_id = writer.text(self.appID)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of valid tokens.
  package struct ListTokensResponse: Protobuf.Message {
    /// The tokens, the oldest first.
    package var tokens: [DirectoryV1.Token] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      tokens: [DirectoryV1.Token] = [],
      nextPageToken: String = ""
    ) {
      self.tokens = tokens
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.directory.v1.ListTokensResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__list_tokens_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ListTokensResponse.self)
      self.tokens = reader.messages(c.pointee.n_tokens, c.pointee.tokens, "tokens")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ListTokensResponse.self)
      c.pointee.tokens = writer.messages(self.tokens, &c.pointee.n_tokens)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the end of a token.
  package struct RevokeTokenRequest: Protobuf.MutatingRequest {
    /// Which: 1 to 64 letters, digits, '_' and '-'. Required.
    package var jti: String = ""
    /// When it expires, for one that this directory has not issued: until then it is remembered as
    /// revoked. NOT_FOUND for such a one without.
    package var expireTime: GoogleProtobuf.Timestamp? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      jti: String = "",
      expireTime: GoogleProtobuf.Timestamp? = nil,
      requestID: String = ""
    ) {
      self.jti = jti
      self.expireTime = expireTime
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.RevokeTokenRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__revoke_token_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__RevokeTokenRequest.self)
      self.jti = reader.text(c.pointee.jti, "jti")
      self.expireTime = reader.message(c.pointee.expire_time, "expire_time")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__RevokeTokenRequest.self)
      c.pointee.jti = writer.text(self.jti)
      c.pointee.expire_time = writer.message(self.expireTime)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The token is revoked.
  package struct RevokeTokenResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.directory.v1.RevokeTokenResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__revoke_token_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Asks for the revoked tokens.
  package struct ListRevokedTokensRequest: Protobuf.PagedRequest {
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

    package static var fullName: String { "siyu.directory.v1.ListRevokedTokensRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__list_revoked_tokens_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ListRevokedTokensRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ListRevokedTokensRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of revoked tokens.
  package struct ListRevokedTokensResponse: Protobuf.Message {
    /// The tokens, ascending by jti: their jti and expire_time.
    package var tokens: [DirectoryV1.Token] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      tokens: [DirectoryV1.Token] = [],
      nextPageToken: String = ""
    ) {
      self.tokens = tokens
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.directory.v1.ListRevokedTokensResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__list_revoked_tokens_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ListRevokedTokensResponse.self)
      self.tokens = reader.messages(c.pointee.n_tokens, c.pointee.tokens, "tokens")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ListRevokedTokensResponse.self)
      c.pointee.tokens = writer.messages(self.tokens, &c.pointee.n_tokens)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
