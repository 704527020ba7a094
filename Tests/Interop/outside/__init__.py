"""Siyu as the tests from outside see it: processes, ports, protos and what comes back over gRPC.

Nothing here links a line of the product. Shared by Tests/Interop and Tests/Crash.
"""

from .clients import Corp, Refusal, errcode, refusal
from .processes import BINARY, Service, System, free_ports, surroundings
from .protos import CONTEXTS, REPOSITORY, protos
from .waiting import TooLate, eventually

__all__ = [
    "BINARY", "CONTEXTS", "Corp", "REPOSITORY", "Refusal", "Service", "System", "TooLate",
    "errcode", "eventually", "free_ports", "protos", "refusal", "surroundings",
]
