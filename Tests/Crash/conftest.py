"""Tests that kill the built program and look from outside at what is left."""

import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Interop"))
pytest.register_assert_rewrite(
    "outside", "audit", "campaign", "channels", "chats", "counter", "staff")

from outside.fixtures import binary, pytest_runtest_makereport  # noqa: E402, F401
