"""What the docs say is so: every command, option, format and setting is there, and every link leads somewhere."""

import re
from pathlib import Path

import pytest

from factsheet.cli.commands import COMMANDS
from factsheet.defaults import KINDS
from factsheet.formats import FORMATS
from tools.commands import describe_commands
from tools.settings import describe_settings

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_tells_of_every_command(name: str) -> None:
    assert f"| `factsheet {name}" in README


def test_the_readme_tells_of_every_format_and_kind() -> None:
    assert all(name in README.lower() for name in [*FORMATS, *KINDS])


def test_every_command_is_documented_as_it_is() -> None:
    written = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    assert written == describe_commands(), "run: python tools/commands.py"


def test_every_setting_is_documented_as_it_is() -> None:
    written = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    assert written == describe_settings(), "run: python tools/settings.py"
    assert written.count("\n| `") >= 10


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_the_docs_leads_to_a_file(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if "://" not in target and not target.startswith("mailto:"):
            assert (page.parent / target).exists(), target


def test_the_readme_has_two_commands_to_begin_with_and_both_exist() -> None:
    start = README.partition("## Start")[2].partition("\n## ")[0]
    commands = re.findall(r"```sh\n(.*?)\n```", start, re.DOTALL)
    assert commands == ["sh tools/build.sh", "sh tools/test.sh"]
    assert all((ROOT / command.split()[1]).is_file() for command in commands)


def test_every_tool_a_page_names_is_there() -> None:
    for page in PAGES:
        for name in re.findall(r"`(tools/[\w./]+)`", page.read_text(encoding="utf-8")):
            assert (ROOT / name).exists(), f"{page.name}: {name}"
