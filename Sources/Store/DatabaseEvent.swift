extension Database {
  /// What happens to a database that its keeper may want to count or to tell others.
  package enum Event: Sendable {
    /// A batch of so many bodies is on disk; the commit alone took so long.
    case committed(bodies: Int, taking: Duration)
    /// So many writes were not done, and whoever asked for them was told why.
    case refused(count: Int, StoreError)
    case health(Health)
  }
}
