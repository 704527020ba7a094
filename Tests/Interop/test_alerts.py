"""A campaign that does not go as it should is told of once, by the feed."""

from outside import Corp, protos, refusal
from outside.feeds import follow, kind
from outside.sandbox import Sandbox
from outside.scenes import (
    acknowledge, audience, broadcast, confirm, confirm_all, failed, lease, pages, request_id, sent,
    small_corp, until_planned,
)

broadcasts = protos.broadcasts


def create(corp, alert_kind, **fields):
    return corp.alerts.CreateAlertRule(broadcasts.CreateAlertRuleRequest(
        request_id=request_id(),
        alert_rule=broadcasts.AlertRule(name="预警", kind=alert_kind, **fields)))


def raised(corp):
    return pages(corp.alerts.ListAlerts, broadcasts.ListAlertsRequest(page_size=1), "alerts")


def test_a_channel_that_fails_too_often_is_told_of_once(corp):
    scene = small_corp(corp)
    rule = create(corp, broadcasts.ALERT_KIND_FAILED_ABOVE, percent=20, min_count=10)
    msgid = broadcast(corp, audience=audience(userids=scene.userids)).msgid
    until_planned(corp, msgid)
    confirm_all(corp, msgid)
    leased = lease(corp).deliveries
    acknowledge(corp, [sent(each) for each in leased[:8]])
    acknowledge(corp, [failed(each) for each in leased[8:10]])
    assert raised(corp) == []
    acknowledge(corp, [failed(leased[10])])
    (alert,) = raised(corp)
    assert (alert.msgid, alert.count, alert.whole_count, alert.rule) == (msgid, 3, 11, rule)
    acknowledge(corp, [failed(each) for each in leased[11:]])
    assert raised(corp) == [alert]
    corp.alerts.DeleteAlertRule(broadcasts.DeleteAlertRuleRequest(rule_id=rule.rule_id))
    told = follow(corp, "broadcasts", until=lambda change: kind(change) == "alert_rule_deleted")
    assert [each.alert_raised for each in told if kind(each) == "alert_raised"] == [alert]
    assert refusal(corp.alerts.GetAlertRule, broadcasts.GetAlertRuleRequest(
        rule_id=rule.rule_id)) == ("NOT_FOUND", "ALERT_RULE_NOT_FOUND", "rule_id")
    assert raised(corp) == [alert]


def test_guides_who_do_not_confirm_in_time_are_told_of_when_it_is_time(binary, tmp_path):
    with Sandbox(tmp_path, "--sandbox-time", "2026-01-05T10:00:00+08:00") as sandbox:
        corp = Corp(sandbox, "alerts")
        scene = small_corp(corp)
        create(corp, broadcasts.ALERT_KIND_CONFIRMED_BELOW, percent=75, hours=2)

        def advance(seconds):
            corp.sandbox.AdvanceTime(protos.sandbox.AdvanceTimeRequest(seconds=seconds))

        msgids = [
            broadcast(corp, audience=audience(userids=scene.userids)).msgid for _ in range(2)]
        for msgid in msgids:
            until_planned(corp, msgid)
        for userid in scene.userids[:3]:
            confirm(corp, msgids[0], userid)
        confirm(corp, msgids[1], scene.userids[0])
        advance(7199)
        assert raised(corp) == []
        advance(1)
        (alert,) = raised(corp)
        assert (alert.msgid, alert.count, alert.whole_count) == (msgids[1], 1, 4)
        advance(86400)
        assert raised(corp) == [alert]
        corp.close()
