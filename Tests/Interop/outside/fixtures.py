"""The pytest fixtures that Tests/Interop and Tests/Crash share."""

import itertools
import re

import pytest

from .clients import Corp
from .processes import BINARY, System

_numbers = itertools.count(1)


def fresh_corp_name(test):
    """A corp nobody has used: tests share processes and never a corp."""
    words = re.sub(r"[^0-9A-Za-z]+", "-", test).strip("-")
    return f"c{next(_numbers)}-{words}"[:64].rstrip("-")


@pytest.fixture(scope="session")
def binary():
    assert BINARY.exists(), f"{BINARY} is not built: swift build, or set SIYU"
    return BINARY


@pytest.fixture(scope="session")
def shared_system(binary):
    """The four services, running for the whole session."""
    with System() as running:
        yield running


@pytest.fixture
def system(shared_system):
    """The shared processes, all alive."""
    for service in shared_system.services.values():
        if service.process is None or service.process.poll() is not None:
            service.stop()
            service.restart()
    return shared_system


@pytest.fixture
def corp(system, request):
    """A new corp's clients."""
    clients = Corp(system, fresh_corp_name(request.node.name))
    yield clients
    clients.close()


@pytest.fixture
def another_corp(system, request):
    """A second new corp's clients."""
    clients = Corp(system, fresh_corp_name(request.node.name + "-other"))
    yield clients
    clients.close()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Shows with a failed test what the processes wrote last."""
    report = (yield).get_result()
    if not report.failed:
        return
    systems = [value for value in item.funcargs.values() if isinstance(value, System)]
    for system in {id(each): each for each in systems}.values():
        report.sections += system.last_words()
