"""`factsheet date`, run as a user runs it."""

import json
import subprocess
import sys

from tests.conftest import Run


def test_each_date_is_explained(run: Run) -> None:
    result = run("date", "2024-11-27/..", "2016")
    assert result.code == 0
    assert result.out == (
        "2024-11-27/..\n  level    1\n  earliest 2024-11-27\n  latest   open or unknown\n"
        "  wording  from 27 November 2024 on\n\n"
        "2016\n  level    0\n  earliest 2016-01-01\n  latest   2016-12-31\n  wording  2016\n"
    )


def test_json_has_one_object_a_date_in_the_order_given(run: Run) -> None:
    result = run("date", "--format", "json", "[2025-10-21..]", "2023-02-29", "-1985")
    assert result.code == 1
    assert json.loads(result.out) == [
        {
            "input": "[2025-10-21..]",
            "valid": True,
            "level": 2,
            "earliest": "2025-10-21",
            "latest": None,
            "text": "on or after 21 October 2025",
        },
        {"input": "2023-02-29", "valid": False, "level": None, "earliest": None, "latest": None, "text": None},
        {
            "input": "-1985",
            "valid": True,
            "level": 1,
            "earliest": "-1985-01-01",
            "latest": "-1985-12-31",
            "text": "1986 BC",
        },
    ]


def test_an_invalid_date_is_shown_with_its_place_and_reason(run: Run) -> None:
    result = run("date", "30/11/2024")
    assert result.code == 1
    assert result.out == (
        "not EDTF\n  30/11/2024\n       ^\n"
        '  an interval has one “/”, between its start and its end; did you mean "2024-11-30"?\n'
    )


def test_the_wording_is_in_the_language_asked_for(run: Run) -> None:
    assert "  wording  с 27 ноября 2024\u00a0г.\n" in run("date", "--language", "ru", "2024-11-27/..").out


def test_control_characters_never_reach_the_terminal(run: Run) -> None:
    result = run("date", "2024\x1b[31m\n::error::x")
    assert result.code == 1
    assert "\x1b" not in result.out
    assert "\n::error" not in result.out


def test_a_mistyped_option_is_wrong_usage(run: Run) -> None:
    assert run("date", "--formt", "json", "2024").code == 2
    assert run("date").code == 2


def test_help_loads_no_locale_data() -> None:
    code = (
        "import sys; from factsheet.cli import main; main(['date', '--help']); "
        "print([name for name in sys.modules if name.split('.')[0] in ('babel', 'jinja2', 'weasyprint', 'orjson')])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.stdout.splitlines()[-1] == "[]"
