"""Write docs/commands.md: every command with its help, as the program itself prints it."""

import sys
from pathlib import Path

import click

from factsheet.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
LOOK = {"terminal_width": 100, "max_content_width": 100, "help_option_names": ["-h", "--help"]}
HEAD = """# Commands

Written by `tools/commands.py` from the program's own help; a test holds them to be the same.
`factsheet -C DIR COMMAND` works as if started in another folder.
"""


def describe_commands() -> str:
    """Return the page: the help of each command, in the order of `factsheet --help`."""
    parts = [HEAD]
    for name, entry in COMMANDS.items():
        module, _, attribute = entry.target.partition(":")
        __import__(module)
        command: click.Command = getattr(sys.modules[module], attribute)
        context = click.Context(command, info_name=f"factsheet {name}", **LOOK)
        parts.append(f"\n## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "".join(parts)


if __name__ == "__main__":
    (ROOT / "docs" / "commands.md").write_text(describe_commands(), encoding="utf-8")
