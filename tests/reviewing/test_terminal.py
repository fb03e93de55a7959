"""`factsheet review`: the conversation, spoken by a script; and once in a real terminal."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factsheet.cli.review_loop import CHOICES, Talk, go_through
from factsheet.cli.review_pages import Screen
from factsheet.reviewing import Session
from tests.conftest import MakeProject, Run
from tests.reviewing.samples import DRAFT, FILES, WARNED


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    return make_project({**FILES, "drafts/daily.yaml": DRAFT})


class Reviewer:
    """Somebody who gives these answers, then leaves; `edits` are the texts that the editor hands back."""

    def __init__(self, *answers: str, edits: tuple[str, ...] = (), columns: int = 80) -> None:
        self.answers, self.edits = [*answers], [*edits]
        self.told: list[str] = []
        self.screen = Screen(columns)

    def ask(self, question: str) -> str | None:
        self.told.append(question)
        return self.answers.pop(0) if self.answers else None

    def edit(self, text: str) -> str | None:
        self.told.append(text)
        return self.edits.pop(0) if self.edits else None

    def review(self, root: Path) -> str:
        talk = Talk(self.ask, self.told.append, self.edit, self.screen)
        go_through(Session(root, root / "drafts/daily.yaml"), talk, on="2024-05-08", by="")
        return "\n".join(self.told)


def test_an_item_is_shown_with_its_sentence_rule_and_confidence(root: Path) -> None:
    told = Reviewer("s", "s", "s").review(root)
    assert "    Its >>leader<<, >>Omar Said<<, said at least 30 soldiers were killed." in told
    assert "person-1 (4 of 7) · Person · omar-said" in told
    assert "Confidence: high, because of: role-before-name" in told
    assert '  /name: role-before-name, "Omar Said"' in told
    assert "Warning: mixed-script: Omar Said: for this test" in told


def test_warnings_that_belong_to_no_item_are_told_before_the_first(root: Path) -> None:
    (root / "drafts/daily.yaml").write_text(WARNED)
    told = Reviewer("q").review(root)
    opening = told[: told.index("source-1 (1 of 7)")]
    assert "2 warnings about the draft:" in opening
    assert "  model-quote: the widows: not found in the text (answer /3/slots/claimant)" in opening
    assert "  hidden-mark: a mark between two sentences" in opening
    assert "for this test" not in opening


def test_a_draft_without_such_warnings_says_nothing_of_them(root: Path) -> None:
    assert "about the draft" not in Reviewer("q").review(root)


@pytest.mark.parametrize("columns", [12, 40, 100])
def test_lines_fit_the_terminal(root: Path, columns: int) -> None:
    reviewer = Reviewer("s", "s", "s", "s", "s", "s", "a", "", "n", columns=columns)
    reviewer.review(root)
    shown = [line for text in reviewer.told if text != CHOICES for line in text.splitlines()]
    words = max(len(word) for line in shown for word in line.split())
    assert max(len(line) for line in shown) <= max(columns - 1, 30, words + 12)


def test_each_decision_is_written_at_once(root: Path) -> None:
    told = Reviewer("a", "r", "a splinter", "s", "a", "q").review(root)
    assert (root / "content/sources/daily-2024-05-07.yaml").exists()
    assert (root / "content/persons/omar-said.yaml").exists()
    assert "written: content/persons/omar-said.yaml" in told
    assert '"reason": "a splinter"' in (root / "drafts/daily-2024-05-07.review.json").read_text()
    assert told.endswith("4 items left to review.")
    assert "3 items of this draft settled before." in Reviewer("q").review(root)


def test_back_takes_back_what_was_decided(root: Path) -> None:
    before = (root / "drafts/daily.yaml").read_bytes()
    told = Reviewer("a", "b", "q").review(root)
    assert not (root / "content/sources/daily-2024-05-07.yaml").exists()
    assert not (root / "drafts/daily-2024-05-07.review.json").exists()
    assert (root / "drafts/daily.yaml").read_bytes() == before
    assert told.count("source-1 (1 of 7)") == 2


def test_what_comes_along_is_asked_about(root: Path) -> None:
    told = Reviewer("s", "s", "s", "s", "s", "s", "a", "2024-05-07", "n", "q").review(root)
    assert "The article does not give said." in told
    assert "person-1: created (it is needed): omar-said" in told
    assert not (root / "content/persons").exists()
    Reviewer("s", "s", "s", "s", "s", "s", "a", "y").review(root)
    assert "said: 2024-05-07\n" in (root / "content/claims/omar-said-30-soldiers.yaml").read_text()


def test_a_wrong_value_is_asked_for_again(root: Path) -> None:
    told = Reviewer("s", "s", "s", "s", "s", "s", "a", "last week", "2024-05-07", "y").review(root)
    assert '"last week" is no date' in told or "last week" in told
    assert "said: 2024-05-07\n" in (root / "content/claims/omar-said-30-soldiers.yaml").read_text()


def test_an_edited_item_is_shown_again_and_accepted(root: Path) -> None:
    edits = ("id: [", "id: omar-said-abu-hill\nname: Omar Said\nnames: Abu Hill\n")
    told = Reviewer("s", "s", "s", "e", "y", "a", "q", edits=edits).review(root)
    assert "error: line 1" in told
    text = (root / "content/persons/omar-said-abu-hill.yaml").read_text()
    assert text.startswith("name: Omar Said\nnames: Abu Hill\n")
    assert "claimant: omar-said-abu-hill" in (root / "drafts/daily.yaml").read_text()


def test_an_item_is_merged_field_by_field(root: Path) -> None:
    file = root / "content/groups/hill.yaml"
    file.parent.mkdir()
    file.write_text("name: Red Hill Brigade\ntype: coalition\nas_of: 2024-01-01\ncite: gazette\n")
    told = Reviewer("s", "m", "1", "1", "y", "q").review(root)
    assert "  1  hill" in told
    assert "1  short: adds: RHB" in told
    assert 'type: can\'t be added: it has "coalition"; this says "armed-group"' in told
    assert file.read_text() == "name: Red Hill Brigade\nshort: RHB\ntype: coalition\nas_of: 2024-01-01\ncite: gazette\n"
    assert "participants: hill" in (root / "drafts/daily.yaml").read_text()


def test_without_a_terminal_it_says_what_to_use(run: Run, root: Path) -> None:
    result = run("-C", root, "review", root / "drafts/daily.yaml")
    assert result.code == 2
    assert "`factsheet accept DRAFT ITEM...` does the same in scripts" in result.err


def test_it_speaks_in_a_real_terminal(root: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factsheet", "-C", str(root), "review", str(root / "drafts/daily.yaml")]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "70", "NO_COLOR": ""}
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    said = _talk(ours, ["s", "s", "s", "a", "y", "q"])
    assert process.wait(30) == 0
    os.close(ours)
    assert "\x1b[1m" in said
    assert "written: content/persons/omar-said.yaml" in said
    assert (root / "content/persons/omar-said.yaml").exists()


def _talk(terminal: int, answers: list[str]) -> str:
    """Give each answer when a question stands at the end of what was said; return all of it."""
    said, end = "", time.monotonic() + 30
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:  # how Linux says that the other side is closed
                break
            if not data:
                break
            said += data.decode(errors="replace")
        elif answers and said.rstrip().endswith((":", "]")):
            os.write(terminal, f"{answers.pop(0)}\n".encode())
    return said
