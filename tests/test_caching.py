import os
from pathlib import Path

import pytest

from factsheet.caching import Cache

ONE = "1" * 64
TWO = "2" * 64
THREE = "3" * 64


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_what_is_put_in_comes_back(cache: Cache) -> None:
    cache.put(ONE, b"one")
    cache.put(TWO, b"")
    assert cache.get(ONE) == b"one"
    assert cache.get(TWO) == b""
    assert cache.get(THREE) is None


@pytest.mark.parametrize("damaged", [b"", b"short", b"\0" * 40, b"one"])
def test_a_damaged_entry_is_a_miss_and_goes(cache: Cache, damaged: bytes) -> None:
    cache.put(ONE, b"one")
    (entry,) = cache.folder.glob("*/*")
    entry.write_bytes(damaged)
    assert cache.get(ONE) is None
    assert not entry.exists()


def test_one_flipped_bit_is_a_miss(cache: Cache) -> None:
    cache.put(ONE, b"one")
    (entry,) = cache.folder.glob("*/*")
    entry.write_bytes(entry.read_bytes()[:-1] + b"d")
    assert cache.get(ONE) is None


def test_an_entry_is_no_pickle(cache: Cache) -> None:
    cache.put(ONE, b"one")
    (entry,) = cache.folder.glob("*/*")
    assert (
        entry.read_bytes() == bytes.fromhex("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed") + b"one"
    )


def test_pruning_removes_what_was_used_longest_ago(cache: Cache) -> None:
    for age, key in ((3, ONE), (2, TWO), (1, THREE)):
        cache.put(key, b"x" * 68)
        os.utime(cache.folder / key[:2] / key, (1_000_000 - age, 1_000_000 - age))
    cache.get(ONE)
    cache.prune(set(), max_bytes=200)
    assert [cache.get(key) is not None for key in (ONE, TWO, THREE)] == [True, False, True]


def test_pruning_keeps_what_this_build_used(cache: Cache) -> None:
    cache.put(ONE, b"x" * 1000)
    cache.put(TWO, b"x" * 1000)
    cache.prune({ONE}, max_bytes=10)
    assert cache.get(ONE) is not None
    assert cache.get(TWO) is None


def test_pruning_sweeps_the_halves_of_a_killed_build(cache: Cache) -> None:
    cache.put(ONE, b"one")
    old, new = (cache.folder / "11" / f"{ONE}.{name}.part" for name in ("0000", "ffff"))
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (0, 0))
    cache.prune({ONE})
    assert not old.exists()
    assert new.exists()


def test_a_folder_that_cannot_be_made_is_only_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put(ONE, b"one")
    assert cache.get(ONE) is None
    cache.prune({ONE})
