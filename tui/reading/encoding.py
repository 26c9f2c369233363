"""The bytes of a source become clean text, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re

from tui.core.text import clean
from tui.reading.mojibake import repaired


class BadSourceError(ValueError):
    """A source that cannot be read; the message is half a sentence that says why."""


_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "is a PDF; give it the ending .pdf"),
    (b"PK\x03\x04", "is a zip archive or an office document; save its text as .txt and import that"),
    (b"\x7fELF", "is a program, not a page"),
)
_NOT_TEXT = "is not text (it looks like binary data); save the page as text or HTML"
_CONTROLS = bytes(c for c in range(32) if c not in (9, 10, 12, 13))
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# The names that pages have for what Python calls otherwise, as browsers mean them: WHATWG Encoding Standard, 4.2
# (https://encoding.spec.whatwg.org/#names-and-labels).
_LABELS = {
    "cp1252": "iso-8859-1 latin1 us-ascii ascii",
    "cp1254": "iso-8859-9",
    "cp874": "iso-8859-11 tis-620",
    "cp932": "shift_jis shift-jis sjis x-sjis windows-31j",
    "gb18030": "gb2312 gbk x-gbk",
    "cp949": "euc-kr ks_c_5601-1987",
    "mac_cyrillic": "x-mac-cyrillic",
    "iso-8859-8": "iso-8859-8-i",
}
_MEANT = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
_NO_TEXT = {"unicode_escape", "raw_unicode_escape", "punycode", "idna", "undefined", "utf_7", "mbcs", "oem"}
# Scripts of their own, where a wrong guess is nonsense; Latin ones without a word of theirs are Windows-1252.
_GUESSED = (
    "cp1251 koi8_r iso8859_5 cp866 mac_cyrillic cp932 euc_jp gb18030 big5 cp949"
    " iso8859_7 cp1253 cp1255 iso8859_8 cp1256 iso8859_6 cp874"
).split()
_FOREIGN_SHARE = 0.3
_SAMPLE = 20_000
_LOOKED_AT = 200_000  # characters


def decode(raw: bytes) -> str:
    """Return the clean text of `raw`.

    A byte order mark is believed, then what is UTF-8 or UTF-16 by its form, then what an HTML or XML
    page says of itself, then what the bytes look like. Raises `BadSourceError` where `raw` is empty
    or not text.
    """
    for magic, reason in _MAGIC:
        if raw.startswith(magic):
            raise BadSourceError(reason)
    text = repaired(decoded(raw))
    # A page may hold a stray control character; a picture or a program is full of them.
    sample = text[:_LOOKED_AT]
    foreign = sample.count("\ufffd")
    # Most have none: in every encoding these are their own bytes, of which all are counted in one go.
    if foreign or len(raw.translate(None, _CONTROLS)) < len(raw):
        encoded = sample.encode("utf-8", "surrogatepass")
        foreign += len(encoded) - len(encoded.translate(None, _CONTROLS))
    if foreign > 8 and foreign > len(sample) // 50:
        raise BadSourceError(_NOT_TEXT)
    text = clean(text)
    if not text.strip():
        raise BadSourceError("is empty; save the page again")
    return text


def decoded_as(raw: bytes, name: str) -> str | None:
    """Return `raw` decoded as the encoding of this name; None where that is none, or not this one."""
    name = name.strip().strip("\"'").lower()
    try:
        codec = codecs.lookup(_MEANT.get(name, name))
        if codec.name.replace("-", "_") in _NO_TEXT:
            return None
        text = raw.decode(codec.name, "replace")
    except (LookupError, ValueError):
        return None
    return text if text.count("\ufffd") * 100 <= len(text) else None


def decoded(raw: bytes) -> str:
    """Return the text of `raw` as it stands; as `decode`, which also cleans it."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    if raw.count(0, 0, 4096) * 5 > min(len(raw), 4096):
        # UTF-16 without its mark: in most scripts every other byte is small or zero.
        even, odd = raw[0:4096:2].count(0), raw[1:4096:2].count(0)
        if even == 0 or odd == 0:
            return raw.decode("utf-16-be" if even else "utf-16-le", "replace")
    escaped = b"\x1b" in raw  # one byte takes a fiftieth of what three take to look for
    if escaped and (b"\x1b$B" in raw or b"\x1b$@" in raw) and (text := decoded_as(raw, "iso-2022-jp")):
        return text
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:  # lone surrogates, which some programs write: clean() drops them
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        pass
    said = _DECLARED.search(raw, 0, 4096)
    name = (said[1] or said[2]).decode("ascii", "replace") if said else ""
    if name and (text := decoded_as(raw, name)) is not None:
        return text
    # A page with one broken byte among many good ones is UTF-8 that was cut or patched.
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = len(raw.decode("utf-8", "ignore").encode("ascii", "ignore"))
    letters = len(text) - broken - good
    if letters > 4 * broken:
        return text
    return _guessed(raw) or raw.decode("cp1252", "replace")


def _guessed(raw: bytes) -> str:
    """Return text in a script that is not Latin, by what its bytes look like; "" for none."""
    sample = raw[:_SAMPLE]
    plain = sample.translate(None, bytes(range(128, 256)))
    letters = sum(plain.count(c) for c in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if len(sample) - len(plain) < _FOREIGN_SHARE * (len(sample) - len(plain) + letters):
        return ""
    if any(sample.count(c) for c in range(9)):
        return ""  # a picture, and no page
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_GUESSED, enable_fallback=False, language_threshold=0.05).best()
    return (decoded_as(raw, best.encoding) or "") if best else ""
