"""Channels that send what broadcasts have planned, and none of which can be relied upon."""

import collections
import queue
import random
import threading
import time

import grpc

from outside import protos
from outside.scenes import request_id

from callers import Callers
from campaign import IN_ORDER

broadcasts = protos.broadcasts

COUNT = 3
# Those that some broadcasts name, the first first; the others send what names none.
NAMED = ["app", "sms"]
LEASE_SECONDS = 1

SENT = broadcasts.Acknowledgement.OUTCOME_SENT
FAILED = broadcasts.Acknowledgement.OUTCOME_FAILED

# What a channel was given: until when by the service's clock, and under which fencing number.
Lease = collections.namedtuple("Lease", "lease_token channel_id expire_time")


class Channels(Callers):
    """Several channels at once. Each may die with its leases, acknowledge twice, too late, or
    without hearing the answer; whoever dies is replaced at once by another. What the app cannot send
    is passed on to the short messages."""

    def __init__(self, system, corp_name, seed):
        super().__init__(system, corp_name)
        self.leases = collections.defaultdict(list)  # delivery_id → Leases, as they came
        self.settled = {}  # delivery_id → (lease_token, outcome), acknowledged and answered
        self.unsure = collections.defaultdict(set)  # the same, where no answer was heard
        self.passed_on = {}  # delivery_id → lease_token under which the app gave up, and was answered
        self.perhaps_passed_on = set()  # delivery_ids of the same, where no answer was heard
        self.reached = queue.Queue()  # (msgid, external_userid) of who was sent to, for the till
        self.settled_count = collections.Counter()  # msgid → answered acknowledgements
        self.deaths = 0
        self._lock = threading.Lock()
        self._seed = seed

    def begin(self):
        self._workers = [
            self.start(self._work, number) for number in range(COUNT + len(NAMED))]

    def finish(self, deadline):
        self.no_more.set()
        for worker in self._workers:
            self.join(worker, deadline)
        self.reached.put(None)

    def abandon(self):
        self.reached.put(None)
        super().abandon()

    def dealt_with(self):
        """Deliveries that are done with, as far as is known here."""
        with self._lock:
            return len(self.settled) + sum(each not in self.settled for each in self.unsure)

    def settled_by_broadcast(self):
        with self._lock:
            return self.settled_count.copy()

    def _work(self, number):
        corp = self.own_corp()
        draw = random.Random(self._seed + number)
        life = 0
        while not self.no_more.is_set():
            channel_id = (
                f"channel-{number}-{life}" if number < COUNT else NAMED[number - COUNT])
            request = broadcasts.LeaseDeliveriesRequest(
                channel_id=channel_id, max_count=40, lease_seconds=LEASE_SECONDS)
            reply = self.answered(corp.deliveries.LeaseDeliveries, request)
            if not reply.deliveries:
                self.no_more.wait(0.02)
                continue
            self._note(channel_id, reply)
            life += not self._acknowledge(corp, draw, channel_id, reply)
            self.rest()

    def _note(self, channel_id, reply):
        expire_time = reply.lease_expire_time.ToNanoseconds()
        with self._lock:
            for each in reply.deliveries:
                self.leases[each.delivery_id].append(
                    Lease(each.lease_token, channel_id, expire_time))

    def _acknowledge(self, corp, draw, channel_id, reply):
        """Says what became of a batch, in one of the ways channels do. False when it has died."""
        failing = 0.4 if channel_id == NAMED[0] else 0.1
        request = broadcasts.AcknowledgeDeliveriesRequest(
            acknowledgements=[
                broadcasts.Acknowledgement(
                    delivery_id=each.delivery_id, lease_token=each.lease_token,
                    outcome=FAILED if draw.random() < failing else SENT)
                for each in reply.deliveries],
            request_id=draw.choice(["", request_id()]))
        match draw.choices(
                ["sound", "twice", "late", "dies first", "dies after"], [6, 1, 1, 1, 1])[0]:
            case "dies first":
                self.deaths += 1
                return False
            case "dies after":
                self.deaths += 1
                self._acknowledge_unheard(corp, request, reply, draw.uniform(0.0005, 0.01))
                return False
            case "late":
                # Not a wait for something: that the lease has run out is what is tried.
                late = reply.lease_expire_time.ToNanoseconds() / 1e9 - time.time()
                self.over.wait(max(0, late) + draw.uniform(0, 0.3))
                self._acknowledge_heard(corp, request, reply)
            case "twice":
                self._acknowledge_heard(corp, request, reply)
                request.request_id = ""
                self._acknowledge_heard(corp, request, reply)
            case _:
                self._acknowledge_heard(corp, request, reply)
        return True

    def _acknowledge_unheard(self, corp, request, leased, seconds):
        in_order = _in_order(leased)
        with self._lock:
            for delivery, each in zip(leased.deliveries, request.acknowledgements):
                if each.outcome == FAILED and delivery.msgid in in_order:
                    self.perhaps_passed_on.add(each.delivery_id)
                else:
                    self.unsure[each.delivery_id].add((each.lease_token, each.outcome))
        try:
            corp.deliveries.AcknowledgeDeliveries(request, timeout=seconds)
        except grpc.RpcError:
            pass

    def _acknowledge_heard(self, corp, request, leased):
        reply = self.answered(corp.deliveries.AcknowledgeDeliveries, request)
        refused = {each.key: each.reason for each in reply.failures}
        assert set(refused.values()) <= {"STALE_LEASE"}, refused
        asked = len(request.acknowledgements)
        counted = [
            reply.settled_count, reply.passed_on_count, reply.repeated_count, reply.failed_count]
        assert sum(counted) == asked, reply
        in_order = _in_order(leased)
        for delivery, said in zip(leased.deliveries, request.acknowledgements):
            if said.delivery_id in refused:
                continue
            if said.outcome == FAILED and delivery.msgid in in_order:
                self._pass_on(said)
            else:
                self._settle(delivery, said)

    def _pass_on(self, said):
        with self._lock:
            before = self.passed_on.setdefault(said.delivery_id, said.lease_token)
            assert before == said.lease_token, "a delivery was passed on under two leases"

    def _settle(self, delivery, said):
        settled = (said.lease_token, said.outcome)
        with self._lock:
            is_new = said.delivery_id not in self.settled
            before = self.settled.setdefault(said.delivery_id, settled)
            assert before == settled, "a delivery was settled under two leases"
            if not is_new:
                return
            self.settled_count[delivery.msgid] += 1
        if said.outcome == SENT:
            self.reached.put((delivery.msgid, delivery.external_userid))

    def audit(self, deliveries):
        """Each delivery stands as some channel said, and never two had it at the same time."""
        states = {
            SENT: broadcasts.Delivery.STATE_SENT, FAILED: broadcasts.Delivery.STATE_FAILED}
        assert set(self.settled) <= set(deliveries)
        for delivery_id, delivery in deliveries.items():
            if delivery_id in self.settled:
                said = {self.settled[delivery_id]}
            else:
                said = self.unsure[delivery_id]
            assert delivery.state in {states[outcome] for _, outcome in said}
            if delivery.failed_attempts:
                assert delivery_id in self.passed_on or delivery_id in self.perhaps_passed_on
                assert [each.channel_id for each in delivery.failed_attempts] == NAMED[:1]
            else:
                assert delivery_id not in self.passed_on, "that it was passed on is lost"
            leases = sorted(self.leases[delivery_id])
            for earlier, later in zip(leases, leases[1:]):
                assert earlier.lease_token < later.lease_token
                if [earlier.channel_id, later.channel_id] == NAMED and delivery.failed_attempts:
                    continue
                begun = later.expire_time - LEASE_SECONDS * 1_000_000_000
                assert begun >= earlier.expire_time, "two channels held a delivery at once"


def _in_order(leased):
    """The msgids of those broadcasts that are passed on when what leased them cannot send them."""
    return {each.msgid for each in leased.contents if each.content.text == IN_ORDER}
