"""kill -9 at random moments while broadcasts plan and deliver."""

import os
import random
import threading
import time

import pytest

from outside import System, protos

from audit import audit
from campaign import Campaign

LONG = os.environ.get("SIYU_LONG") == "1"
KILLS = 50 if LONG else 10
SEED = int(os.environ.get("SIYU_SEED") or (time.time_ns() % 1_000_000 if LONG else 20))

# Who is killed: one, the other, or both at once.
VICTIMS = [("customers",), ("broadcasts",), ("broadcasts",), ("customers", "broadcasts")]


# Most customers get more broadcasts here in a minute than the rules allow in a month.
POLICIES = '{"broadcasts_weekly_max": 1000000}'


@pytest.fixture
def own_system(binary):
    with System() as running:
        yield running


def lift_quota(corp):
    broadcasts = protos.broadcasts
    corp.sending_rules.SetSendingRules(broadcasts.SetSendingRulesRequest(
        rules=broadcasts.SendingRules(quota_rule=broadcasts.QUOTA_RULE_WEEKLY),
        request_id="lift-quota"))


def test_killed_services_lose_nothing_and_double_nothing(own_system, tmp_path):
    print(f"SIYU_SEED={SEED}, {KILLS} kills")
    moments = random.Random(SEED)
    policies = tmp_path / "policies.json"
    policies.write_text(POLICIES)

    def start(service):
        service.start(SIYU_POLICIES=str(policies))

    own_system["broadcasts"].kill()
    start(own_system["broadcasts"])
    own_system["broadcasts"].wait_until_serving()
    campaign = Campaign(own_system, "crash", SEED)
    lift_quota(campaign.corp)
    restarts = []
    try:
        campaign.begin()
        for _ in range(KILLS):
            # Not a wait for something: the moment of the kill is what is random.
            threading.Event().wait(moments.uniform(0.02, 0.8))
            victims = [own_system[name] for name in moments.choice(VICTIMS)]
            for victim in victims:
                victim.kill()
            began = time.monotonic()
            for victim in victims:
                start(victim)
            for victim in victims:
                victim.wait_until_serving()
            restarts.append(time.monotonic() - began)
            campaign.check()
        campaign.finish(seconds=300 if LONG else 60)
        audit(campaign)
    finally:
        campaign.abandon()
    ledger = campaign.ledger
    print(
        f"{len(ledger.imported)} customers, {len(ledger.broadcasts)} broadcasts, "
        f"{len(ledger.settled)} deliveries, {len(ledger.conversions)} conversions; "
        f"restarts took {max(restarts):.2f} s at most")
    assert len(ledger.broadcasts) >= 4 and len(ledger.settled) >= 200, "too little was going on"
    assert max(restarts) < 5
