"""What the YAML parser can't read, in our own words: libyaml's are for those who write parsers."""

import re
from dataclasses import dataclass

from factsheet.loading import events
from factsheet.loading.problems import Problems


@dataclass(frozen=True, slots=True)
class _Cause:
    """What libyaml or PyYAML say (context and problem, searched), and what we say instead."""

    said: str
    rule: str
    message: str
    hint: str
    is_at_context: bool = False


_QUOTE = 'quote text that holds ": " or " #", or starts with a sign: "like this: so"'
_SAME_COLUMN = "start the keys of one map, or the entries of one list, in the same column"
_NO_KEY = _Cause(
    "", "yaml-key", 'there is no key before the ":"', "write a key, or quote text that starts with a colon"
)
_CAUSES = (
    _Cause("anchor|alias", "yaml-alias", "an anchor or alias without a name", "quote text that starts with & or *"),
    _Cause("tag", "yaml-tag", "a tag that can't be read", "quote text that starts with an exclamation mark"),
    _Cause(
        "directive|incompatible YAML",
        "yaml-directive",
        'a directive ("%...") is not read',
        "remove it; YAML 1.2 is what is read anyway",
        is_at_context=True,
    ),
    _Cause(
        "quoted scalar.*(end of stream)",
        "yaml-syntax",
        "this quotation mark is never closed",
        'close it; a quotation mark inside single quotes is doubled, inside double quotes written \\"',
        is_at_context=True,
    ),
    _Cause(
        "quoted scalar.*document",
        "yaml-syntax",
        'a line "---" or "..." ends the document inside quoted text',
        "close the quotation mark before it, or indent the line",
    ),
    _Cause(
        "escape|hex",
        "yaml-syntax",
        "a backslash with something that is no escape",
        'write "\\\\" for a backslash, or use single quotes; a character beyond U+FFFF is \\U and eight digits',
    ),
    _Cause(
        "block scalar.*(comment or line break|chomping)",
        "yaml-syntax",
        'only a line break may follow "|" or ">" and its signs',
        "start the text on the next line; quote text that starts with one of these signs",
    ),
    _Cause(
        "block scalar.*indentation ind",
        "yaml-syntax",
        'the digit after "|" or ">" must be 1 to 9',
        "leave the digit out: the first line of the text shows how far it is indented",
    ),
    _Cause(
        "nesting depth", "too-deep", "lists and maps are nested too deep", "look for a bracket that is never closed"
    ),
    _Cause("tab character|'\\\\t'", "yaml-indentation", "a tab stands where only spaces can indent", "use spaces"),
    _Cause(
        "could not find expected ':'",
        "yaml-syntax",
        'this is neither a key nor part of the value above: it has no ":" after it',
        'write "key: value"; indent text that goes on from the line above',
        is_at_context=True,
    ),
    _Cause(
        "mapping values are not allowed",
        "yaml-syntax",
        'a ":" that makes a key where no key can stand',
        f"{_QUOTE}; or look at how the line is indented",
    ),
    _Cause(
        "sequence entries are not allowed",
        "yaml-syntax",
        "a list can't start on the line of its key",
        'start "- " on the next line, or quote the text',
    ),
    _Cause("unexpected ':'", "yaml-syntax", 'a ":" right before a bracket or comma', 'write a space after the ":"'),
    _Cause(
        "document start",
        "yaml-syntax",
        "the document ends above, and this does not belong to it",
        'start a further document with a line "---"; or look at how the line is indented',
    ),
    _Cause("mapping keys are not allowed", "yaml-key", "a key can't stand here", _SAME_COLUMN),
)


def report_syntax_error(error: events.YAMLError, problems: Problems) -> None:
    """Note what stopped the parser, at the place that has to be changed."""
    problem = context = None
    words = str(error)
    if isinstance(error, events.MarkedYAMLError):
        problem, context = error.problem_mark, error.context_mark
        words = f"{error.context or ''} {error.problem or ''}"
    place = problem.index if problem else 0
    cause = _explain(words, problems.text, place)
    is_at_context = cause.is_at_context or place >= len(problems.text)
    index = context.index if context and is_at_context else place
    problems.add(cause.rule, cause.message, min(index, len(problems.text)), hint=cause.hint)


def _explain(words: str, text: str, place: int) -> _Cause:
    here = text[place : place + 1]
    if "start any token" in words:
        return _explain_character(here)
    for cause in _CAUSES:
        if re.search(cause.said, words):
            return cause
    return _explain_flow(words, text, place) if "flow" in words else _explain_block(words, text, place)


def _explain_block(words: str, text: str, place: int) -> _Cause:
    here = text[place : place + 1]
    if here == ":":
        return _NO_KEY
    if here in ("]", "}", ","):
        return _Cause("", "yaml-syntax", f'a "{here}" without its opening bracket', "remove it, or quote the text")
    if _before(text, place).strip():
        hint = "quote the whole text; a quotation mark inside single quotes is doubled"
        return _Cause("", "yaml-syntax", "text goes on after the value has ended", hint)
    if text.startswith("...", place):
        return _Cause("", "yaml-syntax", 'a line "..." ends a document that has not begun', "remove it")
    if "block" in words:
        return _Cause("", "yaml-indentation", "this line fits neither the map nor the list above it", _SAME_COLUMN)
    return _Cause("", "yaml-syntax", f"this can't be read as YAML ({words.strip()})", _QUOTE)


def _explain_character(here: str) -> _Cause:
    if here == "\t":
        return _Cause("", "yaml-indentation", "a tab stands where only spaces can indent", "use spaces")
    return _Cause("", "yaml-syntax", f'text can\'t start with "{here}"', f'quote it: "{here}..."')


def _explain_flow(words: str, text: str, place: int) -> _Cause:
    here = text[place : place + 1]
    shape = "map in {}" if "mapping" in words else "list in []" if "sequence" in words else "value in brackets"
    if not here:
        return _Cause("", "yaml-syntax", f"this {shape} is never closed", "close the bracket", is_at_context=True)
    if here == ":" and text[:place].rstrip(" \t\r\n")[-1:] in ("[", "{", ","):
        return _NO_KEY
    hint = "separate entries with commas; quote text that holds one of , [ ] { } or a colon"
    return _Cause("", "yaml-syntax", f'this {shape} can\'t go on with "{here.strip() or "a line break"}"', hint)


def _before(text: str, place: int) -> str:
    return text[max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1 : place]
