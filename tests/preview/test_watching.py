"""What is seen of changes in the folders of a publication."""

import os
import threading
from pathlib import Path

from factsheet.preview.watching import list_changed, look, wait_for_change


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_new_gone_and_different_files_are_seen(tmp_path: Path) -> None:
    for name in ("content/a.yaml", "content/b.yaml", "templates/x.html", "public/index.html", "content/.hidden/c"):
        write(tmp_path / name, "1")
    before = look(tmp_path)
    assert {Path(path).relative_to(tmp_path).as_posix() for path in before} == {
        "content/a.yaml",
        "content/b.yaml",
        "templates/x.html",
    }
    write(tmp_path / "content/a.yaml", "22")
    (tmp_path / "content/b.yaml").unlink()
    write(tmp_path / "schemas/k.schema.json", "{}")
    write(tmp_path / "public/index.html", "22")
    changed = list_changed(before, look(tmp_path))
    assert [Path(path).name for path in changed] == ["a.yaml", "b.yaml", "k.schema.json"]


def test_a_change_of_the_same_length_is_seen_by_its_time(tmp_path: Path) -> None:
    write(tmp_path / "content/a.yaml", "1")
    os.utime(tmp_path / "content/a.yaml", ns=(0, 1))
    before = look(tmp_path)
    os.utime(tmp_path / "content/a.yaml", ns=(0, 2))
    assert list_changed(before, look(tmp_path)) == [str(tmp_path / "content/a.yaml")]


def test_the_wait_ends_after_the_last_of_several_writes(tmp_path: Path) -> None:
    write(tmp_path / "content/a.yaml", "1")
    before = look(tmp_path)

    def edit() -> None:
        for text in ("22", "333", "4444"):
            write(tmp_path / "content/a.yaml", text)

    timer = threading.Timer(0.05, edit)
    timer.start()
    after = wait_for_change(tmp_path, before, pause=0.02)
    timer.join()
    assert after[str(tmp_path / "content/a.yaml")][1] == 4
