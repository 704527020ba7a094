package import Messages
package import RPC
package import ServiceKit
package import Store

package typealias DirectoryContext = ServiceContext<DirectoryV1.Change>
typealias DirectoryMutation = Mutation<DirectoryV1.Change>

/// Directory 通讯录: the corp, its departments and its members, its apps and their tokens.
package enum DirectoryService: ServiceDefinition {
  package typealias Change = DirectoryV1.Change

  package static let name = "directory"
  package static let port = 7401
  package static let peers: [String] = []

  package static let migrations: [Migration] = [
    CorpTable.migration,
    DepartmentTable.migration,
    MemberTable.migration,
    AppTable.migration,
    TokenTable.migration,
    AppTable.dataScopeMigration,
    TokenTable.dataScopeMigration,
    DepartmentTable.ownerMigration,
  ]

  package static let organisation: (any Organisation.Type)? = OrganisationTable.self

  package static let checks: [Check] = TreeCheckTable.checks

  package static func routes(_ context: DirectoryContext) -> [Route] {
    DirectoryV1.CorpService.routes(CorpHandler(context: context))
      + DirectoryV1.DepartmentService.routes(DepartmentHandler(context: context))
      + DirectoryV1.MemberService.routes(MemberHandler(context: context))
      + DirectoryV1.AppService.routes(AppHandler(context: context))
      + DirectoryV1.TokenService.routes(
        TokenHandler(context: context, counts: SecretCounts(context.policies)))
      + DirectoryV1.ChangeService.routes(ChangeHandler(context: context))
  }
}
