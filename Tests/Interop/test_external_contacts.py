"""The contact list 外部联系人: customers, and those who are in groups alone, as two services tell of them."""

import pytest

from outside import Corp, System, eventually, protos
from outside.fixtures import fresh_corp_name
from outside.scenes import acquaintance, import_relations, pages, request_id, tag_group

customers, communities = protos.customers, protos.communities


def contacts(corp, page_size=2):
    return pages(
        corp.contacts.ListExternalContacts,
        customers.ListExternalContactsRequest(page_size=page_size), "contacts")


def people(*whose):
    return [
        communities.NewGroupMember(userid=who, type=communities.GROUP_MEMBER_TYPE_EXTERNAL)
        for who in whose]


def group(corp, *whose):
    return corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
        name="会员群", owner="lili", members=people(*whose), request_id=request_id()))


def until_listed(corp, *whose):
    return eventually(
        lambda: [each.external_userid for each in contacts(corp)] == list(whose) and contacts(corp),
        f"{whose} are listed")


def test_who_is_only_in_a_group_is_listed_behind_the_customers(corp):
    import_relations(corp, [acquaintance("lili", f"wm-{each}") for each in range(3)])
    made = group(corp, "wm-0", "wm-9", "wm-8")
    found = until_listed(corp, "wm-0", "wm-1", "wm-2", "wm-9", "wm-8")
    assert [each.is_customer for each in found] == [True] * 3 + [False] * 2
    assert {each.follow_userid for each in found} == {"lili"}
    assert [each.chat_id for each in found[2:]] == ["", made.chat_id, made.chat_id]
    corp.groups.RemoveGroupMembers(communities.RemoveGroupMembersRequest(
        chat_id=made.chat_id, userids=["wm-9"], quit_scene=communities.GROUP_QUIT_SCENE_LEFT))
    until_listed(corp, "wm-0", "wm-1", "wm-2", "wm-8")
    corp.groups.DismissCustomerGroup(
        communities.DismissCustomerGroupRequest(chat_id=made.chat_id))
    until_listed(corp, "wm-0", "wm-1", "wm-2")


def test_who_joins_a_group_gets_the_tags_of_the_rules_that_speak_of_it(corp):
    _, tags = tag_group(corp, "社群", "入群")
    import_relations(corp, [acquaintance("lili", "wm-0")])
    made = group(corp, "wm-9")
    until_listed(corp, "wm-0", "wm-9")
    corp.auto_tags.CreateAutoTagRule(customers.CreateAutoTagRuleRequest(rule=customers.AutoTagRule(
        name="入群", enabled=True, add_tags=tags.values(), trigger=customers.AutoTagTrigger(
            event=customers.EventTrigger(
                kind=customers.AUTO_TAG_EVENT_KIND_GROUP_JOINED, keys=[made.chat_id])))))
    corp.groups.AddGroupMembers(communities.AddGroupMembersRequest(
        chat_id=made.chat_id, members=people("wm-0"),
        join_scene=communities.GROUP_JOIN_SCENE_QR_CODE))

    def tagged():
        found = corp.relations.GetCustomer(customers.GetCustomerRequest(external_userid="wm-0"))
        return list(found.follow_users[0].tag_ids) == list(tags.values())

    eventually(tagged, "the rule was followed")


def test_killed_customers_hear_of_each_joining_once(binary, request):
    with System() as running:
        corp = Corp(running, fresh_corp_name(request.node.name))
        made = group(corp, "wm-first")
        until_listed(corp, "wm-first")
        names = ["wm-first"]
        for each in range(5):
            running["customers"].kill()
            corp.groups.AddGroupMembers(communities.AddGroupMembersRequest(
                chat_id=made.chat_id, members=people(f"wm-{each}"),
                join_scene=communities.GROUP_JOIN_SCENE_LINK))
            running["customers"].restart()
            names.append(f"wm-{each}")
        until_listed(corp, *names)
        # Without communities the list is what was heard last.
        running["communities"].kill()
        assert [each.external_userid for each in contacts(corp)] == names
        corp.close()


@pytest.mark.parametrize("page_size", [0, 1, 1000])
def test_a_list_of_nobody_ends_at_once(corp, page_size):
    assert contacts(corp, page_size) == []
