"""A disk that is full amid any kind of work; `benchmarks.crash --full` does the same some thousand times over."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.support import full
from tests.support.works import lay_out
from tui.store.briefing import Briefing, StoreError
from tui.workflows.store_annotations import read, take

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits as POSIX has them")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full") / "template"
    lay_out(folder / "store", 12)
    return folder


@pytest.fixture(scope="module")
def disk() -> bool:
    return full.can_mount()


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize("name", list(full.KINDS))
def test_what_is_refused_is_one_line_and_goes_through_once_there_is_room(
    template: Path, tmp_path: Path, disk: bool, name: str
) -> None:
    for small in (False, disk):
        place = tmp_path / f"place {small}"
        shutil.copytree(template, place)
        count, wrong = full.trial(name, place, random.Random(name), disk=small)
        assert not wrong
        assert count["went on"]


def test_a_project_of_which_the_texts_alone_found_room_says_so_and_is_whole_the_next_time(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Path(shutil.copytree(template, tmp_path / "place"))
    briefing, project = Briefing.open(place / "store"), place / "project.qdpx"
    texts = sum(row["articles"] for row in briefing.rows())
    with monkeypatch.context() as patch:
        patch.setattr(Briefing, "do", _refused)
        with pytest.raises(StoreError, match=r"6 articles of it are stored.*import it again.*no room"):
            take(briefing, read(project, "qdpx"), project.name)
    done = take(briefing, read(project, "qdpx"), project.name)
    assert not done.new and done.marks
    notes = [str(note.body["value"]) for _, note in briefing.written("commenting")]
    assert len([note for note in notes if note.startswith("theirs")]) == 12
    assert sum(row["articles"] for row in briefing.rows()) == texts + 6
    briefing.close()


def _refused(*_: object) -> None:
    raise StoreError("no room")
