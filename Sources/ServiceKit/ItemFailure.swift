package import Messages

extension CommonV1.ItemFailure {
  /// What a batch says of the item that `failure` keeps out.
  package init(key: String, _ failure: any Failure) {
    self.init(
      key: key, reason: failure.reason, message: failure.message,
      errcode: Int32(failure.errcode ?? 0))
  }
}
