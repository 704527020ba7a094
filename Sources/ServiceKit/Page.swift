package import Protobuf

/// The page a List call asks for: how many rows, after which key.
///
/// Read one row more than `size`, then let `cut` say what to answer. The token holds the position
/// and a fingerprint of the other arguments, so that it opens no other list.
package struct Page: Sendable {
  package static let defaultSize = 50
  package static let largestSize = 1000

  package let size: Int
  /// The keys of the last row of the page before, as many as asked for; empty on the first page.
  package let after: [PageKey]
  /// Made when there is a token to read or to write: it costs as much as a small answer.
  private let owner: @Sendable () -> PageToken.Owner

  /// Throws `InvalidField` for a negative page_size and for a token that is malformed or of another
  /// call. `keys` is how many values a position has, `largest` the page_size that more is lowered to.
  package init(
    _ request: some PagedRequest, keys: Int = 1, largest: Int = Page.largestSize
  ) throws(InvalidField) {
    guard request.pageSize >= 0 else {
      throw InvalidField("page_size", "NEGATIVE", "page_size is negative.")
    }
    size = request.pageSize == 0 ? Self.defaultSize : min(Int(request.pageSize), largest)
    var others = request
    others.pageSize = 0
    others.pageToken = ""
    owner = { [others] in PageToken.Owner(others) }
    after =
      request.pageToken.isEmpty
      ? []
      : try PageToken.keys(request.pageToken, of: owner(), count: keys, field: "page_token")
  }

  /// The rows to answer, and the token of the page after them: empty when `rows` did not hold the
  /// one row more.
  package func cut<Item>(
    _ rows: [Item], key: (Item) -> [PageKey]
  ) -> (items: ArraySlice<Item>, nextPageToken: String) {
    guard rows.count > size else { return (ArraySlice(rows), "") }
    let items = rows.prefix(size)
    return (items, token(after: key(items.last!)))
  }

  /// The token of the page after a place, for a list that finds its end otherwise.
  package func token(after keys: [PageKey]) -> String { PageToken.text(keys, of: owner()) }
}
