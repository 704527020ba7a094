"""A broadcast that waits until somebody has approved it."""

from outside import Refusal, protos, refusal
from outside.feeds import follow, kind
from outside.scenes import (
    audience, broadcast, confirm, confirm_all, deliver_all, lease, report_of, request_id, small_corp,
    state_of, until_planned,
)

broadcasts = protos.broadcasts
State = broadcasts.Broadcast


def approve(corp, msgid, **fields):
    return corp.approvals.ApproveBroadcast(broadcasts.ApproveBroadcastRequest(
        msgid=msgid, userid="boss", request_id=request_id(), **fields))


def test_nothing_goes_out_before_it_is_approved_and_all_after_it(corp, system):
    scene = small_corp(corp)
    created = broadcast(
        corp, audience=audience(userids=scene.userids), needs_approval=True)
    assert created.state == State.STATE_WAITING_APPROVAL
    assert refusal(confirm, corp, created.msgid, scene.userids[0]) == Refusal(
        "FAILED_PRECONDITION", "WAITING_FOR_APPROVAL", None)
    assert not lease(corp).deliveries
    system["broadcasts"].kill()
    system["broadcasts"].restart()
    waiting = corp.approvals.ListWaitingBroadcasts(
        broadcasts.ListWaitingBroadcastsRequest(), wait_for_ready=True)
    assert [each.msgid for each in waiting.broadcasts] == [created.msgid]
    approved = approve(corp, created.msgid, comment="可以")
    assert (approved.approval.approved, approved.approval.userid) == (True, "boss")
    until_planned(corp, created.msgid)
    confirm_all(corp, created.msgid)
    assert len(deliver_all(corp)) == len(scene.people)
    assert report_of(corp, created.msgid).state == State.STATE_FINISHED
    changes = follow(
        corp, "broadcasts", until=lambda change: kind(change) == "broadcast_finished")
    told = [kind(change) for change in changes]
    assert told[:3] == ["broadcast_created", "broadcast_approved", "broadcast_planned"]


def test_a_refused_broadcast_reaches_nobody_ever(corp):
    scene = small_corp(corp)
    corp.sending_rules.SetSendingRules(broadcasts.SetSendingRulesRequest(
        rules=broadcasts.SendingRules(broadcasts_need_approval=True), request_id=request_id()))
    created = broadcast(corp, audience=audience(userids=scene.userids))
    assert created.needs_approval
    refused = corp.approvals.RefuseBroadcast(broadcasts.RefuseBroadcastRequest(
        msgid=created.msgid, userid="boss", comment="错别字", request_id=request_id()))
    assert (refused.state, refused.approval.comment) == (State.STATE_REFUSED, "错别字")
    assert refusal(approve, corp, created.msgid) == Refusal(
        "FAILED_PRECONDITION", "NOT_WAITING_FOR_APPROVAL", None)
    assert not lease(corp).deliveries
    counts = report_of(corp, created.msgid).deliveries
    assert (counts.recipient_count, counts.sent_count) == (0, 0)
    assert state_of(corp, created.msgid) == State.STATE_REFUSED
