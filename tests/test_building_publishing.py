import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factsheet.building.manifest import NAME
from factsheet.building.planning import Page, Shape, plan
from factsheet.building.publishing import Edition, check_target, publish
from factsheet.building.remembering import Memory, recall, remember
from factsheet.building.running import Runner
from factsheet.building.staging import Changes
from factsheet.caching import Cache
from factsheet.diagnostics import FactsheetError, RenderingError
from factsheet.encoding import decode, encode
from factsheet.formats.context import Context, Format
from factsheet.model import Sheet


def render(sheet: Sheet, language: str, context: Context) -> bytes:
    return encode([sheet, language, context.site], sort=True)


def render_slowly(sheet: Sheet, language: str, context: Context) -> bytes:
    if sheet.get("hang"):
        time.sleep(600)
    if sheet.get("refuse"):
        raise RenderingError("no glyph for U+0531")
    return render(sheet, language, context)


def explode(*_: object) -> bytes:
    raise AssertionError("nothing should be rendered")


FORMATS = {
    "html": Format("html", ".html", "text/html", render),
    "pdf": Format("pdf", ".pdf", "application/pdf", render_slowly),
    "json": Format("json", ".json", "application/json", render),
}
SHAPES = {name: Shape(f".{name}", has_language=name != "json", fingerprint=name) for name in FORMATS}


def edition(sheets: Mapping[str, Sheet], files: Mapping[str, bytes] | None = None) -> Edition:
    pages = [Page(path, sheet, list(FORMATS), ["en", "ar"], record=path) for path, sheet in sheets.items()]
    outputs = plan(pages, SHAPES, ["en", "ar"])
    return Edition(outputs, files or {"style.css": b"body {}"}, {"as_of": "2025-11-20", "licence": "CC-BY-4.0"})


class Workshop:
    def __init__(self, folder: Path, jobs: int = 1) -> None:
        self.out = folder / "public"
        self.cache = Cache(folder / "cache")
        self.runner = Runner(FORMATS, Context({"title": {"en": "T"}}), jobs, folder)
        self.last = Memory()

    def publish(self, edition: Edition) -> Changes:
        changes, self.last = publish(edition, self.out, self.runner, self.cache, last=self.last)
        return changes

    def forbid_rendering(self, names: Sequence[str] = ("html", "pdf", "json")) -> None:
        formats = {name: replace(f, render=explode) if name in names else f for name, f in FORMATS.items()}
        self.runner = replace(self.runner, formats=formats)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


TWO: dict[str, Sheet] = {"groups/a": {"label": "A"}, "groups/b": {"label": "B"}}


def test_everything_is_written_at_first(workshop: Workshop) -> None:
    assert workshop.publish(edition(TWO)) == Changes(11, 0, 0, 0)
    assert list(tree(workshop.out)) == [
        "ar/groups/a.html",
        "ar/groups/a.pdf",
        "ar/groups/b.html",
        "ar/groups/b.pdf",
        "groups/a.html",
        "groups/a.json",
        "groups/a.pdf",
        "groups/b.html",
        "groups/b.json",
        "groups/b.pdf",
        "manifest.json",
        "style.css",
    ]
    assert tree(workshop.out)["ar/groups/a.html"] == b'[{"label":"A"},"ar",{"title":{"en":"T"}}]'


def test_one_edit_writes_only_its_own_files(workshop: Workshop) -> None:
    workshop.publish(edition(TWO))
    assert workshop.publish(edition({**TWO, "groups/a": {"label": "A2"}})) == Changes(5, 6, 0, 0)


def test_nothing_is_rendered_or_read_when_nothing_changed(workshop: Workshop) -> None:
    workshop.publish(edition(TWO))
    workshop.forbid_rendering()
    assert workshop.publish(edition(TWO)) == Changes(0, 11, 0, 0)


def test_a_record_that_is_gone_takes_its_files_along(workshop: Workshop) -> None:
    workshop.publish(edition(TWO))
    assert workshop.publish(edition({"groups/a": {"label": "A"}})) == Changes(0, 6, 5, 0)


def test_pdfs_of_another_folder_come_from_the_cache(workshop: Workshop) -> None:
    workshop.publish(edition(TWO))
    workshop.out = workshop.out.with_name("elsewhere")
    workshop.last = Memory()
    workshop.forbid_rendering(["pdf"])
    assert workshop.publish(edition(TWO)) == Changes(11, 0, 0, 0)


def test_a_damaged_cache_entry_is_rendered_again(workshop: Workshop) -> None:
    workshop.publish(edition(TWO))
    expected = tree(workshop.out)
    for entry in workshop.cache.folder.glob("*/*"):
        entry.write_bytes(b"damaged")
    workshop.out = workshop.out.with_name("elsewhere")
    workshop.last = Memory()
    workshop.publish(edition(TWO))
    assert tree(workshop.out) == expected


def test_a_tampered_output_is_made_again(workshop: Workshop) -> None:
    workshop.publish(edition(TWO))
    expected = tree(workshop.out)
    (workshop.out / "groups/a.html").write_bytes(b"tampered")
    (workshop.out / "groups/b.pdf").unlink()
    assert workshop.publish(edition(TWO)) == Changes(2, 9, 0, 0)
    assert tree(workshop.out) == expected


def test_without_memory_the_same_bytes_keep_their_files(workshop: Workshop) -> None:
    workshop.publish(edition(TWO))
    workshop.last = Memory()
    assert workshop.publish(edition(TWO)) == Changes(0, 11, 0, 0)


@pytest.mark.parametrize("many", [1, 2000])
def test_one_job_and_four_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    """Also when there are so many pages that quick formats are rendered in processes too."""
    monkeypatch.setattr("factsheet.building.running.MANY", many)
    sheets: dict[str, Sheet] = {f"groups/{n}": {"label": str(n)} for n in range(60)}
    trees = []
    for jobs in (1, 4):
        workshop = Workshop(tmp_path / str(jobs), jobs)
        workshop.runner.folder.mkdir()
        workshop.publish(edition(sheets))
        trees.append(tree(workshop.out))
    assert len(trees[0]) == 302
    assert trees[0] == trees[1]


EDITS: list[dict[str, Sheet]] = [
    TWO,
    {**TWO, "groups/a": {"label": "A2"}},
    {**TWO, "groups/c": {"label": "C"}},
    {"groups/c": {"label": "C"}},
    {"groups/b": {"label": "C"}, "groups/c": {"label": "B"}},
    TWO,
    TWO,
]


def test_each_build_after_an_edit_equals_a_clean_one(workshop: Workshop, tmp_path: Path) -> None:
    for number, sheets in enumerate(EDITS):
        workshop.publish(edition(sheets))
        clean = Workshop(tmp_path / str(number))
        clean.runner.folder.mkdir()
        clean.publish(edition(sheets))
        assert tree(workshop.out) == tree(clean.out)


@pytest.mark.parametrize("fault", ["refuse", "hang"])
def test_a_failed_build_leaves_what_was_there(workshop: Workshop, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    monkeypatch.setattr("factsheet.building.workers.START_SECONDS", 0.0)
    workshop.publish(edition(TWO))
    before = tree(workshop.out)
    workshop.runner = replace(workshop.runner, limit_seconds=6.0)
    with pytest.raises(RenderingError, match=r"groups/a\.pdf"):
        workshop.publish(edition({"groups/a": {fault: True}, "groups/0": {"label": "new"}}))
    assert tree(workshop.out) == before
    assert not list(workshop.out.parent.glob("public.stage-*"))


def test_two_outputs_in_one_place_are_refused(workshop: Workshop) -> None:
    with pytest.raises(FactsheetError, match="two outputs would be written to one file"):
        workshop.publish(edition(TWO, {"Groups/A.html": b""}))
    with pytest.raises(FactsheetError, match="two outputs would be written to one file"):
        workshop.publish(edition(TWO, {NAME: b""}))
    assert not workshop.out.exists()


def test_the_manifest_lists_every_file_but_itself(workshop: Workshop) -> None:
    workshop.publish(edition({"groups/a": {"label": "A"}}))
    manifest = decode((workshop.out / NAME).read_bytes())
    assert isinstance(manifest, dict)
    files = manifest.pop("files")
    assert manifest == {"manifest": 1, "factsheet": "0.1.0", "as_of": "2025-11-20", "licence": "CC-BY-4.0"}
    assert [file["path"] for file in files] == [path for path in tree(workshop.out) if path != NAME]
    assert files[0] == {
        "path": "ar/groups/a.html",
        "sha256": "df6abb07940f8d564b5e69a42757ca684557707baff2432fdeca0775491164f2",
        "bytes": 41,
        "record": "groups/a",
    }
    assert files[-1] == {
        "path": "style.css",
        "sha256": "62368a1a29259b30bac235c0e75dc700c9b3bacf1513ad5708e4fe4a6c0d6560",
        "bytes": 7,
    }


def test_memory_survives_the_disk(workshop: Workshop, tmp_path: Path) -> None:
    workshop.publish(edition(TWO))
    memory = replace(workshop.last, fingerprint="f", warnings=2)
    remember(tmp_path / "memory", memory)
    assert recall(tmp_path / "memory") == memory
    assert memory.holds(workshop.out, "f")
    assert not memory.holds(workshop.out, "g")
    (workshop.out / "groups/a.html").unlink()
    assert not memory.holds(workshop.out, "f")


@pytest.mark.parametrize("content", [b"", b"{}", b"0" * 64 + b"\n{}", b"\xff"])
def test_damaged_memory_is_no_memory(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "memory").write_bytes(content)
    assert recall(tmp_path / "memory") == Memory()
    assert recall(tmp_path / "none") == Memory()


@pytest.mark.parametrize(
    "name",
    ["/", "~", ".", "..", "content", "content/x", "schemas", "templates", ".factsheet/x", ".git", "full", "file"],
)
def test_a_folder_that_is_not_for_outputs_is_refused(tmp_path: Path, name: str) -> None:
    root = tmp_path / "publication"
    (root / "full").mkdir(parents=True)
    (root / "full" / "thesis.odt").write_text("mine")
    (root / "file").write_text("mine")
    out = (root / Path(name).expanduser()).resolve()
    with pytest.raises(FactsheetError, match=r"can't be the output folder|didn't make it"):
        check_target(out, root)


def test_a_new_an_empty_and_our_own_folder_are_fine(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    workshop.publish(edition(TWO))
    for name in ("new", "empty", "public"):
        check_target(tmp_path / name, tmp_path / "publication")
