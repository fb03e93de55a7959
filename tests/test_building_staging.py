import contextlib
import errno
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from factsheet.building import staging
from factsheet.building.manifest import NAME, Written, write_manifest
from factsheet.building.staging import Changes, Stage, repair
from factsheet.diagnostics import EnvironmentProblem


def stage(out: Path, files: dict[str, bytes]) -> Changes:
    with Stage(out) as stage:
        for path, data in files.items():
            stage.put(path, data)
        stage.put(NAME, write_manifest([Written(path, "", 0) for path in files], {}))
        return stage.commit()


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != NAME
    }


def exchange_is_missing(one: Path, other: Path) -> bool:
    """What `exchange` says on a system that has none."""
    del one, other
    return False


@pytest.fixture(params=["exchange", "two renames"])
def out(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "two renames":
        monkeypatch.setattr(staging, "exchange", exchange_is_missing)
    return tmp_path / "public"


def test_a_first_output_appears_whole(out: Path) -> None:
    assert stage(out, {"a.html": b"a", "groups/hts.html": b"hts"}) == Changes(2, 0, 0, 0)
    assert tree(out) == {"a.html": b"a", "groups/hts.html": b"hts"}
    assert [path.name for path in out.parent.iterdir()] == ["public"]


def test_unchanged_files_keep_inode_and_time(out: Path) -> None:
    stage(out, {"a": b"1", "b": b"1"})
    before = (out / "a").stat()
    assert stage(out, {"a": b"1", "b": b"2"}) == Changes(1, 1, 0, 0)
    after = (out / "a").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert tree(out) == {"a": b"1", "b": b"2"}


def test_nothing_is_staged_when_nothing_changed(out: Path) -> None:
    stage(out, {"a": b"1"})
    before = out.stat()
    assert stage(out, {"a": b"1"}) == Changes(0, 1, 0, 0)
    assert out.stat().st_ino == before.st_ino
    assert out.stat().st_ctime_ns == before.st_ctime_ns


def test_what_is_no_longer_made_goes(out: Path) -> None:
    stage(out, {"a": b"1", "groups/b": b"1"})
    assert stage(out, {"a": b"1"}) == Changes(0, 1, 1, 0)
    assert tree(out) == {"a": b"1"}
    assert not (out / "groups").exists()


def test_a_file_that_is_not_ours_stays(out: Path) -> None:
    stage(out, {"a": b"1"})
    (out / "CNAME").write_text("example.org")
    assert stage(out, {"a": b"2"}) == Changes(1, 0, 0, 1)
    assert tree(out) == {"CNAME": b"example.org", "a": b"2"}


def test_a_file_that_is_not_ours_is_never_overwritten_by_a_folder(out: Path) -> None:
    stage(out, {"a": b"1"})
    (out / "groups").write_text("mine")
    with pytest.raises(EnvironmentProblem, match="groups isn't ours and stands where the build writes"):
        stage(out, {"a": b"1", "groups/hts": b"hts"})
    assert tree(out) == {"a": b"1", "groups": b"mine"}


def test_an_error_before_commit_leaves_what_was_there(out: Path) -> None:
    stage(out, {"a": b"1"})
    with contextlib.suppress(RuntimeError), Stage(out) as new:
        new.put("a", b"2")
        raise RuntimeError
    assert tree(out) == {"a": b"1"}
    assert [path.name for path in out.parent.iterdir()] == ["public"]


def test_an_edited_output_is_made_good(out: Path) -> None:
    stage(out, {"a": b"1", "b": b"1"})
    (out / "a").write_bytes(b"tampered")
    assert stage(out, {"a": b"1", "b": b"1"}) == Changes(1, 1, 0, 0)
    assert tree(out) == {"a": b"1", "b": b"1"}


def test_a_link_in_place_of_an_output_is_replaced(out: Path, tmp_path: Path) -> None:
    stage(out, {"a": b"1", "b": b"1"})
    (tmp_path / "elsewhere").write_bytes(b"1")
    (out / "a").unlink()
    (out / "a").symlink_to(tmp_path / "elsewhere")
    stage(out, {"a": b"1", "b": b"1"})
    assert not (out / "a").is_symlink()


class KilledError(BaseException):
    """Stands for SIGKILL: nothing of the program's own clean-up may run."""


OLD = {"a": b"1", "groups/b": b"1", "groups/c": b"1"}
NEW = {"a": b"1", "groups/b": b"2", "events/d": b"1"}


def stage_until_killed(out: Path, patch: pytest.MonkeyPatch, kill_at: int) -> bool:
    """Stage `NEW` over what is there; the call number `kill_at` that changes the disk, and all after it, fail."""
    calls = 0

    def fault(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            nonlocal calls
            calls += 1
            if calls == kill_at:
                raise KilledError
            if calls > kill_at:
                raise OSError(errno.EIO, "dead processes do nothing")
            return real(*args, **kwargs)

        return call

    for name in ("link", "unlink", "rmdir", "mkdir", "rename", "replace", "open"):
        patch.setattr(os, name, fault(getattr(os, name)))
    for name in ("exchange", "flush"):
        patch.setattr(staging, name, fault(getattr(staging, name)))
    with contextlib.suppress(KilledError, OSError, EnvironmentProblem):
        stage(out, NEW)
    return calls >= kill_at


def test_killed_at_any_step_the_old_or_the_new_output_is_there(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loops over every fault point until a run gets through."""
    seen = []
    for kill_at in count(1):
        site = out.with_name(f"{kill_at}") / "public"
        stage(site, OLD)
        with monkeypatch.context() as patch:
            is_killed = stage_until_killed(site, patch, kill_at)
        repair(site)
        seen.append(tree(site))
        assert seen[-1] in (OLD, NEW)
        assert [path.name for path in site.parent.iterdir()] == ["public"]
        stage(site, NEW)
        assert tree(site) == NEW
        if not is_killed:
            break
    assert seen.count(OLD) > 5
    assert seen.count(NEW) > 5


def test_an_output_set_aside_between_two_renames_comes_back(tmp_path: Path) -> None:
    out = tmp_path / "public"
    stage(out, {"a": b"1"})
    out.rename(tmp_path / "public.old-0123abcd")
    (tmp_path / "public.stage-0123abcd").mkdir()
    repair(out)
    assert tree(out) == {"a": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_repair_leaves_alone_what_only_looks_like_ours(tmp_path: Path) -> None:
    for name in ("public.old", "public.old-mine", "public.stage-0123abcde", "private.stage-0123abcd"):
        (tmp_path / name).mkdir()
    repair(tmp_path / "public")
    assert len(list(tmp_path.iterdir())) == 4


def test_repair_leaves_the_stage_of_a_running_build(tmp_path: Path) -> None:
    out = tmp_path / "public"
    with Stage(out) as running:
        running.put("a", b"1")
        repair(out)
        assert len(list(tmp_path.glob("public.stage-*"))) == 1
        running.commit()
    assert tree(out) == {"a": b"1"}


def test_an_output_that_cannot_be_written_is_an_environment_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EnvironmentProblem, match=r"can't write the output .*/file/public: File exists"):
        stage(tmp_path / "file" / "public", {"a": b"1"})
