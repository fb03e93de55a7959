"""Characters: look-alikes from other alphabets, hidden marks, forms that no search finds, signs that no font has."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from factsheet import text
from factsheet.diagnostics import Diagnostic
from factsheet.glyphs import missing_glyphs
from factsheet.rules.content import Content
from factsheet.rules.findings import join, locate_part, report
from factsheet.text import Stretch


def check_mixed_script_name(content: Content) -> Iterator[Diagnostic]:
    """No word has letters of another alphabet that look like its own.

    A Latin `a` in a Russian surname can't be seen, but no search finds the name and no machine matches it. It comes
    with text copied from scans and from pages that mean to deceive. Quotations are checked too: put them right in
    the capture as well.

    Good:

        # groups/red-hill.yaml
        name: {en: Red Hill, ru: Красная гора}

    Bad: the last letter of the second word is a Latin a.

        # groups/red-hill.yaml
        name: {en: Red Hill, ru: Красная гор<U+0061>}
    """
    for record, words in content.unusual_words:
        for found in text.find_mixed_words(words.text):
            pairs = zip(found.word, found.meant, strict=True)
            strange = dict.fromkeys(one for one, other in pairs if one != other)
            names = join([f'"{letter}" is {_name(letter)}' for letter in strange])
            message = f'"{found.word}" mixes alphabets: {names}'
            at = locate_part(record, words.pointer, found.offset, len(found.word))
            yield report("mixed-script-name", at, message, hint=f'did you mean "{found.meant}"?')


def check_bidi_control(content: Content) -> Iterator[Diagnostic]:
    """No text has hidden characters that reorder it: embeddings, overrides, isolates.

    They can make a page show another order of words than the data have, and the number before the wrong name. Pages
    isolate each text themselves. LRM and RLM, which only tell a neighbour's direction, are allowed.

    Good:

        # groups/red-hill.yaml
        summary: Formed on the red hill in March 2011 by men of the village<U+200E>.

    Bad:

        # groups/red-hill.yaml
        summary: Formed on the red hill in March <U+202E>2011<U+202C> by men of the village.
    """
    hint = "take it out; the pages set the direction of each text themselves"
    yield from _report_each(content, "bidi-control", text.find_bidi_controls, "reorders text", hint)


def check_hidden_character(content: Content) -> Iterator[Diagnostic]:
    """No text has characters that can't be seen: zero-width spaces, soft hyphens, joiners where nothing joins.

    They come with text copied from web pages, split words for a search, and make two equal names differ. Joiners are
    right in Persian, in the scripts of India, and in emoji.

    Good:

        # groups/red-hill.yaml
        name: {en: Red Hill, fa: می<U+200C>خواهم}

    Bad:

        # groups/red-hill.yaml
        name: Red<U+200B> Hill
    """
    hint = "take it out; it was probably copied from a web page"
    yield from _report_each(content, "hidden-character", text.find_hidden, "can't be seen", hint)


def check_presentation_form(content: Content) -> Iterator[Diagnostic]:
    """Letters are letters, not the shapes that a font makes of them.

    Arabic text copied from a PDF often has a character for each shape of a letter, and Latin text the ligature fi. They
    look right and no search finds them.

    Good:

        # groups/red-hill.yaml
        name: {en: Red Hill, ar: التل الأحمر}

    Bad: the first two letters are the one character for both.

        # groups/red-hill.yaml
        name: {en: Red Hill, ar: <U+FEFB>حمر}
    """
    for record, words in content.unusual_words if text.is_suspicious(content.characters) else ():
        for offset, found in text.find_presentation_forms(words.text):
            meant = unicodedata.normalize("NFKC", found)
            message = f'"{found}" is the shape of letters and not the letters: no search finds it'
            at = locate_part(record, words.pointer, offset, len(found))
            yield report("presentation-form", at, message, hint=f'write "{meant}"')


def check_decomposed_letter(content: Content) -> Iterator[Diagnostic]:
    """A letter and its mark are one character where there is one (Unicode form NFC).

    Text copied from a Mac's file names or from PDFs often has é as two characters. It looks the same and differs from
    what a reader types into a search.

    Good:

        # groups/red-hill.yaml
        name: Red Hill caf<U+00E9>

    Bad:

        # groups/red-hill.yaml
        name: Red Hill cafe<U+0301>
    """
    for record, words in content.unusual_words:
        if not text.is_composed(words.text):
            composed = unicodedata.normalize("NFC", words.text)
            offset = next(n for n, (a, b) in enumerate(zip(words.text, composed, strict=False)) if a != b)
            message = f'"{words.text[offset : offset + 2]}" is two characters where one is usual, "{composed[offset]}"'
            at = locate_part(record, words.pointer, offset, 2)
            yield report("decomposed-letter", at, message, hint="type it anew, or bring the text into Unicode form NFC")


def check_no_glyph(content: Content) -> Iterator[Diagnostic]:
    """Each character is in one of the fonts.

    Where no font has it, readers get an empty box, and a PDF breaks the promise of PDF/A. Put a font file with the
    character into the folder `fonts` of the publication, or write it otherwise.

    Good:

        # groups/red-hill.yaml
        name: {en: Red Hill, ar: التل الأحمر}

    Bad: an Egyptian hieroglyph.

        # groups/red-hill.yaml
        name: Red Hill <U+13000>
    """
    unknown = {found for _, found in missing_glyphs("".join(sorted(content.characters)), content.fonts)}
    if not unknown:
        return
    for record, words in content.unusual_words:
        if not unknown.isdisjoint(words.text):
            strange = dict.fromkeys(letter for letter in words.text if letter in unknown)
            offset = next(n for n, letter in enumerate(words.text) if letter in unknown)
            names = join([f'"{letter}" (U+{ord(letter):04X})' for letter in strange])
            at = locate_part(record, words.pointer, offset, 1)
            hint = "put a font that has it into the folder fonts, or write it otherwise"
            yield report("no-glyph", at, f"no font has {names}", hint=hint)


def _report_each(
    content: Content, rule: str, find: Callable[[str], Iterable[Stretch]], what: str, hint: str
) -> Iterator[Diagnostic]:
    for record, words in content.unusual_words if text.is_suspicious(content.characters) else ():
        found = list(find(words.text))
        if found:
            names = join([f"{_name(mark)} (U+{ord(mark):04X})" for mark in dict.fromkeys(each for _, each in found)])
            message = f"this text has a character that {what}: {names}"
            at = locate_part(record, words.pointer, found[0].offset, 1)
            yield report(rule, at, message, hint=hint)


def _name(character: str) -> str:
    words = unicodedata.name(character, "a character without a name").split()
    return " ".join(word.title() if word in {"LATIN", "CYRILLIC", "GREEK"} else word.lower() for word in words)
