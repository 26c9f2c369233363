"""The names that tables and JSON have for what is known of an article, and which field each means."""

from __future__ import annotations

import re

_NAMES = {
    "title": "title headline hed articletitle documenttitle newstitle titre titel titulo título webtitle"
    " booktitle titolo überschrift schlagzeile name subject",
    "url": "url link href permalink address weburl articleurl sourceurl documentidentifier resolvedurl givenurl"
    " canonical canonicalurl webpage uri storyurl pageurl articlelink enlace lien adresse",
    "outlet": "outlet source publication publisher medianame mediaoutlet newspaper site sitename sourcename"
    " sourcecommonname sourcehostname hostname sourcedomain"
    " domain domainname feedtitle journal medium publicationtitle containertitle provider newsoutlet infosources"
    " publicationname newssource sourcetitle feed channel medien quelle media journalname secondarytitle fuente"
    " fonte medio média médias zeitung periódico giornale éditeur сми источник издание",
    "author": "author authors byline creator creators writer writers journalist journalists publishedby"
    " bookauthor publishedbylines autor"
    " auteur reporter journaliste verfasser verfasserin autorin autoren autore journalistin redacteur by",
    "published": "published date publishdate publishedat pubdate datepublished publicationdate publisheddate"
    " publishedon"
    " publicationday datepublish postdate seendate isodate firstpublished versioncreated day datum datetime publicationtime"
    " usereditedtimestampusec"
    " publishedtime articledate issued contentcreated firstcreated webpublicationdate fecha data veröffentlicht"
    " erscheinungsdatum datepublication when wann quand cuándo когда дата dateofstatement dateofquote",
    "text": "text body content textcontent fulltext articletext articlebody maintext story plaintext document bodytext"
    " contenttext"
    " article texte inhalt textbody cleanedtext articlecontent volltext artikeltext contenu corps texto testo cuerpo",
    "html": "html contenthtml htmlcontent bodyhtml bodyxhtml rawhtml pagehtml",
    "language": "language lang sprache langue languagecode idioma lingua",
    "words": "quote quotation quotes citation citations zitat zitate aussage aussagen wortlaut cita citas statement"
    " whatwassaid whathesaid whatshesaid words verbatim said saying цитата цитаты",
    "speaker": "speaker speakername who whosaidit saidby quoted quotedperson sprecher sprecherin redner rednerin wer"
    " locuteur locutrice orateur oratrice qui hablante orador oradora quien quién спикер кто говорящий",
    "note": "note notes comment comments remark remarks notiz notizen anmerkung anmerkungen kommentar remarque"
    " remarques commentaire commentaires nota notas comentario comentarios заметка примечание",
    "tags": "tags tag keywords keyword topic topics schlagwort schlagworte schlagwörter stichwort motsclés étiquette"
    " étiquettes etiqueta etiquetas тег теги",
    "role": "role function position office capacity funktion amt fonction poste cargo función должность",
    "chain": "via chain quotedby reportedby through intermediary relayedby zitiertvon citépar citadopor",
    "abstract": "description summary excerpt abstract snippet teaser lead standfirst highlight trailtext",
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}
_RANK = {name: rank for names in _NAMES.values() for rank, name in enumerate(names.split())}
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_NO_LETTER = re.compile(r"[\W_]+")


def field_of(name: str) -> str:
    """Return the field that a column or key of this name holds, "" for one that is not known."""
    return _FIELDS.get(_known(name), "")


def plainest(field: str) -> str:
    """Return the name that says most plainly that a column is of a field: "quote" of "words"."""
    return _NAMES[field].partition(" ")[0]


def rank_of(name: str) -> int:
    """Return how plainly a name says what it holds, 0 the plainest: where two mean one field, it is that which counts."""
    return _RANK.get(_known(name), 99)


def _known(name: str) -> str:
    """Return the name that is known of what a column is called: "Quote (English)", "Source / Outlet"."""
    ways = (name, _ASIDE.sub("", name), *name.split("/"))
    return next((bare for each in ways if (bare := bare_name(each)) in _FIELDS), "")


def bare_name(name: str) -> str:
    """Return a name as its letters and figures alone."""
    return _NO_LETTER.sub("", name).lower()
