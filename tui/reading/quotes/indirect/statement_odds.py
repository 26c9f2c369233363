"""How likely what is reported without marks is a statement of the speaker it was given, as it is cut.

A logistic model over what comes with a record: its table "statement" is learned from indirect quotes of the news that were
judged one by one, and from the project's own gold (`python -m benchmarks.train_reported`). What is very probably none is not
kept: a deed, a thought, what a thing shows, words torn off, or another's. Its bias holds the threshold, so that 0 is it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.reading.quotes import weights
from tui.reading.quotes.cues.confidence import PLAIN, logit
from tui.reading.quotes.cues.cue_subjects import subject
from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.indirect.content_choice import Content
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set
from tui.reading.result import QuoteSpan

FIGURES = ("confidence", "margin")
_PRONOUNS = word_set("he she they it who which")
_JOINTS = word_set(  # between a clause and what may be the writer's
    "and but or while as after before when because if amid since although though until despite following where so then yet"
)
_REACH = 6  # words from a joint to its verb
_RIVALS = 4  # and more
_QUARTERS = 8  # of four words
_AWAY = 4  # words between a subject and its verb
_BETWEEN = 2  # spaces: "Lund also said"
_LINES = 30  # characters between a speaker and the cue


def is_statement(context: ArticleAnalysis, content: Content, record: QuoteSpan) -> bool:
    """Tell whether a content, of which `record` is the first record, is likely enough what that speaker said."""
    table = weights.load().get("statement")
    if table is None or not is_weighed(context, content, record):
        return True
    names = features(context, content, record)
    numbers = zip(FIGURES, figures(content, record), strict=True)
    return table["bias"] + weights.total(table, names) + sum(table[name] * each for name, each in numbers) > 0


def is_weighed(context: ArticleAnalysis, content: Content, record: QuoteSpan) -> bool:
    """Tell whether a record may be none at all: not a clause behind the verb of who stands right before, whoever that is."""
    if record.kind != "indirect" or not record.entity:
        return False
    lower, verb, first = context.skeleton.lower, content.verb, content.ranges[0][0]
    lemma = CUES.get(lower[verb])
    between = context.text[record.speaker_end : context.skeleton.starts[verb]]
    beside = 0 <= record.speaker_end <= context.skeleton.starts[verb] and between.count(" ") <= _BETWEEN
    led = lemma in PLAIN & CLAUSAL or "that" in lower[max(0, first - 1) : first + 1]
    return not (beside and led and not lower[verb].endswith("ing") and _finites(context, content) > 0)


def figures(content: Content, record: QuoteSpan) -> tuple[float, float]:
    """Return how sure its speaker is, as log odds, and by how much the content was likelier than none."""
    return logit(min(max(content.ruled or record.confidence, 0.005), 0.995)), content.margin


def features(context: ArticleAnalysis, content: Content, record: QuoteSpan) -> list[str]:
    """Return what else tells a statement from none, as names of the table."""
    return [*_of_speaker(record), *_of_verb(context, content, record), *_of_words(context, content)]


def _of_speaker(record: QuoteSpan) -> Iterator[str]:
    """Yield how the speaker came by the name, and who else it may be."""
    written = record.speaker_text
    name = (
        "own" if record.entity == written else "longer" if written and written in record.entity else "other"
    )
    yield f"name {name}"
    yield f"rivals {min(len(record.candidates), _RIVALS)}"
    yield f"chain {min(len(record.chain), 2)}"
    yield f"several {len(record.speakers)}"
    one = not record.speakers and written.lower() in _PRONOUNS
    yield f"mention {written.lower() if one else ''}"


def _of_verb(context: ArticleAnalysis, content: Content, record: QuoteSpan) -> Iterator[str]:
    """Yield what verb it is, what it makes of the words, and where its subject stands."""
    word = context.skeleton.lower[content.verb]
    form = "ing" if word.endswith("ing") else "s" if word.endswith("s") else "ed"
    lemma = CUES.get(word, "noun")
    yield f"polarity {record.polarity}"
    yield f"cue {lemma}"
    yield f"form {form}"
    yield f"behind {content.ranges[0][0] > content.verb} {form}"
    if not _finites(context, content):
        yield f"bare {lemma}"
    skeleton, at = context.skeleton, content.verb
    yield f"before {skeleton.shape[max(0, at - 2) : at]}"
    yield f"ending {skeleton.shape[at - 1 : at]} {word[-2:]}"
    yield f"led {content.speaker is not None}"
    who = subject(context, content.verb)
    yield f"its subject {who is not None and _is_written(skeleton, who, record)}"
    away = max(-_AWAY, min(content.verb - who.last, _AWAY)) if who is not None else "none"
    yield f"subject {away} {form}"
    yield f"speaker behind {record.speaker_start > record.cue_start}"
    yield f"speaker away {min(abs(record.speaker_start - record.cue_start) // _LINES, _AWAY)}"


def _is_written(skeleton: TokenizedArticle, who: Mention, record: QuoteSpan) -> bool:
    """Tell whether the words of a mention are those, or some of those, that name the speaker."""
    begun = record.speaker_start <= skeleton.starts[who.last - 1]
    return begun and skeleton.starts[who.first] < record.speaker_end


def _of_words(context: ArticleAnalysis, content: Content) -> Iterator[str]:
    """Yield what the words are, and where they begin and end."""
    skeleton = context.skeleton
    first, end = content.ranges[0][0], content.ranges[-1][1]
    inside = "".join(skeleton.shape[slice(*part)] for part in content.ranges)
    yield f"size {min(len(inside) // 4, _QUARTERS)}"
    yield f"first {skeleton.shape[first : first + 2]}"
    yield f"that {'that' in skeleton.lower[max(0, first - 1) : first + 1]}"
    sentence = skeleton.sentences[skeleton.sentence[end - 1]][1]
    yield f"tail {skeleton.shape[end : min(end + 2, sentence)]}"
    yield f"finite {min(_finites(context, content), 3)}"
    yield f"commas {min(inside.count(','), 3)}"
    yield f"cue within {shapes.CUE in inside}"
    yield f"parts {len(content.ranges)}"
    for part in content.ranges:
        for at in range(part[0] + 1, part[1]):
            if skeleton.lower[at] in _JOINTS:
                verb = not shapes.FINITES.isdisjoint(skeleton.shape[at + 1 : min(at + _REACH, part[1])])
                yield f"joined {skeleton.lower[at]} {skeleton.shape[at - 1] == ','} {verb}"


def _finites(context: ArticleAnalysis, content: Content) -> int:
    """Return how many finite verbs a content has."""
    return sum(
        letter in shapes.FINITES for part in content.ranges for letter in context.skeleton.shape[slice(*part)]
    )
