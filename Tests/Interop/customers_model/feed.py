"""The feed, read while the walk goes on."""

import threading

from outside import eventually, protos
from outside.feeds import kind
from .differences import Difference, same
from .replica import Replica

customers = protos.customers


class Feed:
    """Follows a corp's changes from the first, in a thread of its own."""

    def __init__(self, corp):
        self.replica = Replica()
        self._changes = []
        self._next = 1
        self._ids = set()
        self._call = corp.changes("customers").WatchChanges(
            customers.WatchChangesRequest(), timeout=24 * 3600)
        self._ended = None
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    def _follow(self):
        try:
            for change in self._call:
                self._changes.append(change)
        except Exception as error:  # pylint: disable=broad-except
            self._ended = error

    def close(self):
        self._call.cancel()
        self._thread.join(20)

    def check(self, model):
        """Takes the events since the last check: gap-free, those the model expects, and with them the
        replica is what the model is."""
        blocks, model.blocks = model.blocks, []
        count = sum(len(events) for _, events in blocks)
        eventually(lambda: len(self._changes) >= count or self._ended, f"{count} events")
        if self._ended:
            raise Difference(f"the feed ended: {self._ended}")
        changes, self._changes = self._changes, []
        for change in changes:
            same(change.sequence, self._next, "the event's sequence")
            self._next += 1
            if change.event_id in self._ids:
                raise Difference(f"event_id {change.event_id} twice")
            self._ids.add(change.event_id)
        self._hold(changes, blocks)
        for change in changes:
            self.replica.apply(change)
        self.replica.check(model)

    @staticmethod
    def _hold(changes, blocks):
        place = 0
        for in_order, events in blocks:
            found = [(kind(each), getattr(each, kind(each)))
                     for each in changes[place:place + len(events)]]
            place += len(events)
            if not in_order:
                found, events = sorted(found, key=_name), sorted(events, key=_name)
            same([name for name, _ in found], [name for name, _ in events],
                 f"the kinds of events {changes[place - len(events)].sequence}…" if events else "")
            for (name, told), (_, wanted) in zip(found, events):
                if wanted is not None:
                    same(told, wanted, f"the event {name}")
        same([kind(each) for each in changes[place:]], [], "events that nothing told of")


def _name(event):
    name, message = event
    return name, message.SerializeToString(deterministic=True) if message is not None else b""
