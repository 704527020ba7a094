"""The rules of WeCom that are most often got wrong, point by point as our reference of the domain numbers them
in its section 13."""

import datetime

import pytest

from outside import errcode, eventually, protos, refusal
from outside.feeds import follow, kind
from outside.scenes import (
    acknowledge, acquaintance, all_of, any_of, audience, broadcast, chain, confirm_all,
    deliveries_of, failed, import_relations, lease, pages, request_id, sent, tag_group, tasks_of, until_planned,
)

customers, broadcasts = protos.customers, protos.broadcasts
communities, common = protos.communities, protos.common
Delivery = broadcasts.Delivery


def related(corp, userid="lili", external_userid="wm-1", **fields):
    """A relation as it was added."""
    return corp.relations.AddRelation(customers.AddRelationRequest(
        customer=customers.Customer(external_userid=external_userid),
        relation=customers.Relation(userid=userid, **fields))).relation


def relation(corp, userid="lili", external_userid="wm-1"):
    found = corp.relations.GetCustomer(
        customers.GetCustomerRequest(external_userid=external_userid))
    return next(each for each in found.follow_users if each.userid == userid)


def remove(corp, by, userid="lili", external_userid="wm-1"):
    return corp.relations.RemoveRelation(customers.RemoveRelationRequest(
        userid=userid, external_userid=external_userid, removed_by=by))


def transfer(corp, handover, takeover, *who):
    return corp.transfers.TransferCustomers(customers.TransferCustomersRequest(
        handover_userid=handover, takeover_userid=takeover, external_userids=who)).customers


def way(**fields):
    return customers.CreateContactWayRequest(contact_way=customers.ContactWay(**{
        "type": customers.CONTACT_WAY_TYPE_SINGLE, "scene": customers.CONTACT_WAY_SCENE_QR_CODE,
        "userids": ["lili"], **fields}))


def group(corp, chat_id, owner="lili"):
    return corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
        chat_id=chat_id, name=f"群 {chat_id}", owner=owner))


def join_way(*chat_ids, **fields):
    return communities.CreateJoinWayRequest(join_way=communities.JoinWay(**{
        "scene": communities.JOIN_WAY_SCENE_QR_CODE, "chat_ids": chat_ids, **fields}))


def test_point_1_texts_are_counted_in_bytes_and_names_in_characters(corp):
    related(corp, remark="备" * 20, description="述" * 150, state="道" * 30)
    for field, most in (("remark", 20), ("description", 150), ("state", 30)):
        assert refusal(related, corp, "wang", **{field: "长" * (most + 1)}) == (
            "INVALID_ARGUMENT", "TOO_LONG", f"relation.{field}")
    tag_group(corp, "组" * 30, "签" * 30)
    assert refusal(tag_group, corp, "组", "签" * 31).field == "tags.name"

    def said(text="", **link):
        content = broadcasts.Content(text=text)
        if link:
            content.attachments.add().link.MergeFrom(broadcasts.Attachment.Link(
                **{"title": "标", "url": "https://example.com/", **link}))
        return corp.broadcasts.CreateBroadcast, broadcasts.CreateBroadcastRequest(
            broadcast=broadcasts.Broadcast(content=content, audience=audience(userids=["lili"])))

    for call, request in (said("字" * 1333 + "x"), said(title="题" * 42 + "xx")):
        call(request)
    assert refusal(*said("字" * 1333 + "xx")).reason == "TOO_LONG"
    assert refusal(*said(title="题" * 43)).reason == "TOO_LONG"
    templates = corp.stub("broadcasts", "GroupWelcomeTemplateService")

    def template(text):
        return broadcasts.CreateGroupWelcomeTemplateRequest(
            group_welcome_template=broadcasts.GroupWelcomeTemplate(text=text))

    templates.CreateGroupWelcomeTemplate(template("字" * 1000))
    assert refusal(templates.CreateGroupWelcomeTemplate, template("字" * 1000 + "x")).reason == (
        "TOO_LONG")


def test_point_2_a_page_above_the_maximum_is_lowered_to_it(corp):
    import_relations(corp, [acquaintance("lili", f"wm-{each}") for each in range(1001)])
    page = corp.relations.ListRelations(
        customers.ListRelationsRequest(userid="lili", page_size=5000))
    assert len(page.relations) == 1000 and page.next_page_token
    page = corp.relations.ListRelations(customers.ListRelationsRequest(
        userid="lili", page_size=5000, page_token=page.next_page_token))
    assert len(page.relations) == 1 and not page.next_page_token
    import_relations(corp, [acquaintance(f"m-{each}", "wm-0") for each in range(500)])
    found = corp.relations.GetCustomer(
        customers.GetCustomerRequest(external_userid="wm-0", page_size=501))
    assert len(found.follow_users) == 500 and found.next_page_token


def test_point_3_tasks_deliveries_and_moments_each_have_their_own_statuses(corp):
    guide = chain(corp, stores=1, guides=1)[101][0]
    import_relations(corp, [acquaintance(guide, f"wm-{each}") for each in range(4)])
    msgid = broadcast(corp, audience=audience(userids=[guide])).msgid
    until_planned(corp, msgid)
    Task, reasons = broadcasts.MemberTask, broadcasts
    assert [each.state for each in tasks_of(corp, msgid)] == [Task.STATE_UNCONFIRMED]
    confirm_all(corp, msgid)
    assert [each.state for each in tasks_of(corp, msgid)] == [Task.STATE_CONFIRMED]
    first, second, third, _ = lease(corp).deliveries
    acknowledge(corp, [
        sent(first), failed(second), failed(third, reasons.DELIVERY_FAILURE_REASON_QUOTA_REACHED)])
    found = {each.delivery_id: (each.state, each.failure_reason)
             for each in deliveries_of(corp, msgid)}
    # WeCom's 1, 2, 3 and 0.
    assert found[first.delivery_id] == (Delivery.STATE_SENT, 0)
    assert found[second.delivery_id] == (
        Delivery.STATE_FAILED, reasons.DELIVERY_FAILURE_REASON_NOT_A_FRIEND)
    assert found[third.delivery_id] == (
        Delivery.STATE_FAILED, reasons.DELIVERY_FAILURE_REASON_QUOTA_REACHED)
    assert sorted(state for state, _ in found.values())[0] == Delivery.STATE_LEASED

    moment_id = corp.moments.CreateMoment(communities.CreateMomentRequest(
        text=communities.MomentText(content="上新"),
        visible_range=communities.MomentVisibleRange(userids=[guide]))).moment_id
    look = communities.GetMomentRequest(moment_id=moment_id)
    eventually(lambda: corp.moments.GetMoment(look).state == (
        communities.MOMENT_STATE_DISPATCHED), "the moment is dispatched")
    listed = communities.ListMomentTasksRequest(moment_id=moment_id)
    assert [each.publish_status for each in corp.moments.ListMomentTasks(listed).tasks] == [
        communities.MOMENT_PUBLISH_STATUS_WAITING]
    corp.moments.PublishMoment(communities.PublishMomentRequest(
        moment_id=moment_id, userid=guide))
    assert [each.publish_status for each in corp.moments.ListMomentTasks(listed).tasks] == [
        communities.MOMENT_PUBLISH_STATUS_PUBLISHED]


def test_point_4_a_tag_filter_is_and_of_ors_and_ids_put_it_aside(corp):
    _, levels = tag_group(corp, "等级", "金卡", "银卡")
    _, visits = tag_group(corp, "到店", "常来")
    gold, silver, often = levels["金卡"], levels["银卡"], visits["常来"]
    import_relations(corp, [
        acquaintance("lili", "wm-1", [gold, often]), acquaintance("lili", "wm-2", [silver, often]),
        acquaintance("lili", "wm-3", [gold]), acquaintance("lili", "wm-4", [often])])

    def listed(**fields):
        request = customers.ListAudienceRequest(audience=audience(**fields))
        return [each.external_userid for message in corp.audiences.ListAudience(request)
                for each in message.recipients]

    both = all_of(any_of(gold, silver), any_of(often))
    assert listed(tag_filter=both) == ["wm-1", "wm-2"]
    assert listed(tag_filter=both, external_userids=["wm-3", "wm-4"]) == ["wm-3", "wm-4"]
    # A group's name that is there already is that group, and its order is not looked at.
    group_id, again = tag_group(corp, "等级", "金卡", "铂金")
    assert again["金卡"] == gold and corp.tags.GetTag(
        customers.GetTagRequest(tag_id=again["铂金"])).group_id == group_id


def test_point_5_a_customer_of_many_is_reached_by_the_one_who_chatted_with_him_last(corp):
    told = [acquaintance(userid, "wm-1") for userid in ("anna", "lili", "wang")]
    for minutes, each in zip((30, 10, 20), told):
        each.relation.last_chat_time.FromDatetime(
            datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=minutes))
    import_relations(corp, told)
    msgid = broadcast(corp, audience=audience(external_userids=["wm-1"])).msgid
    until_planned(corp, msgid)
    (delivery,) = deliveries_of(corp, msgid)
    assert delivery.userid == "lili"


def test_point_6_the_quota_is_one_for_all_broadcasts_and_is_looked_at_when_sending(corp):
    import_relations(corp, [acquaintance("lili", "wm-1"), acquaintance("lili", "wm-2")])
    corp.sending_rules.SetSendingRules(broadcasts.SetSendingRulesRequest(
        rules=broadcasts.SendingRules(quota_rule=broadcasts.QUOTA_RULE_DAILY)))
    msgid = broadcast(corp, audience=audience(userids=["lili"])).msgid
    assert until_planned(corp, msgid).recipient_count == 2
    own = broadcasts.PersonalBroadcast(send_id="s-1", userid="lili", external_userid="wm-1")
    own.send_time.GetCurrentTime()
    corp.sending_rules.RecordPersonalBroadcasts(
        broadcasts.RecordPersonalBroadcastsRequest(personal_broadcasts=[own]))
    confirm_all(corp, msgid)
    assert [each.external_userid for each in lease(corp).deliveries] == ["wm-2"]
    kept_back = [each for each in deliveries_of(corp, msgid) if each.state == Delivery.STATE_FAILED]
    assert [(each.external_userid, each.failure_reason) for each in kept_back] == [
        ("wm-1", broadcasts.DELIVERY_FAILURE_REASON_QUOTA_REACHED)]
    used = corp.sending_rules.GetRecipientQuota(
        broadcasts.GetRecipientQuotaRequest(external_userid="wm-2"))
    assert (used.limit, used.used_count) == (1, 1)
    # Calendar days of UTC+8.
    assert (used.period_start_time.seconds + 8 * 3600) % 86_400 == 0


def test_point_7_a_welcome_code_is_one_for_the_half_and_the_full_add_and_used_once(corp):
    config_id = corp.ways.CreateContactWay(way()).config_id
    added = corp.ways.AddByContactWay(customers.AddByContactWayRequest(
        config_id=config_id, customer=customers.Customer(external_userid="wm-1")))
    accepted = corp.ways.AcceptContact(customers.AcceptContactRequest(
        userid="lili", external_userid="wm-1"))
    assert added.welcome_code and accepted.welcome_code == added.welcome_code
    use = customers.UseWelcomeCodeRequest(welcome_code=added.welcome_code)
    corp.welcomes.UseWelcomeCode(use)
    # While one sends others may try again; when it is sent they may not.
    assert refusal(corp.welcomes.UseWelcomeCode, use)[:2] == ("ABORTED", "WELCOME_BEING_SENT")
    assert errcode(corp.welcomes.UseWelcomeCode, use) == 41096
    corp.welcomes.FinishWelcomeCode(customers.FinishWelcomeCodeRequest(
        welcome_code=added.welcome_code, is_sent=True))
    assert refusal(corp.welcomes.UseWelcomeCode, use).code == "FAILED_PRECONDITION"
    assert errcode(corp.welcomes.UseWelcomeCode, use) == 41051
    again = corp.ways.AddByContactWay(customers.AddByContactWayRequest(
        config_id=config_id, customer=customers.Customer(external_userid="wm-1")))
    assert not again.welcome_code


def test_point_8_an_accepted_transfer_waits_24_hours_may_be_refused_and_comes_twice_in_90_days(corp):
    for userid in ("lili", "wang", "zhao"):
        related(corp, userid)
    (accepted,) = transfer(corp, "lili", "chen", "wm-1")
    assert accepted.errcode == 0
    waiting = corp.transfers.GetTransferResult(customers.GetTransferResultRequest(
        handover_userid="lili", takeover_userid="chen")).customers[0]
    assert waiting.status == customers.TRANSFER_STATUS_WAITING == 2
    assert waiting.takeover_time.seconds - waiting.accept_time.seconds == 86_400
    assert relation(corp).status == customers.RELATION_STATUS_MUTUAL
    assert [each.errcode for each in transfer(corp, "wang", "chen", "wm-1")] == [0]
    assert [each.errcode for each in transfer(corp, "zhao", "chen", "wm-1")] == [40128]
    refused = corp.transfers.RefuseTransfer(customers.RefuseTransferRequest(
        handover_userid="lili", takeover_userid="chen", external_userid="wm-1"))
    assert refused.status == customers.TRANSFER_STATUS_REFUSED == 3
    told = follow(corp, "customers", until=lambda each: kind(each) == "transfer_failed")[-1]
    assert told.transfer_failed.takeover_userid == "chen"
    assert told.transfer_failed.fail_reason == customers.TRANSFER_FAIL_REASON_CUSTOMER_REFUSED


def test_point_9_who_of_the_two_deleted_the_other_is_told_apart(corp):
    for who in ("wm-1", "wm-2"):
        related(corp, external_userid=who)
    remove(corp, customers.REMOVED_BY_CUSTOMER)
    remove(corp, customers.REMOVED_BY_MEMBER, external_userid="wm-2")
    told = [each.relation_removed for each in follow(corp, "customers", count=4)[2:]]
    assert [each.relation.status for each in told] == [
        customers.RELATION_STATUS_DELETED_BY_CUSTOMER, customers.RELATION_STATUS_DELETED_BY_MEMBER]
    # What a transfer removes has a source of its own; see test_transfers.py.
    assert [each.source for each in told] == [customers.REMOVAL_SOURCE_UNSPECIFIED] * 2
    assert relation(corp).status == customers.RELATION_STATUS_DELETED_BY_CUSTOMER
    assert errcode(corp.relations.GetCustomer, customers.GetCustomerRequest(
        external_userid="wm-2")) == 84061


def test_point_10_the_callback_s_join_scene_is_not_the_detail_s_and_versions_form_a_chain(corp):
    group = corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
        name="会员群", owner="lili"))
    scenes = (communities.GROUP_JOIN_SCENE_INVITED, communities.GROUP_JOIN_SCENE_LINK,
              communities.GROUP_JOIN_SCENE_QR_CODE)
    for scene in scenes:
        corp.groups.AddGroupMembers(communities.AddGroupMembersRequest(
            chat_id=group.chat_id, join_scene=scene, members=[communities.NewGroupMember(
                userid=f"wm-{scene}", type=communities.GROUP_MEMBER_TYPE_EXTERNAL)]))
    members = corp.groups.ListGroupMembers(
        communities.ListGroupMembersRequest(chat_id=group.chat_id)).members
    assert [each.join_scene for each in members[1:]] == list(scenes)
    told = [each.group_members_added for each in follow(corp, "communities", count=4)[1:]]
    invited, scanned = (communities.GROUP_JOIN_EVENT_SCENE_INVITED,
                        communities.GROUP_JOIN_EVENT_SCENE_QR_CODE)
    assert [each.join_scene for each in told] == [invited, invited, scanned]
    version = group.member_version
    for each in told:
        assert each.last_member_version == version != each.current_member_version
        version = each.current_member_version
    corp.groups.UpdateCustomerGroup(communities.UpdateCustomerGroupRequest(
        customer_group=communities.CustomerGroup(chat_id=group.chat_id, name="新名", notice="公告")))
    changed = follow(corp, "communities", count=5)[4].customer_group_updated
    assert list(changed.update_details) == [
        communities.GROUP_UPDATE_DETAIL_NAME, communities.GROUP_UPDATE_DETAIL_NOTICE]
    assert changed.customer_group.member_version == version


def test_point_11_an_update_of_a_contact_way_keeps_what_is_not_given_and_replaces_lists(corp):
    made = corp.ways.CreateContactWay(way(
        type=customers.CONTACT_WAY_TYPE_MULTIPLE, userids=["lili", "wang"], remark="橱窗", state="一店"))
    changed = corp.ways.UpdateContactWay(customers.UpdateContactWayRequest(
        contact_way=customers.ContactWay(config_id=made.config_id, userids=["zhao"], state="二店")))
    assert (changed.remark, changed.state, list(changed.userids)) == ("橱窗", "二店", ["zhao"])
    assert changed.skip_verify and changed.type == made.type


def test_point_11_an_update_of_a_join_way_overwrites_everything_and_neither_brings_its_picture(corp):
    for chat_id in ("wr-1", "wr-2"):
        group(corp, chat_id)
    made = corp.join_ways.CreateJoinWay(join_way(
        "wr-1", "wr-2", remark="门口", state="一店", room_base_name="会员群", room_base_id=10,
        auto_create_room=False))
    changed = corp.join_ways.UpdateJoinWay(communities.UpdateJoinWayRequest(
        join_way=communities.JoinWay(
            config_id=made.config_id, scene=communities.JOIN_WAY_SCENE_MINIPROGRAM,
            chat_ids=["wr-2"])))
    assert (changed.remark, changed.state, changed.room_base_name) == ("", "", "")
    assert (changed.room_base_id, list(changed.chat_ids)) == (0, ["wr-2"])
    assert changed.auto_create_room and changed.mark_source
    # The scene and the groups are asked for again.
    assert errcode(corp.join_ways.UpdateJoinWay, communities.UpdateJoinWayRequest(
        join_way=communities.JoinWay(config_id=made.config_id, chat_ids=["wr-2"]))) == 41038
    assert errcode(corp.join_ways.CreateJoinWay, join_way(*(f"wr-{each}" for each in range(6)))) == (
        41091)
    assert "qr_code" not in {field.name for field in made.DESCRIPTOR.fields}


def test_point_12_what_is_called_and_what_a_job_does_are_told_apart_and_a_group_ends_in_one_event(corp):
    group_id, tags = tag_group(corp, "等级", "金卡", "银卡")
    import_relations(corp, [acquaintance("lili", "wm-1", tags.values())])
    job = corp.tag_jobs.CreateTagJob(customers.CreateTagJobRequest(
        audience=audience(), remove_tags=[tags["银卡"]]))
    look = customers.GetTagJobRequest(jobid=job.jobid)
    eventually(lambda: corp.tag_jobs.GetTagJob(look).state == customers.TagJob.STATE_DONE,
               "the job has ended")
    corp.tags.DeleteTagGroup(customers.DeleteTagGroupRequest(group_id=group_id))
    tag_group(corp, "另一组", "别的")
    told = follow(corp, "customers", count=10)
    assert [(kind(each), each.origin) for each in told[3:]] == [
        ("relation_added", common.ORIGIN_API), ("tag_job_created", common.ORIGIN_API),
        ("relation_updated", common.ORIGIN_JOB), ("tag_job_finished", common.ORIGIN_JOB),
        ("tag_group_deleted", common.ORIGIN_API), ("tag_group_created", common.ORIGIN_API),
        ("tag_created", common.ORIGIN_API)]
    assert list(relation(corp).tag_ids) == []


def test_point_18_windows_are_open_or_closed_and_what_is_undefined_is_absent(corp):
    moment = corp.moments.CreateMoment(communities.CreateMomentRequest(
        text=communities.MomentText(content="上新")))
    month = datetime.timedelta(days=30)
    created = moment.create_time.ToDatetime(tzinfo=datetime.timezone.utc)

    def window(start, end):
        request = communities.ListMomentsRequest()
        request.start_time.FromDatetime(start)
        request.end_time.FromDatetime(end)
        return request

    second = datetime.timedelta(seconds=1)
    assert corp.moments.ListMoments(window(created - second, created + second)).moments
    assert not corp.moments.ListMoments(window(created, created + second)).moments
    assert not corp.moments.ListMoments(window(created - second, created)).moments
    corp.moments.ListMoments(window(created - month, created))
    assert refusal(corp.moments.ListMoments, window(created - month - second, created)).code == (
        "INVALID_ARGUMENT")

    broadcast = corp.broadcasts.CreateBroadcast(broadcasts.CreateBroadcastRequest(
        broadcast=broadcasts.Broadcast(
            name="上新", content=broadcasts.Content(text="上新"),
            audience=customers.Audience(userids=["lili"]))))
    created = broadcast.create_time.ToDatetime(tzinfo=datetime.timezone.utc)
    month = datetime.timedelta(days=31)

    def sent(start, end):
        request = broadcasts.ListBroadcastsRequest()
        request.start_time.FromDatetime(start)
        request.end_time.FromDatetime(end)
        return request

    assert corp.broadcasts.ListBroadcasts(sent(created, created)).broadcasts
    assert not corp.broadcasts.ListBroadcasts(sent(created - month, created - second)).broadcasts
    assert refusal(
        corp.broadcasts.ListBroadcasts, sent(created - month - second, created)).code == (
        "INVALID_ARGUMENT")

    related(corp)
    request = customers.GetUserBehaviorDataRequest(userids=["lili"])
    request.start_time.FromDatetime(created - datetime.timedelta(days=1))
    request.end_time.FromDatetime(created)
    days = corp.behavior.GetUserBehaviorData(request).behavior_data
    # Both days are in it, each from 0 o'clock of UTC+8.
    assert [each.new_contact_cnt for each in days] == [0, 1]
    assert all((each.stat_time.seconds + 8 * 3600) % 86_400 == 0 for each in days)
    assert not any(
        each.HasField("reply_percentage") or each.HasField("avg_reply_time") for each in days)


def test_point_19_a_deleted_tag_is_still_answered_by_its_id(corp):
    group_id, tags = tag_group(corp, "等级", "金卡", "银卡")
    corp.tags.DeleteTag(customers.DeleteTagRequest(tag_id=tags["金卡"]))
    assert corp.tags.GetTag(customers.GetTagRequest(tag_id=tags["金卡"])).deleted
    listed = pages(corp.tags.ListTags, customers.ListTagsRequest(), "tags")
    assert [each.tag_id for each in listed] == [tags["银卡"]]
    corp.tags.DeleteTag(customers.DeleteTagRequest(tag_id=tags["银卡"]))
    # It was the group's last one.
    assert corp.tags.GetTagGroup(customers.GetTagGroupRequest(group_id=group_id)).deleted
    assert tag_group(corp, "等级", "金卡")[1]["金卡"] != tags["金卡"]


def test_point_19_tags_of_the_corp_and_of_strategies_count_towards_one_limit(corp):
    strategy = corp.strategies.CreateStrategy(customers.CreateStrategyRequest(
        strategy=customers.Strategy(strategy_name="华东", admin_list=["boss"]),
        range=[customers.StrategyRangeNode(userid="lili")])).strategy_id

    def make(group, count, strategy_id):
        return customers.CreateTagGroupRequest(
            group_name=f"组 {group}", strategy_id=strategy_id,
            tags=[customers.TagDraft(name=f"签 {each}") for each in range(count)])

    for group in range(10):
        corp.tags.CreateTagGroup(make(group, 1000, strategy if group % 2 else 0))
    for owner in (0, strategy):
        assert refusal(corp.tags.CreateTagGroup, make(10, 1, owner))[:2] == (
            "RESOURCE_EXHAUSTED", "TOO_MANY_TAGS")
        assert errcode(corp.tags.CreateTagGroup, make(10, 1, owner)) == 40126


def test_point_20_a_temporary_way_is_of_one_member_and_not_among_the_others(corp):
    assert refusal(corp.ways.CreateContactWay, way(
        is_temp=True, type=customers.CONTACT_WAY_TYPE_MULTIPLE)).code == "INVALID_ARGUMENT"
    assert errcode(corp.ways.CreateContactWay, way(
        is_temp=True, type=customers.CONTACT_WAY_TYPE_MULTIPLE)) == 41039
    temporary = corp.ways.CreateContactWay(way(is_temp=True))
    lasting = corp.ways.CreateContactWay(way())
    listed = pages(corp.ways.ListContactWays, customers.ListContactWaysRequest(), "config_ids")
    assert listed == [lasting.config_id]
    assert temporary.expire_time.seconds - temporary.create_time.seconds == 7 * 86_400


def test_point_20_contact_ways_and_join_ways_share_one_quota_temporary_ones_outside_it(corp):
    group(corp, "wr-1")
    for fields in ({}, {}, {"is_temp": True}):
        corp.ways.CreateContactWay(way(**fields))
    made = [corp.join_ways.CreateJoinWay(join_way("wr-1")).config_id for _ in range(3)]

    def quota():
        found = corp.ways.GetContactWayQuota(customers.GetContactWayQuotaRequest())
        return found.contact_way_count, found.join_way_count, found.ways_max

    eventually(lambda: quota() == (2, 3, 500_000), "customers has heard of the join ways")
    corp.join_ways.DeleteJoinWay(communities.DeleteJoinWayRequest(config_id=made[0]))
    eventually(lambda: quota() == (2, 2, 500_000), "customers has heard that one is gone")


def test_point_21_moments_take_the_corp_s_tags_alone_and_broadcasts_strategies_too(corp):
    strategy = corp.strategies.CreateStrategy(customers.CreateStrategyRequest(
        strategy=customers.Strategy(strategy_name="华东", admin_list=["boss"]),
        range=[customers.StrategyRangeNode(userid="lili")])).strategy_id
    made = corp.tags.CreateTagGroup(customers.CreateTagGroupRequest(
        group_name="等级", strategy_id=strategy, tags=[customers.TagDraft(name="重点")]))
    tag_id = made.tags[0].tag_id
    import_relations(corp, [acquaintance("lili", "wm-1", [tag_id]), acquaintance("lili", "wm-2")])
    moment = communities.CreateMomentRequest(
        text=communities.MomentText(content="上新"),
        visible_range=communities.MomentVisibleRange(tag_ids=[tag_id]))
    assert refusal(corp.moments.CreateMoment, moment).code == "INVALID_ARGUMENT"
    assert errcode(corp.moments.CreateMoment, moment) == 41110
    msgid = broadcast(corp, audience=audience(tag_filter=all_of(any_of(tag_id)))).msgid
    until_planned(corp, msgid)
    assert [each.external_userid for each in deliveries_of(corp, msgid)] == ["wm-1"]


def test_point_23_personal_tags_have_no_id_and_lists_leave_them_out(corp):
    related(corp)
    corp.personal_tags.SetPersonalTags(customers.SetPersonalTagsRequest(
        userid="lili", external_userid="wm-1", names=["爱猫"]))
    (tag,) = corp.relations.GetCustomer(
        customers.GetCustomerRequest(external_userid="wm-1")).tags
    assert (tag.tag_id, tag.tag_name, tag.type) == (
        "", "爱猫", customers.RELATION_TAG_TYPE_PERSONAL)
    (listed,) = corp.relations.ListRelations(
        customers.ListRelationsRequest(userid="lili")).relations
    assert not listed.relation.tag_ids


@pytest.mark.parametrize("paths, wanted", [
    ([], ("新的", "旧的")), (["remark", "description"], ("新的", "")), (["description"], ("旧的", ""))])
def test_point_25_absent_keeps_and_named_empty_clears(corp, paths, wanted):
    related(corp, remark="旧的", description="旧的")
    request = customers.UpdateRelationRequest(
        relation=customers.Relation(userid="lili", external_userid="wm-1", remark="新的"),
        request_id=request_id())
    request.update_mask.paths[:] = paths
    changed = corp.relations.UpdateRelation(request)
    assert (changed.remark, changed.description) == wanted
