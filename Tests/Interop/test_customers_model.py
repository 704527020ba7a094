"""Random calls of customers, and a small model of the rules that says what each must come to.

`SIYU_SEED` gives the seed, `SIYU_OPERATIONS` how many calls; `SIYU_LONG=1` makes 100,000 of them.
"""

import json
import os
import random

import pytest

from customers_model import Difference, Model, Walk
from customers_model.draws import GUIDES, STORES
from customers_model.feed import Feed
from outside import Corp, protos
from outside.processes import run_siyu
from outside.sandbox import Sandbox
from outside.scenes import chain

sandbox = protos.sandbox

IS_LONG = os.environ.get("SIYU_LONG") == "1"
OPERATIONS = int(os.environ.get("SIYU_OPERATIONS") or (100_000 if IS_LONG else 1_500))
# A walk begins anew so often: what it has made would slow it down otherwise.
OPERATIONS_A_WALK = 5_000

# Small enough to be reached.
LIMITS = {
    "member_customers_max": 14, "relation_tags_max": 6, "corp_tags_max": 24, "identities_max": 4,
    "person_customers_max": 4, "saved_audiences_max": 4, "strategies_max": 6,
    "strategy_depth_max": 3, "strategy_nodes_max": 5,
}
START = "2026-01-05T09:00:00+08:00"


def seeds():
    given = os.environ.get("SIYU_SEED")
    if given:
        return [int(given)]
    walks = -(-OPERATIONS // OPERATIONS_A_WALK)
    return [20_261_129] if walks == 1 else [random.randrange(10**9) for _ in range(walks)]


@pytest.fixture
def still(binary, tmp_path):
    """Four services whose clock stands still, and small limits."""
    policies = tmp_path / "policies.json"
    policies.write_text(json.dumps(LIMITS))
    with Sandbox(
            tmp_path, "--sandbox-time", START, "--sandbox-still", "--sandbox-empty", "--policies",
            str(policies)) as running:
        yield running


def begun(corp):
    """A model of a corp with stores and guides, of whom customers hears before the first call."""
    chain(corp, stores=len(STORES))
    model = Model(sandbox_now(corp), LIMITS)
    model.parents = {1: 0, 10: 1, **{store: 10 for store in STORES}}
    for each in GUIDES:
        model.come_back(each, [int(each.split("-")[1])])
    return model


def sandbox_now(corp):
    time = corp.sandbox.GetTime(sandbox.GetTimeRequest()).now_time
    return time.seconds * 1_000_000 + time.nanos // 1000


def test_whatever_is_called_customers_is_what_the_rules_make_of_it(still):
    count = min(OPERATIONS, OPERATIONS_A_WALK)
    missed = None
    for seed in seeds():
        difference, untaken = walked(still, seed, count)
        if difference:
            pytest.fail(f"SIYU_SEED={seed} SIYU_OPERATIONS={count}: {difference}", pytrace=False)
        missed = set(untaken) if missed is None else missed & set(untaken)
    assert count < 1_500 or not missed, f"no walk up to SIYU_SEED={seed} ever did: {missed}"
    still.kill()
    ended = run_siyu("check", "--data", str(still.data))
    assert ended.returncode == 0, ended.stdout + ended.stderr


def walked(system, seed, count):
    """Walks in a corp of its own; the first difference, if any, and the calls that never went well."""
    corp = Corp(system, f"model-{seed}")
    model = begun(corp)
    feed = Feed(corp)
    walk = Walk(corp, model, feed, seed)
    walk.settle()
    try:
        walk.run(count)
    except Difference as difference:
        return difference, None
    finally:
        feed.close()
        corp.close()
    return None, walk.untaken()
