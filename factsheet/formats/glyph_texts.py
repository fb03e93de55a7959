"""What a glyph in a PDF stands for, put right where the engine told it wrong.

WeasyPrint takes the text of a glyph from the first place that draws it. Where letter and mark were shaped as one, the
letter gets nothing and the mark both, and from then on every such letter of the document is lost to a reader: one "s"
with two marks, and no "s" can be copied any more. The font itself knows better.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any

from factsheet.glyphs import read_glyph_texts


def mend_texts(document: Any, pdf: Any) -> None:  # noqa: ANN401 -- WeasyPrint and pydyf are untyped
    """Correct the ToUnicode table of each font in a pydyf file."""
    for font in document.fonts.values():
        wrong = {glyph: text for glyph, text in font.to_unicode.items() if _is_doubtful(text, font.widths[glyph])}
        if wrong:
            own = _own_texts(font)
            right = {glyph: own.get(glyph) or _marks_alone(text, font.widths[glyph]) for glyph, text in wrong.items()}
            _rewrite(_table_of(font, pdf), wrong, right)


def _is_doubtful(text: str, width: float) -> bool:
    marks = [bool(unicodedata.combining(part)) for part in unicodedata.normalize("NFD", text)]
    return not text or (any(marks) and (len(text) > 1 or (not width and not marks[0])))


def _marks_alone(text: str, width: float) -> str:
    """A glyph without width draws no letter."""
    if width:
        return text
    return "".join(part for part in unicodedata.normalize("NFD", text) if unicodedata.combining(part))


def _table_of(font: Any, pdf: Any) -> Any:  # noqa: ANN401 -- WeasyPrint and pydyf are untyped
    (described,) = (
        o for o in pdf.objects if isinstance(o, dict) and o.get("BaseFont") == font.name and "ToUnicode" in o
    )
    return pdf.objects[int(described["ToUnicode"].split()[0])]


def _rewrite(table: Any, wrong: Mapping[int, str], right: Mapping[int, str]) -> None:  # noqa: ANN401 -- pydyf is untyped
    lines = {_line(glyph, text): _line(glyph, right[glyph]) for glyph, text in wrong.items()}
    table.stream[:] = [lines.get(line, line) for line in table.stream]


def _line(glyph: int, text: str) -> bytes:
    return f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>".encode()


def _own_texts(font: Any) -> Mapping[int, str]:  # noqa: ANN401 -- WeasyPrint is untyped
    from weasyprint.text.fonts import get_hb_object_data  # noqa: PLC0415 -- with WeasyPrint

    return read_glyph_texts(get_hb_object_data(font.hb_face))
