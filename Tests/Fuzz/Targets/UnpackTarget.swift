import Messages
import Protobuf

/// A message from its wire form: the walk, the arena, protobuf-c and the copy to Swift.
func fuzzUnpack(_ input: FuzzInput) {
  var input = input
  let type = input.choice(of: unpackedTypes)
  input.inPieces(ofAtMost: 0) { bytes in
    settle(bytes, as: type)
    return true
  }
}

/// Every kind of field, what is wide, and some of what callers really send.
private let unpackedTypes: [any Message.Type] = [
  TestingV1.Sample.self, TestingV1.Wide.self, BroadcastsV1.CreateBroadcastRequest.self,
  CustomersV1.AddRelationRequest.self, CommunitiesV1.CreateMomentRequest.self,
  GoogleRpc.BadRequest.self, GrpcReflectionV1.ServerReflectionRequest.self,
]

/// What is taken is packed to bytes that are taken too, and give the same bytes again.
private func settle(_ bytes: UnsafeRawBufferPointer, as type: (some Message).Type) {
  guard let message = try? type.init(unpacking: bytes) else { return }
  let packed = message.packed()
  guard let again = try? type.init(unpacking: packed) else {
    preconditionFailure("refuses what it packed")
  }
  precondition(again.packed() == packed, "packs to other bytes the second time")
}
