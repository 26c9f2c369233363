"""What each step was done to stands in the history by name, also once it is taken back."""

from __future__ import annotations

import pytest

from tests.support.dossiers import FORMULA, PLAIN, find
from tui.commands.annotations import AddTags, Command, CompositeCommand, EditField, Star, target_of
from tui.commands.codebook import DeleteTags, MergeTags, RenameTag
from tui.commands.speakers import MergeSpeakers, RenameSpeaker
from tui.store.briefing import Briefing


def ids(briefing: Briefing) -> dict[str, str]:
    return {tag.name: tag.id for tag in briefing.tags().values()}


def done(briefing: Briefing, command: Command) -> str:
    """Return what the history says the command was done to, and after an undo still says."""
    assert briefing.do(command).seq
    about = briefing.history(1)[0].about
    undone = briefing.undo()
    assert undone and undone.about == about
    redone = briefing.redo()
    assert redone and redone.about == about
    return about


def test_tags_go_by_the_names_they_had(briefing: Briefing) -> None:
    tags = ids(briefing)
    assert done(briefing, RenameTag(tags["no deal"], "deal")) == "no deal → deal"
    assert done(briefing, MergeTags([tags["no deal"]], tags["+plus"])) == "deal → +plus"
    briefing.do(AddTags([target_of(find(briefing, PLAIN)[1])], ["topic"]))
    assert done(briefing, DeleteTags([ids(briefing)["topic"]])) == "topic, topic/lock"


def test_speakers_too(briefing: Briefing) -> None:
    speaker = next(iter(briefing.speakers().values()))
    name = speaker.name
    assert done(briefing, RenameSpeaker(speaker.id, "Ole")) == f"{name} → Ole"
    other = find(briefing, FORMULA)[1]
    briefing.do(EditField(target_of(other), "speaker", "Ida"))
    ida = next(each for each in briefing.speakers().values() if each.name == "Ida")
    assert done(briefing, MergeSpeakers([ida.id], speaker.id)) == "1 quote of Ida → Ole"


def test_one_thing_is_named_and_several_are_counted_by_the_label(briefing: Briefing) -> None:
    article, quote = find(briefing, PLAIN)
    assert done(briefing, AddTags([target_of(quote)], ["new"])) == f"“{PLAIN}”"
    assert done(briefing, Star([target_of(article)])) == f"{article.outlet}: {article.headline}"
    both = [target_of(quote), target_of(find(briefing, FORMULA)[1])]
    assert done(briefing, AddTags(both, ["newer"])) == ""
    assert (
        done(briefing, CompositeCommand([Star([target_of(quote)]), AddTags([target_of(quote)], ["n"])]))
        == f"“{PLAIN}”"
    )


@pytest.mark.parametrize("tag", ["", "nobody's"])
def test_what_is_not_there_is_told_by_the_command_itself(briefing: Briefing, tag: str) -> None:
    with pytest.raises(ValueError, match="there is no tag"):
        briefing.do(RenameTag(tag, "new"))
