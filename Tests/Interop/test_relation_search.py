"""Finding customers by name, remark and phone, and taking all of them along."""

import grpc
import pytest

from outside import Corp, System, eventually, protos, refusal
from outside.fixtures import fresh_corp_name
from outside.scenes import acquaintance, import_relations, pages, request_id, tag_group

customers = protos.customers


def pair(userid, external_userid, name, remark="", mobiles=(), **fields):
    made = acquaintance(userid, external_userid, name=name, **fields)
    made.relation.remark = remark
    made.relation.remark_mobiles.extend(mobiles)
    return made


def found(corp, page_size=2, **fields):
    request = customers.LookupRelationsRequest(page_size=page_size, **fields)
    return [(each.relation.userid, each.customer.external_userid)
            for each in pages(corp.relations.LookupRelations, request, "relations")]


def exported(corp, after="", messages=None):
    """What an export gives, or its first messages, after which it is cut."""
    stream = corp.relations.ListCorpRelations(customers.ListCorpRelationsRequest(after=after))
    given, last = [], None
    for number, last in enumerate(stream, 1):
        given += last.relations
        if number == messages:
            stream.cancel()
            break
    return given, last


def test_a_guide_and_the_office_find_by_two_characters_and_by_phone(corp):
    crowd = [pair("guide-1", f"wm-{number:04}", f"路人{number}") for number in range(2000)]
    import_relations(corp, [
        *crowd[:1000], pair("guide-1", "wm-a", "欧阳小明", mobiles=["138-0000-1234"]), *crowd[1000:],
        pair("guide-2", "wm-b", "Lily Chen", remark="小明妈妈", mobiles=["+86 13800001234"])])
    both = [("guide-1", "wm-a"), ("guide-2", "wm-b")]
    assert found(corp, text="小明") == both
    assert found(corp, text="小明", page_size=1) == both
    assert found(corp, text="小明", userid="GUIDE-2") == [both[1]]
    assert found(corp, text="阳小") == [both[0]]
    assert found(corp, text="LY CH") == [both[1]]
    assert found(corp, text="明小") == []
    assert found(corp, phone="(138) 0000 1234") == both
    assert found(corp, phone="8613800001234", userid="guide-1") == [both[0]]
    assert len(set(found(corp, text="路人", page_size=300))) == 2000
    corp.relations.UpdateRelation(customers.UpdateRelationRequest(
        request_id=request_id(), update_mask={"paths": ["remark", "remark_mobiles"]},
        relation=customers.Relation(userid="guide-2", external_userid="wm-b", remark="莉莉")))
    assert found(corp, text="小明") == [both[0]]
    assert found(corp, text="莉莉") == [both[1]]
    assert found(corp, phone="13800001234") == [both[0]]
    refused = refusal(corp.relations.LookupRelations, customers.LookupRelationsRequest(text="a"))
    assert (refused.code, refused.reason, refused.field) == ("INVALID_ARGUMENT", "TOO_SHORT", "text")


@pytest.fixture(scope="module")
def guarded(binary):
    with System("tokens") as running:
        yield running


def test_an_identity_is_searched_for_who_may_read_identities_alone(guarded, request):
    name = fresh_corp_name(request.node.name)
    keys = guarded.transport.keys
    operator = Corp(guarded, name)
    reader = Corp(guarded, name, token=keys.token(name, scope="customers.relations.read"))
    both = Corp(guarded, name, token=keys.token(
        name, scope="customers.relations.read customers.identities.read"))
    import_relations(operator, [pair("guide-1", "wm-1", "王"), pair("guide-2", "wm-1", "王")])
    operator.stub("customers", "IdentityService").ChangeIdentities(
        customers.ChangeIdentitiesRequest(
            external_userid="wm-1", request_id=request_id(),
            add_identities=[customers.Identity(
                kind=customers.IDENTITY_KIND_PHONE, value="+86 139 1111 2222")]))
    assert found(both, phone="13911112222") == [("guide-1", "wm-1"), ("guide-2", "wm-1")]
    assert found(reader, phone="13911112222") == []
    denied = refusal(
        reader.relations.ListCorpRelations, customers.ListCorpRelationsRequest())
    assert (denied.code, denied.reason) == ("PERMISSION_DENIED", "SCOPE_REQUIRED")
    for each in (operator, reader, both):
        each.close()


def test_an_export_that_is_cut_moves_the_whole_corp(corp, another_corp):
    _, tags = tag_group(corp, "等级", "金卡", "银卡")
    _, others = tag_group(another_corp, "等级", "金卡", "银卡")
    mapping = {tags[name]: others[name] for name in tags}
    import_relations(corp, [
        pair(f"guide-{number % 7}", f"wm-{number // 2}", f"顾客{number // 2}", remark=f"备注{number}",
             mobiles=[f"1380000{number:04}"], tag_ids=[tags["金卡" if number % 3 else "银卡"]])
        for number in range(1200)])
    for number in range(0, 60, 2):
        corp.relations.RemoveRelation(customers.RemoveRelationRequest(
            userid=f"guide-{number % 7}", external_userid=f"wm-{number // 2}",
            removed_by=customers.REMOVED_BY_CUSTOMER, request_id=request_id()))
    whole, last = exported(corp)
    assert (len(whole), last.exported_count, last.finished) == (1200, 1200, True)
    begun, cut = exported(corp, messages=2)
    assert not cut.finished
    rest, last = exported(corp, after=cut.cursor)
    assert begun + rest == whole and last.finished
    for each in whole:
        each.relation.tag_ids[:] = [mapping[tag] for tag in each.relation.tag_ids]
    import_relations(another_corp, whole)
    assert exported(another_corp)[0] == whole
    assert found(another_corp, phone="13800000007") == [("guide-0", "wm-3")]
    refused = refusal(
        corp.relations.ListCorpRelations, customers.ListCorpRelationsRequest(after="x"))
    assert (refused.code, refused.field) == ("INVALID_ARGUMENT", "after")


def test_who_is_added_is_welcomed_by_the_code_that_comes_with_him(corp):
    added = corp.relations.AddRelation(customers.AddRelationRequest(
        customer=customers.Customer(external_userid="wm-1", type=customers.CUSTOMER_TYPE_WECHAT),
        relation=customers.Relation(userid="guide-1", state="柜台"), request_id=request_id()))
    assert added.welcome_code
    use = customers.UseWelcomeCodeRequest(welcome_code=added.welcome_code)
    assert corp.welcomes.UseWelcomeCode(use).state == "柜台"
    assert refusal(corp.welcomes.UseWelcomeCode, use).reason == "WELCOME_BEING_SENT"

    def decided():
        try:
            return corp.welcome_messages.GetWelcome(
                protos.broadcasts.GetWelcomeRequest(welcome_code=added.welcome_code))
        except grpc.RpcError:
            return None

    welcome = eventually(decided, "broadcasts has heard of the code")
    assert (welcome.userid, welcome.external_userid, welcome.state) == ("guide-1", "wm-1", "柜台")
