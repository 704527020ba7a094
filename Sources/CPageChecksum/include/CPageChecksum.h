#ifndef SIYU_PAGE_CHECKSUM_H
#define SIYU_PAGE_CHECKSUM_H

#include <stdint.h>

/* The name of the VFS that `siyu_page_checksum_register` gives to SQLite. */
#define SIYU_PAGE_CHECKSUM_VFS "siyu"

/* The bytes at the end of each page that a database leaves for the checksum: its header's byte 20. */
#define SIYU_PAGE_CHECKSUM_BYTES 8

/* Gives SQLite a VFS over its own that notices flipped bits. A page of a database with 8 reserved bytes
   carries a checksum of itself and its number; a page in a log is covered by SQLite's own frame
   checksums, which SQLite itself looks at in recovery alone. A read of a page that does not agree fails
   with SQLITE_IOERR_DATA. Databases without reserved bytes are read and written as they are.

   Returns an SQLite result code. To be called once. */
int siyu_page_checksum_register(void);

/* Where the last page stood that did not agree, on this thread. */
struct siyu_page_fault {
  uint32_t page;
  int is_in_log;
};

struct siyu_page_fault siyu_page_checksum_last_fault(void);

/* What a write-ahead log holds, as seen without SQLite. */
struct siyu_log_state {
  /* The log has a header that is whole. */
  int has_header;
  /* Frames through the last commit that recovery will reach. */
  uint32_t committed_frames;
  /* Frames that were committed for certain: the index beside the log counts them, or a later
     transaction begins behind them. */
  uint32_t certain_frames;
  /* Both salts of the header, to tell one log of this name from the next. */
  uint32_t salts[2];
};

/* Looks at a log and its index. The caller has no SQLite connection to the database in this process:
   closing a descriptor of the index would drop the locks that it holds.

   Returns 0, or an errno. Files that are missing are empty. */
int siyu_log_examine(const char *log_path, const char *index_path, struct siyu_log_state *state);

#endif
