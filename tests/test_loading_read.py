"""`factsheet read` prints exactly what was read."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import MakeProject, Run


def feed(data: bytes, *arguments: str) -> tuple[int, bytes, str]:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "factsheet", "read", *arguments],
        input=data,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr.decode()


def test_one_line_a_document_whatever_its_value(run: Run, make_project: MakeProject) -> None:
    root = make_project({"a.yaml": "b: 2017\na: [1.5, 1e3, 'é 😀']\n---\n- x\n---\n---\ntext\n--- 7\n--- true\n"})
    result = run("read", root / "a.yaml")
    assert result.out == '{"b":2017,"a":[1.5,1000.0,"é 😀"]}\n["x"]\nnull\n"text"\n7\ntrue\n'
    assert (result.code, result.err) == (0, "")


def test_an_empty_file_has_no_document(run: Run, make_project: MakeProject) -> None:
    result = run("read", make_project({"a.yaml": "# nothing\n"}) / "a.yaml")
    assert (result.code, result.out, result.err) == (0, "", "")


def test_files_are_read_in_the_order_given(run: Run, make_project: MakeProject) -> None:
    root = make_project({"a.yaml": "1", "b.yaml": "2"})
    assert run("read", root / "b.yaml", root / "a.yaml").out == "2\n1\n"


def test_a_refused_file_is_reported_and_the_others_are_printed(run: Run, make_project: MakeProject) -> None:
    root = make_project({"a.yaml": "a: 1\n", "bad.yaml": "x: 1\n---\na: 1\na: 2\n", "c.yaml": "c: 3\n"})
    result = run("-C", root, "read", "a.yaml", "bad.yaml", "c.yaml")
    assert result.code == 1
    assert result.out == '{"a":1}\n{"c":3}\n'
    assert result.err == (
        'error[duplicate-key]: "a" stands twice in this map, first on line 3\n'
        " --> bad.yaml:4:1\n"
        "  |\n"
        "4 | a: 2\n"
        "  | ^ keep one of the two, or write both values as a list under one key\n"
        " ::: bad.yaml:3:1\n"
        "  |\n"
        "3 | a: 1\n"
        "  | -\n"
        "\n"
        "Found 1 error in 1 file.\n"
    )


def test_a_dash_reads_standard_input() -> None:
    assert feed(b"a: \xc3\xa9\n", "-") == (0, '{"a":"é"}\n'.encode(), "")


def test_what_is_wrong_on_standard_input_is_located() -> None:
    code, out, err = feed(b"a: 1\nb: \xff\n", "-")
    assert (code, out) == (1, b"")
    assert "error[not-utf8]: the byte FF is not UTF-8; only UTF-8 is read\n --> <stdin>:2:4\n" in err


def test_a_large_input_is_not_read_to_its_end() -> None:
    code, _, err = feed(b"x" * 6_000_000, "-")
    assert code == 1
    assert "error[too-large]: the file is larger than 4,194,304 bytes" in err


def test_a_missing_file_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    result = run("-C", tmp_path, "read", "missing.yaml")
    assert (result.code, result.out) == (2, "")
    assert "'missing.yaml' does not exist" in result.err


def test_a_folder_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    result = run("read", tmp_path)
    assert (result.code, result.out) == (2, "")
    assert "is a directory" in result.err


def test_no_file_is_wrong_usage(run: Run) -> None:
    assert run("read").code == 2


def test_a_file_that_can_not_be_read_is_one_line(run: Run) -> None:
    """A process's own memory can't be read from its start, by anyone."""
    result = run("read", "/proc/self/mem")
    assert (result.code, result.out) == (4, "")
    assert result.err == "error: /proc/self/mem can't be read: Input/output error\n"
