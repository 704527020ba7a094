"""About how much a broadcast will bring, from what those before it brought."""

from outside import errcode, protos, refusal
from outside.scenes import (
    audience, broadcast, confirm_all, deliver_all, redemption, small_corp, until_planned,
)

broadcasts = protos.broadcasts


def forecast(corp, msgids=(), **fields):
    return corp.forecasts.GetForecast(broadcasts.GetForecastRequest(
        msgids=msgids, broadcast=broadcasts.Broadcast(
            content=broadcasts.Content(text="满一百减二十"), **fields)))


def campaign(corp, userids, buyers, number):
    """A broadcast of which some bought; returns its msgid."""
    msgid = broadcast(corp, name=f"果粉日 {number}", audience=audience(userids=userids)).msgid
    until_planned(corp, msgid)
    confirm_all(corp, msgid)
    deliver_all(corp)
    reply = corp.conversions.RecordConversions(broadcasts.RecordConversionsRequest(
        conversions=[redemption(f"{number}-{who}", msgid, who, 500) for who in buyers]))
    assert (reply.recorded_count, reply.failed_count) == (len(buyers), 0)
    return msgid


def test_what_tuesdays_brought_says_what_the_next_one_will(corp):
    scene = small_corp(corp)
    people = sorted(scene.people)
    assert not forecast(
        corp, audience=audience(userids=scene.userids)).HasField("converted_recipient_count")
    bought = [8, 10, 12]
    msgids = [
        campaign(corp, scene.userids, people[:count], number)
        for number, count in enumerate(bought)]
    found = forecast(corp, audience=audience(userids=scene.userids))
    assert list(found.msgids) == msgids[::-1]
    assert found.recipient_count == len(people)
    assert (found.past_sent_count, found.past_converted_recipient_count) == (
        3 * len(people), sum(bought))
    assert abs(found.converted_recipient_count - 10) < 1e-9
    assert found.amount_cents == 5000
    lower, upper = (
        found.converted_recipient_count_lower, found.converted_recipient_count_upper)
    assert 0 <= lower < 8 and 12 < upper <= len(people)
    # Half of them held out brings half as much; one store's guides reach their own customers.
    half = forecast(corp, audience=audience(userids=scene.userids), control_percent=50)
    assert abs(half.converted_recipient_count - 5) < 1e-9
    few = forecast(corp, audience=audience(userids=scene.userids[:1]), msgids=msgids[:1])
    mine = len(scene.customers_of(scene.userids[0]))
    assert few.recipient_count == mine
    assert abs(few.converted_recipient_count - mine * 8 / len(people)) < 1e-9
    assert not few.HasField("converted_recipient_count_lower")


def test_what_is_asked_wrongly_is_refused(corp):
    ask, request = corp.forecasts.GetForecast, broadcasts.GetForecastRequest
    assert refusal(ask, request()) == ("INVALID_ARGUMENT", "REQUIRED", "broadcast")
    asked = broadcasts.Broadcast(content=broadcasts.Content(text="x"), sender="guide-101-1")
    assert refusal(ask, request(broadcast=asked, msgids=["m"] * 21)) == (
        "INVALID_ARGUMENT", "TOO_LONG", "msgids")
    assert refusal(ask, request(broadcast=asked, msgids=["a b"])) == (
        "INVALID_ARGUMENT", "BAD_ID", "msgids")
    assert errcode(ask, request(broadcast=asked, msgids=["msg-none"])) == 41047
