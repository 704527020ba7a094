#ifndef SIYU_LOG_CHECKSUM_H
#define SIYU_LOG_CHECKSUM_H

#include <stdint.h>

/* The format of a write-ahead log: sqlite.org/fileformat2.html, 4.1 and 4.2. */

#define LOG_HEADER_BYTES 32
#define LOG_FRAME_BYTES 24

/* Words of a log are big-endian, whatever its checksums take. */
static inline uint32_t log_word(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static inline int log_is_big_endian(const uint8_t *header) { return header[3] & 1; }

/* Carries the sums on over `size` bytes, a multiple of 8. */
void log_sum(const uint8_t *bytes, uint32_t size, int is_big_endian, uint32_t sums[2]);

#endif
