#include <zlib.h>

/* Macros that Swift cannot call: they hand zlib the version and the size these headers speak of. */
static inline int siyu_deflate_init(z_stream *stream, int level, int window_bits) {
  return deflateInit2(stream, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}

static inline int siyu_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
