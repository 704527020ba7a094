"""Saved audiences 人群包: a description that is named once, and finds who belongs to it each time."""

import pytest

from outside import protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.scenes import (
    acquaintance, all_of, any_of, audience, import_relations, pages, request_id, small_corp,
)

customers = protos.customers


def save(corp, name, wanted, **fields):
    return corp.saved_audiences.CreateSavedAudience(customers.CreateSavedAudienceRequest(
        saved_audience=customers.SavedAudience(name=name, audience=wanted),
        **{"request_id": request_id(), **fields}))


def members_of(corp, **fields):
    request = customers.ListAudienceRequest(audience=audience(**fields))
    return {
        each.external_userid for message in corp.audiences.ListAudience(request)
        for each in message.recipients}


def test_a_saved_audience_finds_who_belongs_to_it_now_and_can_be_narrowed(corp):
    scene = small_corp(corp)
    gold = audience(tag_filter=all_of(any_of(scene.tags["金卡"])))
    saved = save(corp, "金卡会员", gold).saved_audience_id
    assert members_of(corp, saved_audience_id=saved) == scene.carrying("金卡")
    import_relations(corp, [acquaintance(scene.userids[0], "wm-new", [scene.tags["金卡"]])])
    assert members_of(corp, saved_audience_id=saved) == scene.carrying("金卡") | {"wm-new"}
    narrowed = {"saved_audience_id": saved, "userids": scene.userids[1:2],
                "tag_filter": all_of(any_of(scene.tags["常来"]))}
    assert members_of(corp, **narrowed) == (
        scene.carrying("金卡") & scene.carrying("常来") & scene.customers_of(scene.userids[1]))
    found = corp.audiences.PreviewAudience(
        customers.PreviewAudienceRequest(audience=audience(saved_audience_id=saved)))
    assert found.customer_count == len(scene.carrying("金卡")) + 1


def test_section_13_point_4_a_filter_is_and_of_ors_and_ids_put_it_aside(corp):
    scene = small_corp(corp)
    both = all_of(any_of(scene.tags["金卡"], scene.tags["银卡"]), any_of(scene.tags["新客"]))
    assert members_of(corp, tag_filter=both) == scene.carrying("新客")
    named = ["wm-000", "wm-001", "wm-002"]
    assert members_of(corp, tag_filter=both, external_userids=named) == set(named)
    saved = save(corp, "三位", audience(tag_filter=both, external_userids=named))
    assert members_of(corp, saved_audience_id=saved.saved_audience_id) == set(named)


def test_it_is_renamed_changed_and_deleted_and_each_is_told_once(corp):
    request = customers.CreateSavedAudienceRequest(
        saved_audience=customers.SavedAudience(name="甲", audience=audience(userids=["lili"])),
        request_id=request_id())
    made = corp.saved_audiences.CreateSavedAudience(request)
    assert made.saved_audience_id.startswith("au")
    assert corp.saved_audiences.CreateSavedAudience(request) == made
    renamed = corp.saved_audiences.UpdateSavedAudience(customers.UpdateSavedAudienceRequest(
        saved_audience=customers.SavedAudience(
            saved_audience_id=made.saved_audience_id, name="乙"), request_id=request_id()))
    assert (renamed.name, renamed.audience) == ("乙", made.audience)
    changed = corp.saved_audiences.UpdateSavedAudience(customers.UpdateSavedAudienceRequest(
        saved_audience=customers.SavedAudience(
            saved_audience_id=made.saved_audience_id, audience=audience(userids=["wang"])),
        request_id=request_id()))
    assert (changed.name, list(changed.audience.userids)) == ("乙", ["wang"])
    end = customers.DeleteSavedAudienceRequest(
        saved_audience_id=made.saved_audience_id, request_id=request_id())
    corp.saved_audiences.DeleteSavedAudience(end)
    corp.saved_audiences.DeleteSavedAudience(end)
    assert refusal(corp.saved_audiences.GetSavedAudience, customers.GetSavedAudienceRequest(
        saved_audience_id=made.saved_audience_id)) == (
        "NOT_FOUND", "SAVED_AUDIENCE_NOT_FOUND", "saved_audience_id")
    assert save(corp, "乙", audience()).name == "乙"
    changes = follow(corp, "customers", count=5)
    check_numbering(changes)
    assert [kind(each) for each in changes] == [
        "saved_audience_created", "saved_audience_updated", "saved_audience_updated",
        "saved_audience_deleted", "saved_audience_created"]
    assert changes[2].saved_audience_updated == changed


def test_they_are_listed_newest_first_without_what_they_say(corp):
    made = [save(corp, f"人群 {each}", audience(userids=["lili"])) for each in range(5)]
    listed = pages(corp.saved_audiences.ListSavedAudiences,
                   customers.ListSavedAudiencesRequest(page_size=2), "saved_audiences")
    assert [each.saved_audience_id for each in listed] == [
        each.saved_audience_id for each in reversed(made)]
    assert not any(each.HasField("audience") for each in listed)
    assert refusal(corp.saved_audiences.ListSavedAudiences, customers.ListSavedAudiencesRequest(
        page_size=-1)).field == "page_size"


def test_a_deleted_tag_makes_it_unusable_until_it_is_changed(corp):
    scene = small_corp(corp, customers=6)
    saved = save(corp, "金卡", audience(tag_filter=all_of(any_of(scene.tags["金卡"]))))
    corp.tags.DeleteTag(customers.DeleteTagRequest(tag_id=scene.tags["金卡"]))
    wanted = audience(saved_audience_id=saved.saved_audience_id)
    assert refusal(corp.audiences.PreviewAudience, customers.PreviewAudienceRequest(
        audience=wanted)) == (
        "FAILED_PRECONDITION", "SAVED_AUDIENCE_OUTDATED", "audience.saved_audience_id")
    corp.saved_audiences.UpdateSavedAudience(customers.UpdateSavedAudienceRequest(
        saved_audience=customers.SavedAudience(
            saved_audience_id=saved.saved_audience_id,
            audience=audience(tag_filter=all_of(any_of(scene.tags["银卡"]))))))
    assert members_of(corp, saved_audience_id=saved.saved_audience_id) == scene.carrying("银卡")


WRONG = {
    "no name": ({"name": ""}, ("INVALID_ARGUMENT", "REQUIRED", "saved_audience.name")),
    "a name of 31 characters": (
        {"name": "长" * 31}, ("INVALID_ARGUMENT", "TOO_LONG", "saved_audience.name")),
    "a name that another has": (
        {"name": "甲"}, ("ALREADY_EXISTS", "SAVED_AUDIENCE_NAME_TAKEN", "saved_audience.name")),
    "no audience": (
        {"wanted": None}, ("INVALID_ARGUMENT", "REQUIRED", "saved_audience.audience")),
    "another saved audience": (
        {"wanted": audience(saved_audience_id="au-x")},
        ("INVALID_ARGUMENT", "NESTED", "saved_audience.audience.saved_audience_id")),
    "a customer's id that is none": (
        {"wanted": audience(external_userids=["?"])},
        ("INVALID_ARGUMENT", "BAD_ID", "audience.external_userids")),
    "a tag that is none": (
        {"wanted": audience(tag_filter=all_of(any_of("et-x")))},
        ("NOT_FOUND", "TAG_NOT_FOUND", None)),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_with_a_saved_audience_is_named(corp, what):
    save(corp, "甲", audience())
    fields, (code, reason, field) = WRONG[what]
    said = refusal(save, corp, fields.get("name", "乙"), fields.get("wanted", audience()))
    assert said[:2] == (code, reason)
    assert field is None or said.field == field
    assert save(corp, "长" * 30, audience()).name == "长" * 30
