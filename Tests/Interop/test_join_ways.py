"""Join ways 加入群聊: from the code at the door into a group that has room, and one more when none has."""

import concurrent.futures
import io
import urllib.parse

import PIL.Image
import zxingcpp

from outside import errcode, eventually, protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.scenes import pages, request_id

customers, communities = protos.customers, protos.communities


def group(corp, chat_id, members=0):
    return corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
        chat_id=chat_id, name=f"群 {chat_id}", owner="lili", request_id=request_id(),
        members=[communities.NewGroupMember(
            userid=f"{chat_id}-{number}", type=communities.GROUP_MEMBER_TYPE_EXTERNAL)
            for number in range(members)]))


def make_way(corp, *chat_ids, **fields):
    return corp.join_ways.CreateJoinWay(communities.CreateJoinWayRequest(
        join_way=communities.JoinWay(**{
            "scene": communities.JOIN_WAY_SCENE_QR_CODE, "chat_ids": chat_ids, **fields}),
        request_id=request_id()))


def join(corp, way, external_userid):
    return corp.join_ways.JoinByJoinWay(communities.JoinByJoinWayRequest(
        config_id=way.config_id, external_userid=external_userid, request_id=request_id()))


def members(corp, chat_id):
    return pages(corp.groups.ListGroupMembers, communities.ListGroupMembersRequest(
        chat_id=chat_id, page_size=100), "members")


def test_the_code_at_the_door_fills_group_after_group_and_makes_the_next(corp):
    group(corp, "wr-1", members=198)
    group(corp, "wr-2", members=199)
    way = make_way(
        corp, "wr-1", "wr-2", state="门口", room_base_name="会员群", room_base_id=3)
    first = join(corp, way, "wm-1")
    assert (first.outcome, first.customer_group.chat_id) == (
        communities.JOIN_OUTCOME_JOINED, "wr-1")
    assert first.customer_group.member_count == 200
    made = join(corp, way, "wm-2")
    assert (made.outcome, made.customer_group.name) == (
        communities.JOIN_OUTCOME_CREATED, "会员群3")
    chat_id = made.customer_group.chat_id
    assert join(corp, way, "wm-3").customer_group.chat_id == chat_id
    again = join(corp, way, "wm-1")
    assert (again.outcome, again.customer_group.chat_id) == (
        communities.JOIN_OUTCOME_MEMBER, "wr-1")
    assert [(each.userid, each.join_scene, each.state) for each in members(corp, chat_id)] == [
        ("lili", communities.GROUP_JOIN_SCENE_INVITED, ""),
        ("wm-2", communities.GROUP_JOIN_SCENE_QR_CODE, "门口"),
        ("wm-3", communities.GROUP_JOIN_SCENE_QR_CODE, "门口")]
    read = corp.join_ways.GetJoinWay(communities.GetJoinWayRequest(config_id=way.config_id))
    assert (list(read.chat_ids), read.next_room_id) == (["wr-1", "wr-2", chat_id], 4)

    changes = follow(corp, "communities", count=11)
    check_numbering(changes)
    assert [kind(each) for each in changes[3:]] == [
        "group_members_added", "joined_by_join_way", "customer_group_created", "join_way_updated",
        "group_members_added", "joined_by_join_way", "group_members_added", "joined_by_join_way"]
    assert {each.group_members_added.join_scene for each in changes
            if kind(each) == "group_members_added"} == {
                communities.GROUP_JOIN_EVENT_SCENE_QR_CODE}
    # Customers hears of who is in a group by it.
    eventually(
        lambda: {"wm-1", "wm-2", "wm-3"} <= {each.external_userid for each in pages(
            corp.contacts.ListExternalContacts,
            customers.ListExternalContactsRequest(page_size=1000), "contacts")},
        "customers has heard of the joining")


def test_a_crowd_at_the_door_fills_no_group_beyond_200_and_each_is_in_one(corp):
    group(corp, "wr-1", members=189)
    group(corp, "wr-2", members=184)
    way = make_way(corp, "wr-1", "wr-2", room_base_name="会员群", room_base_id=1)
    crowd = [f"wm-{number}" for number in range(60)] * 2
    with concurrent.futures.ThreadPoolExecutor(16) as threads:
        replies = list(threads.map(lambda who: (who, join(corp, way, who)), crowd))
    went = {}
    for who, reply in replies:
        assert went.setdefault(who, reply.customer_group.chat_id) == reply.customer_group.chat_id
    read = corp.join_ways.GetJoinWay(communities.GetJoinWayRequest(config_id=way.config_id))
    assert len(read.chat_ids) == 3
    inside = {each: [member.userid for member in members(corp, each)] for each in read.chat_ids}
    # 190 and 185 were in the first two, the owners counted; a third holds its owner and the rest.
    assert [len(inside[each]) for each in read.chat_ids] == [200, 200, 36]
    for who, chat_id in went.items():
        assert [each for each in read.chat_ids if who in inside[each]] == [chat_id]


def test_a_foreign_reader_reads_the_code(corp):
    group(corp, "wr-1")
    way = make_way(corp, "wr-1")
    reply = corp.join_ways.GetJoinWayQRCode(communities.GetJoinWayQRCodeRequest(
        config_id=way.config_id, url="https://shop.example.com/join?from=door", size_pixels=300))
    image = PIL.Image.open(io.BytesIO(reply.content))
    assert image.size == (300, 300)
    (code,) = zxingcpp.read_barcodes(image)
    assert urllib.parse.parse_qs(urllib.parse.urlsplit(code.text).query) == {
        "from": ["door"], "config_id": [way.config_id]}


def test_a_way_that_is_deleted_leads_nowhere_and_takes_nobody_out(corp):
    group(corp, "wr-1")
    way = make_way(corp, "wr-1")
    join(corp, way, "wm-1")
    corp.join_ways.DeleteJoinWay(communities.DeleteJoinWayRequest(config_id=way.config_id))
    request = communities.JoinByJoinWayRequest(config_id=way.config_id, external_userid="wm-2")
    assert refusal(corp.join_ways.JoinByJoinWay, request) == (
        "NOT_FOUND", "JOIN_WAY_NOT_FOUND", "config_id")
    assert errcode(corp.join_ways.JoinByJoinWay, request) == 41044
    assert [each.userid for each in members(corp, "wr-1")] == ["lili", "wm-1"]
    corp.groups.DismissCustomerGroup(communities.DismissCustomerGroupRequest(chat_id="wr-1"))
    assert errcode(corp.join_ways.CreateJoinWay, communities.CreateJoinWayRequest(
        join_way=communities.JoinWay(
            scene=communities.JOIN_WAY_SCENE_QR_CODE, chat_ids=["wr-1"]))) == 49008
