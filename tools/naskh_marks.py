"""Rebuilds how a Naskh font places its vowel signs, so that the words come back out of a PDF.

A font says where a sign stands by anchors; a text engine then moves the sign away from its letter, and readers of the
PDF take what has moved for another word or line ("shakhsan" comes back as "shakhsa" and a lone tanwin). Here each place
becomes a glyph of its own, drawn where the anchors would have put it, chosen by substitution ('mset'): nothing moves.
A shadda and its vowel stay two glyphs. Fonts for the web need none of this.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from fontTools.otlLib.builder import buildCoverage, buildLookup, buildSingleSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent, GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program

SHADDA = "uni0651"
VOWELS = ("uni064B", "uni064C", "uni064D", "uni064E", "uni064F", "uni0650", "uni0670")
SIGNS = (*VOWELS, SHADDA, "uni0652")
DRAWN_TOGETHER = {"_".join(sorted((vowel, SHADDA))): vowel for vowel in VOWELS}
GRID = 20  # units of 1,000 an em: a tenth of a point at most in running text
MARK = 3  # the class of a mark in GDEF


def keep_letters_and_signs_apart(font: TTFont) -> None:
    """Take out the substitutions that make one glyph of a letter or sign and another sign (before subsetting)."""
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "ccmp":
            wanted = [i for i in record.Feature.LookupListIndex if not _splits_letters(gsub.LookupList.Lookup[i])]
            record.Feature.LookupListIndex, record.Feature.LookupCount = wanted, len(wanted)
            for index in wanted:
                _drop_sign_ligatures(gsub.LookupList.Lookup[index])


def _splits_letters(lookup: otTables.Lookup) -> bool:
    return any("uni0623" in getattr(table, "mapping", ()) for table in lookup.SubTable if lookup.LookupType == 2)


def _drop_sign_ligatures(lookup: otTables.Lookup) -> None:
    for table in lookup.SubTable:
        for first in [name for name in getattr(table, "ligatures", ()) if name in {*SIGNS, "uni0654", "uni0655"}]:
            del table.ligatures[first]


def mark_to_base(font: TTFont) -> Iterator[otTables.MarkBasePos]:
    """Yield the tables that say where a mark stands on a letter."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            plain = getattr(table, "ExtSubTable", table)
            if type(plain).__name__ == "MarkBasePos":
                yield plain


def place_signs(font: TTFont) -> None:
    """Add the placed signs and the substitutions that choose them."""
    anchors = dict(_anchors(font))
    shaddas = {vowel: f"{SHADDA}.{vowel[3:]}" for vowel in VOWELS}
    above = {vowel: f"{vowel}.shadda" for vowel in VOWELS}
    for source, vowel in DRAWN_TOGETHER.items():
        _split(font, source, (shaddas[vowel], above[vowel]))
        anchors[shaddas[vowel]] = anchors[above[vowel]] = anchors[source]
    first = _place(font, {name: anchors[name] for name in (*SIGNS, *shaddas.values())})
    second = _place(font, {name: anchors[name] for name in above.values()})
    _add_feature(
        font,
        "mset",
        (
            [Rule([], [SHADDA], [vowel], {SHADDA: name}) for vowel, name in shaddas.items()],
            [Rule([shaddas[vowel]], [vowel], [], {vowel: name}) for vowel, name in above.items()],
            [Rule(letters, sorted(placed), [], placed) for letters, placed in first.values()],
            [
                Rule([first[place][1][name] for name in shaddas.values()], sorted(placed), [], placed)
                for place, (_, placed) in second.items()
            ],
        ),
    )


Anchor = tuple[int, int]
Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """What changes into what, after any of `before` and before any of `after`."""

    before: Sequence[str]
    signs: Sequence[str]
    after: Sequence[str]
    change: Mapping[str, str]


def _anchors(font: TTFont) -> Iterator[tuple[str, tuple[int, Anchor]]]:
    """Yield each mark with its class and its own anchor."""
    (table,) = mark_to_base(font)
    for name, record in zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True):
        yield name, (record.Class, (record.MarkAnchor.XCoordinate, record.MarkAnchor.YCoordinate))


def _place(font: TTFont, marks: Mapping[str, tuple[int, Anchor]]) -> dict[Place, tuple[list[str], dict[str, str]]]:
    """Draw each sign at each place, and return the letters that have that place with the names of what was drawn."""
    (table,) = mark_to_base(font)
    placed: dict[Place, tuple[list[str], dict[str, str]]] = {}
    for letter, record in zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True):
        for group, anchor in enumerate(record.BaseAnchor):
            if anchor is not None:
                place = group, *(round(part / GRID) * GRID for part in (anchor.XCoordinate, anchor.YCoordinate))
                placed.setdefault(place, ([], {}))[0].append(letter)
    result = {}
    for number, (place, (letters, names)) in enumerate(sorted(placed.items())):
        for name, (group, (x, y)) in marks.items():
            if group == place[0]:
                names[name] = f"{name}.{number}"
                _add_composite(font, names[name], name, (place[1] - x, place[2] - y))
        if names:
            result[place] = letters, names
    return result


def _split(font: TTFont, source: str, names: tuple[str, str]) -> None:
    """Part the drawing of a shadda with a vowel: the shadda is the outline as wide as a shadda."""
    table = font["glyf"]
    points, ends, flags = table[source].getCoordinates(table)
    width = table[SHADDA].xMax - table[SHADDA].xMin
    outlines = [slice(start, end + 1) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)]
    shaddas = [part for part in outlines if _width(points[part]) == width]
    for name, parts in zip(names, (shaddas, [part for part in outlines if part not in shaddas]), strict=True):
        glyph = Glyph()
        glyph.numberOfContours = len(parts)
        glyph.coordinates = GlyphCoordinates([point for part in parts for point in points[part]])
        glyph.flags = bytearray(flag for part in parts for flag in flags[part])
        glyph.endPtsOfContours = [end - 1 for end in accumulate(part.stop - part.start for part in parts)]
        glyph.program = Program()
        _add_glyph(font, name, glyph)


def _width(points: Sequence[tuple[int, int]]) -> int:
    across = [x for x, _ in points]
    return max(across) - min(across)


def _add_composite(font: TTFont, name: str, source: str, shift: Anchor) -> None:
    part = GlyphComponent()
    part.glyphName, (part.x, part.y), part.flags = source, shift, 0x4
    glyph = Glyph()
    glyph.numberOfContours, glyph.components = -1, [part]
    _add_glyph(font, name, glyph)


def _add_glyph(font: TTFont, name: str, glyph: Glyph) -> None:
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (0, glyph.xMin)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = MARK
    font.setGlyphOrder(font["glyf"].glyphOrder)


def _add_feature(font: TTFont, tag: str, stages: Sequence[Sequence[Rule]]) -> None:
    """Each stage is a lookup, each of its rules a subtable that calls a lookup of its own."""
    gsub, glyphs = font["GSUB"].table, font.getReverseGlyphMap()
    lookups = gsub.LookupList.Lookup
    chains = []
    for stage in stages:
        tables = []
        for rule in stage:
            tables.append(_subtable(rule, len(lookups), glyphs))
            lookups.append(buildLookup([buildSingleSubstSubtable(dict(rule.change))]))
        chains.append(buildLookup(tables))
    first = len(lookups)
    lookups.extend(chains)
    gsub.LookupList.LookupCount = len(lookups)
    _register(gsub, tag, range(first, len(lookups)))


def _subtable(rule: Rule, lookup: int, glyphs: Mapping[str, int]) -> otTables.ChainContextSubst:
    table = otTables.ChainContextSubst()
    table.Format = 3
    around = [[buildCoverage(names, glyphs)] if names else [] for names in (rule.before, rule.signs, rule.after)]
    table.BacktrackCoverage, table.InputCoverage, table.LookAheadCoverage = around
    table.BacktrackGlyphCount, table.InputGlyphCount, table.LookAheadGlyphCount = map(len, around)
    record = otTables.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = 0, lookup
    table.SubstLookupRecord, table.SubstCount = [record], 1
    return table


def _register(gsub: otTables.GSUB, tag: str, lookups: Sequence[int]) -> None:
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = tag, otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex, record.Feature.LookupCount = list(lookups), len(lookups)
    gsub.FeatureList.FeatureRecord.append(record)
    gsub.FeatureList.FeatureCount += 1
    for script in gsub.ScriptList.ScriptRecord:
        languages = [script.Script.DefaultLangSys, *(record.LangSys for record in script.Script.LangSysRecord)]
        for language in filter(None, languages):
            language.FeatureIndex.append(gsub.FeatureList.FeatureCount - 1)
            language.FeatureCount += 1
