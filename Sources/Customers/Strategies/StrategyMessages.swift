import Messages
import ServiceKit
import Store

extension StrategyChanges {
  /// A strategy and those above it, itself first. There are few: each stands under an older one.
  static func line(of key: Int64, in reader: Reader) throws -> [Strategy] {
    var line: [Strategy] = []
    var next = key
    while next > 0, let strategy = try StrategyTable.find(next, in: reader) {
      line.append(strategy)
      next = strategy.parent
    }
    return line
  }
}

extension Strategy {
  /// As it is told: its privileges are those of the topmost above it.
  func message(in reader: Reader) throws -> CustomersV1.Strategy {
    let top = try StrategyChanges.line(of: parent, in: reader).last ?? self
    return .init(
      strategyID: key, parentID: parent, strategyName: name, adminList: admins,
      privilege: .init(top.privileges), createTime: createTime.timestamp)
  }
}

extension Strategy.Node {
  init(_ message: CustomersV1.StrategyRangeNode, field: String) throws(InvalidField) {
    switch message.node {
    case .userid(let userid): self = .member(userid)
    case .partyid(let id): self = .department(id)
    case nil:
      throw InvalidField(field, "REQUIRED", "\(field) has a node without userid and partyid.")
    }
  }

  static func all(
    _ messages: [CustomersV1.StrategyRangeNode], field: String
  ) throws(InvalidField) -> [Self] {
    var nodes: [Self] = []
    for message in messages { nodes.append(try Self(message, field: field)) }
    return nodes
  }

  var message: CustomersV1.StrategyRangeNode {
    switch self {
    case .member(let userid): .init(node: .userid(userid))
    case .department(let id): .init(node: .partyid(id))
    }
  }
}

extension CustomersV1.StrategyPrivilege {
  /// The rights that may be denied, in the order of their bits: one that comes later goes to the end.
  private static var fields: [WritableKeyPath<Self, Bool?>] {
    [
      \.shareCustomer, \.operResignCustomer, \.operResignGroup, \.sendCustomerMsg,
      \.editWelcomeMsg, \.viewBehaviorData, \.viewRoomData, \.sendGroupMsg, \.roomDeduplication,
      \.rapidReply, \.onjobCustomerTransfer, \.editAntiSpamRule, \.exportCustomerList,
      \.exportCustomerData, \.exportCustomerGroupList, \.manageCustomerTag,
    ]
  }

  init(_ privileges: Strategy.Privileges) {
    self.init(
      viewCustomerList: true, viewCustomerData: true, viewRoomList: true, contactMe: true,
      joinRoom: true)
    for (place, field) in Self.fields.enumerated() {
      self[keyPath: field] = privileges.contains(.at(place))
    }
  }

  /// Of what is not said, everything.
  var privileges: Strategy.Privileges {
    var privileges = Strategy.Privileges.all
    for (place, field) in Self.fields.enumerated() where self[keyPath: field] == false {
      privileges.remove(.at(place))
    }
    return privileges
  }
}
