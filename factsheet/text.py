"""Scripts, hidden marks and look-alike letters of texts in any language. Home of confusable-homoglyphs."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_FIRST_TAG: Final = "\U000e0020"  # flags of parts of countries are a black flag and such tags
_JOINERS: Final = frozenset("\u200c\u200d")
_JOINING_SCRIPTS: Final = (
    "ARABIC SYRIAC MONGOLIAN NKO DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA MALAYALAM SINHALA "
    "KHMER MYANMAR TIBETAN THAANA INHERITED"
)
_JOINING: Final = frozenset(_JOINING_SCRIPTS.split())
_FORMS: Final = re.compile(
    "[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc]+"
)

_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_LOOKALIKE_ALPHABETS: Final = "\u0370-\u052f\u1f00-\u1fff"  # Greek and Cyrillic
_SEAM: Final = re.compile(f"[{_LATIN}][{_LOOKALIKE_ALPHABETS}]|[{_LOOKALIKE_ALPHABETS}][{_LATIN}]")
_WORD: Final = re.compile(r"\w+")
_USUAL: Final = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω"
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁёІіЇїЄєҐґЈј"
)

_SCRIPTS: Final = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Beng": "BENGALI",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Gujr": "GUJARATI",
    "Guru": "GURMUKHI",
    "Hani": "HAN",
    "Hans": "HAN",
    "Hant": "HAN BOPOMOFO",
    "Hebr": "HEBREW",
    "Jpan": "HAN HIRAGANA KATAKANA",
    "Khmr": "KHMER",
    "Knda": "KANNADA",
    "Kore": "HANGUL HAN",
    "Laoo": "LAO",
    "Latn": "LATIN",
    "Mlym": "MALAYALAM",
    "Mong": "MONGOLIAN",
    "Mymr": "MYANMAR",
    "Nkoo": "NKO",
    "Sinh": "SINHALA",
    "Syrc": "SYRIAC",
    "Taml": "TAMIL",
    "Telu": "TELUGU",
    "Tfng": "TIFINAGH",
    "Thaa": "THAANA",
    "Thai": "THAI",
    "Tibt": "TIBETAN",
}
_WRITTEN_IN: Final = {
    language: scripts
    for scripts, languages in {
        "Arab": "ar fa ps sd ug ur ckb arc",
        "Arab Latn": "ku ms",
        "Armn": "hy",
        "Beng": "as bn",
        "Cyrl": "ab av ba be bg ce cv kv mk mn os ru tg uk",
        "Cyrl Latn": "az bs crh kk ky ro sh sr tk tt uz",
        "Deva": "hi mr ne sa",
        "Ethi": "am ti",
        "Geor": "ka",
        "Grek": "el",
        "Gujr": "gu",
        "Guru Arab": "pa",
        "Hant": "zh yue",
        "Hebr": "he yi",
        "Jpan": "ja",
        "Khmr": "km",
        "Knda": "kn",
        "Kore": "ko",
        "Laoo": "lo",
        "Mlym": "ml",
        "Mymr": "my",
        "Sinh": "si",
        "Syrc": "syr",
        "Taml": "ta",
        "Telu": "te",
        "Thaa": "dv",
        "Thai": "th",
        "Tibt": "bo dz",
        "Latn": (
            "af ca cs cy da de en eo es et eu fi fo fr ga gl ha hr hu id is it lb lt lv mt nb nl nn no pl pt sk sl so "
            "sq sv sw tl tr vi"
        ),
    }.items()
    for language in languages.split()
}


class Stretch(NamedTuple):
    """A part of a text: where it begins in code points, and what it is."""

    offset: int
    text: str


class MixedWord(NamedTuple):
    """A word with letters of another alphabet that look like its own: where, what, and as it was surely meant."""

    offset: int
    word: str
    meant: str


def is_plain(text: str) -> bool:
    """Tell whether a text is ASCII that can be seen, spaces and line ends included."""
    return text.isascii() and (text.isprintable() or not _HIDDEN.search(text))


def is_suspicious(characters: frozenset[str]) -> bool:
    """Tell whether a text of these characters could have any hidden mark or presentation form."""
    return any(_BIDI.match(each) or _HIDDEN.match(each) or _FORMS.match(each) for each in characters)


def find_bidi_controls(text: str) -> Iterator[Stretch]:
    """Yield each mark that reorders text: embeddings, overrides and isolates. LRM, RLM and ALM are harmless."""
    if not text.isascii():
        for found in _BIDI.finditer(text):
            yield Stretch(found.start(), found[0])


def find_hidden(text: str) -> Iterator[Stretch]:
    """Yield each character that can't be seen and has no business where it stands, such as a zero-width space.

    Joiners are right in scripts that need them and in emoji, and so are marks of direction; control characters never.
    """
    for found in _HIDDEN.finditer(text):
        if not _is_needed(text, found.start()):
            yield Stretch(found.start(), found[0])


def find_presentation_forms(text: str) -> Iterator[Stretch]:
    """Yield each run of ligatures and positional letter forms, which no search finds: plain letters are meant."""
    if not text.isascii():
        for found in _FORMS.finditer(text):
            yield Stretch(found.start(), found[0])


def is_composed(text: str) -> bool:
    """Tell whether letters and their marks are one character where there is one (Unicode form NFC)."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def find_mixed_words(text: str) -> Iterator[MixedWord]:
    """Yield each word in which all letters of one alphabet look like letters of the other, Latin, Greek or Cyrillic.

    A word that mixes alphabets visibly, such as a Latin acronym with a Russian ending, is left alone.
    """
    if text.isascii() or not _SEAM.search(text):
        return
    for found in _WORD.finditer(text):
        if _SEAM.search(found[0]):
            meant = _unmix(found[0])
            if meant:
                yield MixedWord(found.start(), found[0], meant)


def find_foreign_script(text: str, tag: str) -> str:
    """Return the script of `text` ('Cyrillic') if none of its letters belongs to the language of a BCP 47 tag, or ''.

    Nothing is said of languages whose scripts aren't known here.
    """
    expected = find_scripts(tag)
    if not expected or (text.isascii() and "LATIN" in expected):
        return ""
    others: Counter[str] = Counter()
    for letter in text:
        script = _script_of(letter)
        if script in expected:
            return ""
        if script:
            others[script] += 1
    return max(others, key=lambda script: (others[script], script)).title() if others else ""


@lru_cache(maxsize=256)
def find_scripts(tag: str) -> frozenset[str]:
    """Return the scripts that a language is written in, by their Unicode names; of an unknown language none."""
    language, *parts = tag.split("-")
    named = [part for part in parts if part in _SCRIPTS]
    codes = named or _WRITTEN_IN.get(language, "").split()
    return frozenset(name for code in codes for name in _SCRIPTS[code].split())


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    """Return the Unicode name of a letter's script, '' for digits, marks and the like."""
    if letter.isascii():
        return "LATIN" if letter.isalpha() else ""
    if not letter.isalpha():
        return ""
    from confusable_homoglyphs import categories  # noqa: PLC0415 -- reads its tables; ASCII needs none

    script: str = categories.alias(letter)
    return "" if script in {"COMMON", "INHERITED", "UNKNOWN"} else script


def _is_needed(text: str, at: int) -> bool:
    before = text[at - 1] if at else ""
    if text[at] in _JOINERS and before:
        return _script_near(before) in _JOINING or _is_picture(before)
    return text[at] >= _FIRST_TAG and (_is_picture(before) or before >= _FIRST_TAG)


def _script_near(letter: str) -> str:
    return "INHERITED" if unicodedata.category(letter).startswith("M") else _script_of(letter)


def _is_picture(character: str) -> bool:
    is_selector = character == "\ufe0f"
    return is_selector or (character > "\u2000" and unicodedata.category(character) in {"So", "Sk"})


def _unmix(word: str) -> str:
    """Return the word in one alphabet if every letter of the other one has a usual look-alike in it, or ''."""
    counts = Counter(filter(None, map(_script_of, word)))
    for script in sorted(counts, key=lambda name: (-counts[name], name)):
        letters = [each if _script_of(each) in {"", script} else _look_alike(each, script) for each in word]
        if all(letters):
            return "".join(letters)
    return ""


@lru_cache(maxsize=1024)
def _look_alike(letter: str, script: str) -> str:
    from confusable_homoglyphs.confusables import confusables_data  # noqa: PLC0415 -- 1 MB of table, seldom needed

    for other in confusables_data.get(letter, ()):
        found: str = other["c"]
        if found in _USUAL and _script_of(found) == script and found.isupper() == letter.isupper():
            return found
    return ""
