"""Verbs of the command line, run on a fresh machine, and what they print."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.support.pages import FLOOD, HARBOUR, NOTE
from tui.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """The environment of a fresh machine: the platform's folders are in `tmp_path`."""
    environment = {k: v for k, v in os.environ.items() if k not in ("BRIEFING_STORE", "NO_COLOR")}
    return environment | {
        f"XDG_{n}_HOME": str(tmp_path / n.lower()) for n in ("DATA", "STATE", "CONFIG", "CACHE")
    }


@pytest.fixture
def spawn(machine: dict[str, str], tmp_path: Path) -> Run:
    """Run briefing-tui on a fresh machine, in a process of its own."""
    environment = machine | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error::ResourceWarning"}

    def run_(*arguments: str, env: dict[str, str] | None = None) -> Any:
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
            env=environment | (env or {}),
            cwd=tmp_path,
            timeout=60,
            check=False,
        )

    return run_


@pytest.fixture
def run(
    machine: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Run briefing-tui on a fresh machine, in this process: a start takes as long as most of what is asked."""
    monkeypatch.chdir(tmp_path)

    def run_(*arguments: str, stdin: str = "", env: dict[str, str] | None = None) -> Any:
        capsys.readouterr()
        with monkeypatch.context() as here:
            for name in ("BRIEFING_STORE", "NO_COLOR"):
                here.delenv(name, raising=False)
            for name, value in (machine | (env or {})).items():
                here.setenv(name, value)
            here.setattr(sys, "argv", ["briefing-tui", *arguments])
            here.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin.encode()), "utf-8"))
            status = main()
        return subprocess.CompletedProcess(arguments, status, *capsys.readouterr())

    return run_


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "flood.txt").write_text(FLOOD, encoding="utf-8")
    (folder / "note.md").write_text(NOTE, encoding="utf-8")
    return folder


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
