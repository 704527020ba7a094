"""Customer groups that people join and leave, and moments: what goes on in communities."""

import collections
import random
import time

from google.protobuf import timestamp_pb2

from outside import protos
from outside.scenes import pages, request_id

from callers import Callers

communities = protos.communities

LIVING, DISMISSED = "living", "dismissed"


class Chats(Callers):
    """Chats that are reported, and a moderator who has moments published.

    Each asks for one thing after another, so the feed tells each one's in order.
    """

    def __init__(self, system, corp_name, seed, publishers):
        super().__init__(system, corp_name)
        self.groups = {}  # chat_id → Group
        self.published = collections.defaultdict(list)  # moment_id → userids
        self.told = []  # (event, chat_id, userids), as the feed has to tell them
        self.told_of_moments = []  # (event, moment_id, userid)
        self._publishers = publishers
        self._random = random.Random(seed)
        self._count = 0
        self._began = int(time.time())

    def begin(self):
        self._workers = [self.start(self._chat), self.start(self._moderate)]

    def finish(self, deadline):
        self.no_more.set()
        for worker in self._workers:
            self.join(worker, deadline)

    def mark_the_end(self):
        """Makes one last change that the feed will tell last; returns how to know its event."""
        self._count += 1
        self._create(self.corp)
        chat_id = f"wr-{self._count}"
        return lambda change: change.customer_group_created.chat_id == chat_id

    def _chat(self):
        corp = self.own_corp()
        while not self.no_more.is_set():
            self._count += 1
            living = [each for each in self.groups.values() if each.state == LIVING]
            draw = self._random.random()
            if draw < 0.15 or len(living) < 3:
                self._create(corp)
            elif draw < 0.6:
                self._join(corp, self._random.choice(living))
            elif draw < 0.8:
                self._leave(corp, self._random.choice(living))
            elif draw < 0.95:
                self._rename(corp, self._random.choice(living))
            else:
                self._dismiss(corp, self._random.choice(living))
            self.rest()

    def _create(self, corp):
        group = Group(f"wr-{self._count}", f"群 {self._count}", ["clerk-0"])
        self.answered(corp.groups.CreateCustomerGroup, communities.CreateCustomerGroupRequest(
            chat_id=group.chat_id, name=group.name, owner="clerk-0", request_id=request_id()))
        self.groups[group.chat_id] = group
        self.told.append(("customer_group_created", group.chat_id, []))

    def _join(self, corp, group):
        if len(group.userids) > 450:
            return
        joining = [f"wm-{self._count}-{number}" for number in range(self._random.randint(1, 20))]
        self.answered(corp.groups.AddGroupMembers, communities.AddGroupMembersRequest(
            chat_id=group.chat_id, join_scene=communities.GROUP_JOIN_SCENE_INVITED,
            members=[communities.NewGroupMember(
                userid=who, type=communities.GROUP_MEMBER_TYPE_EXTERNAL) for who in joining],
            request_id=request_id()))
        group.userids += joining
        self.told.append(("group_members_added", group.chat_id, joining))

    def _leave(self, corp, group):
        there = group.userids[1:]
        if not there:
            return
        leaving = self._random.sample(there, min(len(there), 5))
        self.answered(corp.groups.RemoveGroupMembers, communities.RemoveGroupMembersRequest(
            chat_id=group.chat_id, userids=leaving, request_id=request_id(),
            quit_scene=communities.GROUP_QUIT_SCENE_LEFT))
        group.userids = [who for who in group.userids if who not in leaving]
        self.told.append(("group_members_removed", group.chat_id, sorted(leaving)))

    def _rename(self, corp, group):
        name = f"群 {self._count}"
        request = communities.UpdateCustomerGroupRequest(
            customer_group=communities.CustomerGroup(chat_id=group.chat_id, name=name),
            request_id=request_id())
        request.update_mask.paths.append("name")
        self.answered(corp.groups.UpdateCustomerGroup, request)
        group.name = name
        self.told.append(("customer_group_updated", group.chat_id, []))

    def _dismiss(self, corp, group):
        self.answered(corp.groups.DismissCustomerGroup, communities.DismissCustomerGroupRequest(
            chat_id=group.chat_id, request_id=request_id()))
        group.state = DISMISSED
        self.told.append(("customer_group_dismissed", group.chat_id, []))

    def _moderate(self):
        corp = self.own_corp()
        while not self.no_more.is_set():
            self._publish_moment(corp, sorted(self._random.sample(self._publishers, 2)))
            # A moment asks directory and customers for more than the others do.
            self.no_more.wait(0.1)
            self.rest()

    def _publish_moment(self, corp, userids):
        moment_id = self.answered(corp.moments.CreateMoment, communities.CreateMomentRequest(
            text=communities.MomentText(content="新品到店"), request_id=request_id(),
            visible_range=communities.MomentVisibleRange(userids=userids))).moment_id
        self.published[moment_id] = []
        # Not answered before it is dispatched.
        tasks = self.answered(
            corp.moments.ListMomentTasks, communities.ListMomentTasksRequest(moment_id=moment_id))
        assert [task.userid for task in tasks.tasks] == userids
        self.told_of_moments += [
            ("moment_created", moment_id, ""), ("moment_dispatched", moment_id, "")]
        for userid in userids:
            self.answered(corp.moments.PublishMoment, communities.PublishMomentRequest(
                moment_id=moment_id, userid=userid, request_id=request_id()))
            self.published[moment_id].append(userid)
            self.told_of_moments.append(("moment_published", moment_id, userid))

    def audit(self, changes):
        """Every group and moment is as acknowledged, and told once, in order."""
        self._audit_groups()
        self._audit_moments()
        told = [self._what(change) for change in changes]
        assert [what for what in told if "moment" not in what[0]] == self.told
        assert [what for what in told if "moment" in what[0]] == self.told_of_moments

    def _audit_groups(self):
        request = communities.ListCustomerGroupsRequest(page_size=1000)
        listed = pages(self.corp.groups.ListCustomerGroups, request, "customer_groups")
        living = {group.chat_id: group for group in self.groups.values()
                  if group.state == LIVING}
        assert {each.chat_id: each.name for each in listed} == {
            chat_id: group.name for chat_id, group in living.items()}
        for group in living.values():
            members = pages(
                self.corp.groups.ListGroupMembers,
                communities.ListGroupMembersRequest(chat_id=group.chat_id, page_size=1000),
                "members")
            assert [each.userid for each in members] == group.userids

    def _audit_moments(self):
        request = communities.ListMomentsRequest(
            start_time=timestamp_pb2.Timestamp(seconds=self._began - 86_400),
            end_time=timestamp_pb2.Timestamp(seconds=int(time.time()) + 86_400), page_size=1000)
        moments = pages(self.corp.moments.ListMoments, request, "moments")
        assert {each.moment_id: each.published_count for each in moments} == {
            moment_id: len(userids) for moment_id, userids in self.published.items()}

    @staticmethod
    def _what(change):
        event = change.WhichOneof("event")
        told = getattr(change, event)
        if event.startswith("moment"):
            return event, told.moment_id, getattr(told, "userid", "")
        if event.startswith("customer_group"):
            about = told.customer_group if event == "customer_group_updated" else told
            return event, about.chat_id, []
        who = [each.userid for each in told.members]
        return event, told.customer_group.chat_id, (
            sorted(who) if event == "group_members_removed" else who)


class Group:
    """A group as its chat system knows it."""

    def __init__(self, chat_id, name, userids):
        self.chat_id = chat_id
        self.name = name
        self.userids = userids
        self.state = LIVING
