import Messages
import RPC
import ServiceKit

/// Answers `siyu.directory.v1.CorpService`.
struct CorpHandler: DirectoryV1.CorpServiceProtocol {
  let context: DirectoryContext

  func getCorp(
    _ request: DirectoryV1.GetCorpRequest, _ call: Call
  ) async throws -> DirectoryV1.Corp {
    try context.read(call) { try CorpTable.find(corpid: call.principal.corp, in: $0) }.message
  }

  func updateCorp(
    _ request: DirectoryV1.UpdateCorpRequest, _ call: Call
  ) async throws -> DirectoryV1.Corp {
    let asked = try Shape.required(request.corp, field: "corp")
    let mask = try UpdateMask(request.updateMask, allowed: ["name", "time_zone"])
    let corpid = call.principal.corp
    return try await context.mutate(request, call) { mutation in
      let before = try CorpTable.find(corpid: corpid, in: mutation.writer)
      var corp = before
      if let name = mask.value("name", asked.name, empty: "") { corp.name = name }
      if let timeZone = mask.value("time_zone", asked.timeZone, empty: "") {
        corp.timeZone = timeZone
      }
      try corp.checkShape()
      if corp != before {
        try CorpTable.update(corp, in: mutation.writer)
        try mutation.emit(.corpUpdated(corp.message))
      }
      return corp.message
    }
  }
}

extension Corp {
  var message: DirectoryV1.Corp {
    .init(corpid: corpid, name: name, timeZone: timeZone)
  }
}
