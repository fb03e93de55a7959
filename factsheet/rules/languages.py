"""Languages: a text's tag names a language that there is."""

from collections.abc import Iterator
from typing import Final

from factsheet.diagnostics import Diagnostic, Pointer
from factsheet.model import Json, Record
from factsheet.resolution import Shape, locate
from factsheet.rules.content import Content

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


def unknown_language(content: Content) -> Iterator[Diagnostic]:
    """The language of a text must be one that there is: its shortest ISO 639 code, not that of a country.

    Good: `name: {en: Kyiv, uk: Київ}`.
    Bad: `name: {en: Kyiv, ua: Київ}`, for UA is the country; or `{eng: Kyiv}`, which has a shorter code.
    """
    shapes: dict[str, Shape] = {}
    for target in sorted(content.corpus.records):
        record = content.corpus.records[target]
        if record.kind not in shapes:
            kind = content.schemas.kinds.get(record.kind)
            shapes[record.kind] = Shape(kind.schema if kind else {}, content.schemas)
        yield from _check(record, record.data, shapes[record.kind], ())


def _check(record: Record, value: Json, shape: Shape, pointer: Pointer) -> Iterator[Diagnostic]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _check(record, each, shape.entry, (*pointer, index))
    elif isinstance(value, dict) and shape.is_text and "missing" not in value:
        for tag in value:
            if not is_known(tag):
                yield _report(record, tag, (*pointer, tag))
    elif isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, dict | list):
                yield from _check(record, each, shape.child(name), (*pointer, name))


def is_known(tag: str) -> bool:
    """Tell whether a BCP 47 tag begins with a language: two letters of ISO 639-1, or three without a shorter."""
    language = tag.partition("-")[0].lower()
    is_short = len(language) == 2  # noqa: PLR2004  # the codes of ISO 639-1
    return language in _TWO_LETTERS if is_short else language not in _SLIPS


def _report(record: Record, tag: str, pointer: Pointer) -> Diagnostic:
    language = tag.partition("-")[0]
    meant = _SLIPS.get(language.lower(), "")
    hint = f'did you mean "{meant}{tag[len(language) :]}"?' if meant else "use its code in ISO 639, such as en or ar"
    at = locate(record, pointer)
    key = record.document.locate(at.pointer, key=True)
    return Diagnostic("unknown-language", "error", f'there is no language "{language}"', key, hint=hint)
