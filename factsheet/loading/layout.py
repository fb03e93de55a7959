"""Values over several lines, where libyaml takes what YAML 1.2 refuses."""

import re

from factsheet.loading import events
from factsheet.loading.problems import Problems

_BREAK = re.compile(r"\r\n|\r|\n")
_TEXT_LINE = re.compile(r"(?:\r\n|\r|\n)( *)(?! *(?:[\r\n]|$))")
_BRACKET_LINE = re.compile(r"(?:\r\n|\r|\n)( *)(?![ \t]*(?:[#\r\n]|$))")
_HEADER = re.compile(r"[|>]([-+0-9]*)(?:[ \t]+#[^\r\n]*|[ \t]*)(?=[\r\n]|\Z)")
_COMMENT = re.compile(r"( *)#")


class Layout:
    """Checks how the values of one text lie on its lines."""

    def __init__(self, problems: Problems) -> None:
        self._text = problems.text
        self._problems = problems

    def check_quoted(self, first: int, last: int, indent: int) -> None:
        """Note the first line of a quoted scalar that is not indented by `indent` spaces."""
        self._check_lines(_TEXT_LINE, first, last, indent)

    def check_brackets(self, first: int, last: int, indent: int) -> None:
        """Note the first line of a list or map in brackets that is not indented by `indent` spaces."""
        self._check_lines(_BRACKET_LINE, first, last, indent)

    def check_block(self, event: events.Scalar, indent: int) -> int:
        """Note what is wrong with a block scalar; return where it ends, less the blank lines after it."""
        first, last = event.start_mark.index, event.end_mark.index
        body = self._text[first:last]
        end = _end_of_text(body)
        if body[0] in "|>" and not _HEADER.match(body):
            hint = 'write " #", with a space before it'
            self._problems.add("yaml-comment", 'a comment needs a space before its "#"', first, hint=hint)
        if event.start_mark.column < indent:
            self._refuse_line(first, indent, "this block of text belongs to the line above")
        if not event.value.strip():
            self._check_empty_block(first, last, indent)
        if self._text[-1] not in "\r\n" and not self._text[last:].strip():
            self._check_end_of_file(self._text[first:], first + end - 1)
        return first + end

    def _check_lines(self, pattern: re.Pattern[str], first: int, last: int, indent: int) -> None:
        for found in pattern.finditer(self._text, first, last):
            if len(found[1]) < indent:
                line, _ = self._problems.lines.position(first)
                self._refuse_line(found.end(), indent, f"this line goes on with the value of line {line}")
                return

    def _refuse_line(self, index: int, indent: int, what: str) -> None:
        hint = f"indent it by {indent} {'space' if indent == 1 else 'spaces'} at least"
        self._problems.add("yaml-indentation", f"{what}, so it must be indented more", index, hint=hint)

    def _check_empty_block(self, first: int, last: int, indent: int) -> None:
        comment = _COMMENT.match(self._text, last)
        if comment and len(comment[1]) >= indent:
            message = "this block of text is empty, or has the comment below as its text: programs differ"
            hint = "indent the text more than any blank line above it; or remove the comment"
            self._problems.add("yaml-indentation", message, first, hint=hint)

    def _check_end_of_file(self, body: str, index: int) -> None:
        header, *lines = _BREAK.split(body)
        if not lines or ("-" in header.split("#")[0] and lines[-1].strip()):
            return
        message = "the file ends inside a block of text without a line break, which programs read differently"
        self._problems.add("yaml-syntax", message, index, hint="end the file with a line break")


def _end_of_text(body: str) -> int:
    """Return where the last line of `body` that isn't blank ends."""
    found = _BREAK.search(body, len(body.rstrip(" \t\r\n")))
    return found.start() if found else len(body)
