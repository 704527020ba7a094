import Messages
import RPC
import ServiceKit

extension SandboxHandler {
  func getGuideBehaviour(
    _ request: SandboxV1.GetGuideBehaviourRequest, _ call: Call
  ) async throws -> SandboxV1.GuideBehaviour {
    try context.read(call) { try GuideBehaviourTable.behaviour(in: $0).message }
  }

  func setGuideBehaviour(
    _ request: SandboxV1.SetGuideBehaviourRequest, _ call: Call
  ) async throws -> SandboxV1.GuideBehaviour {
    let asked = try Shape.required(request.behaviour, field: "behaviour")
    let behaviour = GuideBehaviour(
      confirmPercent: Int(asked.confirmPercent), delaySeconds: asked.delaySeconds,
      seed: asked.seed)
    try behaviour.checkShape()
    return try await context.mutate(request, call) { mutation in
      try GuideBehaviourTable.put(behaviour, in: mutation.writer)
      try mutation.emit(.guideBehaviourSet(behaviour.message))
      return behaviour.message
    }
  }
}

extension GuideBehaviour {
  fileprivate var message: SandboxV1.GuideBehaviour {
    .init(confirmPercent: Int32(confirmPercent), delaySeconds: delaySeconds, seed: seed)
  }
}
