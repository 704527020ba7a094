"""A customer comes by a contact way: from the poster's code to the welcome message."""

import io
import urllib.parse

import grpc
import PIL.Image
import pytest
import resvg_py
import zxingcpp

from outside import Refusal, eventually, protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.scenes import chain, request_id

customers, directory = protos.customers, protos.directory


def make_way(corp, **fields):
    return corp.ways.CreateContactWay(customers.CreateContactWayRequest(
        contact_way=customers.ContactWay(
            type=customers.CONTACT_WAY_TYPE_MULTIPLE, scene=customers.CONTACT_WAY_SCENE_QR_CODE,
            **fields),
        request_id=request_id()))


def made(corp, **fields):
    """The way, or nothing while customers has not heard of whom it names."""
    try:
        return make_way(corp, **fields)
    except grpc.RpcError as error:
        if Refusal.of(error).reason in ("DEPARTMENT_NOT_FOUND", "MEMBER_UNKNOWN"):
            return None
        raise


def scan(corp, way, external_userid):
    return corp.ways.AddByContactWay(customers.AddByContactWayRequest(
        config_id=way.config_id, request_id=request_id(),
        customer=customers.Customer(
            external_userid=external_userid, name="路人", type=customers.CUSTOMER_TYPE_WECHAT)))


def store_way(corp, store, **fields):
    """A way that leads to a store's guides, once customers knows all of them."""
    way = eventually(
        lambda: made(corp, department_ids=[store], **fields), "the store is known")
    request = customers.GetContactWayRequest(config_id=way.config_id)
    eventually(
        lambda: len(corp.ways.GetContactWay(request).member_userids) == 2, "the guides are known")
    return way


def test_a_poster_brings_a_customer_to_a_guide_of_the_store_who_is_welcomed_once(corp):
    staff = chain(corp)
    way = store_way(corp, 101, state="海报一", customer_remark="橱窗来的")
    added = scan(corp, way, "wm-1")
    assert added.outcome == customers.SCAN_OUTCOME_ADDED
    assert added.userid in staff[101]
    relation = added.relation.relation
    assert (relation.state, relation.add_way, relation.remark) == (
        "海报一", customers.ADD_WAY_QR_CODE, "橱窗来的")
    assert relation.status == customers.RELATION_STATUS_HALF

    use = customers.UseWelcomeCodeRequest(welcome_code=added.welcome_code)
    claimed = corp.welcomes.UseWelcomeCode(use)
    assert (claimed.userid, claimed.external_userid) == (added.userid, "wm-1")
    assert refusal(corp.welcomes.UseWelcomeCode, use) == (
        "ABORTED", "WELCOME_BEING_SENT", "welcome_code")
    corp.welcomes.FinishWelcomeCode(customers.FinishWelcomeCodeRequest(
        welcome_code=added.welcome_code, is_sent=True, request_id=request_id()))
    assert refusal(corp.welcomes.UseWelcomeCode, use) == (
        "FAILED_PRECONDITION", "WELCOME_ALREADY_SENT", "welcome_code")

    again = scan(corp, way, "wm-1")
    assert (again.outcome, again.userid) == (customers.SCAN_OUTCOME_FOLLOWED, added.userid)
    accepted = corp.ways.AcceptContact(customers.AcceptContactRequest(
        userid=added.userid, external_userid="wm-1", request_id=request_id()))
    assert accepted.relation.relation.status == customers.RELATION_STATUS_MUTUAL
    assert accepted.welcome_code == ""

    counts = corp.ways.GetContactWayStatistics(
        customers.GetContactWayStatisticsRequest(config_id=way.config_id))
    assert (counts.total.scan_count, counts.total.added_count) == (2, 1)
    assert [each.userid for each in counts.members] == [added.userid]
    changes = follow(corp, "customers", count=6)
    check_numbering(changes)
    assert [kind(change) for change in changes] == [
        "contact_way_created", "relation_added", "added_by_contact_way", "welcome_sent",
        "relation_added", "added_by_contact_way"]


def test_a_guide_who_leaves_gets_no_more_customers(corp):
    staff = chain(corp)
    way = store_way(corp, 101)
    leaver, stays = staff[101]
    corp.members.DeleteMember(directory.DeleteMemberRequest(userid=leaver))
    request = customers.GetContactWayRequest(config_id=way.config_id)
    eventually(
        lambda: list(corp.ways.GetContactWay(request).member_userids) == [stays],
        "the leaving is known")
    assert {scan(corp, way, f"wm-{number}").userid for number in range(20)} == {stays}


@pytest.mark.parametrize("pixels", [100, 400, 2000])
@pytest.mark.parametrize("file_format", ["PNG", "SVG"])
def test_a_foreign_reader_reads_the_code(corp, pixels, file_format):
    way = make_way(corp, userids=["guide"])
    reply = corp.ways.GetContactWayQRCode(customers.GetContactWayQRCodeRequest(
        config_id=way.config_id, url="https://shop.example.com/来?from=poster#top",
        format=getattr(customers, f"QRCODE_FORMAT_{file_format}"), size_pixels=pixels))
    content = reply.content
    if file_format == "SVG":
        assert reply.media_type == "image/svg+xml"
        content = bytes(resvg_py.svg_to_bytes(svg_string=content.decode()))
    else:
        assert reply.media_type == "image/png"
    image = PIL.Image.open(io.BytesIO(content))
    assert image.size == (pixels, pixels)
    (code,) = zxingcpp.read_barcodes(image)
    assert code.text == reply.url
    parts = urllib.parse.urlsplit(code.text)
    assert urllib.parse.parse_qs(parts.query) == {
        "from": ["poster"], "config_id": [way.config_id]}
    assert (parts.netloc, urllib.parse.unquote(parts.path), parts.fragment) == (
        "shop.example.com", "/来", "top")


def test_a_picture_that_cannot_be_drawn_is_refused(corp):
    way = make_way(corp, userids=["guide"])

    def refused(**fields):
        return refusal(corp.ways.GetContactWayQRCode, customers.GetContactWayQRCodeRequest(
            **{"config_id": way.config_id, "url": "https://example.com/", **fields}))

    assert refused(url="") == ("INVALID_ARGUMENT", "REQUIRED", "url")
    assert refused(url="ftp://example.com/") == ("INVALID_ARGUMENT", "BAD_URL", "url")
    assert refused(url="https://example.com/" + "x" * 1005) == (
        "INVALID_ARGUMENT", "TOO_LONG", "url")
    assert refused(url="https://example.com/" + "x" * 1004, size_pixels=100) == (
        "INVALID_ARGUMENT", "TOO_SMALL", "size_pixels")
    assert refused(size_pixels=99) == ("INVALID_ARGUMENT", "OUT_OF_RANGE", "size_pixels")
    assert refused(size_pixels=2001) == ("INVALID_ARGUMENT", "OUT_OF_RANGE", "size_pixels")
    assert refused(format=9) == ("INVALID_ARGUMENT", "UNKNOWN_VALUE", "format")
    assert refused(config_id="cw-none") == ("NOT_FOUND", "CONTACT_WAY_NOT_FOUND", "config_id")
