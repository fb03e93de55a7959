"""The program as a whole: help, suggestions, exit codes, streams."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from factsheet.cli import main
from factsheet.cli.commands import COMMANDS, Entry
from factsheet.diagnostics import EnvironmentProblem, FactsheetError, RenderingError
from tests.conftest import Run

HEAVY = ("jinja2", "jsonschema", "jsonschema_rs", "weasyprint", "babel", "yaml", "markdown_it", "referencing", "orjson")

FAILURES = {
    "usage": FactsheetError("there is no publication here"),
    "render": RenderingError("groups/hts.pdf: no glyph"),
    "disk": EnvironmentProblem("can't write\nthe output"),
    "interrupt": KeyboardInterrupt(),
    "pipe": BrokenPipeError(),
}


@click.command()
@click.argument("what")
@click.option("--strict", is_flag=True)
def command(what: str, *, strict: bool) -> int:
    """Do what a test asks."""
    if what in FAILURES:
        raise FAILURES[what]
    if what == "bug":
        raise KeyError("unforeseen")
    click.echo(f"{Path.cwd()} {strict}")
    return int(what)


@pytest.fixture(autouse=True)
def _register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "try", Entry(f"{__name__}:command", "Do what a test asks."))


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []])
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from factsheet.cli import main; main(sys.argv[1:]); "
        f"print(sorted(set(sys.modules) & set({HEAVY!r})), len(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    assert re.search(r"\[\] [0-9]{2,3}$", done.stdout.strip())


def test_help_lists_every_command_with_a_line(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    assert result.err == ""
    for name, entry in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(entry.help)}$", result.out, re.MULTILINE)


def test_nothing_asked_is_help(run: Run) -> None:
    assert run() == run("--help")


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out == "factsheet 0.1.0\n"


def test_the_module_runs_too(launch: Run) -> None:
    assert launch("--version").out == "factsheet 0.1.0\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["biuld"], 'error: there is no command "biuld"; did you mean "build"?\n'),
        (["zzz"], 'error: there is no command "zzz"\n'),
        (["--vesion"], "error: No such option '--vesion'. Did you mean '--version'?\n"),
        (["try", "0", "--srict"], "error: No such option '--srict'. Did you mean '--strict'?\n"),
        (["try"], "error: Missing argument 'WHAT'.\n"),
        (["-C", "/nowhere", "try", "0"], "error: Invalid value for '-C': Directory '/nowhere' does not exist.\n"),
    ],
)
def test_wrong_usage_is_one_line_with_a_way_on(run: Run, arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith(message)
    assert re.fullmatch(r"  `factsheet( try)? --help` lists what there is\n", result.err.removeprefix(message))


@pytest.mark.parametrize("code", [0, 1])
def test_a_command_returns_its_exit_code(run: Run, code: int) -> None:
    assert run("try", str(code)).code == code


def test_a_command_runs_as_if_started_in_the_folder(run: Run, tmp_path: Path) -> None:
    assert run("-C", tmp_path, "try", "0").out == f"{tmp_path} False\n"


@pytest.mark.parametrize(
    ("what", "code", "message"),
    [
        ("usage", 2, "error: there is no publication here\n"),
        ("render", 3, "error: groups/hts.pdf: no glyph\n"),
        ("disk", 4, "error: can't write\n  the output\n"),
        ("interrupt", 130, "error: interrupted\n"),
    ],
)
def test_each_failure_has_its_code_and_one_message(run: Run, what: str, code: int, message: str) -> None:
    result = run("try", what)
    assert (result.code, result.out, result.err) == (code, "", message)


def test_a_bug_is_written_to_a_file_and_no_trace_is_shown(run: Run) -> None:
    result = run("try", "bug")
    assert result.code == 70
    found = re.fullmatch(r"error: factsheet has a bug: KeyError\. What happened is written in (\S+)\n", result.err)
    assert found
    report = Path(found[1])
    text = report.read_text()
    report.unlink()
    assert text.startswith("factsheet 0.1.0\nPython 3.")
    assert "Traceback (most recent call last):\n" in text
    assert text.endswith("KeyError: 'unforeseen'\n")


def test_colour_is_asked_for_or_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("try", "usage").err == "\x1b[31m\x1b[1merror\x1b[0m: there is no publication here\n"
    assert run("--color", "never", "try", "usage").err == "error: there is no publication here\n"
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("try", "usage").err == "error: there is no publication here\n"
    assert run("--color", "always", "try", "usage").err == "\x1b[31m\x1b[1merror\x1b[0m: there is no publication here\n"


def test_a_reader_that_leaves_early_makes_no_noise() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "factsheet", "--help"], stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (done.stderr, done.returncode) == ("", 4)


def test_a_terminal_without_unicode_gets_codes(launch: Run, tmp_path: Path) -> None:
    result = launch("-C", tmp_path / "漢", "check", env={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"})
    assert result.code == 2
    assert "/\\u6f22' does not exist" in result.err


def test_an_interrupt_ends_with_130(tmp_path: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text(
        "import sys, time\nfrom factsheet.cli import commands, main\nimport click\n"
        "@click.command()\ndef command():\n    print('ready', flush=True)\n    time.sleep(60)\n"
        "commands.COMMANDS['slow'] = commands.Entry('__main__:command', '')\nsys.exit(main(['slow']))\n"
    )
    process = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (130, "error: interrupted\n")


def test_a_run_from_python_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    before = Path.cwd()
    assert main(["-C", str(tmp_path), "check"]) == 2
    assert Path.cwd() == before
