"""`factsheet check` as a whole: places, paths, fixes, and what it remembers."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import MakeProject, Run

SITE = "title: A\npublisher: B\n"
GAZETTE = "title: T\npublisher: P\nclass: media\npublished: 2020-01-01\nurl: https://example.org/t\n"
EVENT = "name: Fall\ntype: other\nwhen: 2016-12-22\nas_of: 2020-01-01\ncite: gazette\n"


def files(**more: str | bytes) -> Mapping[str, str | bytes]:
    given = {"site": SITE, "sources__gazette": GAZETTE, **more}
    return {f"content/{path.replace('__', '/')}.yaml": text for path, text in given.items()}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            EVENT.replace("type: other", "tpye: other").replace("\n", "\r\n"),
            ":2:1\n  |\n2 | tpye: other\n  | ^^^^ did",
        ),
        (
            EVENT.replace("Fall", "{en: 😀 e\u0301, xx_Y: b}"),
            ":1:18\n  |\n1 | name: {en: 😀 e\u0301, xx_Y: b}\n  |                  ^^^^",
        ),
        (EVENT.replace("Fall", "{en: a\tb, xx_Y: b}"), "1 | name: {en: a    b, xx_Y: b}\n  |                    ^^^^"),
        (
            EVENT + "body: |\n  One\n\n  tpye: x\nnote: >-\n  a\n  b\nnmae: x\n",
            ":13:1\n   |\n13 | nmae: x\n   | ^^^^ ",
        ),
        ("id: a\n" + EVENT + "---\nid: b\n" + EVENT.replace("2016-12-22", "2016-02-31"), ":11:15\n"),
        (EVENT.replace("other", "漢字"), "2 | type: 漢字\n  |       ^^^^\n"),
    ],
    ids=["crlf", "emoji and marks", "tab", "block scalars", "several records", "wide"],
)
def test_the_place_is_exact_and_the_underline_under_it(
    make_project: MakeProject, run: Run, text: str, shown: str
) -> None:
    root = make_project(files(events__fall=text))
    result = run("-C", root, "check")
    assert result.code == 1
    assert shown in result.out


def test_only_what_is_asked_for_is_reported_but_all_is_read(make_project: MakeProject, run: Run) -> None:
    bad = EVENT.replace("cite: gazette", "cite: gazete")
    root = make_project(files(events__a=EVENT, events__b=bad, events__c=bad))
    assert run("-C", root, "check", "--format", "concise").out.count("dangling-reference") == 2
    one = run("-C", root, "check", "--format", "concise", "content/events/b.yaml")
    assert one.code == 1
    assert one.out.count("dangling-reference") == 1
    clean = run("-C", root, "check", root / "content/events/a.yaml")
    assert (clean.code, clean.out) == (0, "No problems found in 1 path (4 records read).\n")
    assert run("-C", root, "check", root / "content/events/").code == 1
    assert run("-C", root, "check", root / "content/sources").code == 0
    assert (
        run("-C", root / "content/events", "check", "b.yaml", "c.yaml", "--format", "concise").out.count("error") == 3
    )


def test_a_path_elsewhere_is_wrong_usage(make_project: MakeProject, run: Run, tmp_path: Path) -> None:
    root = make_project(files(events__a=EVENT))
    (tmp_path / "other.txt").write_text("")
    assert run("-C", root, "check", "content", tmp_path / "other.txt").code == 2
    assert run("-C", root, "check", "content/nothing.yaml").code == 2


def test_fix_mends_what_is_safe_and_leaves_every_other_byte(make_project: MakeProject, run: Run) -> None:
    text = "# head\r\nname:   Fall # why\r\ntpye: othr\r\nwhen: 2016-12-22\r\nas_of: 2020-01-01\r\ncite: [ gazete ]\r\n"
    root = make_project(files(events__fall=text))
    path = root / "content/events/fall.yaml"
    shown = run("-C", root, "check", "--fix", "--diff")
    assert shown.code == 1
    assert "-tpye: othr\n+type: othr\n" in shown.out
    assert path.read_bytes() == text.encode()
    result = run("-C", root, "check", "--fix")
    assert result.code == 0
    assert "3 corrections made in content/events/fall.yaml" in result.err
    wanted = text.replace("tpye", "type").replace("othr", "other").replace("gazete", "gazette")
    assert path.read_bytes() == wanted.encode()
    assert run("-C", root, "check", "--fix").err == "0 corrections made.\n"


def test_an_id_that_differs_in_its_digits_is_no_slip(make_project: MakeProject, run: Run) -> None:
    root = make_project(files(sources__paper_2020=GAZETTE, events__a=EVENT.replace("gazette", "paper-2021")))
    (root / "content/sources/paper_2020.yaml").rename(root / "content/sources/paper-2020.yaml")
    assert run("-C", root, "check", "--fix").code == 1
    assert "paper-2021" in (root / "content/events/a.yaml").read_text()


def test_fix_keeps_to_the_paths_that_were_named(make_project: MakeProject, run: Run) -> None:
    bad = EVENT.replace("type:", "tpye:")
    root = make_project(files(events__a=bad, events__b=bad))
    assert run("-C", root, "check", "--fix", root / "content/events/a.yaml").code == 0
    assert "tpye" in (root / "content/events/b.yaml").read_text()


def test_exit_codes_do_not_depend_on_the_form(make_project: MakeProject, run: Run) -> None:
    clean = make_project(files(events__a=EVENT))
    for form in ("full", "concise", "json", "github", "sarif", "junit"):
        assert run("-C", clean, "check", "--format", form).code == 0
    (clean / "content/events/a.yaml").write_text(EVENT.replace("type: other", "type: none such"))
    for form in ("full", "concise", "json", "github", "sarif", "junit"):
        assert run("-C", clean, "check", "--format", form).code == 1


def test_more_than_a_screenful_is_capped_unless_all_is_asked_for(make_project: MakeProject, run: Run) -> None:
    many = "---\n".join(f"id: e-{n}\n{EVENT}xx{n}yy: 1\n" for n in range(230))
    root = make_project(files(events__many=many))
    capped = run("-C", root, "check", "--format", "concise").out
    assert len(capped.splitlines()) == 202
    assert (
        "Shown: 200 of 231, the gravest; --all shows all.\nFound 230 errors and 1 piece of advice in 2 files.\n"
        in capped
    )
    assert len(run("-C", root, "check", "--format", "concise", "--all").out.splitlines()) == 232
    assert len(json.loads(run("-C", root, "check", "--format", "json").out)["diagnostics"]) == 231


def test_a_second_check_says_the_same_as_the_first(make_project: MakeProject, run: Run) -> None:
    root = make_project(files(events__a=EVENT, events__b=EVENT.replace("other", "othr"), events__c="name: [\n"))
    first = run("-C", root, "check")
    assert run("-C", root, "check") == first
    assert (root / ".factsheet/check.json").is_file()
    (root / ".factsheet/check.json").unlink()  # then only what each file held is remembered
    assert run("-C", root, "check") == first


EDITS: Mapping[str, Mapping[str, str]] = {
    "another file": {"content/events/b.yaml": "name: [\n"},
    "its file": {"content/events/a.yaml": EVENT.replace("other", "othr")},
    "the record it names": {"content/sources/gazette.yaml": "title: [\n"},
    "the settings": {"content/site.yaml": SITE + "languages: [en, ar]\n"},
    "a rule's level": {"content/site.yaml": SITE + "rules: {dangling-reference: off}\n"},
    "the limits": {"content/site.yaml": SITE + "limits: {file_bytes: 1024}\n"},
    "a schema of its own": {
        "schemas/event.schema.json": json.dumps(
            {"x-folder": "events", "type": "object", "required": ["zzz"], "properties": {"zzz": {"type": "string"}}}
        )
    },
    "a stale schema for editors": {".editor/event.schema.json": "{}"},
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_remembered_is_never_stale(make_project: MakeProject, run: Run, edit: str) -> None:
    """After each kind of edit, a check with a memory says what one without says; and so again when it is undone."""
    root = make_project(files(events__a=f"{EVENT}note: {'word ' * 220}\n"))
    before = run("-C", root, "check")
    old = {path: (root / path).read_text() if (root / path).exists() else None for path in EDITS[edit]}
    for path, text in EDITS[edit].items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text)
    after = run("-C", root, "check")
    for file in (root / ".factsheet").glob("*.json"):
        file.unlink()
    assert run("-C", root, "check") == after
    assert after.out != before.out
    for path, was in old.items():
        (root / path).unlink()
        if was is not None:
            (root / path).write_text(was)
    assert run("-C", root, "check") == before


def test_another_program_or_day_forgets(make_project: MakeProject, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(files(events__a=EVENT + "reviewed: {date: 2020-01-01, due: 2021-01-01}\n"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1590000000")
    assert "review-overdue" not in run("-C", root, "check").out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1690000000")
    assert "review-overdue" in run("-C", root, "check").out
    kept = (root / ".factsheet/read.json").read_bytes()
    monkeypatch.setattr("factsheet.building.rechecking.program", lambda: "another")
    run("-C", root, "check")
    assert (root / ".factsheet/read.json").read_bytes() != kept


@pytest.mark.parametrize("damage", [b"", b"x", b"\n", b"{}\n[]"])
def test_a_damaged_memory_is_no_memory(make_project: MakeProject, run: Run, damage: bytes) -> None:
    root = make_project(files(events__a=EVENT.replace("other", "othr")))
    first = run("-C", root, "check")
    for name in ("check.json", "read.json"):
        kept = (root / ".factsheet" / name).read_bytes()
        for data in (damage, kept[:-3], kept.replace(b"othr", b"ohtr")):
            (root / ".factsheet" / name).write_bytes(data)
            assert run("-C", root, "check") == first


def test_links_are_seen_by_what_they_lead_to(make_project: MakeProject, run: Run, tmp_path: Path) -> None:
    root = make_project(files(events__a=EVENT))
    first = run("-C", root, "check")
    (tmp_path / "elsewhere").mkdir()
    link = root / "content/more"
    link.symlink_to(tmp_path / "elsewhere")
    linked = run("-C", root, "check")
    assert "leads out of the publication" in linked.out
    (tmp_path / "elsewhere").rmdir()
    assert "leads nowhere" in run("-C", root, "check").out
    link.unlink()
    assert run("-C", root, "check") == first


def test_a_place_where_nothing_can_be_written_is_checked_all_the_same(make_project: MakeProject, run: Run) -> None:
    root = make_project(files(events__a=EVENT))
    (root / ".factsheet").write_text("in the way\n")
    assert run("-C", root, "check").code == 0
    assert (root / ".factsheet").read_text() == "in the way\n"
