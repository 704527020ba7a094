"""A month of campaigns on one page, and what clashes before it is planned."""

import datetime

from outside import protos, refusal
from outside.scenes import audience, broadcast, chain, pages, request_id, small_corp, until_planned

broadcasts = protos.broadcasts
SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))


def today():
    return datetime.datetime.now(SHANGHAI).date()


def test_what_was_sent_and_what_will_be_stand_on_one_page(corp):
    scene = small_corp(corp)
    first = broadcast(corp, name="今天", audience=audience(userids=scene.userids)).msgid
    until_planned(corp, first)
    ahead = today() + datetime.timedelta(days=7)
    corp.schedules.CreateSchedule(broadcasts.CreateScheduleRequest(
        request_id=request_id(), schedule=broadcasts.Schedule(
            schedule_id="guofen", weekdays=[ahead.isoweekday()], minute_of_day=600,
            start_date=ahead.isoformat(), broadcast=broadcasts.Broadcast(
                name="果粉日", content=broadcasts.Content(text="满减"),
                audience=audience(external_userids=["wm-000", "wm-001"])))))
    end = ahead + datetime.timedelta(days=21)
    entries = pages(
        corp.calendar.ListCalendarEntries, broadcasts.ListCalendarEntriesRequest(
            start_date=(today() - datetime.timedelta(days=1)).isoformat(),
            end_date=end.isoformat(), page_size=2), "entries")
    assert [each.name for each in entries] == ["今天"] + ["果粉日"] * 4
    assert entries[0].msgid == first
    assert [each.date for each in entries[1:]] == [
        (ahead + datetime.timedelta(days=7 * week)).isoformat() for week in range(4)]

    def clashes(date, **fields):
        return corp.calendar.CheckClashes(broadcasts.CheckClashesRequest(
            date=date.isoformat(), broadcast=broadcasts.Broadcast(
                content=broadcasts.Content(text="x"), **fields))).clashes

    (clash,) = clashes(ahead, audience=audience(external_userids=["wm-001", "wm-002"]))
    assert (clash.entry.schedule_id, clash.shared_count) == ("guofen", 1)
    assert not clashes(ahead, audience=audience(external_userids=["wm-002"]))
    (clash,) = clashes(ahead, sender=scene.userids[0])
    assert not clash.HasField("shared_count")
    assert not clashes(ahead + datetime.timedelta(days=1), sender=scene.userids[0])


def test_days_that_are_none_are_refused(corp):
    def refused(start, end):
        return refusal(corp.calendar.ListCalendarEntries, broadcasts.ListCalendarEntriesRequest(
            start_date=start, end_date=end))

    assert refused("", "2026-01-01") == ("INVALID_ARGUMENT", "REQUIRED", "start_date")
    assert refused("2026-02-30", "2026-03-01") == ("INVALID_ARGUMENT", "BAD_DATE", "start_date")
    assert refused("2026-01-01", "2026-03-04") == ("INVALID_ARGUMENT", "OUT_OF_RANGE", "end_date")
