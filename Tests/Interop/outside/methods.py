"""Every method of the four services as its proto says it, and calls of them in bytes."""

import collections
import importlib

import grpc

from .protos import CONTEXTS, package, protos

Method = collections.namedtuple("Method", "context path descriptor right data_scope")

# What changes nothing, as the protos' rules have it.
READING_VERBS = ("Get", "List", "BatchGet", "Preview", "Watch", "Lookup", "Check", "Explain")


def every_method():
    """All of them, those of what each service answers once for each."""
    options = _options()
    found = []
    for context in CONTEXTS:
        for owner in (protos.common, package(context)):
            for service in owner.services():
                for method in owner.service(service).methods:
                    found.append(Method(
                        context, f"/{service}/{method.name}", method,
                        method.GetOptions().Extensions[options.right],
                        tuple(method.GetOptions().Extensions[options.data_scope])))
    return found


def _options():
    protos.common.services()
    return importlib.import_module("siyu.common.v1.options_pb2")


def is_reading(method):
    return method.descriptor.name.startswith(READING_VERBS)


def replies(channel, method, requests, timeout=10, most=3):
    """Sends packed requests, closes, and returns the packed replies, of a stream the first ones.

    A stream that has no more for the moment is left after `timeout`.
    """
    kind = method.descriptor
    if not kind.client_streaming and not kind.server_streaming:
        return [channel.unary_unary(method.path)(requests[0], timeout=timeout)]
    if not kind.server_streaming:
        return [channel.stream_unary(method.path)(iter(requests), timeout=timeout)]
    if kind.client_streaming:
        stream = channel.stream_stream(method.path)(iter(requests), timeout=timeout)
    else:
        stream = channel.unary_stream(method.path)(requests[0], timeout=timeout)
    found = []
    try:
        for reply in stream:
            found.append(reply)
            if len(found) == most:
                break
    except grpc.RpcError as error:
        if error.code() != grpc.StatusCode.DEADLINE_EXCEEDED:
            raise
    finally:
        stream.cancel()
    return found
