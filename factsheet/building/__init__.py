"""From a publication to an output folder: check, plan, take from the cache, run, publish."""

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from factsheet import defaults
from factsheet.building.fingerprinting import fingerprint_publication
from factsheet.building.locking import only_build
from factsheet.building.publishing import Tell, check_target, publish, say_nothing
from factsheet.building.remembering import Memory, recall, remember
from factsheet.building.running import Runner
from factsheet.building.staging import Changes, repair
from factsheet.caching import Cache
from factsheet.diagnostics import Diagnostic, FactsheetError
from factsheet.encoding import digest
from factsheet.formats import FORMATS

__all__ = ["WORKSHOP", "Changes", "Options", "Report", "build"]

WORKSHOP = ".factsheet"
"""The folder of a publication that holds the cache and what is remembered; it may be deleted at any time."""

_INPUTS = ("content", "schemas", "templates", "fonts")


@dataclass(frozen=True, slots=True)
class Options:
    """How to build. No formats: those the site asks for.

    `on` and `epoch` (seconds since 1970) say which embargoes are over; `with_drafts` drafts are published too,
    and marked; `tell` hears how far the build is.
    """

    out: Path
    formats: tuple[str, ...] = ()
    jobs: int = 1
    is_clean: bool = False
    with_drafts: bool = False
    on: str = ""
    epoch: str = ""
    tell: Tell = say_nothing


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: no changes where errors forbade it; `is_current` where there was nothing to do."""

    changes: Changes | None
    diagnostics: tuple[Diagnostic, ...]
    warnings: int
    is_current: bool
    seconds: float


def build(root: Path, options: Options) -> Report:
    """Bring the output folder up to date with the publication in `root`, or leave it as it is where that has errors.

    Raises FactsheetError; then, too, the output is as it was.
    """
    begun = time.monotonic()
    out = options.out.resolve()
    check_target(out, root)
    with only_build(root / WORKSHOP):
        repair(out)
        report = _build(root, replace(options, out=out))
    return replace(report, seconds=time.monotonic() - begun)


def _build(root: Path, options: Options) -> Report:
    memory = root / WORKSHOP / f"build-{digest(str(options.out))[:16]}.json"
    last = Memory() if options.is_clean else recall(memory)
    fingerprint = _fingerprint(root, options)
    if last.holds(options.out, fingerprint):
        unchanged = Changes(0, len(last.entries) - 1, 0, 0)
        return Report(unchanged, (), last.warnings, is_current=True, seconds=0)

    from factsheet.building.assembling import assemble  # noqa: PLC0415 -- not needed where nothing changed
    from factsheet.building.checking import check_publication  # noqa: PLC0415 -- as above

    checked = check_publication(root, on=options.on, epoch=options.epoch, with_drafts=options.with_drafts)
    warnings = sum(diagnostic.severity == "warning" for diagnostic in checked.diagnostics)
    if checked.has_errors:
        return Report(None, checked.diagnostics, warnings, is_current=False, seconds=0)
    edition, context = assemble(checked, options.formats or _editions(checked.project.site.get("editions")))
    cache = Cache(root / WORKSHOP / "cache")
    if options.is_clean:
        cache.clear()
    with _bench(root / WORKSHOP / "work") as folder:
        runner = Runner(FORMATS, context, options.jobs, folder)
        changes, now = publish(edition, options.out, runner, cache, last=last, tell=options.tell)
    if _fingerprint(root, options) == fingerprint:  # else something was edited meanwhile, and nothing is certain
        now = replace(now, fingerprint=fingerprint)
    remember(memory, replace(now, warnings=warnings))
    cache.prune({entry.key for entry in now.entries.values()})
    return Report(changes, checked.diagnostics, warnings, is_current=False, seconds=0)


def _fingerprint(root: Path, options: Options) -> str:
    folders = [*(root / name for name in _INPUTS), defaults.SCHEMAS, defaults.TEMPLATES]
    drafts = ["drafts"] if options.with_drafts else []
    settings = [options.on, options.epoch, *drafts, "to", *options.formats]
    return fingerprint_publication(folders, options.formats or FORMATS, settings)


def _editions(editions: object) -> Sequence[str]:
    names = [str(name) for name in editions] if isinstance(editions, list) else list(FORMATS)
    unknown = [name for name in names if name not in FORMATS]
    if unknown:
        raise FactsheetError(f'there is no format "{unknown[0]}"; there are {", ".join(FORMATS)}')
    return names


@contextmanager
def _bench(folder: Path) -> Iterator[Path]:
    """Make an empty folder for what workers leave behind, and remove it in the end."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
