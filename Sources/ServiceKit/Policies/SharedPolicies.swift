extension Policy {
  /// The limits of all services.
  static let shared: [Policy] = [
    requestIdKeptHours, feedKeptDays, auditKeptDays, auditDenialsPerMinuteMax,
    dataScopeNamesMax, methodCallsPerMinuteMax,
  ]

  package static let requestIdKeptHours = Policy(
    name: "request_id_kept_hours", value: 24, date: "2026-11", source: "our own: AIP-155")
  package static let feedKeptDays = Policy(
    name: "feed_kept_days", value: 7, date: "2026-11",
    source: "our own: a consumer may be down over a holiday")
  package static let auditKeptDays = Policy(
    name: "audit_kept_days", value: 190, date: "2026-11",
    source: "网络安全法 article 21: logs are kept for six months at least")
  package static let auditDenialsPerMinuteMax = Policy(
    name: "audit_denials_per_minute_max", value: 10, date: "2026-11",
    source: "our own: enough to see what an app tries, and under 1 GB in the days they are kept")
  package static let dataScopeNamesMax = Policy(
    name: "data_scope_names_max", value: 200, date: "2026-11",
    source: "our own: more than a store's members; each is looked up before the call is answered")
  package static let methodCallsPerMinuteMax = Policy(
    name: "method_calls_per_minute_max", value: 600_000, date: "2026-11",
    source: "our own: 60 times WeCom's 10,000, and still no load for one core")
}
