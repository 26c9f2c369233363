"""What several tests of the core need: a server on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.core.serving import Server


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    with Server().running() as running:
        yield running
