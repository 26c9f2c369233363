"""`bibtex`: the articles as references for biblatex, in UTF-8 as biber reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.core.edtf import days, without_time
from tui.core.model import Article
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.references import Reference, full_name, references
from tui.exchange.exporters.serialize import filled

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\`{}",
}
_PARTLY = re.compile(r"-(?:\dX|X\d)|X\d-|\dX-|^\d?X\d|Y")  # digits of EDTF that biblatex cannot read


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the .bib file."""
    yield "% Encoding: UTF-8\n"
    for item, _, article in references(dossier):
        yield entry(item, article)


def entry(item: Reference, article: Article) -> str:
    """Return one reference."""
    outlet = latex(item.get("container-title", ""))
    fields = {
        # biblatex wants an author: a report that names none goes by the paper it is in.
        "author": " and ".join(_name(each) for each in item.get("author", ()))
        or f"{{{outlet}}}" * bool(outlet),
        "title": f"{{{latex(item['title'])}}}",
        "journaltitle": outlet,
        "date": day(article.published),
        "url": re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", item.get("URL", "")),
        "urldate": article.imported[:10] if item.get("accessed") else "",
        "langid": latex(item.get("language", "")),
        "keywords": latex(item.get("keyword", "")),
        "annotation": latex(item.get("note", "")),
        "entrysubtype": "newspaper",
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in filled(fields).items()]
    return f"\n@article{{{item['citation-key']},\n{''.join(lines)}}}\n"


def day(edtf: str) -> str:
    """Return a date as biblatex reads it (EDTF, level 1); of others, from when to when; "" without a year."""
    its = without_time(edtf)
    span = days(its)
    if span is None or not _PARTLY.search(its):
        return its if span else ""
    return "/".join(each if each[0].isdigit() else ".." for each in span)


def _name(person: dict[str, str]) -> str:
    if "literal" in person:
        return f"{{{latex(person['literal'])}}}"
    given, family = full_name(person)
    return f"{latex(family)}, {latex(given)}"


def latex(text: str) -> str:
    """Return text that LaTeX shows as it is."""
    found = "".join(_SPECIAL.get(letter, letter) for letter in text)
    # Two in a row are set as one longer sign.
    return re.sub(r"([-'])(?=\1)", r"\1{}", found)
