"""Attributes 客户属性: what was told, inferred and learned of a person, and what of it to go by."""

from outside import protos, refusal
from outside.feeds import follow, kind
from outside.scenes import acquaintance, import_relations, request_id

customers = protos.customers
GIVEN, DERIVED, LEARNED = (
    customers.ATTRIBUTE_PROVENANCE_GIVEN, customers.ATTRIBUTE_PROVENANCE_DERIVED,
    customers.ATTRIBUTE_PROVENANCE_LEARNED)


def setting(external_userid, *attributes, removed=()):
    return customers.CustomerAttributes(
        external_userid=external_userid, attributes=attributes,
        removed=[customers.AttributeName(name=name) for name in removed])


def set_all(corp, *items):
    return corp.attributes.SetAttributes(customers.SetAttributesRequest(
        customers=items, request_id=request_id()))


def listed(corp, external_userid):
    return corp.attributes.GetAttributes(customers.GetAttributesRequest(
        external_userid=external_userid)).attributes


def test_a_nightly_model_and_the_customer_himself_tell_of_the_same_thing(corp, system):
    import_relations(corp, [acquaintance("lili", f"wm-{number}") for number in range(1000)])
    scores = [
        setting(
            f"wm-{number}",
            customers.Attribute(
                name="coupon.threshold", number=50 + number, provenance=LEARNED, confidence=0.8,
                source="coupons-v3"),
            customers.Attribute(
                name="skin.type", text="干性", provenance=DERIVED, confidence=0.6))
        for number in range(1000)]
    assert set_all(corp, *scores).set_count == 2000
    assert set_all(corp, setting(
        "wm-7", customers.Attribute(name="skin.type", text="油性", provenance=GIVEN))).set_count == 1
    shown = corp.sidebar.GetSidebarContext(customers.GetSidebarContextRequest(
        userid="lili", external_userid="wm-7")).attributes
    assert [(each.name, each.WhichOneof("value"), each.text or each.number) for each in shown] == [
        ("coupon.threshold", "number", 57), ("skin.type", "text", "油性")]
    assert [each.provenance for each in listed(corp, "wm-7")] == [LEARNED, GIVEN, DERIVED]

    system["customers"].kill()
    system["customers"].restart()
    assert [each.text for each in listed(corp, "wm-7")] == ["", "油性", "干性"]
    assert set_all(corp, setting("wm-7", removed=["skin.type"])).removed_count == 2
    told = [change.attributes_changed for change in follow(corp, "customers", count=2002)
            if kind(change) == "attributes_changed"]
    assert len(told) == 1002
    assert [(each.name, each.provenance) for each in told[-1].removed] == [
        ("skin.type", GIVEN), ("skin.type", DERIVED)]


def test_what_cannot_be_kept_is_named_and_the_rest_is_kept(corp):
    import_relations(corp, [acquaintance("lili", "wm-1")])
    flag = customers.Attribute(name="vip", flag=True, provenance=GIVEN)
    reply = set_all(
        corp, setting("wm-none", flag), setting("wm-1", flag),
        setting("wm-1", customers.Attribute(name="VIP", flag=True, provenance=GIVEN)))
    assert reply.set_count == 1
    assert [(each.key, each.reason, each.errcode) for each in reply.failures] == [
        ("wm-none", "CUSTOMER_NOT_FOUND", 40096), ("wm-1", "BAD_NAME", 40058)]
    assert refusal(corp.attributes.SetAttributes, customers.SetAttributesRequest()) == (
        "INVALID_ARGUMENT", "REQUIRED", "customers")
