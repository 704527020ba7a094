extension Policy {
  /// The limits of directory.
  static let directory: [Policy] = [
    departmentsMax, departmentChildrenMax, departmentDepthMax, memberDepartmentsMax, appsMax,
    appScopesMax, appDepartmentsMax, secretOverlapHours, tokenSeconds, tokensValidMax,
    tokensPerMinuteMax, wrongSecretsPerMinuteMax,
  ]

  package static let departmentsMax = Policy(
    name: "departments_max", value: 30_000, date: "2026-02", source: "department/create")
  package static let departmentChildrenMax = Policy(
    name: "department_children_max", value: 30_000, date: "2026-02", source: "errcode 81001")
  package static let departmentDepthMax = Policy(
    name: "department_depth_max", value: 15, date: "2026-02", source: "errcode 81002")
  package static let memberDepartmentsMax = Policy(
    name: "member_departments_max", value: 100, date: "2026-02", source: "user/create")
  package static let appsMax = Policy(
    name: "apps_max", value: 500, date: "2026-11",
    source: "our own: what a large firm has joined, many times over")
  package static let appScopesMax = Policy(
    name: "app_scopes_max", value: 100, date: "2026-11",
    source: "our own: more than there are rights, and a token still fits a header")
  package static let appDepartmentsMax = Policy(
    name: "app_departments_max", value: 50, date: "2026-11",
    source: "our own: a data scope still fits a token, and many stores lie under one region")
  package static let secretOverlapHours = Policy(
    name: "secret_overlap_hours", value: 24, date: "2026-11",
    source: "our own: time to tell a new secret to all who show it")
  package static let tokenSeconds = Policy(
    name: "token_seconds", value: 7200, date: "2026-02", source: "gettoken: expires_in")
  package static let tokensValidMax = Policy(
    name: "tokens_valid_max", value: 2, date: "2026-11",
    source: "our own: the one in use, and the one that is to follow it")
  package static let tokensPerMinuteMax = Policy(
    name: "tokens_per_minute_max", value: 60, date: "2026-11",
    source: "our own: a token lasts two hours")
  package static let wrongSecretsPerMinuteMax = Policy(
    name: "wrong_secrets_per_minute_max", value: 10, date: "2026-11",
    source: "gettoken blocks who shows wrong ones, the number is our own")
}
