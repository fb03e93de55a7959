"""`check` and `build` on small publications, through the real command line."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factsheet.building.locking import only_build
from tests.conftest import MakeProject, Run

SITE = "title: {en: The desk file, ar: ملف}\npublisher: The Desk\nlanguages: [en, ar]\nlicence: CC-BY-4.0\n"
SITE += "rules: {missing-translation: off}\n"
HTS = """\
name: {en: Hay'at Tahrir al-Sham, ar: هيئة تحرير الشام}
type: armed-group
summary: {en: An armed group that controls most of Idlib., ar: جماعة مسلحة تسيطر على معظم محافظة إدلب وجوارها.}
as_of: 2025-11-20
cite: report
"""
SNA = """\
name: Syrian National Army
type: coalition
summary: A coalition of armed groups in the north of Aleppo.
as_of: 2025-11-20
cite: report
"""
REPORT = (
    "description: Report on the groups\npublisher: Example News\nclass: media\npublished: 2025-11-20\nurl: unknown\n"
)
FILES = {
    "content/site.yaml": SITE,
    "content/groups/hts.yaml": HTS,
    "content/groups/sna.yaml": SNA,
    "content/sources/report.yaml": REPORT,
}
QUICK = ("--to", "html,json")


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    return make_project(FILES)


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    files = [p for p in sorted(folder.rglob("*")) if p.is_file()]
    return {p.relative_to(folder).as_posix(): (p.stat().st_ino, p.stat().st_mtime_ns) for p in files}


def test_clean_content_is_said_to_be_clean(run: Run, root: Path) -> None:
    result = run("-C", root, "check")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("No problems found in 3 records.\n\nRecords       3 published (2 groups, 1 source)\n")


def test_a_check_starts_from_any_folder_of_the_publication(run: Run, root: Path) -> None:
    assert run("-C", root / "content/groups", "check").code == 0


def test_no_publication_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    result = run("-C", tmp_path, "check")
    assert result.code == 2
    assert result.err.startswith(f"error: there is no publication in {tmp_path} or above it")


def test_a_misspelt_field_is_shown_where_it_stands(run: Run, root: Path) -> None:
    (root / "content/groups/sna.yaml").write_text(SNA.replace("summary", "sumary"))
    result = run("-C", root, "check")
    assert result.code == 1
    assert result.err == ""
    assert "error[unknown-field]: " in result.out
    assert (
        " --> content/groups/sna.yaml:3:1\n"
        "  |\n"
        "3 | sumary: A coalition of armed groups in the north of Aleppo.\n"
        '  | ^^^^^^ did you mean "summary"?\n'
    ) in result.out


def test_the_json_report_is_alone_on_stdout(run: Run, root: Path) -> None:
    (root / "content/groups/sna.yaml").write_text(SNA.replace("summary", "sumary"))
    result = run("-C", root, "check", "--format", "json")
    value = json.loads(result.out)
    assert (result.code, result.err, value["version"]) == (1, "", 1)
    assert value["summary"]["errors"] == len(value["diagnostics"]) > 0
    assert value["diagnostics"][0]["at"]["path"] == "content/groups/sna.yaml"


def test_a_clean_json_report_is_json_too(run: Run, root: Path) -> None:
    result = run("-C", root, "check", "--format", "json")
    assert json.loads(result.out)["diagnostics"] == []


def test_a_build_writes_pages_sheets_and_a_manifest(run: Run, root: Path) -> None:
    result = run("-C", root, "build", *QUICK)
    assert (result.code, result.err) == (0, "")
    out = tree(root / "public")
    assert result.out.startswith(f"public: {len(out) - 1} files written, 0 unchanged, 0 removed (")
    for path in (
        "index.html",
        "ar/index.html",
        "groups/index.html",
        "groups/hts.html",
        "groups/hts.json",
        "ar/groups/hts.html",
        "sources/report.html",
        "timeline.html",
        "404.html",
        "assets/screen.css",
        "assets/fonts/FactsheetSerif-Regular.woff2",
        "schemas/group.schema.json",
        ".nojekyll",
        "manifest.json",
    ):
        assert path in out
    assert "ar/groups/sna.html" not in out
    assert json.loads(out["groups/hts.json"])["id"] == "hts"
    manifest = json.loads(out["manifest.json"])
    assert manifest["as_of"] == "2025-11-20"
    assert [entry["path"] for entry in manifest["files"]] == sorted(out.keys() - {"manifest.json"})
    assert {entry["path"]: entry.get("record") for entry in manifest["files"]}["ar/groups/hts.html"] == "hts"


def test_a_second_build_does_nothing_and_says_so(run: Run, root: Path) -> None:
    run("-C", root, "build", *QUICK)
    before = stamps(root)
    result = run("-C", root, "build", *QUICK)
    assert result.code == 0
    assert result.out.startswith("public is up to date (")
    after = stamps(root)
    assert {path for path in after if after[path] != before.get(path)} == {".factsheet/lock"}


def test_one_edit_rewrites_that_record_and_the_pages_that_show_it(run: Run, root: Path) -> None:
    run("-C", root, "build", *QUICK)
    before = stamps(root / "public")
    (root / "content/groups/sna.yaml").write_text(SNA.replace("A coalition", "An alliance"))
    result = run("-C", root, "build", *QUICK)
    after = stamps(root / "public")
    changed = {path for path in after if after[path] != before.get(path)}
    own = {"groups/sna.html", "groups/sna.json"}
    of_the_whole = {"manifest.json", "data/dataset.json", "data/group.csv", "data/statements.csv"}
    of_the_whole |= {"assets/search-ar.js", "assets/search-en.js"}
    lists = {f"{folder}groups/index{end}" for folder in ("", "ar/") for end in (".html", ".json", "/letter.html")}
    assert own < changed
    assert changed <= own | of_the_whole | lists
    assert result.out.startswith(f"public: {len(changed) - 1} files written, ")


EDITS = {
    "a title": ("content/site.yaml", SITE.replace("The desk file", "The file")),
    "a summary": ("content/groups/sna.yaml", SNA.replace("A coalition", "Another alliance")),
    "a new record": ("content/groups/nla.yaml", SNA.replace("Syrian", "New")),
    "a record gone": ("content/groups/sna.yaml", None),
    "a style": ("templates/styles/own.css", "body { color: teal }\n"),
    "a template": ("templates/group/sheet.html", "{% extends 'default:group/sheet.html' %}\n"),
    "nothing": ("content/site.yaml", SITE),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_build_after_an_edit_equals_a_clean_one(run: Run, root: Path, edit: str) -> None:
    run("-C", root, "build", *QUICK)
    path, text = EDITS[edit]
    if text is None:
        (root / path).unlink()
    else:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    assert run("-C", root, "build", *QUICK).code == 0
    assert run("-C", root, "build", *QUICK, "--clean", "--out", root / "clean").code == 0
    assert tree(root / "public") == tree(root / "clean")


def test_pdfs_are_the_same_from_one_process_from_four_and_from_the_cache(run: Run, root: Path) -> None:
    for name, extra in {"one": ["--clean", "--jobs", "1"], "four": ["--clean", "--jobs", "4"], "cached": []}.items():
        result = run("-C", root, "build", "--out", root / name, *extra)
        assert (result.code, result.err) == (0, "")
    one = tree(root / "one")
    assert one["groups/hts.pdf"].startswith(b"%PDF-1.7")
    assert "ar/groups/hts.pdf" in one
    assert tree(root / "four") == one
    assert tree(root / "cached") == one


def test_errors_leave_the_old_site(run: Run, root: Path) -> None:
    run("-C", root, "build", *QUICK)
    before = tree(root / "public")
    (root / "content/groups/sna.yaml").write_text("name: [\n")
    result = run("-C", root, "build", *QUICK)
    assert (result.code, result.out) == (1, "")
    assert "--> content/groups/sna.yaml:" in result.err
    assert result.err.endswith("Nothing was built; public is as it was.\n")
    assert tree(root / "public") == before
    assert sorted(p.name for p in root.iterdir()) == [".factsheet", "content", "public"]


def test_a_broken_template_is_wrong_usage_and_leaves_the_old_site(run: Run, root: Path) -> None:
    run("-C", root, "build", *QUICK)
    before = tree(root / "public")
    (root / "templates/group").mkdir(parents=True)
    (root / "templates/group/sheet.html").write_text("<p>\n{{ nmae }}\n")
    result = run("-C", root, "build", *QUICK)
    assert result.code == 2
    assert "group/sheet.html" in result.err
    assert tree(root / "public") == before


def test_a_folder_that_is_not_ours_is_refused(run: Run, root: Path) -> None:
    (root / "thesis").mkdir()
    (root / "thesis/chapter.odt").write_text("mine")
    result = run("-C", root, "build", *QUICK, "--out", "thesis")
    assert result.code == 2
    assert f"{root}/thesis holds files and no manifest.json of ours" in result.err
    assert (root / "thesis/chapter.odt").read_text() == "mine"


def test_an_output_that_cannot_be_written_is_exit_4(run: Run, root: Path) -> None:
    (root / "file").write_text("in the way")
    result = run("-C", root, "build", *QUICK, "--out", "file/public")
    assert (result.code, result.out) == (4, "")
    assert result.err == f"error: can't write the output {root}/file/public: File exists\n"


def test_an_unknown_format_is_wrong_usage(run: Run, root: Path) -> None:
    result = run("-C", root, "build", "--to", "html,jsn")
    assert result.code == 2
    assert 'there is no format "jsn"; did you mean "json"?' in result.err


def test_a_second_build_at_the_same_time_is_refused(run: Run, root: Path) -> None:
    with only_build(root / ".factsheet"):
        result = run("-C", root, "build", *QUICK)
    assert result.code == 4
    assert result.err == f"error: another build of this publication is running (process {os.getpid()})\n"


def test_an_embargoed_record_appears_when_its_moment_is_given(run: Run, root: Path) -> None:
    (root / "content/groups/sna.yaml").write_text(SNA + 'embargo: "2025-12-01T06:00:00+03:00"\n')
    run("-C", root, "build", *QUICK)
    assert not (root / "public/groups/sna.html").exists()
    run("-C", root, "build", *QUICK, "--on", "2025-12-02")
    assert (root / "public/groups/sna.html").exists()


@pytest.mark.parametrize("delay", [0.3, 0.6, 0.9, 1.2, 1.5])
def test_a_killed_build_leaves_the_old_or_the_new_site_and_the_next_repairs(root: Path, run: Run, delay: float) -> None:
    run("-C", root, "build", *QUICK)
    old = tree(root / "public")
    (root / "content/site.yaml").write_text(SITE.replace("The desk file", "The file"))
    command = [sys.executable, "-m", "factsheet", "-C", str(root), "build", *QUICK]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()
    seen = tree(root / "public")
    assert run("-C", root, "build", *QUICK).code == 0
    new = tree(root / "public")
    assert old != new
    assert seen in (old, new)
    assert sorted(p.name for p in root.iterdir()) == [".factsheet", "content", "public"]


def test_the_bytes_depend_on_nothing_of_the_machine(launch: Run, root: Path, tmp_path: Path) -> None:
    surroundings = {
        "one": {"PYTHONHASHSEED": "1", "TZ": "Asia/Damascus", "LC_ALL": "C", "HOME": str(tmp_path)},
        "other": {
            "PYTHONHASHSEED": "2",
            "TZ": "America/New_York",
            "LC_ALL": "C.UTF-8",
            "SOURCE_DATE_EPOCH": "1700000000",
        },
    }
    for name, env in surroundings.items():
        assert launch("-C", root, "build", "--clean", "--out", root / name, env=env).code == 0
    assert tree(root / "one") == tree(root / "other")


def test_an_interrupted_build_leaves_nothing_behind(root: Path) -> None:
    command = [sys.executable, "-m", "factsheet", "-C", str(root), "build"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 30
    while not list(root.glob("public.stage-*")) and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "error: interrupted\n")
    assert sorted(p.name for p in root.iterdir()) == [".factsheet", "content"]
    assert not (root / ".factsheet/work").exists()
