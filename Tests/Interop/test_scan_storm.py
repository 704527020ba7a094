"""A poster on television: many scan one code at once, and many of them more than once."""

import collections
import random

from outside import protos
from outside.feeds import check_numbering, follow, kind
from outside.scenes import chain
from test_contact_ways import store_way

customers = protos.customers

PEOPLE = 2000
IN_FLIGHT = 256


def scans():
    """A third of all scans repeat one that was just before: half of them as another scan, half as the
    same call once more, by a caller who did not wait for the answer."""
    choose = random.Random(7)
    for number in range(PEOPLE):
        who, call = f"wm-{number}", f"scan-{number}"
        yield who, call
        if choose.random() < 0.5:
            yield who, call if choose.random() < 0.5 else f"{call}-again"


def test_no_add_is_lost_or_doubled_and_nobody_is_welcomed_twice(corp):
    staff = chain(corp)
    way = store_way(corp, 101)
    told, running = [], collections.deque()

    def take():
        who, call, future = running.popleft()
        told.append((who, call, future.result()))

    for who, call in scans():
        if len(running) >= IN_FLIGHT:
            take()
        running.append((who, call, corp.ways.AddByContactWay.future(
            customers.AddByContactWayRequest(
                config_id=way.config_id, request_id=call, customer=customers.Customer(
                    external_userid=who, name="路人", type=customers.CUSTOMER_TYPE_WECHAT)))))
    while running:
        take()

    answers = collections.defaultdict(dict)
    for who, call, answer in told:
        # The same call has the same answer, whichever came first.
        assert answers[who].setdefault(call, answer) == answer
    assert len(answers) == PEOPLE
    codes = []
    for who, calls in answers.items():
        outcomes = sorted(answer.outcome for answer in calls.values())
        assert outcomes == [customers.SCAN_OUTCOME_ADDED, customers.SCAN_OUTCOME_FOLLOWED][:len(calls)], who
        assert len({answer.userid for answer in calls.values()}) == 1
        codes += [answer.welcome_code for answer in calls.values() if answer.welcome_code]
    assert len(set(codes)) == len(codes) == PEOPLE

    calls = sum(map(len, answers.values()))
    counts = corp.ways.GetContactWayStatistics(
        customers.GetContactWayStatisticsRequest(config_id=way.config_id))
    assert (counts.total.scan_count, counts.total.added_count) == (calls, PEOPLE)
    assert sum(each.counts.added_count for each in counts.members) == PEOPLE
    assert {each.userid for each in counts.members} == set(staff[101])
    # Each adding is two changes, and a scan by who is a customer already is none.
    changes = follow(corp, "customers", count=1 + 2 * PEOPLE)
    check_numbering(changes)
    assert collections.Counter(map(kind, changes)) == {
        "contact_way_created": 1, "relation_added": PEOPLE, "added_by_contact_way": PEOPLE}
    added = [
        change.relation_added.relation.external_userid
        for change in changes if kind(change) == "relation_added"]
    assert len(set(added)) == PEOPLE
