"""The rules of inheritance: transfer.proto."""

from outside import protos
from .differences import refuse
from .world import (
    BY_CUSTOMER, DAY, World, copied, day_of, day_start, is_kept, is_live, microseconds, set_time,
)

customers = protos.customers
WAITING, DONE = customers.TRANSFER_STATUS_WAITING, customers.TRANSFER_STATUS_DONE
ON_JOB, RESIGNED = customers.TRANSFER_KIND_ON_JOB, customers.TRANSFER_KIND_RESIGNED

ERRCODES = {"CUSTOMER_NOT_FOUND": 40096, "CUSTOMER_NOT_FOLLOWED": 40131,
            "CUSTOMER_BEING_TRANSFERRED": 40129, "TRANSFERRED_TOO_OFTEN": 40128}
RELATION_ENDED = customers.TRANSFER_FAIL_REASON_RELATION_ENDED
LIMIT_EXCEED = customers.TRANSFER_FAIL_REASON_CUSTOMER_LIMIT_EXCEED
MEMBER_LEFT = customers.TRANSFER_FAIL_REASON_TAKEOVER_MEMBER_LEFT


class TransferRules(World):
    """The last transfer of each two members and customer, and who had a customer before."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        # By (handover, takeover, external_userid).
        self.transfers = {}
        # Of each customer the moves: the member, the kind, when.
        self.moves = {}

    def leave(self, userid):
        """Directory has the member no longer."""
        name = userid.lower()
        del self.roster[name]
        if name not in self.members or name in self.left:
            return
        self.left[name] = self.now
        count = self.customer_count(name)
        if count:
            told = customers.CustomersUnassigned(
                handover_userid=self.members[name], customer_count=count)
            set_time(told.dimission_time, self.now)
            self.tell("customers_unassigned", told)

    def come_back(self, userid, departments):
        """Directory has the member, for the first time or again."""
        self.see(userid)
        self.roster[userid.lower()] = departments
        self.left.pop(userid.lower(), None)

    def transfer_customers(self, request, reply):
        return self._transfer(request, reply, ON_JOB, request.transfer_success_msg)

    def transfer_resigned_customers(self, request, reply):
        return self._transfer(request, reply, RESIGNED, "")

    def _transfer(self, request, reply, kind, message):
        handover, takeover = request.handover_userid.lower(), request.takeover_userid.lower()
        refuse(*self._strangers(handover, takeover, kind))
        self.taken(reply)
        self.see(request.takeover_userid)
        wanted = customers.TransferCustomersResponse()
        for who, found in zip(request.external_userids, reply.customers):
            reason = self._item_reason(handover, who, kind)
            item = wanted.customers.add(external_userid=who)
            if reason:
                item.errcode, item.reason, item.message = ERRCODES[reason], found.reason, found.message
                continue
            transfer = self._accept(handover, takeover, who, kind, message)
            item.takeover_time.CopyFrom(transfer.takeover_time)
        return wanted

    def transfer_all_customers(self, request, reply):
        """To one member: the shares of several are not drawn."""
        handover = request.handover_userid.lower()
        takeover = request.takeovers[0].userid.lower()
        kind = RESIGNED if handover in self.left else ON_JOB
        reasons = self._strangers(handover, takeover, kind)
        if not any(key[0] == handover for key in self.relations):
            reasons.append("MEMBER_WITHOUT_CUSTOMERS")
        refuse(*reasons)
        self.taken(reply)
        self.see(request.takeovers[0].userid)
        wanted = customers.TransferAllCustomersResponse(
            jobid=reply.jobid, kind=kind, customer_count=self.customer_count(handover))
        mine = [key for key, relation in self.relations.items()
                if key[0] == handover and is_kept(relation)]
        for _, who in self.ordered(mine):
            if not self._item_reason(handover, who, kind):
                self._accept(
                    handover, takeover, who, kind, request.transfer_success_msg, reply.jobid)
        return wanted

    def refuse_transfer(self, request, reply):
        transfer = self.transfers.get((
            request.handover_userid.lower(), request.takeover_userid.lower(),
            request.external_userid))
        if transfer is None or transfer.status != WAITING:
            refuse("TRANSFER_NOT_WAITING")
        self.taken(reply)
        self._fail(transfer, customers.TRANSFER_FAIL_REASON_CUSTOMER_REFUSED)
        self.tell("transfer_failed", transfer)
        return transfer

    def advance(self, until):
        """Time passes; whoever is due moves, those of one moment in any order that is told."""
        for due in sorted({
                microseconds(each.takeover_time) for each in self.transfers.values()
                if each.status == WAITING and microseconds(each.takeover_time) <= until}):
            self.now = max(self.now, due)
            events = []
            for key in self._due(due):
                events += self._move(key)
            self.tell_in_any_order(events)
        self.now = until

    def unassigned(self):
        """(handover, customer, takeover or "") of members who left, who left last first."""
        members = list(self.members)
        leavers = sorted(
            self.left, key=lambda each: (self.left[each], members.index(each)), reverse=True)
        found = []
        for name in leavers:
            mine = [key for key, relation in self.relations.items()
                    if key[0] == name and is_live(relation)]
            for key in self.ordered(mine):
                waiting = self._waiting(*key)
                found.append((
                    self.members[name], key[1], waiting.takeover_userid if waiting else ""))
        return found

    def _strangers(self, handover, takeover, kind):
        """Why these two cannot hand over at all."""
        reasons = [] if takeover in self.roster else ["MEMBER_UNKNOWN"]
        left = self.left.get(handover)
        if kind == ON_JOB and left is not None:
            reasons.append("MEMBER_RESIGNED")
        if kind == RESIGNED and left is None:
            reasons.append("MEMBER_NOT_RESIGNED")
        if left is not None and self.now - left > 365 * DAY:
            reasons.append("MEMBER_RESIGNED_TOO_LONG_AGO")
        return reasons

    def _item_reason(self, handover, who, kind):
        """Why a customer is not accepted, or nothing."""
        if who not in self.persons:
            return "CUSTOMER_NOT_FOUND"
        if not is_live(self.relations.get((handover, who))):
            return "CUSTOMER_NOT_FOLLOWED"
        if self._waiting(handover, who):
            return "CUSTOMER_BEING_TRANSFERRED"
        since = day_start(day_of(self.now) - 89)
        moves = sum(
            each_kind == ON_JOB and when >= since for _, each_kind, when in self.moves.get(who, ()))
        moves += sum(
            each.status == WAITING and each.kind == ON_JOB and key[2] == who
            for key, each in self.transfers.items())
        return "TRANSFERRED_TOO_OFTEN" if kind == ON_JOB and moves >= 2 else None

    def _waiting(self, handover, who):
        return next((
            each for key, each in self.transfers.items()
            if key[0] == handover and key[2] == who and each.status == WAITING), None)

    def _accept(self, handover, takeover, who, kind, message, jobid=""):
        transfer = customers.Transfer(
            external_userid=who, handover_userid=self.members[handover],
            takeover_userid=self.members[takeover], kind=kind, status=WAITING,
            transfer_success_msg=message, jobid=jobid)
        set_time(transfer.accept_time, self.now)
        set_time(transfer.takeover_time, self.now + DAY)
        self.transfers[handover, takeover, who] = transfer
        self.tell("transfer_accepted", transfer)
        return transfer

    def _due(self, moment):
        """Those of one moment, in an order that is nobody's promise: by members, then customers."""
        persons, members = list(self.persons), list(self.members)
        due = [
            key for key, each in self.transfers.items()
            if each.status == WAITING and microseconds(each.takeover_time) == moment]
        return sorted(due, key=lambda key: (
            members.index(key[0]), members.index(key[1]), persons.index(key[2])))

    def _move(self, key):
        handover, takeover, who = key
        transfer = self.transfers[key]
        old = self.relations.get((handover, who))
        before = self.relations.get((takeover, who))
        full = self.customer_count(takeover) >= self.limits["member_customers_max"]
        obstacle = (
            RELATION_ENDED if not is_live(old) else MEMBER_LEFT if takeover in self.left
            else LIMIT_EXCEED if full and not is_kept(before) else None)
        if obstacle:
            self._fail(transfer, obstacle)
            return [("transfer_failed", copied(transfer))]
        begun = self._handed_over(old, takeover, before)
        self.end((handover, who))
        removed = self.pair(old)
        removed.source = customers.REMOVAL_SOURCE_DELETE_BY_TRANSFER
        events = [("relation_removed", removed)]
        had_once = any(member == takeover for member, _, _ in self.moves.get(who, ()))
        transfer.had_before = is_live(before) or had_once
        if not is_live(before):
            self.begin((takeover, who), begun)
            if before is None:
                self.relations[takeover, who] = begun
            else:
                tags = list(begun.tag_ids)
                begun.tag_ids[:] = before.tag_ids
                before.CopyFrom(begun)
                self._retag((takeover, who), before, tags)
            events.append(("relation_added", self.pair(self.relations[takeover, who])))
        transfer.status = DONE
        set_time(transfer.takeover_time, self.now)
        self.moves.setdefault(who, []).append((handover, transfer.kind, self.now))
        return [*events, ("transfer_completed", copied(transfer))]

    def _handed_over(self, old, takeover, before):
        """The take-over member's relation, when he gets one."""
        relation = customers.Relation(
            userid=self.members[takeover], external_userid=old.external_userid, status=old.status,
            remark=old.remark, description=old.description, add_way=customers.ADD_WAY_ASSIGNED,
            oper_userid=old.userid,
            tag_ids=[each for each in old.tag_ids if self.may_give(takeover, each)])
        set_time(relation.create_time, self.now)
        if before is not None and before.status == BY_CUSTOMER:
            relation.remark = relation.remark or before.remark
            relation.description = relation.description or before.description
            if not relation.tag_ids:
                relation.tag_ids[:] = before.tag_ids
            if before.HasField("last_chat_time"):
                relation.last_chat_time.CopyFrom(before.last_chat_time)
        return relation

    def _fail(self, transfer, reason):
        refused = (RELATION_ENDED, customers.TRANSFER_FAIL_REASON_CUSTOMER_REFUSED)
        transfer.status = (
            customers.TRANSFER_STATUS_REFUSED if reason in refused
            else customers.TRANSFER_STATUS_FULL)
        transfer.fail_reason = reason
        transfer.ClearField("takeover_time")
