"""The tags by key: many tagged at once; tags renamed, moved, merged, deleted, described."""

from __future__ import annotations

from collections import Counter
from functools import partial

from tui.commands.annotations import AddTags, target_of
from tui.commands.codebook import (
    DeleteTags,
    DescribeTag,
    MergeTags,
    MoveTag,
    RenameLevel,
    RenameTag,
    bare_levels,
    below,
    color_of,
    levels,
    sign_of,
)
from tui.core.model import TARGET_TYPES, Tag
from tui.core.query.completion import written
from tui.core.text import one_line
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.drafts import SEVERAL, DraftController, tags_on
from tui.ui.controllers.jumps import JumpController
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.search import SearchController
from tui.ui.controllers.tag_prompt import ask_tags
from tui.ui.dialogs.base import Prompt
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.dialogs.form import Form, FormField
from tui.ui.disk_queue import OPENS
from tui.ui.panes.quote_list import once

Uses = dict[str, Counter[str]]


class TagController(Controller):
    """What is done to the codebook, and to many quotes at once."""

    def do_tag_all(self) -> None:
        context = self.context
        targets = [target_of(item.quote) for item in once(context.open.items) if item.quote]

        def write(names: list[str]) -> None:
            self._drafts.done(tags_on(SEVERAL))
            if names:
                context.do(AddTags(targets, names))

        count = format.counted(len(targets), "quote")
        called = f"all {count} shown, added" if len(targets) > 1 else "the quote shown, added"
        ask_tags(context, SEVERAL, called, (), write)

    def do_tags(self) -> None:
        """Count what has which tag, then list the tags."""
        self.context.read(self.context.briefing.tag_uses, self._list, OPENS)

    def _list(self, uses: Uses) -> None:
        tags = self.context.open.tags

        def chosen(tag_id: str) -> None:
            if tag_id in tags:
                self._ask(tags[tag_id], uses)
            else:
                self._ask_level(tag_id.removeprefix("/"), uses)

        rows = {
            tag.name: Choice(
                tag.id,
                format.tag(tag),
                one_line(tag.description),
                tag.color if format.color(tag) == tag.color else "",
                f"{sum(uses.get(tag.id, Counter()).values()):,}",
            )
            for tag in tags.values()
        }
        for level in bare_levels(tags.values()):
            rows[level] = Choice(
                f"/{level}", f"{level}/", f"{format.counted(len(below(tags.values(), level)), 'tag')} below"
            )
        names = sorted(rows, key=lambda name: [part.casefold() for part in levels(name)])
        self.context.choose(
            ChoiceList("Tags of the briefing", [rows[name] for name in names], enter="says what can be done"),
            chosen,
        )

    def _ask_level(self, level: str, uses: Uses) -> None:
        """Offer what can be done to all tags below a level that is no tag itself."""
        lower = below(self.context.open.tags.values(), level)
        touched = f"{format.counted(len(lower), 'tag')}, on {_said(lower, uses)}"

        def rename(name: str) -> None:
            if name and name != level:
                self.context.do(RenameLevel(level, name))

        ask = partial(self._drafts.ask, Prompt(f"New name of {level}", level), rename, "tags")
        delete = partial(self.context.do, DeleteTags([tag.id for tag in lower]))
        self.offer_menu(
            f"{level}/",
            [
                (Choice("show", "Show its quotes"), partial(self._show, level)),
                (Choice("rename", "Rename", touched), ask),
                (Choice("delete", "Delete all below", touched), delete),
            ],
        )

    def _ask(self, tag: Tag, uses: Uses) -> None:
        lower = below(self.context.open.tags.values(), tag.name)
        also = f", with {format.counted(len(lower), 'tag')} below it" if lower else ""
        touched = f"on {_said([tag, *lower], uses)}{also}"
        self.offer_menu(
            format.tag(tag),
            [
                (Choice("show", "Show its quotes", "of all events"), partial(self._show, tag.name)),
                (Choice("rename", "Rename", touched), partial(self._rename, tag)),
                (Choice("move", "Move below another", touched), partial(self._move, tag)),
                (Choice("merge", "Merge into another", touched), partial(self._merge, tag, uses)),
                (Choice("describe", "Describe: meaning, colour, sign"), partial(self._describe, tag)),
                (Choice("delete", "Delete", touched), partial(self.context.do, DeleteTags([tag.id]))),
            ],
        )

    async def _show(self, name: str) -> None:
        """List the quotes with a tag, or with one below it, whoever said them; the jump can be gone back."""
        self.context.controller(JumpController).leave()
        self.context.listing.set_scope("briefing")
        await self.context.controller(SearchController).show(written("tag", name), "quotes")

    def _rename(self, tag: Tag) -> None:
        def write(name: str) -> None:
            if name and name != tag.name:
                self.context.do(RenameTag(tag.id, name))

        self._drafts.ask(Prompt(f"New name of {tag.name}", tag.name), write, "tags")

    def _move(self, tag: Tag) -> None:
        parents = {"/".join(levels(each.name)[:depth]) for each in self._others(tag) for depth in (1, 2, 3)}
        choices = [Choice("+", "(to the top)")]
        choices += [Choice(f"+{name}", name) for name in sorted(parents, key=str.casefold)]

        dialog = ChoiceList(f"Move {tag.name} below", choices, new="Below", enter="moves it there")
        self.context.choose(dialog, lambda name: self.context.do(MoveTag(tag.id, name.removeprefix("+"))))

    def _merge(self, tag: Tag, uses: Uses) -> None:
        choices = [Choice(each.id, format.tag(each), end=_said([each], uses)) for each in self._others(tag)]

        dialog = ChoiceList(f"Merge {tag.name} into", choices, enter="merges")
        self.context.choose(dialog, lambda into: self.context.do(MergeTags([tag.id], into)))

    def _describe(self, tag: Tag) -> None:
        def check(field: str, value: str) -> str:
            try:
                if field == "color":
                    color_of(value)
                elif field == "sign":
                    sign_of(value)
            except ValueError as error:
                return str(error)
            return ""

        def write(said: dict[str, str]) -> None:
            if said:
                self.context.do(
                    DescribeTag(tag.id, said.get("description"), said.get("color"), said.get("sign"))
                )

        fields = [
            FormField("description", "Meaning", tag.description),
            FormField("color", "Colour", tag.color, "such as #c03020"),
            FormField("sign", "Sign", tag.sign, "one character that stands for the #"),
        ]
        self._drafts.ask(Form(f"The tag {tag.name}", fields, "description", check), write, "tags")

    def _others(self, tag: Tag) -> list[Tag]:
        tags = self.context.open.tags.values()
        own = {tag.id, *(each.id for each in below(tags, tag.name))}
        return sorted((each for each in tags if each.id not in own), key=lambda each: each.name.casefold())

    @property
    def _drafts(self) -> DraftController:
        return self.context.controller(DraftController)


def _said(tags: list[Tag], uses: Uses) -> str:
    total: Counter[str] = sum((uses.get(tag.id, Counter()) for tag in tags), Counter())
    return ", ".join(format.counted(total[kind], kind) for kind in TARGET_TYPES if total[kind]) or "nothing"
