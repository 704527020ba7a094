"""People who come to a corp, change their places and leave: what goes on in directory."""

import random

from outside import protos
from outside.scenes import pages, request_id

from callers import Callers

directory = protos.directory

# The department all that happens here hangs under, beside the root.
REGION = 10


class Staff(Callers):
    """The personnel office. It asks for one thing after another, so the feed tells them in order."""

    def __init__(self, system, corp_name, seed):
        super().__init__(system, corp_name)
        self.members = {}  # userid → position
        self.departments = {}  # id → name
        self.told = []  # (event, id, what it says), as the feed has to tell them
        self._random = random.Random(seed)
        self._count = 0

    def hire(self, userids):
        """Brings members who stay for good."""
        self._found(REGION, "华东区", 1)
        for userid in userids:
            self._hire(self.corp, userid)

    def begin(self):
        self._worker = self.start(self._work)

    def finish(self, deadline):
        self.no_more.set()
        self.join(self._worker, deadline)

    def mark_the_end(self):
        """Makes one last change that the feed will tell last; returns how to know its event."""
        self._found(999_999, "the end", REGION)
        return lambda change: change.department_created.id == 999_999

    def _work(self):
        corp = self.own_corp()
        passing = []
        while not self.no_more.is_set():
            self._count += 1
            draw = self._random.random()
            if draw < 0.1:
                self._found(1000 + self._count, f"门店 {self._count}", REGION)
            elif draw < 0.4 or not passing:
                passing.append(f"passing-{self._count}")
                self._hire(corp, passing[-1])
            elif draw < 0.8:
                self._promote(corp, self._random.choice(passing))
            else:
                self._dismiss(corp, passing.pop(self._random.randrange(len(passing))))
            self.rest()

    def _found(self, number, name, parentid):
        self.answered(
            self.corp.departments.CreateDepartment,
            directory.CreateDepartmentRequest(
                department=directory.Department(id=number, name=name, parentid=parentid),
                request_id=request_id()))
        self.departments[number] = name
        self.told.append(("department_created", number, name))

    def _hire(self, corp, userid):
        self.answered(
            corp.members.CreateMember,
            directory.CreateMemberRequest(
                member=directory.Member(
                    userid=userid, name=f"导购 {userid}", email=f"{userid}@example.com",
                    department_ids=[REGION]),
                request_id=request_id()))
        self.members[userid] = ""
        self.told.append(("member_created", userid, ""))

    def _promote(self, corp, userid):
        position = f"店长 {self._count}"
        request = directory.UpdateMemberRequest(
            member=directory.Member(userid=userid, position=position), request_id=request_id())
        request.update_mask.paths.append("position")
        self.answered(corp.members.UpdateMember, request)
        self.members[userid] = position
        self.told.append(("member_updated", userid, position))

    def _dismiss(self, corp, userid):
        self.answered(
            corp.members.DeleteMember,
            directory.DeleteMemberRequest(userid=userid, request_id=request_id()))
        told = self.members.pop(userid)
        self.told.append(("member_deleted", userid, told))

    def audit(self, changes):
        """Every member and department is as acknowledged, and told once, in order."""
        corp = self.corp
        members = pages(corp.members.ListMembers, directory.ListMembersRequest(
            department_id=REGION, fetch_child=True, page_size=1000), "members")
        assert {each.userid: each.position for each in members} == self.members
        assert len(members) == len(self.members)
        departments = pages(corp.departments.ListDepartments, directory.ListDepartmentsRequest(
            page_size=1000), "departments")
        assert {each.id: each.name for each in departments if each.id != 1} == self.departments
        assert [self._what(change) for change in changes] == self.told

    @staticmethod
    def _what(change):
        event = change.WhichOneof("event")
        told = getattr(change, event)
        if event.startswith("department"):
            return event, told.id, told.name
        return event, told.userid, told.position
