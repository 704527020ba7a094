import Broadcasts
import Communities
import Customers
import Directory
import Fixtures
import Logging
import Messages
import Protobuf
import RPC
import ServiceKit
import Testing

/// Every method of the four services, as they route them.
private enum Methods {
  /// Those that anybody may call: whoever adds one says so here too.
  static let open: Set<String> = ["/siyu.directory.v1.TokenService/IssueToken"]

  static func all(_ folder: TemporaryFolder) -> [MethodDescriptor] {
    methods(DirectoryService.self, folder) + methods(CustomersService.self, folder)
      + methods(CommunitiesService.self, folder) + methods(BroadcastsService.self, folder)
      + CommonV1.JobService.routes(JobHandler(corps: Corps(folder: folder.path, migrations: [])))
      .map(\.method)
  }

  private static func methods<Definition: ServiceDefinition>(
    _ definition: Definition.Type, _ folder: TemporaryFolder
  ) -> [MethodDescriptor] {
    let context = ServiceContext<Definition.Change>(
      name: definition.name, corps: Corps(folder: folder.path, migrations: []), clock: .system,
      policies: Policies(), peers: Peers())
    return definition.routes(context).map(\.method)
  }
}

/// A corp of nobody.
private enum Nowhere: Organisation {
  static let departmentLineage = "SELECT 0, '' WHERE $1 IS NULL"
  static let memberLineage = "SELECT 0, '' WHERE $1 IS NULL"
}

/// What a caller of one kind hears; nil when the handler is reached.
private enum Answer: Equatable {
  case admitted(corp: String, app: String)
  case refused(StatusCode, String, errcode: Int?)
}

/// Every method of the four services asked by every kind of caller.
@Suite("Who may do what")
struct RightsMatrixTests {
  private static let now = Instant(seconds: 1_767_571_200)
  private static let service = "siyu.test/customers"

  private let folder: TemporaryFolder
  private let authority: TokenAuthority
  private let stranger: TokenAuthority
  private let admission: Admission

  init() async throws {
    folder = try TemporaryFolder()
    authority = try await TokenAuthority()
    stranger = try await TokenAuthority()
    let clock = Clock.stepped(from: Self.now)
    let verifier = try TokenVerifier(keys: authority.keysPath, log: Logger(label: "test")) {
      $1 == "revoked" && $0 == "acme"
    }
    admission = Admission(
      tokens: verifier, services: [Self.service], insecure: false,
      dataScopes: DataScopeDoor(
        corps: Corps(folder: folder.path, migrations: []), organisation: Nowhere.self,
        policies: Policies()),
      fairness: Fairness(Policies(), clock: clock), clock: clock)
  }

  private func answer(
    _ method: MethodDescriptor, _ metadata: Metadata, identity: String? = nil
  ) throws -> Answer {
    let call = Call(
      method: method, metadata: metadata,
      peer: PeerAddress(description: "test", isLoopback: true, identity: identity))
    do {
      _ = try admission.admit(call)
    } catch let failure as any Failure {
      return .refused(failure.code, failure.reason, errcode: failure.errcode)
    }
    return .admitted(corp: call.principal.corp, app: call.principal.app)
  }

  private func metadata(_ token: String, corp: String? = nil) -> Metadata {
    var metadata: Metadata = ["authorization": "Bearer \(token)"]
    if let corp { metadata.append("siyu-corp", corp) }
    return metadata
  }

  private static func right(of method: MethodDescriptor) -> String? {
    if case .scope(let right) = method.right { right } else { nil }
  }

  @Test("Every method needs a right of its own service, but the one that issues tokens")
  func rights() throws {
    let methods = Methods.all(folder)
    #expect(methods.count > 100)
    #expect(Set(methods.map(\.path)).count == methods.count)
    for method in methods {
      guard let right = Self.right(of: method) else {
        #expect(Methods.open.contains(method.path), "\(method.path) is open to everybody")
        continue
      }
      #expect(!Methods.open.contains(method.path))
      let service = method.service.split(separator: ".")[1]
      let first = service == "common" ? "jobs" : service
      #expect(right.hasPrefix("\(first)."), "\(method.path) has the right \(right)")
    }
  }

  @Test("Each kind of caller hears the same at every method: his rights, or why he has none")
  func matrix() async throws {
    let refusals: [(Metadata, String?, Answer)] = [
      ([:], nil, .refused(.unauthenticated, "TOKEN_REQUIRED", errcode: 41001)),
      (["siyu-corp": "acme"], nil, .refused(.unauthenticated, "TOKEN_REQUIRED", errcode: 41001)),
      (
        ["siyu-corp": "acme"], "siyu.test/stranger",
        .refused(.unauthenticated, "TOKEN_REQUIRED", errcode: 41001)
      ),
      (
        ["authorization": "Basic YTpi"], nil,
        .refused(.unauthenticated, "BAD_TOKEN", errcode: 40014)
      ),
      (
        metadata(try await stranger.token(corp: "acme")), nil,
        .refused(.unauthenticated, "BAD_TOKEN", errcode: 40014)
      ),
      (
        // A service's certificate does not make a bad token good.
        metadata(try await stranger.token(corp: "acme")), Self.service,
        .refused(.unauthenticated, "BAD_TOKEN", errcode: 40014)
      ),
      (
        metadata(
          try await authority.token(
            corp: "acme", issued: Self.now.advanced(bySeconds: -7200), seconds: 7200)), nil,
        .refused(.unauthenticated, "TOKEN_EXPIRED", errcode: 42001)
      ),
      (
        metadata(try await authority.token(corp: "acme", jti: "revoked")), nil,
        .refused(.unauthenticated, "TOKEN_REVOKED", errcode: 40014)
      ),
      (
        metadata(try await authority.token(corp: "acme"), corp: "other"), nil,
        .refused(.permissionDenied, "FOREIGN_CORP", errcode: 40013)
      ),
      (
        metadata(try await authority.token(corp: "acme", scopes: Scopes(["weather.read"]))), nil,
        .refused(.permissionDenied, "SCOPE_REQUIRED", errcode: 48002)
      ),
      (
        metadata(try await authority.token(corp: "*"), corp: "../acme"), nil,
        .refused(.invalidArgument, "BAD_CORP", errcode: 40013)
      ),
      ([:], Self.service, .refused(.invalidArgument, "BAD_CORP", errcode: 40013)),
    ]
    let admissions: [(Metadata, String?, Answer)] = [
      (
        metadata(try await authority.token(corp: "acme", app: "crm")), nil,
        .admitted(corp: "acme", app: "crm")
      ),
      (
        metadata(try await authority.token(corp: "acme", app: "crm"), corp: "acme"), Self.service,
        .admitted(corp: "acme", app: "crm")
      ),
      (
        metadata(try await authority.token(corp: "*", app: "siyu"), corp: "acme"), nil,
        .admitted(corp: "acme", app: "siyu")
      ),
      (["siyu-corp": "acme"], Self.service, .admitted(corp: "acme", app: Self.service)),
    ]
    for method in Methods.all(folder) where Self.right(of: method) != nil {
      for (metadata, identity, expected) in refusals + admissions {
        let answer = try answer(method, metadata, identity: identity)
        #expect(answer == expected, "\(method.path)")
      }
    }
  }

  @Test("Each right lets in at its methods, and at no other; a prefix at all that begin so")
  func scopes() async throws {
    let methods = Methods.all(folder).filter { Self.right(of: $0) != nil }
    for right in Set(methods.compactMap(Self.right)).sorted() {
      let exact = metadata(try await authority.token(scopes: Scopes([right]), jti: right))
      let noun = right.prefix { $0 != "." }
      let wide = metadata(try await authority.token(scopes: Scopes(["\(noun).*"]), jti: "w"))
      for method in methods {
        let mine = Self.right(of: method)!
        let refused = Answer.refused(.permissionDenied, "SCOPE_REQUIRED", errcode: 48002)
        let admitted = Answer.admitted(corp: "demo", app: "test")
        #expect(try answer(method, exact) == (mine == right ? admitted : refused))
        #expect(try answer(method, wide) == (mine.hasPrefix("\(noun).") ? admitted : refused))
      }
    }
  }

  /// Those that a caller with a data scope may call: whoever adds one shows in
  /// Tests/Interop/test_data_scope.py that its answers hold nothing of others.
  private static let scoped: Set<String> = [
    "directory.v1.DepartmentService/GetDepartment",
    "directory.v1.DepartmentService/ListDepartments", "directory.v1.MemberService/CreateMember",
    "directory.v1.MemberService/GetMember", "directory.v1.MemberService/ListMembers",
    "directory.v1.MemberService/UpdateMember", "customers.v1.RelationService/ListRelations",
    "customers.v1.RelationService/LookupRelations",
    "customers.v1.RelationService/UpdateRelation", "customers.v1.RelationService/RemoveRelation",
    "customers.v1.SidebarService/GetSidebarContext",
    "customers.v1.BehaviorService/GetUserBehaviorData",
    "customers.v1.InteractionService/RecordInteractions", "customers.v1.TagService/MarkTags",
    "customers.v1.TagService/BatchMarkTags", "customers.v1.PersonalTagService/SetPersonalTags",
    "customers.v1.PersonalTagService/ListPersonalTags",
    "customers.v1.AudienceService/PreviewAudience", "customers.v1.AudienceService/ListAudience",
    "customers.v1.ContactWayService/CreateContactWay",
    "customers.v1.StoreCodeService/GetStoreCodes",
    "customers.v1.TransferService/TransferCustomers",
    "customers.v1.TransferService/TransferResignedCustomers",
    "customers.v1.TransferService/GetTransferResult",
    "communities.v1.CustomerGroupService/ListCustomerGroups",
    "broadcasts.v1.MemberTaskService/ListMemberTasks",
    "broadcasts.v1.MemberTaskService/ConfirmMemberTask",
    "broadcasts.v1.GuideAssignmentService/ClaimGuideTask",
    "broadcasts.v1.GuideAssignmentService/ReturnGuideTask",
    "broadcasts.v1.GuideAssignmentService/MarkAssignmentRead",
    "broadcasts.v1.GuideAssignmentService/RecordGuideReport",
    "broadcasts.v1.GuideAssignmentService/ListMemberAssignments",
    "broadcasts.v1.GuideAssignmentService/ListGuideReports",
  ]

  @Test("A caller with a data scope is let in where requests are held against it, and nowhere else")
  func dataScopes() async throws {
    let methods = Methods.all(folder)
    let declared = methods.filter { $0.dataScope != nil }.map(\.path)
    #expect(Set(declared) == Set(Self.scoped.map { "/siyu.\($0)" }))
    let scope = try DataScope(text: "10")
    let token = metadata(try await authority.token(corp: "acme", dataScope: scope))
    let lesser = metadata(
      try await authority.token(
        corp: "acme", scopes: Scopes(["weather.read"]), dataScope: scope, jti: "lesser"))
    for method in methods where Self.right(of: method) != nil {
      let expected =
        method.dataScope == nil
        ? Answer.refused(.permissionDenied, "CORP_WIDE_METHOD", errcode: 48002)
        : .admitted(corp: "acme", app: "test")
      #expect(try answer(method, token) == expected, "\(method.path)")
      #expect(
        try answer(method, lesser)
          == .refused(.permissionDenied, "SCOPE_REQUIRED", errcode: 48002), "\(method.path)")
      #expect(method.dataScope == nil || !method.clientStreaming, "\(method.path)")
    }
  }

  @Test("A request names so many at most, each counted once; what is wrong is told by its field")
  func names() async throws {
    let token = metadata(
      try await authority.token(corp: "acme", dataScope: DataScope(text: "10")))
    func refusal(
      _ method: MethodDescriptor, _ request: some Message
    ) throws -> DataScopeFailure? {
      let call = Call(method: method, metadata: token)
      _ = try admission.admit(call)
      let check = try #require(call.requestCheck)
      do {
        try check(request)
        return nil
      } catch let failure as DataScopeFailure {
        return failure
      }
    }
    func listing(_ userids: [String]) throws -> DataScopeFailure? {
      try refusal(
        CustomersV1.RelationService.listRelations,
        CustomersV1.ListRelationsRequest(userids: userids))
    }
    #expect(try listing([]) == .fieldRequired("userid"))
    #expect(try listing([""]) == .memberOutside("", field: "userids"))
    #expect(try listing((0...200).map(String.init)) == .tooManyNames(200, field: "userids"))
    let often = Array(repeating: "lili", count: 300)
    #expect(try listing(often) == .memberOutside("lili", field: "userids"))
    var audience = CustomersV1.Audience(departmentIDs: [10])
    audience.allOf = [
      .init(anyOf: [.init(condition: .interactions(.init(days: 1, scope: .customer)))])
    ]
    #expect(
      try refusal(
        CustomersV1.AudienceService.previewAudience,
        CustomersV1.PreviewAudienceRequest(audience: audience))
        == .fieldForbidden("audience.all_of.any_of.interactions.scope"))
  }
}
