#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "CPageChecksum.h"
#include "log_checksum.h"

void log_sum(const uint8_t *bytes, uint32_t size, int is_big_endian, uint32_t sums[2]) {
  uint32_t first = sums[0], second = sums[1];
  for (uint32_t at = 0; at < size; at += 8) {
    uint32_t words[2];
    if (is_big_endian) {
      words[0] = log_word(bytes + at);
      words[1] = log_word(bytes + at + 4);
    } else {
      for (int each = 0; each < 2; each++) {
        const uint8_t *word = bytes + at + 4 * each;
        words[each] = (uint32_t)word[3] << 24 | (uint32_t)word[2] << 16 | (uint32_t)word[1] << 8
                      | word[0];
      }
    }
    first += words[0] + second;
    second += words[1] + first;
  }
  sums[0] = first;
  sums[1] = second;
}

/* Reads a file from `offset` on, as far as it goes. */
static int read_at(int file, void *bytes, size_t size, off_t offset, size_t *count) {
  *count = 0;
  while (*count < size) {
    ssize_t got = pread(file, (uint8_t *)bytes + *count, size - *count, offset + (off_t)*count);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) return 0;
    *count += (size_t)got;
  }
  return 0;
}

/* The index's header (sqlite.org/walformat.html, 2.1), in the byte order of the machine. It is written
   after the sync of the commit that it tells of, and it outlives the process, so what it counts was
   on disk. */
struct index_header {
  uint32_t version, unused, change;
  uint8_t is_set, is_big_endian;
  uint16_t page_size;
  uint32_t frames, pages, frame_sums[2];
  uint8_t salts[8];
  uint32_t sums[2];
};

struct index_info {
  struct index_header header, copy;
  uint32_t checkpointed;
};

/* Frames the index counts, and which of them are not yet in the database; nothing of an index that is
   not whole. */
static int read_index(const char *path, struct index_header *header, uint32_t *checkpointed) {
  memset(header, 0, sizeof *header);
  *checkpointed = 0;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return errno == ENOENT ? 0 : errno;
  struct index_info info;
  size_t count;
  int error = read_at(file, &info, sizeof info, 0, &count);
  close(file);
  if (error != 0 || count < sizeof info) return error;
  uint32_t sums[2] = {0, 0};
  log_sum((const uint8_t *)&info.header, 40, __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__, sums);
  if (info.header.is_set == 1 && memcmp(&info.header, &info.copy, sizeof info.header) == 0
      && memcmp(sums, info.header.sums, sizeof sums) == 0) {
    *header = info.header;
    *checkpointed = info.checkpointed;
  }
  return 0;
}

/* Walks the frames. Recovery goes as far as each frame's sum follows from the one before it, and ends
   with the last commit on the way. Behind that, a commit with a frame that follows from its sum shows
   that the commit had been synced: what lies before it was whole once. */
static int walk(int log, const uint8_t *header, struct siyu_log_state *state) {
  uint32_t page_size = log_word(header + 8);
  if (page_size == 1) page_size = 65536;
  int is_big_endian = log_is_big_endian(header);
  size_t frame_size = LOG_FRAME_BYTES + (size_t)page_size;
  uint8_t *frame = malloc(frame_size);
  if (frame == NULL) return ENOMEM;
  uint32_t before[2] = {log_word(header + 24), log_word(header + 28)};
  int is_whole = 1, follows_commit = 0, error = 0;
  for (uint32_t number = 1;; number++) {
    size_t count;
    off_t offset = LOG_HEADER_BYTES + (off_t)(number - 1) * (off_t)frame_size;
    error = read_at(log, frame, frame_size, offset, &count);
    if (error != 0 || count < frame_size) break;
    uint32_t sums[2] = {before[0], before[1]};
    log_sum(frame, 8, is_big_endian, sums);
    log_sum(frame + LOG_FRAME_BYTES, page_size, is_big_endian, sums);
    before[0] = log_word(frame + 16);
    before[1] = log_word(frame + 20);
    int has_salts = memcmp(frame + 8, header + 16, 8) == 0;
    int follows = sums[0] == before[0] && sums[1] == before[1] && log_word(frame) != 0;
    int is_commit = log_word(frame + 4) != 0;
    if (!has_salts || !follows) is_whole = 0;
    if (is_whole && is_commit) state->committed_frames = number;
    if (has_salts && follows && follows_commit) state->certain_frames = number - 1;
    follows_commit = has_salts && is_commit;
  }
  free(frame);
  return error;
}

int siyu_log_examine(const char *log_path, const char *index_path, struct siyu_log_state *state) {
  memset(state, 0, sizeof *state);
  struct index_header index;
  uint32_t checkpointed;
  int error = read_index(index_path, &index, &checkpointed);
  if (error != 0) return error;
  uint8_t header[LOG_HEADER_BYTES];
  size_t count = 0;
  int log = open(log_path, O_RDONLY | O_CLOEXEC);
  if (log < 0 && errno != ENOENT) return errno;
  if (log >= 0) error = read_at(log, header, sizeof header, 0, &count);
  if (error == 0 && count == sizeof header) {
    uint32_t sums[2] = {0, 0};
    log_sum(header, 24, log_is_big_endian(header), sums);
    uint32_t size = log_word(header + 8);
    if ((log_word(header) & ~1u) == 0x377f0682 && (size & (size - 1)) == 0 && size <= 65536
        && size > 0 && sums[0] == log_word(header + 24) && sums[1] == log_word(header + 28)) {
      state->has_header = 1;
      memcpy(state->salts, header + 16, sizeof state->salts);
      error = walk(log, header, state);
    }
  }
  /* A header is synced before the first frame is written behind it. */
  struct stat status;
  if (error == 0 && log >= 0 && !state->has_header && fstat(log, &status) == 0
      && status.st_size >= LOG_HEADER_BYTES + LOG_FRAME_BYTES + 512) {
    state->certain_frames = 1;
  }
  if (log >= 0) close(log);
  if (error != 0) return error;
  /* An index of another log says nothing of this one, but what its log still owed to the database is
     missed when there is no log. */
  int is_of_log = state->has_header && memcmp(index.salts, state->salts, 8) == 0;
  int is_missed = !state->has_header && index.frames > checkpointed;
  if ((is_of_log || is_missed) && index.frames > state->certain_frames) {
    state->certain_frames = index.frames;
  }
  return 0;
}
