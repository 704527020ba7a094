"""The sandbox as an integrator has it: a month of campaigns in seconds, with a channel that errs."""

import collections
import datetime
import os
import threading

import grpc
import pytest

from outside import Corp, eventually, protos, refusal
from outside.feeds import follow
from outside.processes import run_siyu as siyu
from outside.sandbox import Sandbox
from outside.scenes import (
    audience, broadcast, deliveries_of, lease, pages, report_of, request_id, until_planned,
)

sandboxes, broadcasts, common = protos.sandbox, protos.broadcasts, protos.common
Delivery = broadcasts.Delivery

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
NEW_YEAR = datetime.datetime(2026, 1, 1, tzinfo=SHANGHAI)
TUESDAYS = ["2026-01-06", "2026-01-13", "2026-01-20", "2026-01-27"]
FAULTS = {"refuse_percent": 6, "slow_percent": 10, "late_percent": 10, "lose_percent": 10,
          "repeat_percent": 10, "unknown_percent": 10, "seed": "month"}
# Well over what a month takes, and the promise: a month within a minute.
MONTH_SECONDS = 60


@pytest.fixture
def sandbox(binary, tmp_path):
    with Sandbox(tmp_path, "--sandbox-time", NEW_YEAR.isoformat()) as running:
        yield running


@pytest.fixture
def corp(sandbox):
    """The corp demo, filled with the sample."""
    clients = Corp(sandbox, "demo")
    until_filled(clients)
    yield clients
    clients.close()


def until_filled(corp):
    jobid = corp.sandbox.FillCorp(sandboxes.FillCorpRequest()).jobid
    job = common.GetJobRequest(jobid=jobid)
    eventually(
        lambda: corp.jobs("sandbox").GetJob(job).state == common.Job.STATE_DONE,
        "the corp is filled")


def now(corp):
    return corp.sandbox.GetTime(sandboxes.GetTimeRequest()).now_time.ToDatetime(
        tzinfo=datetime.timezone.utc)


def advance(corp, seconds=None, until=None, name="", timeout=MONTH_SECONDS):
    request = sandboxes.AdvanceTimeRequest(request_id=name)
    if until is None:
        request.seconds = seconds
    else:
        request.until_time.FromDatetime(until)
    return corp.sandbox.AdvanceTime(request, timeout=timeout)


def set_faults(corp, **fields):
    return corp.sandbox.SetChannelFaults(sandboxes.SetChannelFaultsRequest(
        faults=sandboxes.ChannelFaults(**fields), request_id=request_id()))


def set_guides(corp, **fields):
    return corp.sandbox.SetGuideBehaviour(sandboxes.SetGuideBehaviourRequest(
        behaviour=sandboxes.GuideBehaviour(**fields), request_id=request_id()))


def messages(corp, **filters):
    request = sandboxes.ListChannelMessagesRequest(page_size=1000, **filters)
    return pages(corp.sandbox.ListChannelMessages, request, "messages")


def every_tuesday(corp, schedule_id, name, minute, **fields):
    corp.schedules.CreateSchedule(broadcasts.CreateScheduleRequest(
        request_id=request_id(),
        schedule=broadcasts.Schedule(
            schedule_id=schedule_id, weekdays=[2], minute_of_day=minute,
            start_date="2026-01-01", end_date="2026-01-31",
            broadcast=broadcasts.Broadcast(
                name=name, audience=audience(department_ids=[1]),
                content=broadcasts.Content(text="{{customer.name}}，今天是果粉日"), **fields))))


def plan_the_month(corp):
    """A campaign each Tuesday morning, and one in the evening that the day's quota keeps back."""
    corp.sending_rules.SetSendingRules(broadcasts.SetSendingRulesRequest(
        rules=broadcasts.SendingRules(quota_rule=broadcasts.QUOTA_RULE_DAILY),
        request_id=request_id()))
    set_guides(corp, confirm_percent=100, delay_seconds=1800)
    set_faults(corp, **FAULTS)
    every_tuesday(corp, "guofen-day", "果粉日", 600, control_percent=10, seed="guofen")
    every_tuesday(corp, "evening", "晚间上新", 1200)


def occurrences(corp, schedule_id):
    request = broadcasts.ListOccurrencesRequest(schedule_id=schedule_id)
    return pages(corp.schedules.ListOccurrences, request, "occurrences")


def check_the_month(corp):
    """All came about on its day, counts add up, nobody got anything twice; returns what was met."""
    met = collections.Counter()
    mornings, evenings = occurrences(corp, "guofen-day"), occurrences(corp, "evening")
    assert [each.date for each in mornings] == [each.date for each in evenings] == TUESDAYS
    for morning, evening in zip(mornings, evenings):
        sent = check_broadcast(corp, morning.msgid, met)
        reached = check_broadcast(corp, evening.msgid, met)
        # WeCom's quota, one a day: nobody heard of both, and who was not reached may be in the evening.
        assert not sent & reached
        held_out = {each.external_userid for each in deliveries_of(corp, morning.msgid)
                    if each.state == Delivery.STATE_HELD_OUT}
        refused = {each.external_userid for each in messages(corp, msgid=morning.msgid)
                   if not each.arrived}
        tried = {each.external_userid for each in messages(corp, msgid=evening.msgid)}
        assert tried == held_out | refused
    return met


def check_broadcast(corp, msgid, met):
    """Returns who got it, once the channel's own record says the same as the deliveries."""
    found = corp.broadcasts.GetBroadcast(broadcasts.GetBroadcastRequest(msgid=msgid))
    assert found.state == broadcasts.Broadcast.STATE_FINISHED
    deliveries = deliveries_of(corp, msgid)
    assert len({each.external_userid for each in deliveries}) == len(deliveries) == 480
    given = messages(corp, msgid=msgid)
    assert len({each.delivery_id for each in given}) == len(given)
    arrived = {each.external_userid for each in given if each.arrived}
    states = collections.Counter(each.state for each in deliveries)
    assert arrived == {
        each.external_userid for each in deliveries if each.state == Delivery.STATE_SENT}
    counts = report_of(corp, msgid).deliveries
    assert (counts.recipient_count, counts.sent_count, counts.failed_count,
            counts.held_out_count) == (
        480, len(arrived), states[Delivery.STATE_FAILED], states[Delivery.STATE_HELD_OUT])
    assert counts.pending_count == counts.leased_count == counts.stopped_count == 0
    met.update(each.fault for each in given)
    for each in given[:20]:
        assert each.content.text.endswith("今天是果粉日") and "{{" not in each.content.text
    return arrived


def test_a_month_of_tuesdays_runs_within_a_minute_and_nothing_is_lost_or_doubled(corp):
    plan_the_month(corp)
    reply = advance(corp, until=datetime.datetime(2026, 2, 1, tzinfo=SHANGHAI))
    assert reply.moment_count >= 16
    assert now(corp) >= datetime.datetime(2026, 2, 1, tzinfo=SHANGHAI)
    met = check_the_month(corp)
    assert set(met) == {sandboxes.Fault.Value(name) for name in sandboxes.Fault.keys()}


def test_what_the_sandbox_plays_is_told_from_what_its_callers_do(corp):
    set_guides(corp, confirm_percent=100)
    msgid = broadcast(corp, audience=audience(department_ids=[1])).msgid
    advance(corp, seconds=0)
    changes = follow(
        corp, "broadcasts", until=lambda change: change.HasField("broadcast_finished"))
    origins = collections.defaultdict(set)
    for change in changes:
        origins[change.WhichOneof("event")].add(change.origin)
    assert origins["broadcast_created"] == {common.ORIGIN_API}
    assert origins["broadcast_planned"] == {common.ORIGIN_JOB}
    assert origins["member_task_confirmed"] == origins["deliveries_settled"] == {
        common.ORIGIN_SANDBOX}
    assert report_of(corp, msgid).deliveries.sent_count == 480


def test_a_kill_in_the_midst_of_a_month_loses_and_doubles_nothing(corp, sandbox):
    plan_the_month(corp)
    end = datetime.datetime(2026, 2, 1, tzinfo=SHANGHAI)
    killed = 0
    for when in ("2026-01-06", "2026-01-13", "2026-01-20"):
        moment = datetime.datetime.fromisoformat(when).replace(hour=10, tzinfo=SHANGHAI)
        cut = threading.Thread(target=cut_off, args=(corp, end))
        cut.start()
        eventually(lambda: passed(corp, moment), f"it is {when}", MONTH_SECONDS)
        sandbox.kill()
        cut.join()
        killed += 1
        sandbox.start()
        eventually(lambda: passed(corp, moment), "the clock did not go back")
    # The same request goes on to the same moment.
    advance(corp, until=end, name="month")
    advance(corp, until=end, name="month")
    check_the_month(corp)
    assert killed == 3


def cut_off(corp, end):
    try:
        advance(corp, until=end, name="month")
    except grpc.RpcError:
        pass


def passed(corp, moment):
    try:
        return now(corp) >= moment
    except grpc.RpcError:
        return False


def test_a_channel_of_ones_own_delivers_when_the_sandboxs_is_down(corp):
    set_faults(corp, is_down=True)
    set_guides(corp, confirm_percent=100)
    msgid = broadcast(corp, audience=audience(userids=["guide-1001-1"])).msgid
    advance(corp, seconds=60)
    assert report_of(corp, msgid).deliveries.pending_count == 20
    own = lease(corp, max_count=5, lease_seconds=600, channel_id="ours").deliveries
    assert len(own) == 5
    # Up again, it takes what is left, and what the other let run out.
    set_faults(corp)
    advance(corp, seconds=0)
    assert report_of(corp, msgid).deliveries.sent_count == 15
    assert len(messages(corp, msgid=msgid)) == 15


def test_what_the_channel_cannot_tell_is_settled_when_it_can(corp):
    set_faults(corp, unknown_percent=100, slow_seconds=59)
    set_guides(corp, confirm_percent=100)
    msgid = broadcast(corp, audience=audience(userids=["guide-1001-1"])).msgid
    advance(corp, seconds=0)
    request = broadcasts.ListUnknownDeliveriesRequest(page_size=7)
    unknown = pages(corp.deliveries.ListUnknownDeliveries, request, "deliveries")
    assert {each.state for each in unknown} == {Delivery.STATE_UNKNOWN}
    assert len({each.delivery_id for each in unknown}) == len(unknown) == 20
    # A lease of 60 seconds would have run out; these do not.
    assert not lease(corp, channel_id="ours").deliveries
    advance(corp, seconds=120)
    counts = report_of(corp, msgid).deliveries
    assert (counts.sent_count, counts.leased_count) == (20, 0)
    assert len(messages(corp, msgid=msgid)) == 20


def test_a_channel_with_a_pace_takes_its_time(corp):
    corp.channels.SetChannel(broadcasts.SetChannelRequest(
        channel=broadcasts.Channel(channel_id="reference", deliveries_per_minute=60)))
    set_guides(corp, confirm_percent=100)
    msgid = broadcast(corp, audience=audience(department_ids=[1])).msgid
    began = now(corp)
    advance(corp, seconds=60)
    sent = report_of(corp, msgid).deliveries.sent_count
    spent = (now(corp) - began).total_seconds()
    # Ten are saved up, then one a second.
    assert 60 <= sent <= 11 + spent
    advance(corp, seconds=420)
    assert report_of(corp, msgid).deliveries.sent_count == 480


def test_a_clock_that_stands_still_replays_to_the_byte(binary, tmp_path):
    def replay(folder):
        folder.mkdir()
        with Sandbox(
            folder, "--sandbox-time", NEW_YEAR.isoformat(), "--sandbox-still") as running:
            corp = Corp(running, "demo")
            until_filled(corp)
            plan_the_month(corp)
            advance(corp, until=datetime.datetime(2026, 1, 7, tzinfo=SHANGHAI))
            kept = [each.SerializeToString(deterministic=True) for each in messages(corp)]
            for name in ("guofen-day", "evening"):
                (occurrence,) = occurrences(corp, name)
                # To the microsecond: the clock stopped there.
                assert occurrence.start_time == occurrence.due_time
                msgid = occurrence.msgid
                kept += [each.SerializeToString(deterministic=True)
                         for each in deliveries_of(corp, msgid)]
            corp.close()
        return kept

    first, second = replay(tmp_path / "first"), replay(tmp_path / "second")
    assert len(first) > 900
    assert first == second


def test_two_corps_have_a_channel_each_and_one_clock(corp, sandbox):
    other = Corp(sandbox, "other")
    filled = other.sandbox.FillCorp(
        sandboxes.FillCorpRequest(store_count=1, customer_count=6)).jobid
    advance(other, seconds=0)
    job = other.jobs("sandbox").GetJob(common.GetJobRequest(jobid=filled))
    assert job.state == common.Job.STATE_DONE, job
    set_faults(other, refuse_percent=100)
    set_guides(other, confirm_percent=100)
    set_guides(corp, confirm_percent=100)
    theirs = broadcast(other, audience=audience(department_ids=[1])).msgid
    ours = broadcast(corp, audience=audience(userids=["guide-1001-1"])).msgid
    advance(corp, seconds=1)
    assert report_of(other, theirs).deliveries.failed_count == 6
    assert report_of(corp, ours).deliveries.sent_count == 20
    assert abs(now(corp) - now(other)) < datetime.timedelta(seconds=20)
    other.close()


def test_what_is_wrong_is_named(corp):
    def refused(call, request):
        return refusal(call, request)[:3]

    for fields, field in (
        ({"slow_percent": 101}, "faults.slow_percent"), ({"slow_seconds": 60}, "faults.slow_seconds"),
        ({"late_percent": 51, "lose_percent": 50}, "faults"),
    ):
        request = sandboxes.SetChannelFaultsRequest(faults=sandboxes.ChannelFaults(**fields))
        assert refused(corp.sandbox.SetChannelFaults, request) == (
            "INVALID_ARGUMENT", "OUT_OF_RANGE", field)
    request = sandboxes.SetGuideBehaviourRequest(
        behaviour=sandboxes.GuideBehaviour(delay_seconds=-1))
    assert refused(corp.sandbox.SetGuideBehaviour, request)[2] == "behaviour.delay_seconds"
    assert refused(corp.sandbox.AdvanceTime, sandboxes.AdvanceTimeRequest())[1:] == (
        "REQUIRED", "step")
    assert refused(corp.sandbox.AdvanceTime, sandboxes.AdvanceTimeRequest(seconds=-1))[1:] == (
        "OUT_OF_RANGE", "seconds")
    advance(corp, seconds=5, name="five")
    assert refused(
        corp.sandbox.AdvanceTime, sandboxes.AdvanceTimeRequest(seconds=6, request_id="five")) == (
        "ALREADY_EXISTS", "REQUEST_ID_REUSED", "request_id")
    assert refused(corp.sandbox.FillCorp, sandboxes.FillCorpRequest(store_count=3)) == (
        "FAILED_PRECONDITION", "CORP_IS_FILLED", None)


WRONG = {
    "one service alone": (["serve", "directory", "--sandbox"], "siyu serve all --sandbox"),
    "a time that is none": (
        ["serve", "all", "--sandbox", "--sandbox-time", "tomorrow"], "--sandbox-time tomorrow"),
    "a sandbox's option without one": (
        ["serve", "all", "--insecure", "--sandbox-still"], "--sandbox"),
    "an address for all": (
        ["serve", "all", "--sandbox", "--listen", "0.0.0.0"], "loopback"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_command_line_says_what_is_right(binary, name, tmp_path):
    arguments, words = WRONG[name]
    ended = siyu(*arguments, "--data", str(tmp_path / "data"))
    assert ended.returncode == 2, ended.stderr
    assert words in ended.stderr and len(ended.stderr.splitlines()) == 1, ended.stderr


def test_a_sandbox_and_other_data_are_kept_from_each_other(binary, tmp_path):
    with Sandbox(tmp_path, "--sandbox-empty") as running:
        corp = Corp(running, "demo")
        corp.departments.ListDepartments(protos.directory.ListDepartmentsRequest())
        corp.close()
    data = str(running.data)
    ended = siyu("serve", "directory", "--insecure", "--data", data)
    assert ended.returncode == 2 and "a sandbox's" in ended.stderr
    ended = siyu("serve", "all", "--sandbox", "--data", data, "--sandbox-time", "2026-01-01T00:00:00Z")
    assert ended.returncode == 2 and "goes on where it was" in ended.stderr
    os.unlink(running.data / "sandbox-clock")
    ended = siyu("serve", "all", "--sandbox", "--data", data)
    assert ended.returncode == 2 and "no sandbox's" in ended.stderr
