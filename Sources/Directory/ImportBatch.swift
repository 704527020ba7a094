import Messages
import ServiceKit

/// One message of an import's stream.
enum ImportBatch {
  /// How many items a batch may hold: what one transaction takes without holding up other writers.
  static let items = 1...1000
  /// How many failures the answer lists: what a person may read, and a message can hold.
  static let failuresListed = 1000
}

/// What became of an import: the same for departments and members.
protocol ImportResponse {
  init()
  var createdCount: Int64 { get set }
  var updatedCount: Int64 { get set }
  var failures: [CommonV1.ItemFailure] { get set }
  var failedCount: Int64 { get set }
}

extension DirectoryV1.ImportDepartmentsResponse: ImportResponse {}
extension DirectoryV1.ImportMembersResponse: ImportResponse {}

extension ImportResponse {
  /// Puts each item, in the order given. `put` says whether it was new; a `Failure` it throws leaves
  /// the item out, so it checks every rule before it writes a row. Anything else ends the batch.
  static func importing<Item>(
    _ items: [Item], key: (Item) -> String, put: (Item) throws -> Bool
  ) throws -> Self {
    var response = Self()
    for item in items {
      do {
        if try put(item) {
          response.createdCount += 1
        } else {
          response.updatedCount += 1
        }
      } catch let failure as any Failure {
        response.failures.append(.init(key: key(item), failure))
        response.failedCount += 1
      }
    }
    return response
  }

  /// Adds what became of a further batch.
  mutating func add(_ batch: Self) {
    createdCount += batch.createdCount
    updatedCount += batch.updatedCount
    failedCount += batch.failedCount
    let room = ImportBatch.failuresListed - failures.count
    failures.append(contentsOf: batch.failures.prefix(room))
  }
}
