package import Protobuf

/// Whose data a method's requests are about, as the proto's option `data_scope` says it. Made by
/// generated code; held against callers who may see a part of the corp alone.
package final class DataScopeRule: Sendable {
  /// What is asked of the fields of one entry of the option.
  package enum Demand: Sendable {
    /// One of them at least names somebody.
    case given
    /// They may be empty.
    case optional
    /// All of them are empty: whatever they say reaches beyond those who are named.
    case empty
  }

  /// One field of a request, and what it says there.
  package struct Field: Sendable {
    /// As the option names it: "audience.department_ids".
    package let path: String
    package fileprivate(set) var members: [String] = []
    package fileprivate(set) var departments: [UInt32] = []
    package fileprivate(set) var isEmpty = true
  }

  package struct Entry: Sendable {
    package let demand: Demand
    package fileprivate(set) var fields: [Field] = []
  }

  private let read: @Sendable (any Message, inout DataScopeReading) -> Void

  package init<Request: Message>(
    _: Request.Type, _ read: @escaping @Sendable (Request, inout DataScopeReading) -> Void
  ) {
    self.read = { message, reading in
      guard let request = message as? Request else {
        preconditionFailure("a \(type(of: message)) came as a \(Request.self)")
      }
      read(request, &reading)
    }
  }

  package func entries(of request: any Message) -> [Entry] {
    var reading = DataScopeReading()
    read(request, &reading)
    return reading.entries
  }
}

/// The entries of a rule while a request is read: each begins, then each of its fields, then comes what
/// the field says.
package struct DataScopeReading {
  fileprivate var entries: [DataScopeRule.Entry] = []

  package mutating func entry(_ demand: DataScopeRule.Demand) {
    entries.append(DataScopeRule.Entry(demand: demand))
  }

  package mutating func field(_ path: String) {
    entries[entries.count - 1].fields.append(DataScopeRule.Field(path: path))
  }

  private mutating func add(_ change: (inout DataScopeRule.Field) -> Void) {
    let entry = entries.count - 1
    change(&entries[entry].fields[entries[entry].fields.count - 1])
  }

  /// One of a list that is empty names nobody, and is looked for all the same.
  package mutating func add(members: [String]) {
    add {
      $0.members += members
      $0.isEmpty = $0.members.isEmpty
    }
  }

  package mutating func add(departments: [UInt32]) {
    add {
      $0.departments += departments
      $0.isEmpty = $0.departments.isEmpty
    }
  }

  /// One that stands alone is not said when it is empty.
  package mutating func add(member: String) {
    if !member.isEmpty { add(members: [member]) }
  }

  package mutating func add(department: UInt32) {
    if department != 0 { add(departments: [department]) }
  }

  /// Something of any other type, of which it counts alone whether it says anything.
  package mutating func add(isEmpty: Bool) {
    if !isEmpty { add { $0.isEmpty = false } }
  }
}
