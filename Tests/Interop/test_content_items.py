"""The library of materials and quick replies, as a guide's sidebar asks for it."""

import concurrent.futures

from outside import eventually, protos
from outside.scenes import chain, pages, request_id, small_corp

broadcasts = protos.broadcasts
QUICK_REPLY = broadcasts.CONTENT_ITEM_KIND_QUICK_REPLY


def make(corp, title, text, **fields):
    return corp.content_items.CreateContentItem(broadcasts.CreateContentItemRequest(
        request_id=request_id(), content_item=broadcasts.ContentItem(
            kind=QUICK_REPLY, title=title, content=broadcasts.Content(text=text), **fields)))


def found(corp, userid, **fields):
    request = broadcasts.LookupContentItemsRequest(
        userid=userid, kind=QUICK_REPLY, page_size=2, **fields)
    return [item.title for item in pages(
        corp.content_items.LookupContentItems, request, "content_items")]


def test_a_guide_finds_what_his_store_may_say_by_two_characters(corp):
    chain(corp)
    make(corp, "运费", "满99元包邮")
    make(corp, "停车", "本店停车免费，运费另计", department_id=101)
    make(corp, "区域活动", "华东区全场九折", department_id=10)
    make(corp, "别店", "只在 102 店", department_id=102)
    make(corp, "自己的", "我的运费说明", userid="guide-101-1")
    eventually(
        lambda: len(found(corp, "guide-101-1")) == 4, "broadcasts knows where he works")
    assert sorted(found(corp, "guide-101-1", query="运费")) == ["停车", "自己的", "运费"]
    assert sorted(found(corp, "guide-101-2", query="运费")) == ["停车", "运费"]
    assert found(corp, "guide-102-1", query="运费") == ["运费"]


def test_uses_that_come_at_once_are_all_counted(corp):
    item = make(corp, "您好", "您好")
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(
            lambda number: corp.content_items.UseContentItem(broadcasts.UseContentItemRequest(
                item_id=item.item_id, userid=f"guide-{number % 2}",
                request_id=request_id())).use_count, range(40)))
    assert sorted(counts) == list(range(1, 41))
    uses = corp.content_items.ListContentUses(
        broadcasts.ListContentUsesRequest(item_id=item.item_id)).content_uses
    assert [use.use_count for use in uses] == [20, 20]


def test_what_a_guide_sends_by_one_tap_stands_in_order_and_says_who_shares_it(corp):
    scene = small_corp(corp, customers=4)
    userid, who = scene.userids[0], min(scene.customers_of(scene.userids[0]))
    for title, position in (("开卡", 20), ("商城", 10), ("领券", 30)):
        corp.content_items.CreateContentItem(broadcasts.CreateContentItemRequest(
            request_id=request_id(), content_item=broadcasts.ContentItem(
                kind=broadcasts.CONTENT_ITEM_KIND_SENDABLE, title=title, position=position,
                content=broadcasts.Content(text="{{customer.name}}：{{member.userid}}"))))
    found = pages(
        corp.content_items.LookupContentItems, broadcasts.LookupContentItemsRequest(
            userid=userid, kind=broadcasts.CONTENT_ITEM_KIND_SENDABLE, page_size=1),
        "content_items")
    assert [each.title for each in found] == ["商城", "开卡", "领券"]
    filled = corp.content_items.PreviewContentItem(broadcasts.PreviewContentItemRequest(
        item_id=found[0].item_id, userid=userid, external_userid=who))
    assert filled.content.text == f"顾客 {who}：{userid}"
