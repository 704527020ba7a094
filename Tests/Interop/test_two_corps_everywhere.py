"""Two corps with equal ids: no method of any service shows one the other's things, or touches them,
whatever of the other's is put into the request: ids, page tokens, cursors, request_ids.

The requests are drawn by chance from what the first corp's own calls brought, field by field, with a
seed that is told when a test fails.
"""

import collections
import os
import random

import grpc
import pytest
from google.protobuf import message_factory

from outside import Corp, System, eventually, protos
from outside.methods import every_method, is_reading, replies
from outside.scenes import (
    acquaintance, audience, broadcast, confirm_all, import_relations, request_id, until_planned,
)

directory, customers = protos.directory, protos.customers
communities, broadcasts = protos.communities, protos.broadcasts

MINE, THEIRS = "MARK-MINE", "MARK-THEIRS"
ROUNDS = int(os.environ.get("SIYU_TWO_CORPS_ROUNDS") or 6)

# A field of requests is filled with what fields of this name brought.
ALIASES = {"page_token": ["next_page_token"], "after": ["cursor"], "parentid": ["id"],
           "department_id": ["id", "department_id"], "owner": ["userid"], "sender": ["userid"]}


@pytest.fixture(scope="module")
def guarded(binary):
    with System("tokens") as running:
        yield running


def populate(corp, mark):
    """Something of every noun, each text with the mark; the ids that callers give are the same."""
    corp.corps.UpdateCorp(directory.UpdateCorpRequest(corp=directory.Corp(name=mark)))
    for number in (101, 102):
        corp.departments.CreateDepartment(directory.CreateDepartmentRequest(
            department=directory.Department(id=number, name=f"{mark} {number}", parentid=1),
            request_id=f"department-{number}"))
    for userid in ("guide-1", "guide-2"):
        corp.members.CreateMember(directory.CreateMemberRequest(
            member=directory.Member(
                userid=userid, name=f"{mark} {userid}", email=f"{userid}@{mark}.test".lower(),
                department_ids=[101]), request_id=userid))
    corp.apps.CreateApp(directory.CreateAppRequest(
        app=directory.App(app_id="crm", name=mark, scopes=["*"]), request_id="app"))
    group = corp.tags.CreateTagGroup(customers.CreateTagGroupRequest(
        group_name=mark, request_id="tags",
        tags=[customers.TagDraft(name=f"{mark} {name}") for name in "甲乙"]))
    import_relations(corp, [
        acquaintance("guide-1", f"wm-{number}", [group.tags[0].tag_id], name=f"{mark} {number}")
        for number in range(4)])
    corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
        chat_id="wr-same", name=mark, owner="guide-1", notice=mark, request_id="group"))
    corp.join_ways.CreateJoinWay(communities.CreateJoinWayRequest(
        join_way=communities.JoinWay(
            scene=communities.JOIN_WAY_SCENE_QR_CODE, remark=mark, chat_ids=["wr-same"],
            room_base_name=mark), request_id="join-way"))
    source = corp.sources.CreateSource(customers.CreateSourceRequest(
        source=customers.Source(name=mark, channel=mark, scene=mark), request_id="source"))
    moment = corp.moments.CreateMoment(communities.CreateMomentRequest(
        text=communities.MomentText(content=mark), request_id="moment",
        visible_range=communities.MomentVisibleRange(department_ids=[101])))

    eventually(
        lambda: corp.moments.GetMoment(
            communities.GetMomentRequest(moment_id=moment.moment_id)).state
        != communities.MOMENT_STATE_DISPATCHING, "the moment is dispatched")

    def way():
        try:
            return corp.ways.CreateContactWay(customers.CreateContactWayRequest(
                contact_way=customers.ContactWay(
                    type=customers.CONTACT_WAY_TYPE_MULTIPLE,
                    scene=customers.CONTACT_WAY_SCENE_QR_CODE, remark=mark, userids=["guide-1"],
                    source_id=source.source_id),
                request_id=request_id()))
        except grpc.RpcError:
            return None

    eventually(way, "customers has heard of the guides")
    created = broadcast(corp, name=mark, text=mark, audience=audience(userids=["guide-1"]))
    until_planned(corp, created.msgid)
    confirm_all(corp, created.msgid)


class Filler:
    """Fills requests with what replies brought."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        self._values = collections.defaultdict(set)

    def learn(self, message):
        for field, value in message.ListFields():
            for each in value if field.is_repeated else [value]:
                if field.message_type and not field.message_type.GetOptions().map_entry:
                    self.learn(each)
                # Ids and the like: a text with the mark would come back from where it was put.
                elif isinstance(each, int) or isinstance(each, str) and THEIRS not in each:
                    self._values[_singular(field.name)].add(each)

    def fill(self, message, depth=0):
        for field in message.DESCRIPTOR.fields:
            name = _singular(field.name)
            if field.name == "page_size":
                message.page_size = self._random.choice([0, 1])
            elif field.message_type:
                if depth < 3 and self._random.random() < 0.7 and (
                        not field.message_type.GetOptions().map_entry):
                    child = getattr(message, field.name)
                    self.fill(child.add() if field.is_repeated else child, depth + 1)
                    if not field.is_repeated:
                        child.SetInParent()
            elif field.enum_type:
                self._put(message, field, self._random.choice(field.enum_type.values).number)
            elif field.name == "request_id":
                message.request_id = self._random.choice(["tags", "app", "group", request_id()])
            elif (known := self._known(name, field)) and self._random.random() < 0.8:
                self._put(message, field, self._random.choice(known))
        return message

    def _known(self, name, field):
        kind = str if field.cpp_type == field.CPPTYPE_STRING else int
        names = [name, *ALIASES.get(name, [])]
        return sorted(
            value for each in names for value in self._values[each] if type(value) is kind)

    @staticmethod
    def _put(message, field, value):
        try:
            if field.is_repeated:
                getattr(message, field.name).append(value)
            else:
                setattr(message, field.name, value)
        except (TypeError, ValueError):
            pass  # A number that does not fit the field.


def _singular(name):
    return name[:-1] if name.endswith("s") else name


def _request(method):
    return message_factory.GetMessageClass(method.descriptor.input_type)()


def _reply(method, packed):
    return message_factory.GetMessageClass(method.descriptor.output_type).FromString(packed)


def ask(corp, method, request, timeout=5):
    """The replies; nothing when the call is refused."""
    if method.descriptor.server_streaming:
        timeout = 0.5  # A feed has no end.
    try:
        return replies(
            corp.channel(method.context), method, [request.SerializeToString()], timeout)
    except grpc.RpcError as error:
        assert error.code() not in (
            grpc.StatusCode.INTERNAL, grpc.StatusCode.UNKNOWN), (method.path, request, error)
        return []


def explore(corp, filler, methods):
    """Calls what reads, with ever more of what it learns; returns what was answered to what."""
    answered = []
    for _ in range(4):
        for method in methods:
            for _ in range(3):
                request = filler.fill(_request(method))
                found = ask(corp, method, request)
                for packed in found:
                    filler.learn(_reply(method, packed))
                if found:
                    answered.append((method, request, found))
    return answered


def test_no_method_shows_or_touches_what_is_another_corps(guarded, request):
    seed = int(os.environ.get("SIYU_SEED") or random.randrange(1 << 32))
    print(f"SIYU_SEED={seed}")
    mine, theirs = Corp(guarded, "mine"), Corp(guarded, "theirs")
    populate(theirs, THEIRS)
    populate(mine, MINE)
    methods = every_method()
    reading = [method for method in methods if is_reading(method)]

    filler = Filler(seed)
    answered = explore(theirs, filler, reading)
    # What is the same when it is asked again, nothing having happened: not what tells the time.
    steady = [
        (method, asked, found) for method, asked, found in answered
        if ask(theirs, method, asked) == found]
    shown = {method.path for method, _, found in steady if THEIRS.encode() in b"".join(found)}
    assert len(shown) > 20, f"the other corp itself sees its own by {sorted(shown)}"

    seen = set()
    for _ in range(ROUNDS):
        for method in methods:
            asked = filler.fill(_request(method))
            for packed in ask(mine, method, asked):
                assert THEIRS.encode() not in packed, (method.path, asked)
                if MINE.encode() in packed:
                    seen.add(method.path)
    # The very requests that show the other corp its own.
    for method, asked, _ in steady:
        for packed in ask(mine, method, asked):
            assert THEIRS.encode() not in packed, (method.path, asked)
            if MINE.encode() in packed:
                seen.add(method.path)
    assert seen, "the first corp sees nothing at all: then the test says nothing"

    for method, asked, found in steady:
        assert ask(theirs, method, asked) == found, (method.path, asked)
    for corp in (mine, theirs):
        corp.close()
