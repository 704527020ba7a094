"""Customers who come by a code, are tagged, chatted with and lost: what goes on in customers."""

import collections
import random
import time

import grpc
from google.protobuf import timestamp_pb2

from outside import eventually, protos
from outside.scenes import acquaintance, pages, request_id, tag_group

from callers import Callers

customers = protos.customers

CLERKS = [f"clerk-{number}" for number in range(4)]

# What a clerk says in one batch of interactions.
MESSAGES = 20


class Counter(Callers):
    """The shop's counter. It asks for one thing after another, so the feed tells them in order."""

    def __init__(self, system, corp_name, seed):
        super().__init__(system, corp_name)
        self.relations = {}  # (userid, external_userid) → Mark
        self.scans = collections.Counter()  # userid → customers who came by his code
        self.lost = collections.Counter()  # userid → those of them who were removed
        self.messages = collections.Counter()  # userid → messages he sent
        self.batches = 0
        self.told = []  # (event, userid, external_userid), as the feed has to tell them
        self._random = random.Random(seed)
        self._count = 0
        self._began = int(time.time())

    def open(self):
        """Makes the tags and the clerks' codes. Each clerk has to be known to directory."""
        _, tags = tag_group(self.corp, "会员等级", *[f"等级 {number}" for number in range(6)])
        self._tags = list(tags.values())
        self._ways = {userid: self._way_of(userid) for userid in CLERKS}

    def begin(self):
        self._worker = self.start(self._work)

    def finish(self, deadline):
        self.no_more.set()
        self.join(self._worker, deadline)

    def mark_the_end(self):
        """Makes one last change that the feed will tell last; returns how to know its event."""
        reply = self.answered(self.corp.tags.CreateTagGroup, customers.CreateTagGroupRequest(
            group_name="the end", tags=[customers.TagDraft(name="the end")],
            request_id=request_id()))
        return lambda change: change.tag_created.tag_id == reply.tags[0].tag_id

    def _way_of(self, userid):
        request = customers.CreateContactWayRequest(
            contact_way=customers.ContactWay(
                type=customers.CONTACT_WAY_TYPE_SINGLE, scene=customers.CONTACT_WAY_SCENE_QR_CODE,
                userids=[userid], state="门店海报"),
            request_id=request_id())

        def made():
            """Until directory's feed has told of him, nobody can be led to him."""
            try:
                return self.corp.ways.CreateContactWay(request)
            except grpc.RpcError as error:
                assert error.code() == grpc.StatusCode.INVALID_ARGUMENT, error
                return None

        return eventually(made, f"customers knows of {userid}").config_id

    def _work(self):
        corp = self.own_corp()
        while not self.no_more.is_set():
            self._count += 1
            draw = self._random.random()
            if draw < 0.15 or len(self.relations) < 20:
                self._add(corp)
            elif draw < 0.3:
                self._scan(corp)
            elif draw < 0.6:
                self._mark(corp, *self._somebody())
            elif draw < 0.75:
                self._note(corp, *self._somebody())
            elif draw < 0.85:
                self._remove(corp, *self._somebody())
            else:
                self._talk(corp, *self._somebody())
            self.rest()

    def _somebody(self):
        return self._random.choice(list(self.relations))

    def _add(self, corp):
        userid, who = self._random.choice(CLERKS), f"wm-added-{self._count}"
        tag_ids = [self._random.choice(self._tags)]
        asked = acquaintance(userid, who, tag_ids)
        self.answered(corp.relations.AddRelation, customers.AddRelationRequest(
            customer=asked.customer, relation=asked.relation, request_id=request_id()))
        self.relations[userid, who] = Mark(set(tag_ids))
        self.told.append(("relation_added", userid, who))

    def _scan(self, corp):
        userid, who = self._random.choice(CLERKS), f"wm-scanned-{self._count}"
        reply = self.answered(corp.ways.AddByContactWay, customers.AddByContactWayRequest(
            config_id=self._ways[userid],
            customer=customers.Customer(external_userid=who, name=f"顾客 {who}"),
            request_id=request_id()))
        assert (reply.outcome, reply.userid) == (customers.SCAN_OUTCOME_ADDED, userid), reply
        self.scans[userid] += 1
        self.relations[userid, who] = Mark(set())
        self.told += [("relation_added", userid, who), ("added_by_contact_way", userid, who)]

    def _mark(self, corp, userid, who):
        tag_id = self._random.choice(self._tags)
        carried = self.relations[userid, who].tag_ids
        change = {"remove_tags" if tag_id in carried else "add_tags": [tag_id]}
        reply = self.answered(corp.tags.MarkTags, customers.MarkTagsRequest(
            userid=userid, external_userid=who, request_id=request_id(), **change))
        carried ^= {tag_id}
        assert set(reply.tag_ids) == carried
        self.told.append(("relation_updated", userid, who))

    def _note(self, corp, userid, who):
        remark = f"备注 {self._count}"
        request = customers.UpdateRelationRequest(
            relation=customers.Relation(userid=userid, external_userid=who, remark=remark),
            request_id=request_id())
        request.update_mask.paths.append("remark")
        self.answered(corp.relations.UpdateRelation, request)
        self.relations[userid, who].remark = remark
        self.told.append(("relation_updated", userid, who))

    def _remove(self, corp, userid, who):
        self.answered(corp.relations.RemoveRelation, customers.RemoveRelationRequest(
            userid=userid, external_userid=who, removed_by=customers.REMOVED_BY_MEMBER,
            request_id=request_id()))
        del self.relations[userid, who]
        self.lost[userid] += who.startswith("wm-scanned")
        self.told.append(("relation_removed", userid, who))

    def _talk(self, corp, userid, who):
        now = time.time()
        said = [customers.Interaction(
            userid=userid, external_userid=who,
            direction=customers.INTERACTION_DIRECTION_FROM_MEMBER,
            kind=customers.INTERACTION_KIND_MESSAGE,
            interaction_time=timestamp_pb2.Timestamp(seconds=int(now) - 1),
            interaction_id=f"{self._count}-{number}") for number in range(MESSAGES)]
        reply = self.answered(
            corp.interactions.RecordInteractions,
            customers.RecordInteractionsRequest(interactions=said, request_id=request_id()))
        assert (reply.recorded_count, reply.failed_count) == (MESSAGES, 0), reply
        self.messages[userid] += MESSAGES
        self.batches += 1

    def audit(self, changes):
        """Every relation is as acknowledged, told once and in order, and every count is right."""
        corp = self.corp
        found = {}
        for userid in CLERKS:
            request = customers.ListRelationsRequest(userid=userid, page_size=1000)
            for each in pages(corp.relations.ListRelations, request, "relations"):
                relation = each.relation
                key = (relation.userid, relation.external_userid)
                assert key not in found
                found[key] = Mark(set(relation.tag_ids), relation.remark)
            self._audit_counts(corp, userid)
        assert found == self.relations
        told = [what for change in changes for what in self._what(change)]
        assert told == self.told
        recorded = [change.interactions_recorded.recorded_count for change in changes
                    if change.WhichOneof("event") == "interactions_recorded"]
        assert recorded == [MESSAGES] * self.batches

    def _audit_counts(self, corp, userid):
        total = corp.ways.GetContactWayStatistics(customers.GetContactWayStatisticsRequest(
            config_id=self._ways[userid])).total
        counts = (total.scan_count, total.assigned_count, total.added_count, total.lost_count)
        assert counts == (*[self.scans[userid]] * 3, self.lost[userid])
        request = customers.GetUserBehaviorDataRequest(
            userids=[userid], start_time=timestamp_pb2.Timestamp(seconds=self._began - 86_400),
            end_time=timestamp_pb2.Timestamp(seconds=int(time.time())))

        def counted():
            days = corp.behavior.GetUserBehaviorData(request).behavior_data
            return sum(each.message_cnt for each in days) >= self.messages[userid]

        eventually(counted, f"all messages of {userid} are counted")
        days = corp.behavior.GetUserBehaviorData(request).behavior_data
        assert sum(each.message_cnt for each in days) == self.messages[userid]

    @staticmethod
    def _what(change):
        event = change.WhichOneof("event")
        if event == "added_by_contact_way":
            about = change.added_by_contact_way
        elif event in ("relation_added", "relation_updated", "relation_removed"):
            about = getattr(change, event).relation
        else:
            return []
        if about.userid not in CLERKS:
            return []
        return [(event, about.userid, about.external_userid)]


class Mark:
    """What a clerk keeps of a customer."""

    def __init__(self, tag_ids, remark=""):
        self.tag_ids = tag_ids
        self.remark = remark

    def __eq__(self, other):
        return (self.tag_ids, self.remark) == (other.tag_ids, other.remark)

    def __repr__(self):
        return f"Mark({self.tag_ids}, {self.remark!r})"
