"""Where the platform cannot reach a customer, a short message does, and why is kept."""

from outside import protos, refusal
from outside.scenes import (
    acknowledge, audience, broadcast, confirm_all, deliveries_of, failed, lease, report_of, sent,
    small_corp, until_planned,
)

broadcasts = protos.broadcasts

SMS = "百果园: 周二果粉日"


def steps(*ids):
    return [
        broadcasts.ChannelStep(
            channel_id=each, content=broadcasts.Content(text=SMS) if each == "sms" else None)
        for each in ids]


def set_channel(corp, **fields):
    return corp.channels.SetChannel(broadcasts.SetChannelRequest(
        channel=broadcasts.Channel(**fields)))


def test_what_the_platform_cannot_send_a_short_message_does(corp):
    scene = small_corp(corp)
    msgid = broadcast(
        corp, audience=audience(userids=scene.userids), channels=steps("wecom", "sms")).msgid
    until_planned(corp, msgid)
    confirm_all(corp, msgid)
    assert not lease(corp, channel_id="sms").deliveries
    leased = lease(corp, channel_id="wecom").deliveries
    acknowledge(corp, [sent(each) for each in leased[3:]])
    reply = acknowledge(corp, [failed(each) for each in leased[:3]])
    assert (reply.settled_count, reply.passed_on_count) == (0, 3)
    assert report_of(corp, msgid).deliveries.pending_count == 3

    by_sms = lease(corp, channel_id="sms")
    assert [each.content.text for each in by_sms.contents] == [SMS]
    assert {each.delivery_id for each in by_sms.deliveries} == {
        each.delivery_id for each in leased[:3]}
    acknowledge(corp, [sent(each) for each in by_sms.deliveries[:2]])
    acknowledge(corp, [failed(by_sms.deliveries[2])])
    counts = report_of(corp, msgid).deliveries
    assert (counts.sent_count, counts.failed_count) == (len(leased) - 1, 1)
    gone = {
        each.delivery_id: (
            each.channel_id,
            [(attempt.channel_id, attempt.failure_reason) for attempt in each.failed_attempts])
        for each in deliveries_of(corp, msgid) if each.failed_attempts}
    no_friend = [("wecom", broadcasts.DELIVERY_FAILURE_REASON_NOT_A_FRIEND)]
    assert gone == {each.delivery_id: ("sms", no_friend) for each in leased[:3]}
    assert corp.broadcasts.GetBroadcast(
        broadcasts.GetBroadcastRequest(msgid=msgid)).state == broadcasts.Broadcast.STATE_FINISHED


def test_a_short_message_carries_a_short_text_and_no_picture(corp):
    scene = small_corp(corp)
    set_channel(corp, channel_id="sms", carries=broadcasts.Carries(text_bytes=210))

    def refused(content):
        return refusal(corp.broadcasts.CreateBroadcast, broadcasts.CreateBroadcastRequest(
            broadcast=broadcasts.Broadcast(
                content=content, audience=audience(userids=scene.userids),
                channels=[broadcasts.ChannelStep(channel_id="sms")])))

    too_long = refused(broadcasts.Content(text="果" * 71))
    assert (too_long.reason, too_long.field) == ("NOT_CARRIED", "broadcast.content.text")
    picture = broadcasts.Attachment(image=broadcasts.Attachment.Image(media_id="m-1"))
    not_carried = refused(broadcasts.Content(text="果", attachments=[picture]))
    assert (not_carried.reason, not_carried.field) == (
        "NOT_CARRIED", "broadcast.content.attachments[0]")
