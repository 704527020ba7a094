"""What a test needs before its own matter begins: a chain with stores, guides and customers."""

import uuid

from .protos import protos
from .waiting import eventually


def request_id():
    return uuid.uuid4().hex


def pages(method, request, items):
    """All items of a List call, page after page."""
    found = []
    while True:
        reply = method(request)
        found += getattr(reply, items)
        if not reply.next_page_token:
            return found
        request.page_token = reply.next_page_token


def chain(corp, stores=2, guides=2):
    """A region with stores and their guides, all by import; returns the userids by store.

    The region is department 10, the stores 101, 102 …, the guides guide-101-1, guide-101-2 …
    """
    directory = protos.directory
    tree = [directory.Department(
        id=10, name="华东区", parentid=1, kind=directory.DEPARTMENT_KIND_REGION)]
    tree += [
        directory.Department(
            id=101 + store, name=f"门店 {101 + store}", parentid=10,
            kind=directory.DEPARTMENT_KIND_STORE)
        for store in range(stores)
    ]
    reply = corp.departments.ImportDepartments(
        iter([directory.ImportDepartmentsRequest(departments=tree, request_id=request_id())]))
    assert (reply.created_count, reply.failed_count) == (1 + stores, 0), reply
    staff = {
        101 + store: [f"guide-{101 + store}-{number + 1}" for number in range(guides)]
        for store in range(stores)
    }
    batches = (
        directory.ImportMembersRequest(
            request_id=request_id(),
            members=[
                directory.Member(
                    userid=userid, name=f"导购 {userid}", email=f"{userid}@example.com",
                    department_ids=[store])
                for userid in userids
            ])
        for store, userids in staff.items()
    )
    reply = corp.members.ImportMembers(batches)
    assert (reply.created_count, reply.failed_count) == (stores * guides, 0), reply
    return staff


def acquaintance(userid, external_userid, tag_ids=(), name=""):
    """A customer and his relation with a member, as an import takes it."""
    customers = protos.customers
    return customers.CustomerRelation(
        customer=customers.Customer(
            external_userid=external_userid, name=name or f"顾客 {external_userid}",
            type=customers.CUSTOMER_TYPE_WECHAT),
        relation=customers.Relation(
            userid=userid, add_way=customers.ADD_WAY_QR_CODE, tag_ids=tag_ids))


def import_relations(corp, relations, batch=1000, **options):
    """Imports relations in batches; every one of them has to be taken."""
    batches = [
        protos.customers.ImportRelationsRequest(
            relations=relations[start:start + batch], request_id=request_id())
        for start in range(0, len(relations), batch)
    ]
    reply = corp.relations.ImportRelations(iter(batches), **options)
    assert reply.failed_count == 0, reply.failures[:3]
    return reply


def tag_group(corp, group_name, *names):
    """A tag group; returns its id and the tags' ids by name."""
    reply = corp.tags.CreateTagGroup(
        protos.customers.CreateTagGroupRequest(
            group_name=group_name, request_id=request_id(),
            tags=[protos.customers.TagDraft(name=name) for name in names]))
    return reply.tag_group.group_id, {tag.name: tag.tag_id for tag in reply.tags}


def small_corp(corp, customers=40):
    """A chain, two tag groups, and customers wm-000 … spread over the guides; returns all that."""
    staff = chain(corp)
    userids = [userid for group in staff.values() for userid in group]
    levels_id, levels = tag_group(corp, "会员等级", "金卡", "银卡")
    visits_id, visits = tag_group(corp, "到店", "常来", "新客")
    people = {
        f"wm-{number:03}": (
            userids[number % len(userids)],
            [levels["金卡" if number % 2 else "银卡"], visits["常来" if number % 3 else "新客"]])
        for number in range(customers)
    }
    import_relations(
        corp, [acquaintance(userid, who, tags) for who, (userid, tags) in people.items()])
    return SmallCorp(staff, userids, people, levels_id, visits_id, {**levels, **visits})


class SmallCorp:
    """What `small_corp` built."""

    def __init__(self, staff, userids, people, levels_id, visits_id, tags):
        self.staff = staff
        self.userids = userids
        self.people = people
        self.levels_id = levels_id
        self.visits_id = visits_id
        self.tags = tags

    def customers_of(self, *userids):
        return {who for who, (userid, _) in self.people.items() if userid in userids}

    def carrying(self, *names):
        wanted = {self.tags[name] for name in names}
        return {who for who, (_, tags) in self.people.items() if wanted & set(tags)}


def audience(**fields):
    return protos.customers.Audience(**fields)


def any_of(*tag_ids):
    return protos.customers.TagGroupFilter(tag_list=tag_ids)


def all_of(*conditions):
    return protos.customers.TagFilter(group_list=conditions)


def broadcast(corp, name="周末活动", text="满一百减二十", **fields):
    """Creates a broadcast to an audience, or to groups; returns it as the call answered it."""
    messages = protos.broadcasts
    return corp.broadcasts.CreateBroadcast(
        messages.CreateBroadcastRequest(
            broadcast=messages.Broadcast(
                name=name, content=messages.Content(text=text), **fields),
            request_id=request_id()))


def state_of(corp, msgid):
    request = protos.broadcasts.GetBroadcastRequest(msgid=msgid)
    return corp.broadcasts.GetBroadcast(request).state


def until_planned(corp, msgid, seconds=20):
    """Waits for the plan and the end of its job; returns the broadcast, which has to be ACTIVE."""
    request = protos.broadcasts.GetBroadcastRequest(msgid=msgid)
    planning = protos.broadcasts.Broadcast.STATE_PLANNING

    def planned():
        found = corp.broadcasts.GetBroadcast(request)
        return found if found.state != planning else None

    found = eventually(planned, f"broadcast {msgid} is planned", seconds)
    assert found.state == protos.broadcasts.Broadcast.STATE_ACTIVE, found
    eventually(lambda: is_done(corp, found.jobid), f"job {found.jobid} is done", seconds)
    return found


def is_done(corp, jobid):
    job = corp.jobs("broadcasts").GetJob(protos.common.GetJobRequest(jobid=jobid))
    return job.state == protos.common.Job.STATE_DONE


def tasks_of(corp, msgid):
    request = protos.broadcasts.ListMemberTasksRequest(msgid=msgid)
    return pages(corp.tasks.ListMemberTasks, request, "member_tasks")


def confirm(corp, msgid, userid, **fields):
    return corp.tasks.ConfirmMemberTask(
        protos.broadcasts.ConfirmMemberTaskRequest(msgid=msgid, userid=userid, **fields))


def confirm_all(corp, msgid):
    for task in tasks_of(corp, msgid):
        confirm(corp, msgid, task.userid, request_id=request_id())


def lease(corp, max_count=1000, lease_seconds=60, channel_id="sandbox"):
    return corp.deliveries.LeaseDeliveries(
        protos.broadcasts.LeaseDeliveriesRequest(
            channel_id=channel_id, max_count=max_count, lease_seconds=lease_seconds))


def sent(delivery):
    """The acknowledgement of a leased delivery that was sent."""
    messages = protos.broadcasts
    return messages.Acknowledgement(
        delivery_id=delivery.delivery_id, lease_token=delivery.lease_token,
        outcome=messages.Acknowledgement.OUTCOME_SENT)


def failed(delivery, reason=None):
    """The acknowledgement of a leased delivery that could not be sent."""
    messages = protos.broadcasts
    return messages.Acknowledgement(
        delivery_id=delivery.delivery_id, lease_token=delivery.lease_token,
        outcome=messages.Acknowledgement.OUTCOME_FAILED,
        failure_reason=reason or messages.DELIVERY_FAILURE_REASON_NOT_A_FRIEND)


def acknowledge(corp, acknowledgements, **fields):
    return corp.deliveries.AcknowledgeDeliveries(
        protos.broadcasts.AcknowledgeDeliveriesRequest(
            acknowledgements=acknowledgements, **fields))


def deliver_all(corp):
    """A channel that sends whatever waits; returns the deliveries it was given."""
    given = []
    while leased := lease(corp).deliveries:
        reply = acknowledge(corp, [sent(delivery) for delivery in leased])
        assert reply.settled_count == len(leased), reply
        given += leased
    return given


def redemption(conversion_id, msgid, external_userid, amount_cents=0):
    messages = protos.broadcasts
    conversion = messages.Conversion(
        conversion_id=conversion_id, msgid=msgid, external_userid=external_userid,
        kind=messages.Conversion.KIND_REDEMPTION, amount_cents=amount_cents)
    conversion.conversion_time.GetCurrentTime()
    return conversion


def report_of(corp, msgid):
    request = protos.broadcasts.GetBroadcastReportRequest(msgid=msgid)
    return corp.reports.GetBroadcastReport(request)


def deliveries_of(corp, msgid, userid=""):
    request = protos.broadcasts.ListDeliveriesRequest(msgid=msgid, userid=userid, page_size=1000)
    return pages(corp.deliveries.ListDeliveries, request, "deliveries")
