"""A customer scans a poster, and is welcomed: by the rule that is nearest, in time, once."""

import concurrent.futures

import grpc

from outside import Refusal, eventually, protos, refusal
from outside.feeds import kind
from outside.scenes import chain, request_id

broadcasts, customers = protos.broadcasts, protos.customers
Welcome = broadcasts.Welcome


def make_rule(corp, text, **scope):
    return corp.welcome_rules.CreateWelcomeRule(broadcasts.CreateWelcomeRuleRequest(
        request_id=request_id(), welcome_rule=broadcasts.WelcomeRule(
            name=text[:8], scope=broadcasts.WelcomeScope(**scope),
            content=broadcasts.Content(text=text))))


def make_way(corp, userid, **fields):
    """A way to a guide, once customers has heard of him."""
    def made():
        try:
            return corp.ways.CreateContactWay(customers.CreateContactWayRequest(
                request_id=request_id(), contact_way=customers.ContactWay(
                    type=customers.CONTACT_WAY_TYPE_MULTIPLE,
                    scene=customers.CONTACT_WAY_SCENE_QR_CODE, userids=[userid], **fields)))
        except grpc.RpcError as error:
            if Refusal.of(error).reason == "MEMBER_UNKNOWN":
                return None
            raise
    return eventually(made, f"{userid} is known")


def scan(corp, way, external_userid, name="韩梅梅"):
    return corp.ways.AddByContactWay(customers.AddByContactWayRequest(
        config_id=way.config_id, request_id=request_id(),
        customer=customers.Customer(
            external_userid=external_userid, name=name,
            type=customers.CUSTOMER_TYPE_WECHAT))).welcome_code


def welcome_of(corp, code):
    return corp.welcome_messages.GetWelcome(broadcasts.GetWelcomeRequest(welcome_code=code))


def decided(corp, code):
    def found():
        try:
            return welcome_of(corp, code)
        except grpc.RpcError as error:
            assert Refusal.of(error).reason == "WELCOME_NOT_FOUND"
            return None
    return eventually(found, "the code is decided about")


def lease(corp, **fields):
    return corp.welcome_messages.LeaseWelcomes(broadcasts.LeaseWelcomesRequest(
        channel_id="sandbox", **fields)).welcomes


def acknowledge(corp, leased):
    return corp.welcome_messages.AcknowledgeWelcomes(broadcasts.AcknowledgeWelcomesRequest(
        acknowledgements=[broadcasts.WelcomeAcknowledgement(
            welcome_code=each.welcome_code, lease_token=each.lease_token,
            outcome=broadcasts.WelcomeAcknowledgement.OUTCOME_SENT) for each in leased]))


def until_reach(corp, userid, reach):
    eventually(
        lambda: corp.welcome_rules.LookupWelcomeRule(
            broadcasts.LookupWelcomeRuleRequest(userid=userid)).reach == reach,
        "broadcasts knows where he works")


def test_who_scans_a_poster_is_welcomed_by_the_rule_of_the_store(corp):
    chain(corp)
    make_rule(corp, "欢迎光临", is_corp=True)
    make_rule(corp, "{{customer.name|您}}，欢迎来 101 店", department_ids=[101])
    until_reach(corp, "guide-101-1", broadcasts.WELCOME_REACH_DEPARTMENT)
    codes = {
        store: scan(corp, make_way(corp, f"guide-{store}-1"), f"wm-{store}")
        for store in (101, 102)
    }
    for store, reach in ((101, broadcasts.WELCOME_REACH_DEPARTMENT),
                         (102, broadcasts.WELCOME_REACH_CORP)):
        assert decided(corp, codes[store]).reach == reach
    leased = {each.external_userid: each for each in lease(corp)}
    assert leased["wm-101"].content.text == "韩梅梅，欢迎来 101 店"
    assert leased["wm-102"].content.text == "欢迎光临"
    assert acknowledge(corp, leased.values()).settled_count == 2
    assert welcome_of(corp, codes[101]).status == Welcome.STATUS_SENT
    use = customers.UseWelcomeCodeRequest(welcome_code=codes[101])
    assert refusal(corp.welcomes.UseWelcomeCode, use).reason == "WELCOME_ALREADY_SENT"


def test_of_many_who_hold_a_code_one_sends(corp):
    chain(corp)
    make_rule(corp, "欢迎光临", is_corp=True)
    code = scan(corp, make_way(corp, "guide-101-1"), "wm-1")

    def send(number):
        try:
            corp.welcome_messages.SendWelcome(broadcasts.SendWelcomeRequest(
                welcome_code=code, content=broadcasts.Content(text=f"第 {number} 个")))
            return f"第 {number} 个"
        except grpc.RpcError as error:
            assert Refusal.of(error).reason in (
                "WELCOME_BEING_SENT", "WELCOME_ALREADY_SENT"), error
            return None

    decided(corp, code)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        sending = [pool.submit(send, number) for number in range(8)]
        leasing = [pool.submit(lease, corp) for _ in range(4)]
        winners = [text for text in (each.result() for each in sending) if text]
        leased = [each for lot in leasing for each in lot.result()]
    leased += lease(corp)
    assert len(leased) == 1, leased
    assert [leased[0].content.text] == (winners or ["欢迎光临"])


def test_a_welcome_is_decided_once_though_broadcasts_is_killed(corp, system):
    chain(corp)
    make_rule(corp, "欢迎光临", is_corp=True)
    way = make_way(corp, "guide-101-1")
    decided(corp, scan(corp, way, "wm-first"))
    system["broadcasts"].kill()
    codes = [scan(corp, way, f"wm-{number}") for number in range(20)]
    system["broadcasts"].restart()
    assert {decided(corp, code).status for code in codes} == {Welcome.STATUS_WAITING}
    leased = lease(corp, max_count=50, request_id="l-1")
    system["broadcasts"].kill()
    system["broadcasts"].restart()
    again = lease(corp, max_count=50, request_id="l-1")
    assert [each.welcome_code for each in again] == [each.welcome_code for each in leased]
    assert {each.welcome_code for each in leased} >= set(codes)
    assert acknowledge(corp, again).settled_count == len(again)
    assert not lease(corp)


def test_the_way_from_the_adding_to_the_decision_is_short(corp):
    """Prints how long it took, by the servers' own clocks: the machine is everybody's."""
    chain(corp)
    make_rule(corp, "欢迎光临", is_corp=True)
    way = make_way(corp, "guide-101-1")
    codes = [scan(corp, way, f"wm-{number}") for number in range(500)]
    took = sorted(
        (welcome.decide_time.ToNanoseconds() - welcome.add_time.ToNanoseconds()) / 1e6
        for welcome in (decided(corp, code) for code in codes))
    print(f"adding to decision of {len(took)}: p50 {took[250]:.1f} ms, p99 {took[495]:.1f} ms, "
          f"max {took[-1]:.1f} ms")
    changes = corp.changes("broadcasts").WatchChanges(
        broadcasts.WatchChangesRequest(), timeout=20)
    told = set()
    for change in changes:
        if kind(change) == "welcome_decided":
            told.add(change.welcome_decided.welcome_code)
            if len(told) == len(codes):
                break
    changes.cancel()
    assert told == set(codes)
