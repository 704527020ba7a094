"""The rules of interactions and of their counts: interaction.proto, behavior.proto, sidebar.proto."""

import collections

from outside import protos
from .differences import Difference
from .world import SECOND, World, day_of, day_start, microseconds, set_time

customers = protos.customers
MESSAGE = customers.INTERACTION_KIND_MESSAGE
CALL = customers.INTERACTION_KIND_CALL
FRIEND_REQUEST = customers.INTERACTION_KIND_FRIEND_REQUEST
FROM_MEMBER = customers.INTERACTION_DIRECTION_FROM_MEMBER
SPAN_DAYS = 3


class InteractionRules(World):
    """What members and customers had to do with each other, by day."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.told = set()
        # By member, customer and day.
        self.contacts = collections.defaultdict(list)

    def record_interactions(self, request, reply):
        self.taken(reply)
        wanted = customers.RecordInteractionsResponse()
        times = []
        for place, each in enumerate(request.interactions):
            reason = self._obstacle(each)
            if reason:
                found = reply.failures[wanted.failed_count]
                if (found.key, found.reason) != (str(place), reason):
                    raise Difference(f"item {found.key} fails with {found.reason}, not {reason}")
                wanted.failures.append(found)
                wanted.failed_count += 1
                continue
            wanted.recorded_count += 1
            times.append(microseconds(each.interaction_time))
            self._record(each)
        if times:
            told = customers.InteractionsRecorded(recorded_count=len(times))
            set_time(told.first_time, min(times))
            set_time(told.last_time, max(times))
            self.tell("interactions_recorded", told)
        return wanted

    def _obstacle(self, each):
        moment = microseconds(each.interaction_time)
        if moment > self.now:
            return "IN_THE_FUTURE"
        if moment < day_start(day_of(self.now) - SPAN_DAYS):
            return "TOO_OLD"
        related = (each.userid.lower(), each.external_userid) in self.relations
        return None if related or each.kind == FRIEND_REQUEST else "NOT_RELATED"

    def _record(self, each):
        self.see(each.userid)
        name = each.SerializeToString(deterministic=True)
        if name in self.told:
            return
        self.told.add(name)
        key = (each.userid.lower(), each.external_userid)
        moment = microseconds(each.interaction_time)
        self.contacts[(*key, day_of(moment))].append(each)
        relation = self.relations.get(key)
        is_chat = each.kind in (MESSAGE, CALL) and not each.conversation_id
        if is_chat and relation is not None:
            if not relation.HasField("last_chat_time") or moment > microseconds(
                    relation.last_chat_time):
                set_time(relation.last_chat_time, moment)

    def forget_old(self):
        """Days that are asked for no more."""
        for key in [key for key in self.contacts if key[2] < day_of(self.now) - 40]:
            del self.contacts[key]
        for key in [key for key in self.behavior if key[1] < day_of(self.now) - 40]:
            del self.behavior[key]

    def behaved(self, names, day):
        """A row of GetUserBehaviorData, of members whose names are in lower case."""
        wanted = customers.BehaviorDay()
        set_time(wanted.stat_time, day_start(day))
        for name in names:
            wanted.new_contact_cnt += self.behavior[name, day, "new_contact_cnt"]
            wanted.negative_feedback_cnt += self.behavior[name, day, "negative_feedback_cnt"]
        opened = answered = waited = 0
        for (name, _, each_day), told in self.contacts.items():
            if name not in names or each_day != day:
                continue
            wanted.new_apply_cnt += sum(
                each.kind == FRIEND_REQUEST and each.direction == FROM_MEMBER for each in told)
            chat = sorted(
                (microseconds(each.interaction_time), each.direction) for each in told
                if each.kind == MESSAGE and not each.conversation_id)
            sent = [moment for moment, direction in chat if direction == FROM_MEMBER]
            wanted.chat_cnt += bool(sent)
            wanted.message_cnt += len(sent)
            if chat and chat[0][1] != FROM_MEMBER:
                opened += 1
                answered += bool(sent)
                waited += sent[0] - chat[0][0] if sent else 0
        if opened:
            wanted.reply_percentage = 100 * answered / opened
        if answered:
            wanted.avg_reply_time = waited / (60 * SECOND) / answered
        return wanted

    def summary(self, key):
        """What the sidebar counts of two on the last 30 days."""
        wanted = customers.ContactSummary()
        today = day_of(self.now)
        for day in range(today - 29, today + 1):
            told = [each for each in self.contacts.get((*key, day), ()) if (
                each.kind != FRIEND_REQUEST)]
            if not told:
                continue
            wanted.day_count += 1
            set_time(wanted.last_day_time, day_start(day))
            for each in told:
                name = _counter(each)
                setattr(wanted, name, getattr(wanted, name) + 1)
        return wanted


def _counter(interaction):
    if interaction.kind == MESSAGE:
        if interaction.conversation_id:
            return "group_message_count"
        sender = "member" if interaction.direction == FROM_MEMBER else "customer"
        return f"{sender}_message_count"
    return {
        CALL: "call_count",
        customers.INTERACTION_KIND_VISIT: "visit_count",
        customers.INTERACTION_KIND_READ: "read_count",
    }[interaction.kind]
