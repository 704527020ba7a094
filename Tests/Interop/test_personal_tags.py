"""Personal tags 个人标签: what a guide calls his own customers, and nobody else sees by id."""

from outside import errcode, protos, refusal
from outside.feeds import follow, kind
from outside.scenes import acquaintance, import_relations, pages, request_id, tag_group

customers = protos.customers


def asked(*names, userid="lili", external_userid="wm-1", **fields):
    return customers.SetPersonalTagsRequest(
        userid=userid, external_userid=external_userid, names=names, **fields)


def listed(corp, userid, page_size=2):
    found = pages(corp.personal_tags.ListPersonalTags, customers.ListPersonalTagsRequest(
        userid=userid, page_size=page_size), "personal_tags")
    return {each.name: each.relation_count for each in found}


def test_section_13_point_23_personal_tags_have_no_id_and_the_batch_drops_them(corp):
    _, tags = tag_group(corp, "等级", "金卡")
    import_relations(corp, [
        acquaintance("lili", "wm-1", tags.values()), acquaintance("wang", "wm-1")])
    corp.personal_tags.SetPersonalTags(asked("爱猫", "邻居", "爱猫"))
    corp.personal_tags.SetPersonalTags(asked("邻居", userid="WANG"))
    found = corp.relations.GetCustomer(customers.GetCustomerRequest(external_userid="wm-1"))
    assert [(each.tag_id, each.tag_name, each.type, each.userid) for each in found.tags] == [
        (tags["金卡"], "金卡", customers.RELATION_TAG_TYPE_CORP, ""),
        ("", "爱猫", customers.RELATION_TAG_TYPE_PERSONAL, "lili"),
        ("", "邻居", customers.RELATION_TAG_TYPE_PERSONAL, "lili"),
        ("", "邻居", customers.RELATION_TAG_TYPE_PERSONAL, "wang")]
    batch = corp.relations.ListRelations(customers.ListRelationsRequest(userid="lili"))
    assert [list(each.relation.tag_ids) for each in batch.relations] == [[tags["金卡"]]]
    assert "爱猫" not in str(batch)


def test_they_are_set_whole_told_when_they_change_and_end_with_the_relation(corp):
    import_relations(corp, [acquaintance("lili", f"wm-{each}") for each in (1, 2)])
    request = asked("甲", "乙", request_id=request_id())
    first = corp.personal_tags.SetPersonalTags(request)
    corp.personal_tags.SetPersonalTags(asked("乙", "丙", external_userid="wm-2"))
    corp.personal_tags.SetPersonalTags(asked("乙", "丙", external_userid="wm-2"))
    assert listed(corp, "lili") == {"丙": 1, "乙": 2, "甲": 1}
    corp.personal_tags.SetPersonalTags(asked("丁"))
    assert corp.personal_tags.SetPersonalTags(request) == first
    assert listed(corp, "lili") == {"丁": 1, "丙": 1, "乙": 1}
    assert refusal(corp.personal_tags.SetPersonalTags, asked(
        "戊", request_id=request.request_id)) == (
        "ALREADY_EXISTS", "REQUEST_ID_REUSED", "request_id")
    corp.relations.RemoveRelation(customers.RemoveRelationRequest(
        userid="lili", external_userid="wm-1", removed_by=customers.REMOVED_BY_MEMBER))
    assert listed(corp, "lili") == {"丙": 1, "乙": 1}
    changes = follow(corp, "customers", count=6)
    assert [kind(each) for each in changes[2:]] == [
        "personal_tags_updated", "personal_tags_updated", "personal_tags_updated",
        "relation_removed"]
    assert changes[2].personal_tags_updated == first


def test_nobody_is_found_by_a_personal_tag(corp):
    import_relations(corp, [acquaintance("lili", "wm-1")])
    corp.personal_tags.SetPersonalTags(asked("爱猫"))
    assert not corp.tags.ListTags(customers.ListTagsRequest()).tags
    assert not corp.tags.ListTagGroups(customers.ListTagGroupsRequest()).tag_groups


def test_their_limits_hold_at_the_edge_and_over_it(corp):
    import_relations(corp, [acquaintance("lili", "wm-1")])
    hundred = [f"签 {each:03}" for each in range(100)]
    assert list(corp.personal_tags.SetPersonalTags(asked(*hundred)).names) == hundred
    assert len(listed(corp, "lili", page_size=33)) == 100
    longest = "长" * 30
    assert list(corp.personal_tags.SetPersonalTags(asked(longest)).names) == [longest]

    def refused(request, wanted, number):
        assert refusal(corp.personal_tags.SetPersonalTags, request) == wanted
        assert errcode(corp.personal_tags.SetPersonalTags, request) == number

    refused(asked(*hundred, "一〇一"), ("INVALID_ARGUMENT", "TOO_LONG", "names"), 41111)
    refused(asked(longest + "长"), ("INVALID_ARGUMENT", "TOO_LONG", "names"), 40072)
    refused(asked("签", userid=""), ("INVALID_ARGUMENT", "REQUIRED", "userid"), 40003)
    refused(asked("签", external_userid=""),
            ("INVALID_ARGUMENT", "REQUIRED", "external_userid"), 41035)
    refused(asked("签", userid="wang"), ("NOT_FOUND", "NOT_RELATED", None), 84061)
    assert listed(corp, "lili") == {longest: 1}
    request = customers.ListPersonalTagsRequest(userid="wang")
    assert errcode(corp.personal_tags.ListPersonalTags, request) == 84061
