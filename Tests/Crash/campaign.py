"""A chain's campaigns at work while its services are killed, and the ledger of what they
acknowledged.

Every write is repeated, with the same request_id, until it is answered; then, and only then, it is
written down in the ledger, which lives here, outside the services.
"""

import collections
import random
import zlib

from outside import protos
from outside.scenes import acquaintance, audience, pages, redemption, request_id

from callers import Callers

# Deliveries that may wait for the channels before the planner rests.
BACKLOG = 500

# Enough for broadcasts of some size.
CUSTOMERS_MAX = 1500

# Every third broadcast goes by the app, which fails often, and by short message where that fails.
IN_ORDER = "周末活动, 先应用后短信"

# Of which everybody who comes to the till has chosen one.
OFFERS = ["soap", "tea"]

GUIDES = [f"guide-{number}" for number in range(8)]

customers, broadcasts = protos.customers, protos.broadcasts


class Ledger:
    """What the services acknowledged, and what they were asked, as their callers know it."""

    def __init__(self):
        self.asked = {}  # external_userid → userid, before the import is sent
        self.imported = {}  # external_userid → userid
        self.broadcasts = {}  # msgid → Plan
        self.confirmed = set()  # (msgid, userid)
        self.conversions = {}  # conversion_id → (msgid, external_userid, amount_cents)
        self.offers = {}  # (msgid, external_userid) → offer_id


class Plan(collections.namedtuple("Plan", "certain possible refused_count")):
    """Whom a broadcast has to reach, whom it may reach besides, and how many asked for do not get
    it."""


class Campaign(Callers):
    """An importer, a planner and a till; and an auditor who looks at the reports all the time.

    What is planned is sent by `channels`.
    """

    def __init__(self, system, corp_name, seed, channels):
        super().__init__(system, corp_name)
        self.ledger = Ledger()
        self.reports_read = 0
        self._channels = channels
        self._random = random.Random(seed)
        self._confirmed_count = 0
        self._created_count = 0

    def begin(self):
        """Brings the first customers, then sets everybody to work."""
        for _ in range(8):
            self._import_batch(self.corp)
        self._asking = [self.start(self._import), self.start(self._plan)]
        self._converting = self.start(self._convert)
        self._reading = self.start(self._read_reports)

    def finish(self, deadline):
        """Asks for nothing new, and returns when what was asked for is planned."""
        self.no_more.set()
        for thread in self._asking:
            self.join(thread, deadline)

    def finish_converting(self, deadline):
        """After the channels have ended."""
        self.join(self._converting, deadline)
        self.over.set()
        self.join(self._reading, deadline)

    def all_finished(self):
        return all(
            each.state == broadcasts.Broadcast.STATE_FINISHED
            for each in pages(self._listed, _reports_request(), "reports"))

    def _listed(self, request):
        return self.answered(self.corp.reports.ListBroadcastReports, request)

    # The callers.

    def _import(self):
        corp = self.own_corp()
        while not self.no_more.is_set():
            if len(self.ledger.asked) < CUSTOMERS_MAX:
                self._import_batch(corp)
            self.no_more.wait(0.02)

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
        corp = self.own_corp()
        turn = 0
        while not self.no_more.is_set():
            if self._confirmed_count - self._channels.dealt_with() > BACKLOG:
                self.no_more.wait(0.02)
                continue
            turn += 1
            if turn % 2:
                self._broadcast_to_named(corp)
            else:
                self._broadcast_through(corp, self._random.sample(GUIDES, 2))
            # Each broadcast is a few hundred deliveries for others to do.
            self.no_more.wait(20 * self.pause_seconds)

    def _broadcast_to_named(self, corp):
        named = self._random.sample(sorted(self.ledger.imported.copy()), 60)
        strangers = [f"wm-stranger-{number}" for number in range(self._random.randrange(4))]
        msgid = self._create(corp, audience(external_userids=[*named, *strangers]))
        self._confirm(corp, msgid)
        self.ledger.broadcasts[msgid] = Plan(set(named), set(named), len(strangers))

    def _broadcast_through(self, corp, userids):
        certain = {who for who, userid in self.ledger.imported.copy().items() if userid in userids}
        msgid = self._create(corp, audience(userids=userids))
        self._confirm(corp, msgid)
        possible = {who for who, userid in self.ledger.asked.copy().items() if userid in userids}
        self.ledger.broadcasts[msgid] = Plan(certain, possible, 0)

    def _create(self, corp, asked):
        self._created_count += 1
        steps = []
        if self._created_count % 3 == 0:
            steps = [
                broadcasts.ChannelStep(channel_id="app"),
                broadcasts.ChannelStep(
                    channel_id="sms", content=broadcasts.Content(text="短信"))]
        reply = self.answered(
            corp.broadcasts.CreateBroadcast,
            broadcasts.CreateBroadcastRequest(
                request_id=request_id(), broadcast=broadcasts.Broadcast(
                    content=broadcasts.Content(text=IN_ORDER if steps else "周末活动"),
                    audience=asked, channels=steps,
                    offers=[broadcasts.Offer(offer_id=each, name=each) for each in OFFERS])))
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

    def _convert(self):
        """The till: every third customer who was reached redeems his coupon."""
        corp = self.own_corp()
        number = 0
        while first := self._channels.reached.get():
            batch = []
            for msgid, who in [first, *self._waiting_at_the_till()]:
                number += 1
                if number % 3 == 0:
                    batch.append(redemption(f"r-{number}", msgid, who, number))
                    batch[-1].offer_id = OFFERS[zlib.crc32(f"{msgid} {who}".encode()) % 2]
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
                self.ledger.offers[each.msgid, each.external_userid] = each.offer_id

    def _waiting_at_the_till(self, most=60):
        waiting = []
        while len(waiting) < most and not self._channels.reached.empty():
            reached = self._channels.reached.get()
            if reached is None:
                self._channels.reached.put(None)
                break
            waiting.append(reached)
        return waiting

    def _read_reports(self):
        """At every moment each report adds up, and has all that was acknowledged before."""
        corp = self.own_corp()
        planned = {}
        while not self.over.is_set():
            acknowledged = self._channels.settled_by_broadcast()
            reply = self.answered(corp.reports.ListBroadcastReports, _reports_request())
            for each in reply.reports:
                counts = each.deliveries
                settled = counts.sent_count + counts.failed_count
                waiting = counts.pending_count + counts.leased_count
                assert counts.recipient_count == settled + waiting, each
                assert settled >= acknowledged[each.msgid], "an acknowledgement is lost"
                if each.state == broadcasts.Broadcast.STATE_FINISHED:
                    assert waiting == 0, "a broadcast has ended too early"
                if each.state != broadcasts.Broadcast.STATE_PLANNING:
                    plan = (counts.recipient_count, each.refused_count)
                    assert planned.setdefault(each.msgid, plan) == plan, "a plan was changed"
                self.reports_read += 1
            self.over.wait(0.1)


    def mark_the_end(self):
        """Makes one last change that the feed will tell last; returns how to know its event."""
        msgid = self._create(self.corp, audience(external_userids=["wm-nobody"]))
        return lambda change: change.broadcast_failed.msgid == msgid


def _reports_request():
    return broadcasts.ListBroadcastReportsRequest(page_size=1000)
