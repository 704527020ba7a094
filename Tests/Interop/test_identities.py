"""Identities 身份: a customer is found by what else he is known by, and two accounts are one person."""

import pytest

from outside import Corp, errcode, protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.scenes import acquaintance, import_relations, pages, request_id

customers = protos.customers


def phone(number):
    return customers.Identity(kind=customers.IDENTITY_KIND_PHONE, value=number)


def own(value, space="crm"):
    return customers.Identity(kind=customers.IDENTITY_KIND_OWN, space=space, value=value)


def openid(value, space="wx0123"):
    return customers.Identity(kind=customers.IDENTITY_KIND_OPENID, space=space, value=value)


def unionid(value):
    return customers.Identity(kind=customers.IDENTITY_KIND_UNIONID, value=value)


@pytest.fixture
def known(corp):
    """A corp with the customers wm-1 to wm-4."""
    import_relations(corp, [acquaintance("lili", f"wm-{each}") for each in range(1, 5)])
    return corp


def give(corp, who, *identities, remove=(), name=""):
    return corp.identities.ChangeIdentities(customers.ChangeIdentitiesRequest(
        external_userid=who, add_identities=identities, remove_identities=remove,
        request_id=name or request_id()))


def found(corp, *identities):
    reply = corp.identities.LookupCustomers(
        customers.LookupCustomersRequest(identities=identities))
    return [list(each.external_userids) for each in reply.found]


def merge(corp, *who):
    return list(corp.identities.MergeCustomers(customers.MergeCustomersRequest(
        external_userids=who, request_id=request_id())).external_userids)


def person(corp, who):
    return list(corp.identities.GetIdentities(
        customers.GetIdentitiesRequest(external_userid=who)).person_external_userids)


def test_a_customer_is_found_by_phone_openid_own_id_and_unionid(known):
    corp = known
    relation = acquaintance("lili", "wm-1")
    relation.customer.unionid = "o-Union"
    import_relations(corp, [relation])
    given = give(corp, "wm-1", phone("+86 138-0000-1234"), own("M-77"), openid("oXyz"))
    assert [(each.space, each.value) for each in given.identities] == [
        ("", "o-Union"), ("", "*1234"), ("wx0123", "oXyz"), ("crm", "M-77")]
    assert not given.identities[0].HasField("create_time")
    assert found(
        corp, phone("8613800001234"), own("M-77"), own("m-77"), own("M-77", "pos"), openid("oXyz"),
        unionid("o-Union"), unionid("o-union")) == [
        ["wm-1"], ["wm-1"], [], [], ["wm-1"], ["wm-1"], []]
    assert "1380000" not in str(corp.identities.GetIdentities(
        customers.GetIdentitiesRequest(external_userid="wm-1")))


def test_a_unionid_said_of_several_finds_them_all_by_when_they_came(known):
    told = [acquaintance("lili", who) for who in ("wm-3", "wm-2")]
    for each in told:
        each.customer.unionid = "o-Family"
    import_relations(known, told)
    assert found(known, unionid("o-Family")) == [["wm-2", "wm-3"]]


def test_an_identity_is_one_person_s_and_can_be_taken_from_him(known):
    corp = known
    give(corp, "wm-1", own("7"))
    taken = customers.ChangeIdentitiesRequest(
        external_userid="wm-2", add_identities=[own("8"), own("7")])
    assert refusal(corp.identities.ChangeIdentities, taken) == (
        "ALREADY_EXISTS", "IDENTITY_TAKEN", "add_identities[1]")
    assert found(corp, own("8")) == [[]]
    give(corp, "wm-1", remove=[own("7"), own("never")])
    assert [each.value for each in give(corp, "wm-2", own("7")).identities] == ["7"]
    assert merge(corp, "wm-1", "wm-2") == ["wm-1", "wm-2"]
    assert not give(corp, "wm-1", own("7")).identities
    reply = corp.identities.LookupCustomers(
        customers.LookupCustomersRequest(identities=[own("7")])).found[0]
    assert list(reply.external_userids) == ["wm-2"]
    assert list(reply.person_external_userids) == ["wm-1", "wm-2"]


def test_customers_are_merged_taken_apart_and_the_history_tells_by_whom(known, system):
    corp = known
    assert merge(corp, "wm-2", "wm-1") == ["wm-1", "wm-2"]
    assert merge(corp, "wm-4", "wm-3") == ["wm-3", "wm-4"]
    crm = Corp(system, corp.name, app="crm")
    assert merge(crm, "wm-2", "wm-3") == ["wm-1", "wm-2", "wm-3", "wm-4"]
    assert merge(corp, "wm-1", "wm-4") == ["wm-1", "wm-2", "wm-3", "wm-4"]
    request = customers.UnmergeCustomerRequest(external_userid="wm-2", request_id=request_id())
    left = corp.identities.UnmergeCustomer(request)
    assert list(left.external_userids) == ["wm-1", "wm-3", "wm-4"]
    assert corp.identities.UnmergeCustomer(request) == left
    assert person(corp, "wm-2") == ["wm-2"]
    assert person(corp, "wm-3") == ["wm-1", "wm-3", "wm-4"]
    history = pages(corp.identities.ListMerges, customers.ListMergesRequest(
        external_userid="wm-2", page_size=1), "merges")
    assert [list(each.person_external_userids) for each in history] == [
        ["wm-2"], ["wm-1", "wm-2", "wm-3", "wm-4"], ["wm-1", "wm-2"]]
    assert [each.app for each in history] == ["test", "crm", "test"]
    assert refusal(corp.identities.UnmergeCustomer, customers.UnmergeCustomerRequest(
        external_userid="wm-2")) == ("FAILED_PRECONDITION", "NOT_MERGED", "external_userid")
    crm.close()
    changes = follow(corp, "customers", count=8)
    check_numbering(changes)
    assert [kind(each) for each in changes[4:]] == [
        "customers_merged", "customers_merged", "customers_merged", "customer_unmerged"]
    assert changes[7].customer_unmerged.person == left


def test_each_customer_of_a_person_keeps_his_relations(known):
    merge(known, "wm-1", "wm-2")
    for who in ("wm-1", "wm-2"):
        reply = known.relations.GetCustomer(customers.GetCustomerRequest(external_userid=who))
        assert [each.userid for each in reply.follow_users] == ["lili"]


def test_a_repeated_change_has_one_effect_and_is_told_once(known):
    name = request_id()
    first = give(known, "wm-1", own("1"), name=name)
    give(known, "wm-1", own("2"))
    give(known, "wm-1", own("2"))
    assert give(known, "wm-1", own("1"), name=name) == first
    assert refusal(give, known, "wm-1", own("3"), name=name) == (
        "ALREADY_EXISTS", "REQUEST_ID_REUSED", "request_id")
    changes = follow(known, "customers", count=6)
    assert [kind(each) for each in changes[4:]] == ["identities_updated"] * 2
    assert changes[4].identities_updated == first
    assert [each.value for each in changes[5].identities_updated.identities] == ["1", "2"]


def test_twenty_identities_a_customer_and_twenty_customers_a_person_and_no_more(corp):
    import_relations(corp, [acquaintance("lili", f"wm-{each:02}") for each in range(21)])
    everybody = [f"wm-{each:02}" for each in range(21)]
    assert len(give(corp, "wm-00", *(own(f"M-{each:02}") for each in range(20))).identities) == 20
    assert refusal(give, corp, "wm-00", own("M-20")) == (
        "RESOURCE_EXHAUSTED", "TOO_MANY_IDENTITIES", "add_identities")
    assert refusal(give, corp, "wm-01", *(own(f"N-{each}") for each in range(21))) == (
        "INVALID_ARGUMENT", "TOO_LONG", "add_identities")
    assert give(corp, "wm-00", own("M-20"), remove=[own("M-00")]).identities[-1].value == "M-20"
    assert merge(corp, *everybody[:20]) == everybody[:20]
    assert refusal(merge, corp, "wm-00", "wm-20") == (
        "RESOURCE_EXHAUSTED", "PERSON_TOO_LARGE", "external_userids")
    assert refusal(merge, corp, *everybody) == ("INVALID_ARGUMENT", "TOO_LONG", "external_userids")
    asked = [own(f"M-{each % 20:02}") for each in range(100)]
    assert len(found(corp, *asked)) == 100
    assert refusal(found, corp, *asked, own("M-01")) == (
        "INVALID_ARGUMENT", "TOO_LONG", "identities")


WRONG = {
    "no kind": (customers.Identity(value="x"), "REQUIRED", "kind"),
    "a unionid, which is the customer's own": (unionid("x"), "NOT_ALLOWED", "kind"),
    "an own id of no system": (own("x", ""), "REQUIRED", "space"),
    "an own id of a system that is no name": (own("x", "我的"), "BAD_ID", "space"),
    "a phone number of a system": (
        customers.Identity(kind=customers.IDENTITY_KIND_PHONE, space="s", value="12345"),
        "NOT_ALLOWED", "space"),
    "a phone number of four digits": (phone("1234"), "BAD_PHONE", "value"),
    "a phone number of sixteen digits": (phone("1" * 16), "BAD_PHONE", "value"),
    "a phone number with a letter": (phone("138-0000-123a"), "BAD_PHONE", "value"),
    "nothing": (own(""), "REQUIRED", "value"),
    "129 bytes": (own("x" * 129), "TOO_LONG", "value"),
}


def test_what_is_no_identity_is_refused_by_its_place(known):
    for name, (identity, reason, field) in WRONG.items():
        assert refusal(give, known, "wm-1", own("good"), identity) == (
            "INVALID_ARGUMENT", reason, f"add_identities[1].{field}"), name
    assert found(known, own("good")) == [[]]
    give(known, "wm-1", own("x" * 128), phone("12345"), phone("1" * 15))


def test_who_is_unknown_is_told_with_errcode_40096(known):
    asked = {
        known.identities.ChangeIdentities: customers.ChangeIdentitiesRequest(
            external_userid="wm-x", add_identities=[own("1")]),
        known.identities.GetIdentities: customers.GetIdentitiesRequest(external_userid="wm-x"),
        known.identities.MergeCustomers: customers.MergeCustomersRequest(
            external_userids=["wm-1", "wm-x"]),
        known.identities.UnmergeCustomer: customers.UnmergeCustomerRequest(external_userid="wm-x"),
        known.identities.ListMerges: customers.ListMergesRequest(external_userid="wm-x"),
    }
    for call, request in asked.items():
        assert refusal(call, request)[:2] == ("NOT_FOUND", "CUSTOMER_NOT_FOUND"), request
        assert errcode(call, request) == 40096, request
    missing = customers.GetIdentitiesRequest()
    assert errcode(known.identities.GetIdentities, missing) == 41035
