"""All four services at work for one corp, and all that they acknowledged."""

import json
import time

from outside import CONTEXTS, Corp, protos

from callers import Callers, Feed
from campaign import GUIDES, Campaign
from channels import Channels
from chats import Chats
from counter import CLERKS, Counter
from staff import Staff

# Most customers get more broadcasts here in a minute than the rules allow in a month.
POLICIES = {"broadcasts_weekly_max": 1_000_000}


def settings(folder):
    """What every service has to be started with, for this load to be let in."""
    file = folder / "policies.json"
    file.write_text(json.dumps(POLICIES))
    return {"SIYU_POLICIES": str(file)}


class MixedLoad:
    """The callers of the four services, and a follower of each feed.

    They ask as fast as they are answered, until they are told to slow down.
    """

    def __init__(self, system, corp_name, seed):
        self.staff = Staff(system, corp_name, seed)
        self.counter = Counter(system, corp_name, seed)
        self.chats = Chats(system, corp_name, seed, GUIDES)
        self.channels = Channels(system, corp_name, seed)
        self.campaign = Campaign(system, corp_name, seed, self.channels)
        self._followers = Callers(system, corp_name)
        self.corp = self._followers.corp
        self.feeds = {
            context: Feed(Corp(system, corp_name), context, self._followers.over)
            for context in CONTEXTS}
        self._parts = [
            self.staff, self.counter, self.chats, self.channels, self.campaign, self._followers]

    def begin(self):
        """Sets up what everybody needs, then sets everybody to work."""
        broadcasts = protos.broadcasts
        self.corp.sending_rules.SetSendingRules(broadcasts.SetSendingRulesRequest(
            rules=broadcasts.SendingRules(quota_rule=broadcasts.QUOTA_RULE_WEEKLY),
            request_id="lift-quota"))
        self.staff.hire([*GUIDES, *CLERKS])
        self.counter.open()
        for part in (self.staff, self.counter, self.chats, self.campaign, self.channels):
            part.begin()
        for feed in self.feeds.values():
            self._followers.start(feed.follow)

    def slow_down(self, pause_seconds):
        """From now on each caller rests between two things."""
        for part in self._parts:
            part.pause_seconds = pause_seconds

    def check(self):
        """Raises what any of the callers met that is no passing trouble."""
        for part in self._parts:
            part.check()

    def finish(self, seconds=120):
        """Asks for nothing new and waits until all that was asked for is done and told."""
        deadline = time.monotonic() + seconds
        for part in (self.staff, self.counter, self.chats, self.campaign):
            part.finish(deadline)
        self._wait(self.campaign.all_finished, deadline, "the broadcasts do not finish")
        self.channels.finish(deadline)
        self.campaign.finish_converting(deadline)
        ends = {
            "directory": self.staff, "customers": self.counter, "communities": self.chats,
            "broadcasts": self.campaign}
        for context, part in ends.items():
            self.feeds[context].read_up_to(part.mark_the_end())
        self._wait(
            lambda: not any(feed.is_behind() for feed in self.feeds.values()), deadline,
            "a feed does not come to its end")
        self._followers.over.set()

    def _wait(self, condition, deadline, complaint):
        while not condition():
            self.check()
            assert time.monotonic() < deadline, complaint
            self._followers.over.wait(0.05)

    def abandon(self):
        """Ends the callers whatever became of them."""
        for part in self._parts:
            part.abandon()

    def acknowledged_count(self):
        """How many changes the services have acknowledged, by service."""
        ledger = self.campaign.ledger
        return {
            "directory": len(self.staff.told),
            "customers": (
                len(self.counter.told) + self.counter.batches + len(ledger.imported)),
            "communities": len(self.chats.told) + len(self.chats.told_of_moments),
            "broadcasts": (
                len(ledger.broadcasts) + len(ledger.confirmed) + len(self.channels.settled)
                + len(ledger.conversions)),
        }
