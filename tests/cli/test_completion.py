"""Shells complete verbs, options and files, and `man` has a page of all verbs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tools.man_page import man_page
from tui.cli.completion import verbs_of
from tui.cli.parser import main, parser


@pytest.fixture(params=["bash", "zsh", "fish"])
def script(request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["completion", request.param]) == 0
    path = tmp_path / f"completion.{request.param}"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return path


def test_a_shell_reads_it_and_all_verbs_are_in_it(script: Path) -> None:
    shell = script.suffix[1:]
    if shutil.which(shell):
        said = subprocess.run([shell, "-n", script], capture_output=True, text=True, check=False)
        assert (said.returncode, said.stderr) == (0, "")
    text = script.read_text(encoding="utf-8")
    assert [verb for verb in verbs_of(parser()) if verb not in text] == []


def _completed(script: Path, *words: str) -> set[str]:
    given = " ".join(f"'{word}'" for word in ("briefing-tui", *words))
    asked = f"COMP_WORDS=({given}); COMP_CWORD={len(words)}; _shtab_briefing_tui; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    bash = ["bash", "-c", f"source '{script}'; {asked}"]
    return set(subprocess.run(bash, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not here")
@pytest.mark.parametrize("script", ["bash"], indirect=True)
def test_bash_completes(script: Path) -> None:
    assert {"export", "extract"} == _completed(script, "ex")
    assert "--redact" in _completed(script, "export", "--re")
    assert _completed(script, "review", "--format", "m") == {"mail", "markdown"}


def test_the_manual_has_a_section_for_each_verb() -> None:
    page = man_page()
    assert all(f".SH {verb.upper()}\n" in page for verb in verbs_of(parser()))
    assert "KINDS" not in page.replace("KINDS OF", "")
    if shutil.which("groff"):
        said = subprocess.run(
            ["groff", "-man", "-Tutf8", "-Kutf8", "-ww"],
            input=page,
            capture_output=True,
            text=True,
            check=True,
        )
        assert said.stderr == ""
