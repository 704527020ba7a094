#include "CPageChecksum.h"

#include <sqlite3.h>
#include <string.h>

#include "log_checksum.h"

/* A VFS over SQLite's own. Databases and their logs get files of ours, with the real file behind them
   in the same allocation; everything else goes through. Mapping a database into memory is left out,
   as pages would be read past us. */

typedef struct {
  sqlite3_file base;
  int is_log;
  /* Of a database: its page size when it has room for checksums, otherwise 0. */
  uint32_t page_size;
  /* Of a log: its checksums take words of the other byte order. -1 when not read yet. */
  int is_big_endian;
  /* Of a log: a frame was overwritten within a transaction, and SQLite computes the checksums behind
     it anew when it commits. Until the sync that follows, this file does not check. Others do not see
     those frames. */
  int is_unsettled;
  sqlite3_int64 written_end;
} checked_file;

static sqlite3_vfs *original;
static _Thread_local struct siyu_page_fault last_fault;

struct siyu_page_fault siyu_page_checksum_last_fault(void) { return last_fault; }

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((checked_file *)file + 1); }

static uint64_t rotate(uint64_t value, int by) { return value << by | value >> (64 - by); }

/* Each step is a bijection of its lane, so that one changed word always changes the sum. The number of
   the page is in it: a page that was written to another's place is noticed too. */
static uint64_t page_sum(const uint8_t *page, uint32_t size, uint32_t number) {
  const uint64_t prime = 0x9E3779B185EBCA87u;
  uint64_t lanes[4] = {number, prime, ~prime, prime << 1};
  uint32_t at = 0;
  for (; at + 32 <= size; at += 32) {
    for (int lane = 0; lane < 4; lane++) {
      uint64_t word;
      memcpy(&word, page + at + 8 * lane, 8);
      lanes[lane] = rotate(lanes[lane] ^ word, 29) * prime;
    }
  }
  for (; at + 8 <= size; at += 8) {
    uint64_t word;
    memcpy(&word, page + at, 8);
    lanes[0] = rotate(lanes[0] ^ word, 29) * prime;
  }
  uint64_t sum = lanes[0];
  for (int lane = 1; lane < 4; lane++) sum = rotate(sum, 17) * prime ^ lanes[lane];
  return sum;
}

static int is_zero(const uint8_t *bytes, uint32_t size) {
  return bytes[0] == 0 && memcmp(bytes, bytes + 1, size - 1) == 0;
}

/* The page size that a database's header names; 0 when it is none. */
static uint32_t header_page_size(const uint8_t *header) {
  if (memcmp(header, "SQLite format 3", 16) != 0) return 0;
  uint32_t size = (uint32_t)header[16] << 8 | header[17];
  return size == 1 ? 65536 : size;
}

/* Learns from a header that pages carry checksums. That they do not is only believed of a header that
   is written: in one that is read, the bit that says so may be the one that flipped. */
static void learn_header(checked_file *file, const uint8_t *header) {
  if (header[20] == SIYU_PAGE_CHECKSUM_BYTES) file->page_size = header_page_size(header);
}

static int fault(uint32_t page, int is_in_log) {
  last_fault = (struct siyu_page_fault){page, is_in_log};
  return SQLITE_IOERR_DATA;
}

/* A file whose first page has the checksum that it would have with room for one has them all. */
static int learn_first_page(checked_file *file, const uint8_t *header) {
  uint32_t size = header_page_size(header);
  if (size < 512 || (size & (size - 1)) != 0) return SQLITE_OK;
  uint8_t *page = sqlite3_malloc((int)size);
  if (page == NULL) return SQLITE_NOMEM;
  sqlite3_file *database = real((sqlite3_file *)file);
  if (database->pMethods->xRead(database, page, (int)size, 0) == SQLITE_OK) {
    page[20] = SIYU_PAGE_CHECKSUM_BYTES;
    uint32_t body = size - SIYU_PAGE_CHECKSUM_BYTES;
    uint64_t sum = page_sum(page, body, 1);
    if (memcmp(page + body, &sum, 8) == 0) file->page_size = size;
  }
  sqlite3_free(page);
  return SQLITE_OK;
}

static int check_page(checked_file *file, const uint8_t *page, sqlite3_int64 offset) {
  uint32_t body = file->page_size - SIYU_PAGE_CHECKSUM_BYTES;
  uint32_t number = (uint32_t)(offset / file->page_size) + 1;
  uint64_t sum = page_sum(page, body, number);
  if (memcmp(page + body, &sum, 8) == 0) return SQLITE_OK;
  /* A page that was never used was never written. */
  if (is_zero(page, file->page_size)) return SQLITE_OK;
  return fault(number, 0);
}

/* Checks a page of a log by its frame's header and the sum in the frame before it. */
static int check_frame(
    checked_file *file, const uint8_t *page, int size, sqlite3_int64 offset) {
  sqlite3_file *log = real((sqlite3_file *)file);
  uint8_t head[LOG_HEADER_BYTES];
  if (file->is_big_endian < 0) {
    int code = log->pMethods->xRead(log, head, LOG_HEADER_BYTES, 0);
    if (code != SQLITE_OK) return code;
    file->is_big_endian = log_is_big_endian(head);
  }
  sqlite3_int64 at = offset - LOG_FRAME_BYTES;
  sqlite3_int64 before = at == LOG_HEADER_BYTES ? 24 : at - size - 8;
  int code = log->pMethods->xRead(log, head, 8, before);
  if (code != SQLITE_OK) return code;
  uint32_t sums[2] = {log_word(head), log_word(head + 4)};
  uint8_t frame[LOG_FRAME_BYTES];
  code = log->pMethods->xRead(log, frame, LOG_FRAME_BYTES, at);
  if (code != SQLITE_OK) return code;
  log_sum(frame, 8, file->is_big_endian, sums);
  log_sum(page, (uint32_t)size, file->is_big_endian, sums);
  if (sums[0] == log_word(frame + 16) && sums[1] == log_word(frame + 20)) return SQLITE_OK;
  return fault(log_word(frame), 1);
}

/* Whether this is the page of a frame, and not a header or a frame as a whole. */
static int is_frame_page(int size, sqlite3_int64 offset) {
  return size >= 512 && (size & (size - 1)) == 0
         && (offset - LOG_HEADER_BYTES) % (size + LOG_FRAME_BYTES) == LOG_FRAME_BYTES;
}

static int file_close(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }

static int file_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
  checked_file *checked = (checked_file *)file;
  int code = real(file)->pMethods->xRead(real(file), bytes, size, offset);
  if (code != SQLITE_OK) return code;
  if (checked->is_log) {
    if (checked->is_unsettled || !is_frame_page(size, offset)) return SQLITE_OK;
    return check_frame(checked, bytes, size, offset);
  }
  if (offset == 0 && size >= 100) learn_header(checked, bytes);
  if (checked->page_size == 0 || (uint32_t)size != checked->page_size
      || offset % checked->page_size != 0) {
    return SQLITE_OK;
  }
  return check_page(checked, bytes, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
  checked_file *checked = (checked_file *)file;
  if (checked->is_log) {
    if (offset == 0 && size == LOG_HEADER_BYTES) {
      checked->is_big_endian = log_is_big_endian(bytes);
      checked->written_end = 0;
    }
    if (offset < checked->written_end) checked->is_unsettled = 1;
    if (offset + size > checked->written_end) checked->written_end = offset + size;
  } else {
    if (offset == 0 && size >= 100) {
      checked->page_size = 0;
      learn_header(checked, bytes);
    }
    if (checked->page_size != 0 && (uint32_t)size == checked->page_size
        && offset % checked->page_size == 0) {
      uint32_t body = checked->page_size - SIYU_PAGE_CHECKSUM_BYTES;
      uint64_t sum = page_sum(bytes, body, (uint32_t)(offset / checked->page_size) + 1);
      /* The bytes are reserved: in SQLite's copy of the page nobody looks at them. */
      memcpy((uint8_t *)bytes + body, &sum, 8);
    }
  }
  return real(file)->pMethods->xWrite(real(file), bytes, size, offset);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
  return real(file)->pMethods->xTruncate(real(file), size);
}

static int file_sync(sqlite3_file *file, int flags) {
  int code = real(file)->pMethods->xSync(real(file), flags);
  if (code == SQLITE_OK) ((checked_file *)file)->is_unsettled = 0;
  return code;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}

static int file_lock(sqlite3_file *file, int level) {
  return real(file)->pMethods->xLock(real(file), level);
}

static int file_unlock(sqlite3_file *file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}

static int file_check_reserved(sqlite3_file *file, int *result) {
  return real(file)->pMethods->xCheckReservedLock(real(file), result);
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

static int file_sector_size(sqlite3_file *file) {
  return real(file)->pMethods->xSectorSize(real(file));
}

static int file_characteristics(sqlite3_file *file) {
  /* 0x8000 is SQLITE_IOCAP_SUBPAGE_READ of later versions: parts of pages cannot be checked. */
  return real(file)->pMethods->xDeviceCharacteristics(real(file)) & ~0x8000;
}

static int file_shm_map(
    sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
  return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}

static int file_shm_lock(sqlite3_file *file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

static void file_shm_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }

static int file_shm_unmap(sqlite3_file *file, int delete) {
  return real(file)->pMethods->xShmUnmap(real(file), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int vfs_open(
    sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags) {
  (void)vfs;
  if ((flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) == 0) {
    return original->xOpen(original, name, file, flags, out_flags);
  }
  checked_file *checked = (checked_file *)file;
  memset(checked, 0, sizeof *checked);
  checked->is_log = (flags & SQLITE_OPEN_WAL) != 0;
  checked->is_big_endian = -1;
  int code = original->xOpen(original, name, real(file), flags, out_flags);
  /* Without methods SQLite does not close the file. */
  if (real(file)->pMethods != NULL) file->pMethods = &methods;
  if (code != SQLITE_OK || checked->is_log) return code;
  uint8_t header[100];
  if (real(file)->pMethods->xRead(real(file), header, sizeof header, 0) == SQLITE_OK) {
    learn_header(checked, header);
    if (checked->page_size == 0) return learn_first_page(checked, header);
  }
  return SQLITE_OK;
}

int siyu_page_checksum_register(void) {
  static sqlite3_vfs vfs;
  original = sqlite3_vfs_find(NULL);
  if (original == NULL) return SQLITE_ERROR;
  /* Everything but opening is the original's, which finds its own data by `pAppData`. */
  vfs = *original;
  vfs.pNext = NULL;
  vfs.zName = SIYU_PAGE_CHECKSUM_VFS;
  vfs.szOsFile = original->szOsFile + (int)sizeof(checked_file);
  vfs.xOpen = vfs_open;
  return sqlite3_vfs_register(&vfs, 0);
}
