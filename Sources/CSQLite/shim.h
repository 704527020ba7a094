#include <sqlite3.h>

/* sqlite3_db_config is variadic, which Swift cannot call: this sets one of its boolean options. */
static inline int siyu_sqlite3_db_config_flag(sqlite3 *db, int option, int on) {
  return sqlite3_db_config(db, option, on, (int *)0);
}

/* Variadic too. Without statistics SQLite's allocations take no lock that all threads share. */
static inline int siyu_sqlite3_config_without_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
