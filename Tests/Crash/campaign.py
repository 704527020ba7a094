"""A chain at work while its services are killed, and the ledger of what they acknowledged.

Every write is repeated, with the same request_id, until it is answered; then, and only then, it is
written down in the ledger, which lives here, outside the services.
"""

import collections
import queue
import random
import threading
import time

import grpc

from outside import Corp, protos
from outside.scenes import acquaintance, audience, pages, redemption, request_id

# What a caller hears when the service was killed under him, or is not there: ask again.
PASSING = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED)

# The longest a call may go unanswered while services are killed and restarted.
ANSWER_SECONDS = 60

# Deliveries that may wait for the channel before the planner rests.
BACKLOG = 500

GUIDES = [f"guide-{number}" for number in range(8)]

customers, broadcasts = protos.customers, protos.broadcasts


class Ledger:
    """What the services acknowledged, and what they were asked, as their callers know it."""

    def __init__(self):
        self.asked = {}  # external_userid → userid, before the import is sent
        self.imported = {}  # external_userid → userid
        self.broadcasts = {}  # msgid → Plan
        self.confirmed = set()  # (msgid, userid)
        self.handed_out = collections.Counter()  # delivery_id → times the channel was given it
        self.settled = {}  # delivery_id → outcome
        self.conversions = {}  # conversion_id → (msgid, external_userid, amount_cents)


class Plan(collections.namedtuple("Plan", "certain possible")):
    """Whom a broadcast has to reach, and whom it may reach besides."""


class Campaign:
    """The callers of the four services: an importer, a planner, a channel, a till."""

    def __init__(self, system, name, seed):
        self.ledger = Ledger()
        self.corp = Corp(system, name)
        self._name = name
        self._system = system
        self._random = random.Random(seed)
        self._no_more = threading.Event()
        self._delivered = threading.Event()
        self._over = threading.Event()
        self._reached = queue.Queue()
        self._confirmed_count = 0
        self._threads = []
        self._errors = []
        self.feeds = {context: Feed(Corp(system, name), context, self._over)
                      for context in ("customers", "broadcasts")}

    def begin(self):
        """Brings the first customers, then sets everybody to work."""
        for _ in range(8):
            self._import_batch(self.corp)
        for work in (self._import, self._plan, self._deliver, self._convert):
            self._start(work)
        for feed in self.feeds.values():
            self._start(feed.follow)

    def finish(self, seconds=120):
        """Asks for nothing new and waits until all that was asked for is done and told."""
        deadline = time.monotonic() + seconds
        importing, planning, delivering, converting, *following = self._threads
        self._no_more.set()
        self._join(importing, deadline)
        self._join(planning, deadline)
        while not self._all_finished():
            self._check()
            assert time.monotonic() < deadline, "the broadcasts do not finish"
            self._over.wait(0.05)
        self._delivered.set()
        self._join(delivering, deadline)
        self._reached.put(None)
        self._join(converting, deadline)
        for feed in self.feeds.values():
            feed.read_up_to(self._mark_the_end(feed.context))
        while any(feed.is_behind() for feed in self.feeds.values()):
            self._check()
            assert time.monotonic() < deadline, "a feed does not come to its end"
            self._over.wait(0.02)
        self._over.set()
        for thread in following:
            self._join(thread, deadline)
        self._check()

    def abandon(self):
        """Ends the callers whatever became of them."""
        for flag in (self._no_more, self._delivered, self._over):
            flag.set()
        self._reached.put(None)
        for thread in self._threads:
            thread.join(ANSWER_SECONDS)
        self.corp.close()

    def answered(self, method, request, stream=False, **options):
        """Repeats a call until it is answered; any failure but a passing one is a failed test."""
        deadline = time.monotonic() + ANSWER_SECONDS
        while True:
            try:
                return method(iter([request]) if stream else request, timeout=5, **options)
            except grpc.RpcError as error:
                if error.code() not in PASSING or time.monotonic() > deadline:
                    raise
                self._over.wait(0.02)

    # The callers.

    def _import(self):
        corp = Corp(self._system, self._name)
        while not self._no_more.is_set():
            if len(self.ledger.asked) < 1500:
                self._import_batch(corp)
            self._no_more.wait(0.02)

    def _import_batch(self, corp):
        first = len(self.ledger.asked)
        batch = {
            f"wm-{first + number:05}": self._random.choice(GUIDES) for number in range(25)}
        self.ledger.asked |= batch
        reply = self.answered(
            corp.relations.ImportRelations,
            customers.ImportRelationsRequest(
                request_id=request_id(),
                relations=[acquaintance(userid, who) for who, userid in batch.items()]),
            stream=True)
        assert (reply.added_count, reply.updated_count, reply.failed_count) == (25, 0, 0), reply
        self.ledger.imported |= batch

    def _plan(self):
        corp = Corp(self._system, self._name)
        turn = 0
        while not self._no_more.is_set():
            if self._confirmed_count - len(self.ledger.settled) > BACKLOG:
                self._no_more.wait(0.02)
                continue
            turn += 1
            if turn % 2:
                self._broadcast_to_named(corp)
            else:
                self._broadcast_through(corp, self._random.sample(GUIDES, 2))

    def _broadcast_to_named(self, corp):
        named = self._random.sample(sorted(self.ledger.imported), 60)
        msgid = self._create(corp, audience(external_userids=named))
        self._confirm(corp, msgid)
        self.ledger.broadcasts[msgid] = Plan(set(named), set(named))

    def _broadcast_through(self, corp, userids):
        certain = {who for who, userid in list(self.ledger.imported.items()) if userid in userids}
        msgid = self._create(corp, audience(userids=userids))
        self._confirm(corp, msgid)
        possible = {who for who, userid in list(self.ledger.asked.items()) if userid in userids}
        self.ledger.broadcasts[msgid] = Plan(certain, possible)

    def _create(self, corp, asked):
        reply = self.answered(
            corp.broadcasts.CreateBroadcast,
            broadcasts.CreateBroadcastRequest(
                request_id=request_id(), broadcast=broadcasts.Broadcast(
                    content=broadcasts.Content(text="周末活动"), audience=asked)))
        return reply.msgid

    def _confirm(self, corp, msgid):
        """Waits for the plan (its tasks are not answered before) and confirms each task."""
        request = broadcasts.ListMemberTasksRequest(msgid=msgid, page_size=1000)
        for task in self.answered(corp.tasks.ListMemberTasks, request).member_tasks:
            confirmed = self.answered(
                corp.tasks.ConfirmMemberTask,
                broadcasts.ConfirmMemberTaskRequest(
                    msgid=msgid, userid=task.userid, request_id=request_id()))
            assert confirmed.state == broadcasts.MemberTask.STATE_CONFIRMED
            self.ledger.confirmed.add((msgid, task.userid))
            self._confirmed_count += task.recipient_count

    def _deliver(self):
        """The channel: one at a time, so that it is never given a delivery twice."""
        corp = Corp(self._system, self._name)
        request = broadcasts.LeaseDeliveriesRequest(
            channel_id="sandbox", max_count=40, lease_seconds=2)
        while not self._delivered.is_set():
            leased = self.answered(corp.deliveries.LeaseDeliveries, request).deliveries
            if not leased:
                self._over.wait(0.02)
                continue
            self.ledger.handed_out.update(each.delivery_id for each in leased)
            acknowledgements = [self._acknowledgement(each) for each in leased]
            reply = self.answered(
                corp.deliveries.AcknowledgeDeliveries,
                broadcasts.AcknowledgeDeliveriesRequest(
                    acknowledgements=acknowledgements, request_id=request_id()))
            assert (reply.settled_count, reply.failed_count) == (len(leased), 0), reply
            for delivery, acknowledgement in zip(leased, acknowledgements):
                self.ledger.settled[delivery.delivery_id] = acknowledgement.outcome
                if acknowledgement.outcome == broadcasts.Acknowledgement.OUTCOME_SENT:
                    self._reached.put((delivery.msgid, delivery.external_userid))

    def _acknowledgement(self, delivery):
        outcome = broadcasts.Acknowledgement
        return outcome(
            delivery_id=delivery.delivery_id, lease_token=delivery.lease_token,
            outcome=outcome.OUTCOME_FAILED if self._random.random() < 0.1
            else outcome.OUTCOME_SENT)

    def _convert(self):
        """The till: every third customer who was reached redeems his coupon."""
        corp = Corp(self._system, self._name)
        number = 0
        while first := self._reached.get():
            batch = []
            for msgid, who in [first, *self._waiting_at_the_till()]:
                number += 1
                if number % 3 == 0:
                    batch.append(redemption(f"r-{number}", msgid, who, number))
            if not batch:
                continue
            reply = self.answered(
                corp.conversions.RecordConversions,
                broadcasts.RecordConversionsRequest(
                    conversions=batch, request_id=request_id()))
            assert (reply.recorded_count, reply.failed_count) == (len(batch), 0), reply
            for each in batch:
                self.ledger.conversions[each.conversion_id] = (
                    each.msgid, each.external_userid, each.amount_cents)

    def _waiting_at_the_till(self, most=60):
        waiting = []
        while len(waiting) < most and not self._reached.empty():
            reached = self._reached.get()
            if reached is None:
                self._reached.put(None)
                break
            waiting.append(reached)
        return waiting

    # Beginning and ending.

    def _start(self, work):
        def guarded():
            try:
                work()
            except BaseException as error:
                self._errors.append(error)
                self._no_more.set()

        thread = threading.Thread(target=guarded, name=work.__qualname__, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _join(self, thread, deadline):
        while thread.is_alive():
            self._check()
            assert time.monotonic() < deadline, f"{thread.name} does not end"
            thread.join(0.1)

    def _check(self):
        if self._errors:
            raise self._errors[0]

    def check(self):
        """Raises what any of the callers met that is no passing trouble."""
        self._check()

    def _all_finished(self):
        def listed(request):
            return self.answered(self.corp.reports.ListBroadcastReports, request)

        request = broadcasts.ListBroadcastReportsRequest(page_size=1000)
        return all(
            each.state == broadcasts.Broadcast.STATE_FINISHED
            for each in pages(listed, request, "reports"))

    def _mark_the_end(self, context):
        """Makes one last change that the feed will tell last; returns how to know its event."""
        if context == "customers":
            reply = self.answered(
                self.corp.tags.CreateTagGroup,
                customers.CreateTagGroupRequest(
                    group_name="the end", tags=[customers.TagDraft(name="the end")],
                    request_id=request_id()))
            return lambda change: change.tag_created.tag_id == reply.tags[0].tag_id
        reply = self._create(self.corp, audience(external_userids=["wm-nobody"]))
        return lambda change: change.broadcast_failed.msgid == reply


class Feed:
    """A follower of a change feed that goes on from its cursor whenever the feed is cut."""

    def __init__(self, corp, context, over):
        self.context = context
        self.changes = []
        self._corp = corp
        self._over = over
        self._is_last = None

    def follow(self):
        while not self._over.is_set():
            try:
                self._read()
            except grpc.RpcError as error:
                if error.code() not in PASSING:
                    raise
                self._over.wait(0.02)

    def read_up_to(self, is_last):
        self._is_last = is_last

    def is_behind(self):
        return not any(self._is_last(change) for change in self.changes[-5:])

    def _read(self):
        after = self.changes[-1].cursor if self.changes else ""
        request = getattr(protos, self.context).WatchChangesRequest(after=after)
        # A short deadline only makes it resume more often.
        for change in self._corp.changes(self.context).WatchChanges(request, timeout=2):
            self.changes.append(change)
            if self._over.is_set():
                return
