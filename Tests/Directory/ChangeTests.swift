import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("WatchChanges", .timeLimit(.minutes(5)))
struct ChangeTests {
  @Test("Each change is one event, with the state it left, in the order of the changes")
  func events() async throws {
    try await withDirectory { directory in
      let corp = try await directory.corps.updateCorp(.init(corp: .init(name: "思域")))
      let store = try await directory.departments.createDepartment(
        .init(department: .init(name: "一店", parentid: 1)))
      let renamed = try await directory.departments.updateDepartment(
        .init(department: .init(id: store.id, name: "旗舰店")))
      let member = try await directory.member("a", in: store.id)
      let moved = try await directory.members.updateMember(
        .init(member: .init(userid: "a", departmentIDs: [1])))
      _ = try await directory.members.deleteMember(.init(userid: "a"))
      _ = try await directory.departments.deleteDepartment(.init(id: store.id))
      let changes = try await directory.firstChanges(7)
      #expect(
        changes.map(\.event) == [
          .corpUpdated(corp), .departmentCreated(store), .departmentUpdated(renamed),
          .memberCreated(member), .memberUpdated(moved), .memberDeleted(moved),
          .departmentDeleted(renamed),
        ])
      #expect(changes.map(\.sequence) == Array(1...7))
      #expect(Set(changes.map(\.eventID)).count == 7)
      #expect(changes.allSatisfy { $0.origin == .api })
      let now = directory.service.clock.now.timestamp
      #expect(changes.allSatisfy { $0.changeTime == now })
    }
  }

  @Test("What changes nothing, or fails, is no event")
  func nothing() async throws {
    try await withDirectory { directory in
      let member = try await directory.member("a")
      _ = try await directory.members.updateMember(.init(member: member))
      _ = try await directory.departments.updateDepartment(
        .init(department: .init(id: 1, name: "全公司")))
      _ = try await directory.corps.updateCorp(.init(corp: .init(name: "demo")))
      await expectFailure(.alreadyExists, "USERID_TAKEN") { try await directory.member("A") }
      let last = try await directory.member("b")
      let changes = try await directory.firstChanges(2)
      #expect(changes.map(\.event) == [.memberCreated(member), .memberCreated(last)])
    }
  }

  @Test("An import tells of each item by itself")
  func imported() async throws {
    try await withDirectory { directory in
      _ = try await directory.members.importMembers { stream in
        try await stream.send(
          .init(members: [.sample("a"), .sample("_refused"), .sample("b"), .sample("a")]))
        try await stream.send(
          .init(members: [.init(userid: "b", name: "b", email: "b@example.com")]))
      }
      let changes = try await directory.firstChanges(3)
      let kinds = changes.map { change in
        switch change.event {
        case .memberCreated(let member): "created \(member.userid)"
        case .memberUpdated(let member): "updated \(member.userid)"
        default: "other"
        }
      }
      #expect(kinds == ["created a", "created b", "updated b"])
    }
  }

  @Test("A watcher goes on after its cursor, and hears what is to come")
  func resume() async throws {
    try await withDirectory { directory in
      for userid in ["a", "b", "c"] { try await directory.member(userid) }
      let all = try await directory.firstChanges(3)
      let rest = try await directory.firstChanges(2, after: all[0].cursor)
      #expect(rest == Array(all[1...]))

      async let heard = directory.firstChanges(1, after: all[2].cursor)
      let later = try await directory.member("d")
      #expect(try await heard.map(\.event) == [.memberCreated(later)])
    }
  }

  @Test("A corp hears of itself alone")
  func otherCorps() async throws {
    try await withDirectory { directory in
      try await directory.member("a")
      let elsewhere = try await directory.members.createMember(
        .init(member: .sample("b")), options: otherCorp)
      let changes = try await firstChanges(
        1, of: directory.changes.watchChanges(.init(), options: otherCorp))
      #expect(changes.map(\.event) == [.memberCreated(elsewhere)])
    }
  }

  @Test("A cursor that cannot be followed without a gap is refused")
  func cursors() async throws {
    try await withDirectory { directory in
      try await directory.member("a")
      let old = try await directory.firstChanges(1)[0].cursor
      await expectFailure(.invalidArgument, "BAD_CURSOR", field: "after") {
        try await directory.firstChanges(1, after: "rubbish")
      }
      await expectFailure(.outOfRange, "FOREIGN_CURSOR", field: "after") {
        try await firstChanges(
          1, of: directory.changes.watchChanges(.init(after: old), options: otherCorp))
      }
      try await directory.member("b")
      directory.service.clock.advance(seconds: 8 * 86_400)
      try await directory.member("c")
      await expectFailure(.outOfRange, "CURSOR_TOO_OLD", field: "after") {
        try await directory.firstChanges(1, after: old)
      }
      let kept = try await directory.firstChanges(1)
      #expect(kept.map(\.sequence) == [3])
    }
  }
}
