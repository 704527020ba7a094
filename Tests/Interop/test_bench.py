"""`compose/bench` measures what it says it does, at a size that proves nothing about speed."""

import json
import subprocess
import sys

from outside import BINARY
from outside.protos import REPOSITORY
from outside.processes import surroundings

FIGURES = {
    ("GetLift over 900", "ms"),
    ("planning 3,500: what writes", "x yardstick's CPU"),
    ("planning 10,000: all", "s"),
    ("confirming tasks of 117", "/s"),
    ("preview at 3,500", "ms"),
}


def test_broadcasts_are_planned_confirmed_and_delivered(tmp_path, binary):
    said = tmp_path / "figures.json"
    ended = subprocess.run(
        [sys.executable, REPOSITORY / "compose" / "bench_broadcasts.py", "--scale", "0.001",
         "--program", BINARY.parent / "siyu-bench", "--json", said],
        capture_output=True, text=True, timeout=300, check=False,
        env=surroundings(SIYU=str(BINARY), XDG_CACHE_HOME=str(tmp_path)))
    assert ended.returncode in (0, 1), ended.stderr
    figures = json.loads(said.read_text(encoding="utf-8"))
    assert all(set(each) == {"name", "value", "unit", "bar", "ok"} for each in figures)
    assert ended.returncode == (0 if all(each["ok"] for each in figures) else 1)
    assert FIGURES <= {(each["name"], each["unit"]) for each in figures}
    assert any(each["name"].startswith("leasing and acknowledging") for each in figures)
    assert all(each["value"] >= 0 for each in figures)
