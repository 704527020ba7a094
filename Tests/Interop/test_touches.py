"""From the link in a broadcast to the click, the visit to the store and the order."""

import concurrent.futures
import urllib.parse

from google.protobuf.timestamp_pb2 import Timestamp

from outside import protos
from outside.scenes import (
    acknowledge, audience, confirm_all, lease, redemption, report_of, request_id, sent, small_corp,
    until_planned,
)

broadcasts = protos.broadcasts


def now():
    stamp = Timestamp()
    stamp.GetCurrentTime()
    return stamp


def code_in(delivery):
    link = delivery.content.attachments[0].link
    return urllib.parse.parse_qs(urllib.parse.urlsplit(link.url).query)["c"][0]


def record(corp, touches):
    return corp.touches.RecordTouches(broadcasts.RecordTouchesRequest(touches=touches))


def test_a_link_leads_from_the_click_to_the_order(corp):
    scene = small_corp(corp)
    link = broadcasts.Attachment.Link(
        title="新品", url="https://shop.example/7?c={{link.code}}&by={{member.userid}}")
    msgid = corp.broadcasts.CreateBroadcast(broadcasts.CreateBroadcastRequest(
        request_id=request_id(), broadcast=broadcasts.Broadcast(
            audience=audience(userids=scene.userids), content=broadcasts.Content(
                attachments=[broadcasts.Attachment(link=link)])))).msgid
    until_planned(corp, msgid)
    confirm_all(corp, msgid)
    leased = lease(corp).deliveries
    codes = {each.external_userid: code_in(each) for each in leased}
    assert len(set(codes.values())) == len(scene.people)
    acknowledge(corp, [sent(each) for each in leased])
    people = sorted(codes)
    clicks = [broadcasts.Touch(
        touch_id=f"click-{who}-{number}", kind=broadcasts.TOUCH_KIND_CLICK, link_code=codes[who],
        touch_time=now()) for who in people[:20] for number in range(2)]
    # The same batch from eight collectors at once: each click counts once.
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda _: record(corp, clicks), range(8)))
    assert sum(reply.recorded_count for reply in replies) == 40
    assert sum(reply.repeated_count for reply in replies) == 7 * 40
    reads = [broadcasts.Touch(
        touch_id=f"read-{who}", kind=broadcasts.TOUCH_KIND_READ, link_code=codes[who],
        touch_time=now(), read_percent=50, read_seconds=30) for who in people[:10]]
    visits = [broadcasts.Touch(
        touch_id=f"visit-{who}", kind=broadcasts.TOUCH_KIND_VISIT, msgid=msgid,
        external_userid=who, touch_time=now()) for who in people[15:25]]
    assert record(corp, reads + visits).recorded_count == 20
    orders = [redemption(f"order-{who}", msgid, who, 100) for who in people[18:30]]
    corp.conversions.RecordConversions(broadcasts.RecordConversionsRequest(
        conversions=orders, request_id=request_id()))
    report = corp.touches.GetTouchReport(broadcasts.GetTouchReportRequest(msgid=msgid))
    counts = report.counts
    assert (counts.click_count, counts.clicked_recipient_count) == (40, 20)
    assert (counts.reading_recipient_count, counts.read_percent_sum) == (10, 500)
    assert counts.visited_recipient_count == 10
    assert counts.clicked_visited_recipient_count == 5
    assert counts.clicked_converted_recipient_count == 2
    assert counts.clicked_visited_converted_recipient_count == 2
    assert report.sent_count == len(people)
    assert report.converted_recipient_count == report_of(
        corp, msgid).deliveries.converted_recipient_count == 12


def test_a_code_that_nobody_was_given_is_refused(corp):
    reply = record(corp, [broadcasts.Touch(
        touch_id="t", kind=broadcasts.TOUCH_KIND_CLICK, link_code="1-1-abc", touch_time=now())])
    assert [failure.reason for failure in reply.failures] == ["LINK_CODE_UNKNOWN"]
