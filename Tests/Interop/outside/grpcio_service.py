"""grpc.testing.TestService on grpcio, with what Ruby's server lacks."""

import concurrent.futures
import contextlib
import itertools

import grpc

from .interop import message

CODES = {code.value[0]: code for code in grpc.StatusCode}


class TestService:
    """The handlers.

    C-core tells no handler whether a request came compressed. Our client probes first, with a
    request that only says it is: of the calls that say so every other one is taken for the probe.
    """

    __test__ = False

    def __init__(self):
        self._said_compressed = itertools.count()

    def empty(self, _, context):
        self._echo_metadata(context)
        return message("Empty")()

    def unary(self, request, context):
        self._echo_metadata(context)
        self._refuse_probe(request, context)
        self._echo_status(request, context)
        if request.response_compressed.value:
            context.set_compression(grpc.Compression.Gzip)
        reply = message("SimpleResponse")()
        reply.payload.body = bytes(request.response_size)
        return reply

    def input(self, requests, context):
        total = 0
        for number, request in enumerate(requests):
            if number == 0:
                self._refuse_probe(request, context)
            total += len(request.payload.body)
        return message("StreamingInputCallResponse")(aggregated_payload_size=total)

    def output(self, request, context):
        if any(each.compressed.value for each in request.response_parameters):
            context.set_compression(grpc.Compression.Deflate)
        yield from self._replies(request, context)

    def full_duplex(self, requests, context):
        self._echo_metadata(context)
        for request in requests:
            self._echo_status(request, context)
            yield from self._replies(request, context)

    def half_duplex(self, requests, context):
        for request in list(requests):
            yield from self._replies(request, context)

    def _replies(self, request, context):
        for parameters in request.response_parameters:
            if not parameters.compressed.value:
                context.disable_next_message_compression()
            reply = message("StreamingOutputCallResponse")()
            reply.payload.body = bytes(parameters.size)
            yield reply

    def _echo_metadata(self, context):
        given = dict(context.invocation_metadata())
        if text := given.get("x-grpc-test-echo-initial"):
            context.send_initial_metadata((("x-grpc-test-echo-initial", text),))
        if data := given.get("x-grpc-test-echo-trailing-bin"):
            context.set_trailing_metadata((("x-grpc-test-echo-trailing-bin", data),))

    def _echo_status(self, request, context):
        if request.response_status.code:
            context.abort(CODES[request.response_status.code], request.response_status.message)

    def _refuse_probe(self, request, context):
        if request.expect_compressed.value and next(self._said_compressed) % 2 == 0:
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, "a probe")

    def handlers(self):
        unary, stream = grpc.unary_unary_rpc_method_handler, grpc.stream_stream_rpc_method_handler
        shapes = {
            "EmptyCall": (unary, self.empty, "Empty"),
            "UnaryCall": (unary, self.unary, "SimpleRequest"),
            "StreamingInputCall": (
                grpc.stream_unary_rpc_method_handler, self.input, "StreamingInputCallRequest"),
            "StreamingOutputCall": (
                grpc.unary_stream_rpc_method_handler, self.output, "StreamingOutputCallRequest"),
            "FullDuplexCall": (stream, self.full_duplex, "StreamingOutputCallRequest"),
            "HalfDuplexCall": (stream, self.half_duplex, "StreamingOutputCallRequest"),
        }
        return grpc.method_handlers_generic_handler("grpc.testing.TestService", {
            name: make(handle, message(request).FromString, lambda reply: reply.SerializeToString())
            for name, (make, handle, request) in shapes.items()
        })


@contextlib.contextmanager
def grpcio_server(transport):
    """Serves over the transport; gives the port."""
    server = grpc.server(concurrent.futures.ThreadPoolExecutor(8))
    server.add_generic_rpc_handlers((TestService().handlers(),))
    port = transport.listen(server)
    server.start()
    try:
        yield port
    finally:
        server.stop(0).wait()
