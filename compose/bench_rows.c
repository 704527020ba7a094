// The yardstick of compose/bench broadcasts: the rows that a plan leaves behind, inserted into SQLite
// in key order by a plain loop. Recipients by id, whose external_userids rise with them, a delivery
// for each, a task for each member. Prints seconds of the clock and seconds of CPU.
//
//     bench_rows FILE RECIPIENTS MEMBERS

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { ROWS_A_COMMIT = 10000 };

static sqlite3 *db;

static void check(int code, int expected) {
  if (code == expected) return;
  fprintf(stderr, "bench_rows: %s\n", sqlite3_errmsg(db));
  exit(2);
}

static void execute(const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK); }

static sqlite3_stmt *prepared(const char *sql) {
  sqlite3_stmt *statement;
  check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), SQLITE_OK);
  return statement;
}

static void run(sqlite3_stmt *statement) {
  check(sqlite3_step(statement), SQLITE_DONE);
  sqlite3_reset(statement);
}

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  int64_t recipients = atoll(arguments[2]), members = atoll(arguments[3]);
  check(sqlite3_open(arguments[1], &db), SQLITE_OK);
  execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;"
      "CREATE TABLE recipient (id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE) STRICT;"
      "CREATE TABLE task (broadcast_id INTEGER NOT NULL, member_id INTEGER NOT NULL,"
      "  recipient_count INTEGER NOT NULL, PRIMARY KEY (broadcast_id, member_id))"
      "  STRICT, WITHOUT ROWID;"
      "CREATE TABLE delivery (broadcast_id INTEGER NOT NULL, recipient_id INTEGER NOT NULL,"
      "  member_id INTEGER NOT NULL, status INTEGER NOT NULL, settle_time INTEGER,"
      "  lease_token INTEGER, failure_detail TEXT, is_held_out INTEGER NOT NULL,"
      "  variant INTEGER NOT NULL, PRIMARY KEY (broadcast_id, recipient_id)) STRICT, WITHOUT ROWID;");
  sqlite3_stmt *recipient = prepared("INSERT INTO recipient VALUES (?, ?)");
  sqlite3_stmt *task = prepared("INSERT INTO task VALUES (1, ?, ?)");
  sqlite3_stmt *delivery = prepared("INSERT INTO delivery VALUES (1, ?, ?, 0, NULL, NULL, NULL, 0, 0)");
  double clock = now(CLOCK_MONOTONIC), cpu = now(CLOCK_PROCESS_CPUTIME_ID);
  execute("BEGIN");
  for (int64_t id = 1; id <= recipients; id++) {
    char name[33];
    snprintf(name, sizeof name, "wm%016llx%014lld", (unsigned long long)(UINT64_MAX / recipients * id),
             (long long)id);
    sqlite3_bind_int64(recipient, 1, id);
    sqlite3_bind_text(recipient, 2, name, 32, SQLITE_STATIC);
    run(recipient);
    sqlite3_bind_int64(delivery, 1, id);
    sqlite3_bind_int64(delivery, 2, id * 7919 % members + 1);
    run(delivery);
    if (id % ROWS_A_COMMIT == 0) execute("COMMIT; BEGIN");
  }
  for (int64_t id = 1; id <= members; id++) {
    sqlite3_bind_int64(task, 1, id);
    sqlite3_bind_int64(task, 2, recipients / members);
    run(task);
  }
  execute("COMMIT");
  printf("%f %f\n", now(CLOCK_MONOTONIC) - clock, now(CLOCK_PROCESS_CPUTIME_ID) - cpu);
  return 0;
}
