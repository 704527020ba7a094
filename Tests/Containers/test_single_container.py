"""What compose.single.yaml promises: the four services in one process, in one container."""

import os
import signal

import pytest

from outside import CONTEXTS, Corp, eventually
from outside.fixtures import fresh_corp_name
from stack import Stack
from test_containers import preview, publish_moment, run_campaign, small_corp, status


@pytest.fixture(scope="module")
def single(engine, certificates):
    with Stack(engine, "compose.single.yaml", certificates) as running:
        yield running


def test_one_process_serves_the_four_and_comes_back_with_all_it_had(single, request):
    container = single.container("siyu")
    process = status(container.pid)
    assert process["Uid"] == ["10001"] * 4 and int(process["CapBnd"][0], 16) == 0
    said = container.execute("siyu", "probe").splitlines()
    assert said == [f"127.0.0.1:{port} SERVING" for port in range(7401, 7405)]
    corp = Corp(single, fresh_corp_name(request.node.name))
    scene = small_corp(corp)
    pid = container.pid
    os.kill(pid, signal.SIGKILL)
    eventually(lambda: container.pid not in (0, pid), "the engine starts another")
    for name in CONTEXTS:
        eventually(single[name].serves, f"{name} serves again")
    eventually(container.is_healthy, "it is healthy")
    assert preview(corp).recipient_count == len(scene.people)
    run_campaign(corp, scene)
    publish_moment(corp, scene)
    corp.close()
    assert container.stop() == 0
