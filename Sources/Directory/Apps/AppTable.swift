import ServiceKit
import Store

/// The apps' rows, and of their secrets the hashes.
enum AppTable {
  static let migration = Migration(
    name: "directory-004-app",
    sql: """
      CREATE TABLE app (
        app_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        scopes TEXT NOT NULL,
        create_time INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE app_secret (
        position INTEGER PRIMARY KEY,
        app_id TEXT NOT NULL REFERENCES app (app_id),
        secret_id TEXT NOT NULL,
        hash BLOB NOT NULL,
        create_time INTEGER NOT NULL,
        expire_time INTEGER
      ) STRICT;
      CREATE INDEX app_secret_by_app ON app_secret (app_id, position);
      """)

  static let dataScopeMigration = Migration(
    name: "directory-006-app-data-scope",
    sql: "ALTER TABLE app ADD COLUMN data_scope TEXT NOT NULL DEFAULT ''")

  private static let columns = "app_id, name, scopes, create_time, data_scope"

  private static func decode(_ row: borrowing Row) throws -> App {
    App(
      id: row.text(0), name: row.text(1), scopes: try Scopes(text: row.text(2)),
      dataScope: try row.dataScope(4), createTime: Instant(microseconds: row.int64(3)))
  }

  static func find(_ id: String, in reader: Reader) throws -> App? {
    var app = try reader.first(
      "SELECT \(columns) FROM app WHERE app_id = $1", id, decode: decode)
    app?.secrets = try secrets(of: id, in: reader)
    return app
  }

  /// Ascending by id, those after one.
  static func list(after id: String, limit: Int, in reader: Reader) throws -> [App] {
    var apps = try reader.all(
      "SELECT \(columns) FROM app WHERE app_id > $1 ORDER BY app_id LIMIT $2", id, limit,
      decode: decode)
    for index in apps.indices { apps[index].secrets = try secrets(of: apps[index].id, in: reader) }
    return apps
  }

  private static func secrets(of id: String, in reader: Reader) throws -> [AppSecret] {
    try reader.all(
      """
      SELECT secret_id, hash, create_time, expire_time FROM app_secret
      WHERE app_id = $1 ORDER BY position DESC
      """, id
    ) { row in
      AppSecret(
        id: row.text(0), hash: row.bytes(1), createTime: Instant(microseconds: row.int64(2)),
        expireTime: row.optionalInt64(3).map(Instant.init(microseconds:)))
    }
  }

  /// How many there are: no more than there may be.
  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM app") { $0.int(0) }!
  }

  static func insert(_ app: App, in writer: Writer) throws {
    try writer.run(
      "INSERT INTO app (\(columns)) VALUES ($1, $2, $3, $4, $5)",
      app.id, app.name, app.scopes.description, app.createTime.microseconds,
      app.dataScope?.description ?? "")
    try put(app.secrets, of: app, in: writer)
  }

  /// Writes all but the secrets.
  static func update(_ app: App, in writer: Writer) throws {
    try writer.run(
      "UPDATE app SET name = $2, scopes = $3, data_scope = $4 WHERE app_id = $1",
      app.id, app.name, app.scopes.description, app.dataScope?.description ?? "")
  }

  /// Puts an app's secrets in the place of those it had.
  static func put(_ secrets: [AppSecret], of app: App, in writer: Writer) throws {
    try writer.run("DELETE FROM app_secret WHERE app_id = $1", app.id)
    for secret in secrets.reversed() {
      try writer.run(
        """
        INSERT INTO app_secret (app_id, secret_id, hash, create_time, expire_time)
        VALUES ($1, $2, $3, $4, $5)
        """, app.id, secret.id, secret.hashBytes, secret.createTime.microseconds,
        secret.expireTime?.microseconds)
    }
  }

  static func delete(_ app: App, in writer: Writer) throws {
    try writer.run("DELETE FROM app_secret WHERE app_id = $1", app.id)
    try writer.run("DELETE FROM app WHERE app_id = $1", app.id)
  }
}

extension Row {
  /// Empty for the whole corp.
  func dataScope(_ column: Int) throws -> DataScope? {
    let text = text(column)
    return text.isEmpty ? nil : try DataScope(text: text)
  }
}
