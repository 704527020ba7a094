"""Requests that no state of a corp makes right, each with its reason: they change nothing."""

from outside import protos
from .world import DAY, set_time

customers = protos.customers


def wrong_requests(now):
    """(service, method, request, reason), of every noun."""
    pair = {"userid": "guide-101-1", "external_userid": "wm-00"}
    person = customers.Customer(external_userid="wm-00")
    future = customers.Relation(userid="guide-101-1")
    set_time(future.create_time, now + 10**6)
    interval = customers.GetUserBehaviorDataRequest(userids=["guide-101-1"])
    set_time(interval.start_time, now - 31 * DAY)
    set_time(interval.end_time, now)
    empty_clause = customers.Audience(all_of=[customers.AudienceClause()])
    long = "长" * 31
    return [
        ("relations", "AddRelation", customers.AddRelationRequest(
            customer=person, relation=customers.Relation(userid="-")), "BAD_USERID"),
        ("relations", "AddRelation", customers.AddRelationRequest(
            customer=person, relation=future), "IN_THE_FUTURE"),
        ("relations", "AddRelation", customers.AddRelationRequest(
            customer=person, relation=customers.Relation(userid="a", remark=long)), "TOO_LONG"),
        ("relations", "UpdateRelation", customers.UpdateRelationRequest(
            relation=customers.Relation(**pair)), "NOTHING_TO_CHANGE"),
        ("relations", "RemoveRelation", customers.RemoveRelationRequest(**pair), "REQUIRED"),
        ("tags", "CreateTagGroup", customers.CreateTagGroupRequest(
            group_name=long, tags=[customers.TagDraft(name="甲")]), "TOO_LONG"),
        ("tags", "CreateTagGroup", customers.CreateTagGroupRequest(group_name="空"), "REQUIRED"),
        ("tags", "MarkTags", customers.MarkTagsRequest(**pair), "REQUIRED"),
        ("tags", "MarkTags", customers.MarkTagsRequest(
            add_tags=["et-1"], remove_tags=["et-1"], **pair), "TAG_IN_BOTH"),
        ("personal_tags", "SetPersonalTags", customers.SetPersonalTagsRequest(
            names=[long], **pair), "TOO_LONG"),
        ("audiences", "PreviewAudience", customers.PreviewAudienceRequest(
            audience=empty_clause), "REQUIRED"),
        ("audiences", "PreviewAudience", customers.PreviewAudienceRequest(
            audience=customers.Audience(department_ids=[999])), "DEPARTMENT_NOT_FOUND"),
        ("saved_audiences", "CreateSavedAudience", customers.CreateSavedAudienceRequest(
            saved_audience=customers.SavedAudience(name="甲")), "REQUIRED"),
        ("tag_jobs", "CreateTagJob", customers.CreateTagJobRequest(add_tags=["et-1"]), "REQUIRED"),
        ("strategies", "CreateStrategy", customers.CreateStrategyRequest(
            strategy=customers.Strategy(strategy_name="甲", admin_list=["guide-101-1"])),
         "REQUIRED"),
        ("transfers", "TransferCustomers", customers.TransferCustomersRequest(
            handover_userid="guide-101-1", takeover_userid="GUIDE-101-1",
            external_userids=["wm-00"]), "SAME_MEMBER"),
        ("identities", "MergeCustomers", customers.MergeCustomersRequest(
            external_userids=["wm-00", "wm-00"]), "REPEATED"),
        ("interactions", "RecordInteractions", customers.RecordInteractionsRequest(), "REQUIRED"),
        ("behavior", "GetUserBehaviorData", interval, "BAD_INTERVAL"),
    ]
