"""The command line: the only place that prints, exits, or imports click. One file a command.

A command returns its exit code: 0 clean, 1 problems in the content, 2 wrong usage, 3 rendering failed, 4 environment,
70 a bug, 130 interrupted. Problems of the content are printed by `reporting`; every other failure is an exception that
`main` turns into one line.
"""

import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

import click

from factsheet.cli.commands import program
from factsheet.cli.failing import write_bug_report
from factsheet.cli.showing import harmless, is_coloured
from factsheet.diagnostics import FactsheetError

INTERRUPTED = 130
BUG = 70
BROKEN_PIPE = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code. The one place that catches errors."""
    _accept_any_character()
    if arguments is None:
        _collect_rarely()
    with ExitStack() as stack:  # the context stays open while an error is told: it knows about colours
        with suppress(OSError):  # a folder that was taken away is none to come back to
            stack.callback(os.chdir, Path.cwd())
        try:
            words = list(sys.argv[1:] if arguments is None else arguments)
            context = stack.enter_context(program.make_context("factsheet", words))
            answer = program.invoke(context)
            code = answer if isinstance(answer, int) else 0
            sys.stdout.flush()
        except click.exceptions.Exit as leaving:
            code = leaving.exit_code
        except click.UsageError as error:
            code = _complain_about_usage(error)
        except click.ClickException as error:
            code = _complain(error.format_message(), code=error.exit_code)
        except FactsheetError as error:
            code = _complain(str(error), code=error.exit_code)
        except (KeyboardInterrupt, click.Abort):
            code = _complain("interrupted", code=INTERRUPTED)
        except BrokenPipeError:
            code = _give_up_on_stdout()
        except Exception as error:  # noqa: BLE001 -- the outer door: a bug becomes a report file
            code = _complain_about_bug(error)
    return code


def _accept_any_character() -> None:
    """Let a terminal that can't show a character show its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _collect_rarely() -> None:
    """Look for garbage less often: a publication is many small values that stay, and the looking takes a quarter."""
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)


def _complain(message: str, *, code: int) -> int:
    """Print `message` behind a fixed word, so that no line of ours begins with someone's content."""
    first, *rest = message.splitlines() or [""]
    word = click.style("error", fg="red", bold=True) if is_coloured(sys.stderr) else "error"
    lines = [f"{word}: {harmless(first)}", *(f"  {harmless(line)}" for line in rest)]
    click.echo("\n".join(lines), err=True, color=is_coloured(sys.stderr))
    return code


def _complain_about_usage(error: click.UsageError) -> int:
    _complain(error.format_message(), code=2)
    where = error.ctx.command_path if error.ctx else "factsheet"
    click.echo(f"  `{where} --help` lists what there is", err=True)
    return 2


def _complain_about_bug(error: Exception) -> int:
    return _complain(
        f"factsheet has a bug: {type(error).__name__}. What happened is written in {write_bug_report(error)}",
        code=BUG,
    )


def _give_up_on_stdout() -> int:
    """Point stdout at nothing, or Python complains once more while it ends."""
    with suppress(OSError):  # a stream of a test has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return BROKEN_PIPE
