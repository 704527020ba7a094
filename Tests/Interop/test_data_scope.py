"""Apps for a part of a corp: a store's sees and changes what is the store's, in all four services."""

import contextlib

import grpc
import pytest

from outside import Corp, Refusal, System, errcode, eventually, protos, refusal
from outside.fixtures import fresh_corp_name
from outside.methods import every_method, replies
from outside.processes import run_siyu
from outside.protos import package
from outside.scenes import (
    acquaintance, broadcast, chain, import_relations, pages, request_id, tag_group, until_planned)
from outside.tokens import claims_of

directory, customers = protos.directory, protos.customers
communities, broadcasts = protos.communities, protos.broadcasts
common = protos.common

WHOLE_CORP = Refusal("PERMISSION_DENIED", "CORP_WIDE_METHOD", None)
PUBLIC = {"/siyu.directory.v1.TokenService/IssueToken"}


@pytest.fixture(scope="module")
def guarded(binary):
    with System("tokens") as running:
        yield running


class Stores:
    """Stores 101 to 104 with two guides each; Chen owns 102 and 104, Wang 103, the corp 101.

    Each guide-S-N has a customer wm-S-N of his own; wm-shared knows guide-101-1 and guide-102-1.
    """

    def __init__(self, system, name):
        self._system = system
        self.name = name
        self.operator = Corp(system, name, app="operator")
        self._made = [self.operator]
        self.staff = chain(self.operator, stores=4)
        for store, owner in ((102, "chen"), (103, "wang"), (104, "chen")):
            self.operator.departments.UpdateDepartment(directory.UpdateDepartmentRequest(
                department=directory.Department(id=store, owner_id=owner)))
        _, tags = tag_group(self.operator, "会员等级", "金卡")
        self.tag = tags["金卡"]
        guides = [userid for userids in self.staff.values() for userid in userids]
        import_relations(self.operator, [
            acquaintance(userid, userid.replace("guide", "wm")) for userid in guides])
        import_relations(self.operator, [
            acquaintance(userid, "wm-shared") for userid in ("guide-101-1", "guide-102-1")])

    def caller(self, data_scope, app="store", scope="*"):
        token = self._system.transport.keys.token(
            self.name, app=app, scope=scope, data_scope=data_scope)
        return self.with_token(token)

    def with_token(self, token):
        self._made.append(Corp(self._system, self.name, token=token))
        return self._made[-1]

    def close(self):
        for corp in self._made:
            corp.close()


@pytest.fixture(scope="module")
def stores(guarded):
    """What tests only read, and what they change of their own."""
    made = Stores(guarded, fresh_corp_name("data-scope"))
    until_heard(made.caller("104"), "guide-104-2")
    yield made
    made.close()


@pytest.fixture
def own_stores(guarded, request):
    """A corp of the test's own, to change as it likes."""
    made = Stores(guarded, fresh_corp_name(request.node.name))
    until_heard(made.caller("104"), "guide-104-2")
    yield made
    made.close()


def readings(corp, userid):
    """What each service says of a member to a caller: None, or its refusal."""
    store_reads = [
        (corp.members.GetMember, directory.GetMemberRequest(userid=userid)),
        (corp.relations.ListRelations, customers.ListRelationsRequest(userid=userid)),
        (corp.groups.ListCustomerGroups, communities.ListCustomerGroupsRequest(owners=[userid])),
        (corp.assignments.ListMemberAssignments,
         broadcasts.ListMemberAssignmentsRequest(userid=userid)),
    ]
    found = []
    for call, request in store_reads:
        try:
            call(request)
            found.append(None)
        except grpc.RpcError as error:
            found.append(Refusal.of(error).reason)
    return found


def until_heard(corp, userid):
    """Waits until all services have heard that the member lies in the caller's data scope."""
    eventually(lambda: readings(corp, userid) == [None] * 4, f"all have heard of {userid}")


def listed(corp, userid):
    request = customers.ListRelationsRequest(userid=userid, page_size=2)
    found = pages(corp.relations.ListRelations, request, "relations")
    return {each.relation.external_userid for each in found}


# The matrix: every method, asked by the option that its proto has.

def put(message, path, member, department):
    """Makes a request say something where a path leads; a list gets one item."""
    *steps, last = path.split(".")
    for step in steps:
        field = message.DESCRIPTOR.fields_by_name[step]
        message = getattr(message, step).add() if field.is_repeated else getattr(message, step)
        message.SetInParent()
    field = message.DESCRIPTOR.fields_by_name[last]
    if field.type == field.TYPE_STRING:
        value = member
    elif field.type == field.TYPE_UINT32:
        value = department
    elif field.type == field.TYPE_MESSAGE:
        (getattr(message, last).add() if field.is_repeated else getattr(message, last)).SetInParent()
        return
    else:
        value = 1
    if field.is_repeated:
        getattr(message, last).append(value)
    else:
        setattr(message, last, value)


def entries_of(method):
    """(demand, paths) of each entry of a method's option."""
    found = []
    for entry in method.data_scope:
        demand = {"!": "empty", "?": "optional"}.get(
            "!" if entry.startswith("!") else "?" if entry.endswith("?") else "", "given")
        found.append((demand, [each.strip() for each in entry.strip("!?").split("|")]))
    return found


def requests_of(method):
    """Requests of a method with what they should come to: None is to reach the handler."""
    make = getattr(package(method.context), method.descriptor.input_type.name)
    entries = entries_of(method)
    given = [paths for demand, paths in entries if demand == "given"]

    def request(*extra, without=None, member="guide-102-1", department=102):
        made = make()
        for paths in given:
            if paths is not without:
                put(made, paths[0], member, department)
        for path, *names in extra:
            put(made, path, *(names or ("guide-102-1", 102)))
        return made.SerializeToString()

    yield request(), None
    for paths in given:
        yield request(without=paths), Refusal(
            "PERMISSION_DENIED", "DATA_SCOPE_FIELD_REQUIRED", paths[0])
        for path in paths:
            yield request((path,), without=paths), None
    for demand, paths in entries:
        for path in paths:
            if demand == "empty":
                yield request((path,)), Refusal(
                    "PERMISSION_DENIED", "DATA_SCOPE_FIELD_FORBIDDEN", path)
                continue
            outside = Refusal("PERMISSION_DENIED", "OUTSIDE_DATA_SCOPE", path)
            for member, department in (("guide-101-1", 101), ("guide-103-1", 10), ("nobody", 999)):
                without = paths if demand == "given" else None
                yield request((path, member, department), without=without), outside


def outcome(corp, method, request):
    try:
        replies(corp.channel(method.context), method, [request], 20)
    except grpc.RpcError as error:
        return Refusal.of(error)
    return None


def test_every_method_is_held_to_the_data_scope_or_refused(stores):
    chen = stores.caller("owner:chen", app="matrix")
    whole = stores.caller(None, app="whole")
    declared = 0
    for method in every_method():
        if method.path in PUBLIC:
            continue
        if not method.data_scope:
            assert outcome(chen, method, b"") == WHOLE_CORP, method.path
            continue
        declared += 1
        for request, expected in requests_of(method):
            found = outcome(chen, method, request)
            if expected is None:
                assert found is None or found.code != "PERMISSION_DENIED", (method.path, found)
            else:
                assert found == expected, (method.path, request)
            found = outcome(whole, method, request)
            assert found is None or found.code != "PERMISSION_DENIED" or (
                found.reason == "MEMBER_UNKNOWN"), (method.path, found)
    assert declared >= 30


# What the answers hold.

def test_each_store_sees_its_own_and_nothing_else(stores):
    scopes = {"101": [101], "102": [102], "owner:chen": [102, 104], "103 owner:chen": [102, 103, 104]}
    for scope, own in scopes.items():
        corp = stores.caller(scope)
        for store, userids in stores.staff.items():
            for userid in userids:
                expected = None if store in own else "OUTSIDE_DATA_SCOPE"
                assert readings(corp, userid) == [expected] * 4, (scope, userid)
    assert listed(stores.caller("102"), "guide-102-1") == {"wm-102-1", "wm-shared"}
    found = pages(
        stores.caller("owner:chen").relations.ListRelations,
        customers.ListRelationsRequest(userids=["guide-102-1", "GUIDE-104-2"], page_size=1),
        "relations")
    assert [each.relation.external_userid for each in found] == ["wm-102-1", "wm-shared", "wm-104-2"]
    assert errcode(
        stores.caller("102").relations.ListRelations,
        customers.ListRelationsRequest(userids=["guide-102-1", "guide-101-1"])) == 60011
    assert errcode(
        stores.caller("102").relations.GetCustomer,
        customers.GetCustomerRequest(external_userid="wm-shared")) == 48002


def test_a_shared_customer_shows_nothing_of_the_other_store(stores):
    request = customers.GetSidebarContextRequest(
        userid="guide-102-1", external_userid="wm-shared")
    whole = stores.operator.sidebar.GetSidebarContext(request)
    assert list(whole.other_userids) == ["guide-101-1"]
    own = stores.caller("102").sidebar.GetSidebarContext(request)
    assert own.relation == whole.relation and not own.other_userids and not own.has_more_others
    search = customers.LookupRelationsRequest(userid="guide-102-1", text="wm-shared")
    found = stores.caller("102").relations.LookupRelations(search).relations
    assert [each.relation.userid for each in found] == ["guide-102-1"]


def test_an_audience_is_of_senders_within_the_scope(stores):
    chen = stores.caller("owner:chen")
    audience = customers.Audience(department_ids=[104], userids=["guide-102-1"])
    preview = chen.audiences.PreviewAudience(
        customers.PreviewAudienceRequest(audience=audience, sample_size=100))
    assert preview.customer_count == 4
    assert {each.userid for each in preview.members} == {
        "guide-102-1", "guide-104-1", "guide-104-2"}
    walked = [
        (each.external_userid, each.userid)
        for reply in chen.audiences.ListAudience(customers.ListAudienceRequest(audience=audience))
        for each in reply.recipients]
    assert ("wm-shared", "guide-102-1") in walked and len(walked) == 4
    assert all(userid in {"guide-102-1", "guide-104-1", "guide-104-2"} for _, userid in walked)
    for wrong in (None, customers.Audience(external_userids=["wm-101-1"])):
        assert refusal(
            chen.audiences.PreviewAudience,
            customers.PreviewAudienceRequest(audience=wrong)) == Refusal(
                "PERMISSION_DENIED", "DATA_SCOPE_FIELD_REQUIRED", "audience.userids")
    # Whether some other store knows a customer cannot be found out by leaving him out.
    probe = customers.Audience(userids=["guide-102-1"])
    probe.none_of.add().members.userids.append("guide-101-1")
    assert refusal(
        chen.audiences.PreviewAudience,
        customers.PreviewAudienceRequest(audience=probe)) == Refusal(
            "PERMISSION_DENIED", "DATA_SCOPE_FIELD_FORBIDDEN", "audience.none_of")


def test_a_store_changes_its_own_and_nothing_else(own_stores):
    store = own_stores.caller("102")
    mark = customers.MarkTagsRequest(
        userid="guide-102-1", external_userid="wm-102-1", add_tags=[own_stores.tag],
        request_id=request_id())
    assert list(store.tags.MarkTags(mark).tag_ids) == [own_stores.tag]
    for call, request, field in (
            (store.tags.MarkTags, customers.MarkTagsRequest(
                userid="guide-101-1", external_userid="wm-101-1", add_tags=[own_stores.tag]),
             "userid"),
            (store.tags.BatchMarkTags, customers.BatchMarkTagsRequest(marks=[
                customers.TagMark(
                    userid=f"guide-{each}-1", external_userid=f"wm-{each}-1",
                    remove_tags=[own_stores.tag]) for each in (102, 101)]), "marks.userid"),
            (store.relations.UpdateRelation, customers.UpdateRelationRequest(
                relation=customers.Relation(
                    userid="guide-101-1", external_userid="wm-shared", remark="x")),
             "relation.userid"),
            (store.transfers.TransferCustomers, customers.TransferCustomersRequest(
                handover_userid="guide-101-1", takeover_userid="guide-102-1",
                external_userids=["wm-101-1"]), "handover_userid"),
            (store.transfers.TransferCustomers, customers.TransferCustomersRequest(
                handover_userid="guide-102-1", takeover_userid="guide-103-1",
                external_userids=["wm-102-1"]), "takeover_userid"),
            (store.ways.CreateContactWay, customers.CreateContactWayRequest(
                contact_way=customers.ContactWay(
                    type=customers.CONTACT_WAY_TYPE_MULTIPLE,
                    scene=customers.CONTACT_WAY_SCENE_QR_CODE, userids=["guide-102-1"],
                    spare_userids=["guide-103-1"])), "contact_way.spare_userids")):
        assert refusal(call, request) == Refusal(
            "PERMISSION_DENIED", "OUTSIDE_DATA_SCOPE", field), request
    own = own_stores.operator.relations.ListRelations(
        customers.ListRelationsRequest(userid="guide-102-1")).relations[0].relation
    assert list(own.tag_ids) == [own_stores.tag], "the batch was refused whole"
    accepted = store.transfers.TransferCustomers(customers.TransferCustomersRequest(
        handover_userid="guide-102-1", takeover_userid="guide-102-2",
        external_userids=["wm-102-1", "wm-101-1"], request_id=request_id()))
    assert [each.errcode for each in accepted.customers] == [0, 40131]
    way = store.ways.CreateContactWay(customers.CreateContactWayRequest(
        contact_way=customers.ContactWay(
            type=customers.CONTACT_WAY_TYPE_MULTIPLE, scene=customers.CONTACT_WAY_SCENE_QR_CODE,
            department_ids=[102]), request_id=request_id()))
    assert list(way.department_ids) == [102]
    # What was denied is written down, without what was read.
    stub = own_stores.operator.stub("customers", "AuditService")

    def denials():
        found = pages(stub.ListAuditEntries, common.ListAuditEntriesRequest(), "entries")
        return [each for each in found if each.kind == common.AuditEntry.KIND_DENIAL]

    found = eventually(lambda: denials() if len(denials()) == 6 else None, "six denials")
    assert {each.app for each in found} == {"store"}
    assert {each.reason for each in found} == {"OUTSIDE_DATA_SCOPE"}
    assert {each.subject for each in found} == {"userid=guide-101-1", "userid=guide-103-1"}


def test_codes_are_those_of_the_store(own_stores):
    operator, store = own_stores.operator, own_stores.caller("102")
    operator.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
        chat_id="wr-1", name="客户群", owner="guide-101-1"))
    for each in (101, 102):
        operator.ways.CreateContactWay(customers.CreateContactWayRequest(
            contact_way=customers.ContactWay(
                type=customers.CONTACT_WAY_TYPE_MULTIPLE, remark=str(each),
                scene=customers.CONTACT_WAY_SCENE_QR_CODE, department_ids=[each])))
        operator.join_ways.CreateJoinWay(communities.CreateJoinWayRequest(
            join_way=communities.JoinWay(
                scene=communities.JOIN_WAY_SCENE_QR_CODE, remark=str(each), chat_ids=["wr-1"],
                department_id=each)))
    codes = store.store_codes.GetStoreCodes(customers.GetStoreCodesRequest(department_id=102))
    assert [each.remark for each in codes.guide_codes] == ["102"]
    assert [each.remark for each in codes.group_codes] == ["102"]
    assert refusal(
        store.store_codes.GetStoreCodes, customers.GetStoreCodesRequest(department_id=101)) == (
            Refusal("PERMISSION_DENIED", "OUTSIDE_DATA_SCOPE", "department_id"))


def test_groups_and_tasks_are_those_of_the_store(own_stores):
    operator, store = own_stores.operator, own_stores.caller("102")
    for number, owner in enumerate(("guide-101-1", "guide-102-1", "guide-102-2")):
        operator.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
            chat_id=f"wr-{number}", name="客户群", owner=owner, request_id=request_id()))
    groups = store.groups.ListCustomerGroups(communities.ListCustomerGroupsRequest(
        owners=["guide-102-1", "guide-102-2"])).customer_groups
    assert [each.chat_id for each in groups] == ["wr-1", "wr-2"]
    assert refusal(
        store.groups.ListCustomerGroups, communities.ListCustomerGroupsRequest()) == Refusal(
            "PERMISSION_DENIED", "DATA_SCOPE_FIELD_REQUIRED", "owners")
    made = broadcast(operator, audience=customers.Audience(department_ids=[10]))
    until_planned(operator, made.msgid)
    tasks = store.tasks.ListMemberTasks(
        broadcasts.ListMemberTasksRequest(msgid=made.msgid, userid="GUIDE-102-1")).member_tasks
    assert [each.userid for each in tasks] == ["guide-102-1"]
    confirmed = store.tasks.ConfirmMemberTask(broadcasts.ConfirmMemberTaskRequest(
        msgid=made.msgid, userid="guide-102-1", request_id=request_id()))
    assert confirmed.state == broadcasts.MemberTask.STATE_CONFIRMED
    for call, request in (
            (store.tasks.ListMemberTasks, broadcasts.ListMemberTasksRequest(
                msgid=made.msgid, userid="guide-101-1")),
            (store.tasks.ConfirmMemberTask, broadcasts.ConfirmMemberTaskRequest(
                msgid=made.msgid, userid="guide-101-1"))):
        assert refusal(call, request) == Refusal(
            "PERMISSION_DENIED", "OUTSIDE_DATA_SCOPE", "userid")
    operator.guide_tasks.CreateGuideTask(broadcasts.CreateGuideTaskRequest(
        request_id=request_id(), guide_task=broadcasts.GuideTask(
            kind=broadcasts.GUIDE_TASK_KIND_LEARN, title="新品", department_ids=[10])))
    request = broadcasts.ListMemberAssignmentsRequest(userid="guide-102-1")
    [whole] = operator.assignments.ListMemberAssignments(request).assignments
    [own] = store.assignments.ListMemberAssignments(request).assignments
    assert whole.guide_task.counts.member_count == 8 and not own.guide_task.HasField("counts")
    assert own.assignment == whole.assignment


# How it changes.

def test_who_moves_away_is_out_and_who_comes_is_in(own_stores):
    store, chen = own_stores.caller("101"), own_stores.caller("owner:chen")
    assert readings(store, "guide-101-1") == [None] * 4
    own_stores.operator.members.UpdateMember(directory.UpdateMemberRequest(
        member=directory.Member(userid="guide-101-1", department_ids=[104])))
    assert readings(store, "guide-101-1")[0] == "OUTSIDE_DATA_SCOPE", "directory knows at once"
    eventually(
        lambda: readings(store, "guide-101-1") == ["OUTSIDE_DATA_SCOPE"] * 4, "he is out")
    until_heard(chen, "guide-101-1")
    # A store that changes hands takes its members along.
    own_stores.operator.departments.UpdateDepartment(directory.UpdateDepartmentRequest(
        department=directory.Department(id=104, owner_id="wang")))
    eventually(
        lambda: readings(chen, "guide-104-1") == ["OUTSIDE_DATA_SCOPE"] * 4, "Chen has sold it")
    until_heard(own_stores.caller("owner:wang"), "guide-101-1")


def test_an_app_whose_data_scope_changes_needs_another_token(guarded, own_stores):
    operator, name = own_stores.operator, own_stores.name
    secrets = {}
    for app_id, scope in (
            ("store-101", directory.DataScope(department_ids=[101])),
            ("store-103", directory.DataScope(department_ids=[103])),
            ("chen", directory.DataScope(owner_id="chen"))):
        made = operator.apps.CreateApp(directory.CreateAppRequest(
            app=directory.App(app_id=app_id, name=app_id, scopes=["*"], data_scope=scope),
            request_id=request_id()))
        assert made.app.data_scope == scope
        secrets[app_id] = made.secret

    def issue(app_id):
        with contextlib.closing(Corp(guarded, name, token="")) as stranger:
            return stranger.tokens.IssueToken(directory.IssueTokenRequest(
                corpid=name, app_id=app_id, secret=secrets[app_id]))

    issued = {app_id: issue(app_id) for app_id in secrets}
    assert claims_of(issued["chen"].access_token)["data_scope"] == "owner:chen"
    assert issued["store-101"].data_scope == directory.DataScope(department_ids=[101])
    callers = {app_id: own_stores.with_token(each.access_token) for app_id, each in issued.items()}
    own = {"store-101": [101], "store-103": [103], "chen": [102, 104]}
    for app_id, corp in callers.items():
        for store in own_stores.staff:
            expected = None if store in own[app_id] else "OUTSIDE_DATA_SCOPE"
            assert readings(corp, f"guide-{store}-1") == [expected] * 4, (app_id, store)
    operator.apps.UpdateApp(directory.UpdateAppRequest(
        app=directory.App(app_id="chen", data_scope=directory.DataScope(department_ids=[104])),
        request_id=request_id()))
    assert readings(callers["chen"], "guide-102-1")[0] == "TOKEN_REVOKED"
    eventually(
        lambda: readings(callers["chen"], "guide-102-1") == ["TOKEN_REVOKED"] * 4,
        "all have heard of the revocation")
    assert readings(callers["store-101"], "guide-101-1") == [None] * 4, "others go on"
    narrowed = own_stores.with_token(issue("chen").access_token)
    assert readings(narrowed, "guide-104-1") == [None] * 4
    assert readings(narrowed, "guide-102-1") == ["OUTSIDE_DATA_SCOPE"] * 4


def test_the_command_issues_tokens_for_a_part_of_a_corp(guarded, stores):
    flags = [
        "token", "issue", "--key", str(guarded.transport.keys.private), "--app", "x", "--scope", "*"]
    issued = run_siyu(
        *flags, "--corp", stores.name, "--department", "103", "--department", "101", "--owner",
        "chen")
    assert issued.returncode == 0, issued.stderr
    token = issued.stdout.strip()
    assert claims_of(token)["data_scope"] == "101 103 owner:chen"
    assert readings(stores.with_token(token), "guide-104-1") == [None] * 4
    shown = run_siyu("token", "issue", "--help")
    assert "--department" in shown.stdout and "--owner" in shown.stdout
    for wrong in (["--corp", stores.name, "--owner", "a b"], ["--corp", stores.name, "--owner", ""],
                  ["--corp", stores.name, "--department", "0"],
                  ["--corp", "*", "--department", "101"]):
        ended = run_siyu(*flags, *wrong)
        assert ended.returncode == 2 and len(ended.stderr.splitlines()) == 1, wrong


def test_a_token_whose_data_scope_is_not_what_it_should_be_is_none(guarded, stores):
    keys = guarded.transport.keys
    for claims in (
            {"data_scope": "102", "aud": "siyu"}, {"aud": "siyu-data-scope"},
            {"data_scope": "", "aud": "siyu-data-scope"},
            {"data_scope": "*", "aud": "siyu-data-scope"},
            {"data_scope": 102, "aud": "siyu-data-scope"},
            {"data_scope": "102", "aud": "siyu-data-scope", "corp": "*"}):
        corp = stores.with_token(keys.token(stores.name, claims=claims))
        assert readings(corp, "guide-102-1") == ["BAD_TOKEN"] * 4, claims


def test_services_are_refused_with_a_data_scope_and_callers_within_one_widen_nothing(stores):
    """What customers asks of directory for a caller is what the caller has named."""
    store = stores.caller("102")
    for department in (101, 10, 1):
        assert errcode(
            store.audiences.PreviewAudience, customers.PreviewAudienceRequest(
                audience=customers.Audience(department_ids=[102, department]))) == 60011
    preview = store.audiences.PreviewAudience(customers.PreviewAudienceRequest(
        audience=customers.Audience(department_ids=[102])))
    assert {each.userid for each in preview.members} == {"guide-102-1", "guide-102-2"}
