import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet import extraction
from tests.conftest import Run

ARTICLE = "Geneva, 3 May 2012 - Fighters of the Harvan Front met the black banners on Monday.\n"
ANSWERS = [{"kind": "group", "quote": "the black banners"}, {"kind": "group", "quote": "nobody"}]
MODULE = f"""
def answer(text):
    print("asked")
    return {ANSWERS!r} if text == {ARTICLE!r} else []

def fail(text):
    raise ValueError("no\\nluck")

class Odd(BaseException):
    def __str__(self):
        raise Odd

def go_astray(text):
    raise Odd

def leave(text):
    raise SystemExit(3)

def stop(text):
    raise KeyboardInterrupt

word = "x"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder with an article, recorded answers and an operator's module; nothing of it stays imported."""
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "answers.json").write_text(json.dumps(ANSWERS))
    (tmp_path / "operators_model.py").write_text(MODULE)
    (tmp_path / "torn_model.py").write_text("import")
    (tmp_path / "odd_model.py").write_text("class KeyboardError(BaseException): pass\nraise KeyboardError")
    path = list(sys.path)
    yield tmp_path
    sys.path[:] = path
    sys.modules.pop("operators_model", None)


def extract(run: Run, folder: Path, *options: str) -> tuple[int, str, str]:
    result = run("-C", folder, "extract", "a.txt", "--published", "2012-05-03", "--alone", *options)
    return result.code, result.out, result.err


def test_without_the_option_no_module_is_imported(run: Run, folder: Path) -> None:
    code, out, err = extract(run, folder)
    assert (code, err) == (0, "")
    assert extraction.read_draft(out.encode()).extractor == "rules"
    assert "operators_model" not in sys.modules


def test_recorded_answers_and_a_function_give_the_same_items(run: Run, folder: Path) -> None:
    code, out, err = extract(run, folder, "--replay", "answers.json")
    made = extraction.read_draft(out.encode())
    assert (code, made.extractor) == (0, "rules+model:replay")
    assert [each.id for each in made.items if each.kind == "group"] == ["harvan-front", "black-banners"]
    assert [(each["code"], each["at"]) for each in made.warnings] == [("model-quote", "/1/quote")]
    assert err == "1 warning in the output: of what replay answered, not all was taken.\n"
    code, out, err = extract(run, folder, "--provider", "operators_model:answer")
    asked = extraction.read_draft(out.encode())
    assert (code, asked.extractor) == (0, "rules+model:operators_model:answer")
    assert [(each.id, each.record) for each in asked.items] == [(each.id, each.record) for each in made.items]
    assert err.startswith("asked\n")


def test_annotations_carry_the_warnings(run: Run, folder: Path) -> None:
    code, out, _ = extract(run, folder, "--replay", "answers.json", "--format", "annotations")
    assert code == 0
    assert json.loads(out)["warnings"] == [
        {"code": "model-quote", "at": "/1/quote", "quote": "nobody", "note": "not found in the text"}
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--provider", "no_such_module:answer"], "No module named 'no_such_module'"),
        (["--provider", "torn_model:answer"], "can't be imported: SyntaxError"),
        (["--provider", "operators_model"], "'operators_model' is no MODULE:CALLABLE"),
        (["--provider", "operators_model:answr"], 'has no answr; did you mean "answer"?'),
        (["--provider", "operators_model:word"], "can't be called: it is of type str"),
        (["--provider", "odd_model:answer"], "can't be imported: KeyboardError"),
    ],
)
def test_a_provider_that_is_none_is_told_in_one_line(run: Run, folder: Path, options: list[str], message: str) -> None:
    code, out, err = extract(run, folder, *options)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


@pytest.mark.parametrize(
    ("name", "message", "line"),
    [
        ("fail", "ValueError: no luck", 7),
        ("go_astray", "Odd: <exception str() failed>", 14),
        ("leave", "SystemExit: 3", 17),
    ],
)
def test_whatever_a_provider_raises_is_told_with_its_place_and_nothing_is_written(
    run: Run, folder: Path, name: str, message: str, line: int
) -> None:
    code, out, err = extract(run, folder, "--provider", f"operators_model:{name}", "-o", "draft.yaml")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert f"the provider operators_model:{name} failed: {message} (" in err
    assert err.endswith(f"operators_model.py:{line})\n")
    assert not (folder / "draft.yaml").exists()


def test_a_provider_may_be_interrupted(run: Run, folder: Path) -> None:
    code, _, err = extract(run, folder, "--provider", "operators_model:stop")
    assert (code, err) == (130, "error: interrupted\n")


def test_answers_that_are_no_json_and_both_options_at_once_are_wrong_usage(run: Run, folder: Path) -> None:
    code, _, err = extract(run, folder, "--replay", "a.txt")
    assert (code, err.count("\n")) == (2, 1)
    assert "a.txt holds no recorded answers" in err
    code, _, err = extract(run, folder, "--replay", "answers.json", "--provider", "operators_model:answer")
    assert code == 2
    assert "not both" in err
