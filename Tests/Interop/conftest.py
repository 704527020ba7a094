"""Tests of the built program from outside, over gRPC, by clients that nobody here wrote."""

import pytest

pytest.register_assert_rewrite("outside")

from outside.fixtures import (  # noqa: E402, F401
    another_corp, binary, corp, pytest_runtest_makereport, shared_system, system,
)
