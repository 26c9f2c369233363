"""`bibtex`: the articles as references for biblatex, in UTF-8 as biber reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the .bib file."""
    yield "% Encoding: UTF-8\n"
    for item, _, article in references(dossier):
        yield entry(item, article)


def entry(item: Reference, article: Article) -> str:
    """Return one reference."""
    day = _EDTF.match(article.published)
    fields = {
        "author": " and ".join(_name(each) for each in item.get("author", ())),
        "title": f"{{{latex(item['title'])}}}",
        "journaltitle": latex(item.get("container-title", "")),
        "date": day[0] if day else "",
        "url": re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", item.get("URL", "")),
        "urldate": article.imported[:10] if item.get("accessed") else "",
        "langid": latex(item.get("language", "")),
        "keywords": latex(item.get("keyword", "")),
        "annotation": latex(item.get("note", "")),
        "entrysubtype": "newspaper",
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in filled(fields).items()]
    return f"\n@article{{{item['citation-key']},\n{''.join(lines)}}}\n"


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
