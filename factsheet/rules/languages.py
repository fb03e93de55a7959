"""Languages: a text is in the language that its tag names, and in each that the publication has."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from factsheet.composing.labels import label_record
from factsheet.diagnostics import Diagnostic
from factsheet.model import Json, Record
from factsheet.resolution import locate
from factsheet.rules.content import Content
from factsheet.rules.findings import join, locate_key, report
from factsheet.rules.survey import Words
from factsheet.text import find_foreign_script

_CODES: Final = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv "
    "dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie "
    "ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv "
    "mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm "
    "rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts "
    "tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_TWO_LETTERS: Final = frozenset(_CODES.split())
_SLIPS: Final = dict(
    pair.split("=")
    for pair in [
        "cn=zh",
        "cz=cs",
        "dk=da",
        "gr=el",
        "iw=he",
        "jp=ja",
        "kz=kk",
        "rs=sr",
        "sy=ar",
        "ua=uk",
        "ara=ar",
        "ckr=ckb",
        "deu=de",
        "eng=en",
        "fas=fa",
        "fra=fr",
        "heb=he",
        "kur=ku",
        "rus=ru",
        "spa=es",
        "tur=tr",
        "ukr=uk",
    ]
)
_LONGEST_BRAND: Final = 6


def check_unknown_language(content: Content) -> Iterator[Diagnostic]:
    """The language of a text is one that there is, by its shortest code, not that of a country.

    Browsers, screen readers and fonts go by the tag. UA is the country, uk the language; eng has a shorter code, en.

    Good:

        # groups/red-hill.yaml
        name: {en: Red Hill, uk: Червоний пагорб}

    Bad:

        # groups/red-hill.yaml
        name: {en: Red Hill, ua: Червоний пагорб}
    """
    for record, words in content.words:
        if words.tag and not is_known(words.tag):
            yield _report(record, words)


def check_script_mismatch(content: Content) -> Iterator[Diagnostic]:
    """A text has letters of the script that its language is written in.

    A text under the wrong tag gets the wrong font, direction and voice, and readers of that language get no text. A
    name kept in foreign letters says so in its tag: `ar-Latn`. The same word under another tag, such as an acronym
    that all languages share, is no mistake.

    Good:

        # groups/red-hill.yaml
        name: {en: Red Hill, ru: Красный холм, ar-Latn: al-Tall al-Ahmar}
        short: {en: RH, ru: RH}

    Bad:

        # groups/red-hill.yaml
        name: {en: Red Hill, ru: Krasny kholm}
    """
    for record in content.records:
        scripts = [(words, find_foreign_script(words.text, words.tag)) for words in _tagged(content, record)]
        foreign = [(words, script) for words, script in scripts if script]
        shared = {words.text for words, script in scripts if not script} if foreign else set()
        for words, script in foreign:
            if words.text not in shared and not _is_brand(words.text):
                message = f'this text is tagged "{words.tag}", but all its letters are {script}'
                hint = "write it in the script of that language, or say the script in the tag, such as ar-Latn"
                yield report("script-mismatch", locate(record, words.pointer), message, hint=hint)


def check_missing_translation(content: Content) -> Iterator[Diagnostic]:
    """A record's name and summary are there in each language of the publication.

    A page exists in a language only where both do; else its readers are led to the page in the first language. Titles
    of sources stay in the language they were published in and need no translation.

    Good:

        # site.yaml
        languages: [en, ru]
        # groups/red-hill.yaml
        name: {en: Red Hill, ru: Красный холм}

    Bad:

        # site.yaml
        languages: [en, ru]
        # groups/red-hill.yaml
        name: {en: Red Hill}
    """
    for record in content.records:
        for field, missing in find_untranslated(content, record).items():
            at = locate_key(record, (field,))
            yield report("missing-translation", at, f'"{field}" is not there in {join(missing, "or")}')


def find_untranslated(content: Content, record: Record) -> dict[str, list[str]]:
    """Return, for the label and the summary of a record, in which of the site's languages they are missing."""
    if record.kind == "source":
        return {}
    known = content.schemas.kinds.get(record.kind)
    label = label_record(record.data, known.label if known else "")
    field = next((name for name, value in record.data.items() if value is label), "")
    texts: dict[str, Json] = {field: label, "summary": record.data.get("summary")}
    found: dict[str, list[str]] = {}
    for name, text in texts.items():
        missing = [tag for tag in content.desk.languages if isinstance(text, dict) and text and tag not in text]
        if missing and name:
            found[name] = missing
    return found


@lru_cache(maxsize=256)
def is_known(tag: str) -> bool:
    """Tell whether a BCP 47 tag begins with a language: two letters of ISO 639-1, or three without a shorter."""
    language = tag.partition("-")[0].lower()
    is_short = len(language) == 2  # noqa: PLR2004  # the codes of ISO 639-1
    return language in _TWO_LETTERS if is_short else language not in _SLIPS


def _tagged(content: Content, record: Record) -> Iterator[Words]:
    return (words for words in content.surveys[record.id].words if words.tag)


def _is_brand(text: str) -> bool:
    """Tell whether a text is a name in capitals with digits, which is the same in every script: BBC, F-16."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) <= _LONGEST_BRAND and all(letter.isupper() for letter in letters)


def _report(record: Record, words: Words) -> Diagnostic:
    language = words.tag.partition("-")[0]
    meant = _SLIPS.get(language.lower(), "")
    hint = (
        f'did you mean "{meant}{words.tag[len(language) :]}"?' if meant else "use its code in ISO 639, such as en or ar"
    )
    at = locate_key(record, words.pointer)
    return report("unknown-language", at, f'there is no language "{language}"', hint=hint)
