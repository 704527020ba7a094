import RPC
import ServiceKit

/// A contact way as the code of a store 门店码.
struct StoreCode: Sendable, Equatable {
  let configID: String
  let scene: ContactWay.Scene
  let remark: String
  /// Empty without one.
  let sourceID: String
  let createTime: Instant
}

enum StoreCodeFailure: Failure, Equatable {
  case departmentNotFound(UInt32)

  var code: StatusCode { .notFound }
  var reason: String { "DEPARTMENT_NOT_FOUND" }
  var field: String? { "department_id" }
  var errcode: Int? { 60003 }

  var message: String {
    switch self {
    case .departmentNotFound(let id): "Directory knows no department \(id)."
    }
  }
}
