import Protobuf
import RPC
import Store

/// Holds callers with a data scope to it, method by method: the one place where that is done.
package struct DataScopeDoor: Sendable {
  private let corps: Corps
  /// Nil where the service has none: then nobody with a data scope may call it.
  private let organisation: (any Organisation.Type)?
  private let namesMax: Int

  package init(
    corps: Corps, organisation: (any Organisation.Type)?, policies: Policies
  ) {
    self.corps = corps
    self.organisation = organisation
    namesMax = policies[.dataScopeNamesMax]
  }

  /// Refuses a method that no data scope can be held against; lets the others see to each request.
  func admit(_ scope: DataScope, of corp: String, _ call: Call) throws {
    guard let rule = call.method.dataScope, let organisation else {
      throw DataScopeFailure.corpWideMethod
    }
    call.requestCheck = { request in
      let names = try Names(rule.entries(of: request), most: namesMax)
      try corps.database(of: corp).read { reader in
        for (id, field) in names.departments
        where try !scope.contains(department: id, of: organisation, in: reader) {
          throw DataScopeFailure.departmentOutside(id, field: field)
        }
        for (userid, field) in names.members
        where try !scope.contains(member: userid, of: organisation, in: reader) {
          throw DataScopeFailure.memberOutside(userid, field: field)
        }
      }
    }
  }

  /// Whom a request names: each once, with the field that names him first.
  private struct Names {
    var members: [(userid: String, field: String)] = []
    var departments: [(id: UInt32, field: String)] = []
    private var seenMembers: Set<String> = []
    private var seenDepartments: Set<UInt32> = []

    /// Throws for an entry that does not say what it must, or says what it must not.
    init(_ entries: [DataScopeRule.Entry], most: Int) throws(DataScopeFailure) {
      for entry in entries {
        switch entry.demand {
        case .given:
          guard entry.fields.contains(where: { !$0.isEmpty }) else {
            throw .fieldRequired(entry.fields[0].path)
          }
          try add(entry.fields, most: most)
        case .optional: try add(entry.fields, most: most)
        case .empty:
          if let said = entry.fields.first(where: { !$0.isEmpty }) {
            throw .fieldForbidden(said.path)
          }
        }
      }
    }

    private mutating func add(
      _ fields: [DataScopeRule.Field], most: Int
    ) throws(DataScopeFailure) {
      for field in fields {
        for userid in field.members where seenMembers.insert(userid).inserted {
          members.append((userid, field.path))
        }
        for id in field.departments where seenDepartments.insert(id).inserted {
          departments.append((id, field.path))
        }
        guard members.count + departments.count <= most else {
          throw .tooManyNames(most, field: field.path)
        }
      }
    }
  }
}
