"""Tests of the image and of what runs from it: `compose/test-containers` makes both the image and
the network that these run in; only the tests of the Kubernetes manifests run anywhere."""

import os
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Interop"))
pytest.register_assert_rewrite("outside", "stack")

from outside import Corp  # noqa: E402
from outside.fixtures import fresh_corp_name  # noqa: E402
from stack import Certificates, Docker, Podman, Stack  # noqa: E402


@pytest.fixture(scope="session")
def certificates(tmp_path_factory):
    """What compose/certificates makes, unasked."""
    return Certificates(tmp_path_factory.mktemp("certificates") / "tls")


@pytest.fixture(scope="session")
def engine():
    """The one that runs: compose/test-containers has made it, and the image in it."""
    name = os.environ.get("SIYU_ENGINE")
    if not name:
        pytest.skip("no engine: run compose/test-containers")
    return {"podman": Podman, "docker": Docker}[name]()


@pytest.fixture(scope="module")
def four(engine, certificates):
    """compose.yaml, up for all tests of a file."""
    with Stack(engine, "compose.yaml", certificates) as running:
        yield running


@pytest.fixture
def corp(four, request):
    """A new corp's clients, of the app that compose/certificates makes a certificate for."""
    clients = Corp(four, fresh_corp_name(request.node.name))
    yield clients
    clients.close()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Shows with a failed test what the containers wrote last."""
    report = (yield).get_result()
    if report.failed:
        for stack in item.funcargs.values():
            if isinstance(stack, Stack):
                report.sections += stack.last_words()
