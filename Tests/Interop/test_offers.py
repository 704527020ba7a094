"""Of five coupons each customer chooses one: chosen once, redeemed, and counted by whom."""

import concurrent.futures

from google.protobuf.timestamp_pb2 import Timestamp

from outside import protos, refusal
from outside.scenes import (
    acknowledge, audience, confirm_all, lease, pages, redemption, request_id, sent, small_corp,
    until_planned,
)

broadcasts = protos.broadcasts

COUPONS = ["soap", "oil", "eggs", "rice", "tea"]


def now():
    stamp = Timestamp()
    stamp.GetCurrentTime()
    return stamp


def campaign(corp, scene):
    """A broadcast of five coupons, sent; returns its msgid and each customer's code."""
    msgid = corp.broadcasts.CreateBroadcast(broadcasts.CreateBroadcastRequest(
        request_id=request_id(), broadcast=broadcasts.Broadcast(
            audience=audience(userids=scene.userids),
            content=broadcasts.Content(text="https://shop.example/?c={{link.code}}"),
            offers=[broadcasts.Offer(offer_id=each, name=f"{each} 券") for each in COUPONS]))).msgid
    until_planned(corp, msgid)
    confirm_all(corp, msgid)
    leased = lease(corp).deliveries
    acknowledge(corp, [sent(each) for each in leased])
    return msgid, {each.external_userid: each.content.text.split("=")[1] for each in leased}


def redeemed(offer_id, msgid, who, prefix):
    conversion = redemption(f"{prefix}-{who}", msgid, who, 100)
    conversion.offer_id = offer_id
    return conversion


def record(corp, conversions):
    reply = corp.conversions.RecordConversions(broadcasts.RecordConversionsRequest(
        conversions=conversions, request_id=request_id()))
    assert reply.failed_count == 0, reply
    return reply


def report(corp, msgid):
    found = corp.offers.GetOfferReport(broadcasts.GetOfferReportRequest(msgid=msgid))
    return {each.offer_id: each for each in found.offers}


def test_each_customer_chooses_one_of_five_however_many_ask_at_once(corp):
    scene = small_corp(corp)
    msgid, codes = campaign(corp, scene)
    people = sorted(codes)

    def visit(number):
        """Each of several pages that are open at once has its own idea of what he wants."""
        return corp.offers.RecordOfferChoices(broadcasts.RecordOfferChoicesRequest(choices=[
            broadcasts.OfferChoice(
                link_code=codes[who], offer_id=COUPONS[(place + number) % 5], choice_time=now())
            for place, who in enumerate(people)]))

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(visit, range(8)))
    assert sum(each.recorded_count for each in replies) == len(people)
    assert all(failure.reason == "OFFER_CHOSEN_ALREADY"
               for each in replies for failure in each.failures)
    choices = pages(
        corp.offers.ListOfferChoices,
        broadcasts.ListOfferChoicesRequest(msgid=msgid, page_size=7), "choices")
    assert sorted(each.external_userid for each in choices) == people
    counted = report(corp, msgid)
    for offer_id, found in counted.items():
        assert found.counts.choice_count == sum(each.offer_id == offer_id for each in choices)
        assert found.counts.sent_count == len(people)
    who = people[0]
    page = corp.offers.GetRecipientOffers(
        broadcasts.GetRecipientOffersRequest(link_code=codes[who]))
    assert [each.offer_id for each in page.offers] == COUPONS
    assert page.chosen_offer_id == next(
        each.offer_id for each in choices if each.external_userid == who)


def test_the_redeem_rate_is_told_for_new_and_old_customers(corp):
    scene = small_corp(corp)
    first, codes = campaign(corp, scene)
    people = sorted(codes)
    old = people[:12]
    record(corp, [redeemed("tea", first, who, "first") for who in old])
    second, _ = campaign(corp, scene)
    record(corp, [redeemed("oil", second, who, "second") for who in people[8:18]])
    oil = report(corp, second)["oil"]
    assert (oil.counts.redeemed_recipient_count, oil.counts.choice_count) == (10, 10)
    assert oil.old_customers.redeemed_recipient_count == 4
    assert oil.old_customers.sent_count == len(old)
    assert oil.new_customers.redeemed_recipient_count == 6
    assert abs(oil.new_customers.redeem_rate - 6 / (len(people) - len(old))) < 1e-12
    lift = corp.lifts.GetLift(broadcasts.GetLiftRequest(msgid=second))
    assert lift.old_customers.pushed.recipient_count == len(old)
    assert lift.old_customers.pushed.converted_recipient_count == 4
    assert lift.new_customers.pushed.converted_recipient_count == 6
    assert report(corp, first)["tea"].new_customers.redeemed_recipient_count == len(old)


def test_what_is_asked_wrongly_is_refused(corp):
    ask = corp.offers.GetRecipientOffers
    assert refusal(ask, broadcasts.GetRecipientOffersRequest(link_code="1-1-x"))[:2] == (
        "NOT_FOUND", "LINK_CODE_UNKNOWN")
    assert refusal(ask, broadcasts.GetRecipientOffersRequest(
        link_code="1-1-x", msgid="msg0"))[:2] == ("INVALID_ARGUMENT", "TARGET_TWICE")
    assert refusal(ask, broadcasts.GetRecipientOffersRequest()) == (
        "INVALID_ARGUMENT", "REQUIRED", "msgid")
    assert refusal(ask, broadcasts.GetRecipientOffersRequest(
        msgid="msg0", external_userid="wm-1"))[:2] == ("NOT_FOUND", "BROADCAST_NOT_FOUND")
