"""Following a change feed from a cursor."""

import grpc

from .protos import protos
from .waiting import TooLate


def follow(corp, context, after="", until=None, count=None, seconds=20):
    """Reads a feed's changes after a cursor, as far as one that satisfies `until` or so many.

    The feed itself never ends, so one of the two says where to stop.
    """
    request = getattr(protos, context).WatchChangesRequest(after=after)
    call = corp.changes(context).WatchChanges(request, timeout=seconds)
    changes = []
    try:
        for change in call:
            changes.append(change)
            if until(change) if until else len(changes) == count:
                return changes
    except grpc.RpcError as error:
        if error.code() != grpc.StatusCode.DEADLINE_EXCEEDED:
            raise
    finally:
        call.cancel()
    kinds = [kind(change) for change in changes[-10:]]
    raise TooLate(f"the feed of {context} ended after {len(changes)} changes, the last: {kinds}")


def kind(change):
    """What happened: the name of the event in the oneof."""
    return change.WhichOneof("event")


def check_numbering(changes, first=1):
    """Sequences run from `first` without gap or repeat, and no event_id comes twice."""
    sequences = [change.sequence for change in changes]
    assert sequences == list(range(first, first + len(changes)))
    assert len({change.event_id for change in changes}) == len(changes)
