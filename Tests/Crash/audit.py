"""Holds what the services say at the end against the ledger of what they acknowledged."""

import collections

from outside import protos
from outside.feeds import check_numbering, follow, kind
from outside.scenes import deliveries_of, pages, report_of, tasks_of

from campaign import GUIDES, OFFERS

customers, broadcasts = protos.customers, protos.broadcasts


def audit(load):
    """Nothing acknowledged is missing, nothing is there twice, every report is complete."""
    campaign = load.campaign
    changes = {context: audit_feed(load, context) for context in load.feeds}
    audit_relations(campaign)
    deliveries = audit_broadcasts(campaign)
    load.channels.audit(deliveries)
    audit_conversions(campaign, deliveries)
    audit_offers(campaign)
    audit_added_customers(campaign, changes["customers"])
    audit_broadcasts_feed(campaign, deliveries, changes["broadcasts"])
    load.staff.audit(changes["directory"])
    load.counter.audit(changes["customers"])
    load.chats.audit(changes["communities"])


def audit_feed(load, context):
    """The follower that was cut again and again has what a reader from the start has."""
    changes = load.feeds[context].changes
    check_numbering(changes)
    assert follow(load.corp, context, count=len(changes), seconds=120) == changes
    return changes


def audit_relations(campaign):
    found = {}
    for userid in GUIDES:
        request = customers.ListRelationsRequest(userid=userid, page_size=1000)
        for each in pages(campaign.corp.relations.ListRelations, request, "relations"):
            assert each.customer.external_userid not in found, "a customer was imported twice"
            found[each.customer.external_userid] = userid
    assert found == campaign.ledger.imported == campaign.ledger.asked


def audit_broadcasts(campaign):
    """Each broadcast was created once and reached whom it had to; returns all deliveries by id."""
    ledger, corp = campaign.ledger, campaign.corp
    listed = pages(
        corp.broadcasts.ListBroadcasts, broadcasts.ListBroadcastsRequest(), "broadcasts")
    planned = [each.msgid for each in listed
               if each.state != broadcasts.Broadcast.STATE_FAILED]
    assert sorted(planned) == sorted(ledger.broadcasts)
    found = {}
    for msgid, plan in ledger.broadcasts.items():
        deliveries = deliveries_of(corp, msgid)
        reached = [each.external_userid for each in deliveries]
        assert len(set(reached)) == len(reached), "somebody gets a broadcast twice"
        assert plan.certain <= set(reached) <= plan.possible
        for each in deliveries:
            assert each.userid == ledger.imported[each.external_userid]
            assert each.delivery_id not in found
            found[each.delivery_id] = each
        audit_report(corp, msgid, plan, deliveries)
        tasks = tasks_of(corp, msgid)
        assert {(msgid, task.userid) for task in tasks} == {
            pair for pair in ledger.confirmed if pair[0] == msgid}
        assert all(task.state == broadcasts.MemberTask.STATE_CONFIRMED for task in tasks)
        assert collections.Counter(each.userid for each in deliveries) == {
            task.userid: task.recipient_count for task in tasks}
    return found


def audit_report(corp, msgid, plan, deliveries):
    """planned = sent + failed, and each counter is the count of what it counts."""
    report = report_of(corp, msgid)
    assert report.state == broadcasts.Broadcast.STATE_FINISHED
    assert report.member_count == report.confirmed_member_count
    assert report.refused_count == plan.refused_count
    counts = report.deliveries
    states = collections.Counter(each.state for each in deliveries)
    assert counts.recipient_count == len(deliveries) == counts.sent_count + counts.failed_count
    assert counts.sent_count == states[broadcasts.Delivery.STATE_SENT]
    assert counts.failed_count == states[broadcasts.Delivery.STATE_FAILED]
    assert counts.pending_count == counts.leased_count == counts.stopped_count == 0
    assert counts.conversion_count == sum(each.conversion_count for each in deliveries)
    assert counts.converted_recipient_count == sum(
        each.conversion_count > 0 for each in deliveries)
    assert counts.amount_cents == sum(each.amount_cents for each in deliveries)


def audit_conversions(campaign, deliveries):
    """Each conversion counts once, where it belongs."""
    expected = collections.Counter()
    amounts = collections.Counter()
    for msgid, who, amount in campaign.ledger.conversions.values():
        expected[msgid, who] += 1
        amounts[msgid, who] += amount
    found = {(each.msgid, each.external_userid): each for each in deliveries.values()}
    assert {key: each.conversion_count for key, each in found.items()
            if each.conversion_count} == expected
    assert {key: each.amount_cents for key, each in found.items()
            if each.amount_cents} == amounts


def audit_offers(campaign):
    """Each who came to the till chose once, what he redeemed, and the counters say how many did."""
    ledger, corp = campaign.ledger, campaign.corp
    redeemed = collections.Counter(
        (msgid, who) for msgid, who, _ in ledger.conversions.values())
    chosen = {}
    for msgid in ledger.broadcasts:
        request = broadcasts.ListOfferChoicesRequest(msgid=msgid, page_size=1000)
        for each in pages(corp.offers.ListOfferChoices, request, "choices"):
            chosen[msgid, each.external_userid] = each.offer_id
            assert each.redemption_count == redeemed[msgid, each.external_userid]
        report = corp.offers.GetOfferReport(broadcasts.GetOfferReportRequest(msgid=msgid))
        assert {each.offer_id: each.counts.choice_count for each in report.offers} == {
            offer: sum(pair[0] == msgid and each == offer for pair, each in ledger.offers.items())
            for offer in OFFERS}
    assert chosen == ledger.offers


def audit_added_customers(campaign, changes):
    added = [
        change.relation_added.relation.external_userid for change in changes
        if kind(change) == "relation_added"
        and change.relation_added.relation.userid in GUIDES]
    assert len(added) == len(set(added))
    assert set(added) == set(campaign.ledger.imported)


def audit_broadcasts_feed(campaign, deliveries, changes):
    told = collections.defaultdict(list)
    for change in changes:
        event = getattr(change, kind(change))
        match kind(change):
            case "deliveries_settled":
                told["settled"] += [each.delivery_id for each in event.deliveries]
            case "deliveries_passed_on":
                told["passed on"] += [each.delivery_id for each in event.deliveries]
            case "conversions_recorded":
                told["converted"] += [each.conversion_id for each in event.conversions]
            case "offer_choices_recorded":
                told["chosen"] += [
                    ((each.msgid, each.external_userid), each.offer_id) for each in event.choices]
            case "member_task_confirmed":
                told["confirmed"].append((event.msgid, event.userid))
            case "sending_rules_set":
                told["rules"].append(event.quota_rule)
            case "welcome_decided" | "welcomes_settled":
                pass  # Of customers who come by code meanwhile; no broadcast's.
            case other:
                told[other].append(event.msgid)
    assert told.pop("rules") == [broadcasts.QUOTA_RULE_WEEKLY]
    msgids = sorted(campaign.ledger.broadcasts)
    failed = told["broadcast_failed"]
    assert sorted(told["broadcast_created"]) == sorted(msgids + failed)
    assert sorted(told["broadcast_planned"]) == msgids
    assert sorted(told["broadcast_finished"]) == msgids
    assert sorted(told["confirmed"]) == sorted(campaign.ledger.confirmed)
    assert sorted(told["settled"]) == sorted(deliveries)
    assert sorted(told["passed on"]) == sorted(
        each.delivery_id for each in deliveries.values() if each.failed_attempts)
    assert sorted(told["converted"]) == sorted(campaign.ledger.conversions)
    assert sorted(told["chosen"]) == sorted(campaign.ledger.offers.items())
