// nghttp2 writes sizes as ssize_t and leaves the header to find it.
#include <sys/types.h>
#include <nghttp2/nghttp2.h>
