"""The demo tells the truth: its figures, read back from the services, are those of the data."""

import csv
import json
import os
import socket
import subprocess
from collections import Counter
from pathlib import Path

from outside.processes import free_ports

COMPOSE = Path(__file__).resolve().parents[2] / "compose"


def counted(name):
    with open(COMPOSE / "demo-data" / f"{name}.csv", encoding="utf-8") as file:
        return Counter(int(row["campaign_id"]) for row in csv.DictReader(file))


def four_ports_in_a_row():
    """The first of four ports in a row that nobody listens on now."""
    while True:
        (first,) = free_ports(1)
        try:
            for port in range(first, first + 4):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
            return first
        except OSError:
            continue


def test_the_demo_reports_for_each_campaign_what_the_data_says(binary, tmp_path):
    figures = tmp_path / "figures.json"
    subprocess.run(
        [COMPOSE / "demo", "--json", figures, "--port", str(four_ports_in_a_row())],
        env={**os.environ, "SIYU": str(binary)}, check=True, timeout=120, capture_output=True)
    told = json.loads(figures.read_text(encoding="utf-8"))
    sent_to, redeemed = counted("campaign_customers"), counted("redemptions")
    assert len(told["campaigns"]) == 27
    for campaign in told["campaigns"]:
        number = campaign["campaign_id"]
        assert campaign["recipients"] == campaign["sent"] == sent_to[number]
        assert campaign["converted"] == redeemed[number]
    assert told["totals"] == {"recipients": 6589, "sent": 6589, "converted": 2102}
