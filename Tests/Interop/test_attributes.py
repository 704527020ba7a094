"""Attributes 客户属性: what was told, inferred and learned of a person, and what of it to go by."""

from outside import protos, refusal
from outside.feeds import follow, kind
from outside.scenes import (
    acquaintance, audience, broadcast, chain, import_relations, request_id, until_planned,
)

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


def by_attribute(name, **wanted):
    return audience(all_of=[customers.AudienceClause(any_of=[customers.AudienceCondition(
        attribute=customers.AttributeCondition(name=name, **wanted))])])


def reached(corp, asked):
    messages = corp.audiences.ListAudience(customers.ListAudienceRequest(audience=asked))
    return [each.external_userid for message in messages for each in message.recipients]


def test_a_broadcast_reaches_those_whose_attribute_is_as_wanted(corp):
    guide = chain(corp, stores=1, guides=1)[101][0]
    import_relations(corp, [acquaintance(guide, f"wm-{number:02}") for number in range(20)])
    set_all(corp, *[
        setting(f"wm-{number:02}", customers.Attribute(
            name="spend.year", number=100 * number, provenance=DERIVED, confidence=0.9))
        for number in range(20)])
    rich = by_attribute("spend.year", number=customers.NumberRange(at_least=1700))
    assert reached(corp, rich) == ["wm-17", "wm-18", "wm-19"]
    msgid = broadcast(corp, audience=rich).msgid
    assert until_planned(corp, msgid).recipient_count == 3
    assert reached(corp, by_attribute(
        "spend.year", number=customers.NumberRange(at_least=1700), provenances=[GIVEN])) == []


def test_a_membership_over_brands_is_one_id_and_each_brand_asks_for_its_own_consent(corp):
    """集团会员: the group's id finds the person in every brand's customers; a brand writes to those who let it."""
    for brand in ("belle", "staccato"):
        import_relations(corp, [acquaintance(f"guide-{brand}", f"wm-{brand}")])
    member = customers.Identity(kind=customers.IDENTITY_KIND_OWN, space="group", value="G-1001")
    corp.identities.ChangeIdentities(customers.ChangeIdentitiesRequest(
        external_userid="wm-belle", add_identities=[member]))
    assert refusal(corp.identities.ChangeIdentities, customers.ChangeIdentitiesRequest(
        external_userid="wm-staccato", add_identities=[member])).code == "ALREADY_EXISTS"
    corp.identities.MergeCustomers(customers.MergeCustomersRequest(
        external_userids=["wm-belle", "wm-staccato"]))
    (found,) = corp.identities.LookupCustomers(
        customers.LookupCustomersRequest(identities=[member])).found
    assert list(found.person_external_userids) == ["wm-belle", "wm-staccato"]

    def consent(who, brand, flag, seconds):
        attribute = customers.Attribute(
            name=f"consent.{brand}", flag=flag, provenance=GIVEN, source=f"{brand}-app")
        attribute.observe_time.FromSeconds(seconds)
        assert set_all(corp, setting(who, attribute)).set_count == 1

    agreed = by_attribute("consent.staccato", flag=True)
    assert reached(corp, agreed) == []
    consent("wm-belle", "staccato", True, 1_700_000_000)
    assert reached(corp, agreed) == ["wm-belle", "wm-staccato"]
    assert reached(corp, by_attribute("consent.belle", flag=True)) == []
    # He withdraws it where he is known as another customer: the last word counts for the person.
    consent("wm-staccato", "staccato", False, 1_700_000_100)
    assert reached(corp, agreed) == []
    assert [each.flag for each in listed(corp, "wm-belle")] == [False]
