"""What an edit changes, line by line, as `diff -u` writes it."""

import sys
from difflib import unified_diff

import click

from factsheet.cli.showing import harmless, is_coloured

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show_diff(path: str, before: bytes, after: bytes) -> str:
    """Return a unified diff of a file, harmless, coloured where stdout is; nothing where nothing changed."""
    name = harmless(path)
    lines = [harmless(line) for line in unified_diff(_split(before), _split(after), name, name, lineterm="")]
    if is_coloured(sys.stdout):
        lines = [click.style(line, fg=_COLOURS.get(line[:1])) for line in lines]
    return "".join(f"{line}\n" for line in lines)


def _split(data: bytes) -> list[str]:
    lines = data.decode("utf-8", "replace").split("\n")
    return [line.removesuffix("\r") for line in (lines if lines[-1] else lines[:-1])]
