"""The demo tells the truth: its figures, read back from the services, are those of the data."""

import csv
import json
import os
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from outside.processes import ports_in_a_row

COMPOSE = Path(__file__).resolve().parents[2] / "compose"


def rows(name):
    with open(COMPOSE / "demo-data" / f"{name}.csv", encoding="utf-8") as file:
        return [(int(row["campaign_id"]), row["household_id"]) for row in csv.DictReader(file)]


def counted(name):
    return Counter(campaign for campaign, _ in rows(name))


def households(name):
    """How many different ones there are, by campaign."""
    found = defaultdict(set)
    for campaign, household in rows(name):
        found[campaign].add(household)
    return {campaign: len(those) for campaign, those in found.items()}


@pytest.fixture(scope="module")
def told(binary, tmp_path_factory):
    """What the demo wrote, and what it printed."""
    figures = tmp_path_factory.mktemp("demo") / "figures.json"
    ended = subprocess.run(
        [COMPOSE / "demo", "--json", figures, "--port", str(ports_in_a_row(4))],
        env={**os.environ, "SIYU": str(binary)}, check=True, timeout=120, capture_output=True,
        text=True)
    return json.loads(figures.read_text(encoding="utf-8")), ended.stdout


def test_each_campaign_has_the_recipients_and_the_redemptions_of_the_data(told):
    figures, _ = told
    sent_to, redeemed, redeemers = (
        counted("campaign_customers"), counted("redemptions"), households("redemptions"))
    assert len(figures["campaigns"]) == 27
    for campaign in figures["campaigns"]:
        number, sent, held_out = campaign["campaign_id"], campaign["sent"], campaign["held_out"]
        assert campaign["recipients"] == sent_to[number]
        assert sent["recipients"] + held_out["recipients"] == sent_to[number]
        assert sent["converted"] + held_out["converted"] == redeemed[number]
        assert sent["converted_recipients"] + held_out["converted_recipients"] == (
            redeemers.get(number, 0))
    totals = figures["totals"]
    assert totals["recipients"] == 6589
    assert totals["sent"]["converted"] + totals["held_out"]["converted"] == 2102


def test_a_tenth_is_held_out_and_each_text_goes_to_half_of_the_others(told):
    figures, _ = told
    # Five standard deviations of what the draw may leave.
    assert abs(figures["totals"]["held_out"]["recipients"] - 659) < 122
    for campaign in figures["campaigns"]:
        first, second = campaign["variants"]
        for key in ("recipients", "converted", "converted_recipients"):
            assert first[key] + second[key] == campaign["sent"][key]
    texts = [sum(each["variants"][place]["recipients"] for each in figures["campaigns"])
             for place in (0, 1)]
    assert abs(texts[0] - texts[1]) < 5 * sum(texts) ** 0.5


def test_the_lift_of_what_made_no_difference_is_nil(told):
    figures, printed = told
    intervals = [(each["lift_lower"], each["lift"], each["lift_upper"])
                 for each in figures["campaigns"] if each.get("lift") is not None]
    assert len(intervals) >= 20
    assert all(lower <= lift <= upper for lower, lift, upper in intervals)
    holding = sum(lower <= 0 <= upper for lower, _, upper in intervals)
    assert holding >= 0.85 * len(intervals)
    assert f"{holding} of {len(intervals)} intervals hold it" in printed
