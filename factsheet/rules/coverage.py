"""What a publication holds, and how well it is sourced, reviewed and translated; and what site.yaml expects of that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factsheet.diagnostics import Diagnostic, Location, did_you_mean
from factsheet.model import Json, Object
from factsheet.rules.content import Content
from factsheet.rules.days import find_due
from factsheet.rules.findings import count, report
from factsheet.rules.hulls import is_before
from factsheet.rules.languages import find_untranslated
from factsheet.rules.sources import list_statements, needs_sources

_SITE = "content/site.yaml"
_SOURCED = "sourced"
_ALL = 100


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a publication holds: published records by kind, those held back, statements by where their sources stand.

    `untranslated` counts by language the published records whose name or summary lacks it, of `translatable` ones.
    `overdue` counts reviews due before `today`, of `reviewed` records; broken records could not be read.
    """

    records: Mapping[str, int]
    drafts: int
    embargoed: int
    broken: int
    own: int
    inherited: int
    unsourced: int
    today: str
    reviewed: int
    overdue: int
    translatable: int
    untranslated: Mapping[str, int]

    @property
    def statements(self) -> int:
        """Return how many statements there are."""
        return self.own + self.inherited + self.unsourced

    @property
    def sourced(self) -> int:
        """Return how many statements have a source, of their own or of their record."""
        return self.own + self.inherited

    def as_object(self) -> Object:
        """Return the coverage as JSON. Its keys are part of the report's format: none changes its meaning."""
        return {
            "records": dict(self.records),
            "held_back": {"draft": self.drafts, "embargoed": self.embargoed, "broken": self.broken},
            "statements": {
                "total": self.statements,
                "own_source": self.own,
                "source_of_record": self.inherited,
                "no_source": self.unsourced,
            },
            "reviews": {"today": self.today, "reviewed": self.reviewed, "overdue": self.overdue},
            "translations": {"translatable": self.translatable, "missing": dict(self.untranslated)},
        }


def measure(content: Content) -> Coverage:
    """Return the coverage of the content."""
    published = [record for record in content.records if record.is_published and "withdrawn" not in record.data]
    held = [record for record in content.records if not record.is_published]
    kinds = [record.kind for record in published]
    sourced, inherited, bare = _count_statements(content)
    due = [find_due(content, record) for record in published if "reviewed" in record.data]
    missing = dict.fromkeys(content.desk.languages, 0)
    for record in published:
        for tag in {tag for tags in find_untranslated(content, record).values() for tag in tags}:
            missing[tag] += 1
    drafts = sum("draft" in record.data for record in held)
    return Coverage(
        records={kind: kinds.count(kind) for kind in content.schemas.kinds if kind in kinds},
        drafts=drafts,
        embargoed=len(held) - drafts,
        broken=len(content.broken),
        own=sourced,
        inherited=inherited,
        unsourced=bare,
        today=content.today,
        reviewed=len(due),
        overdue=sum(bool(day and content.today) and is_before(day, content.today) for day in due),
        translatable=sum(record.kind != "source" for record in published),
        untranslated=missing,
    )


def check_unexpected_count(content: Content) -> Iterator[Diagnostic]:
    """The publication holds as many records of each kind as `expect` in site.yaml says, and as many sourced statements.

    A folder that was lost in a merge breaks no other rule. `sourced: 100` demands that every statement has a source,
    its own or its record's. Published records are counted; as long as some can't be read, nothing is said.

    Good:

        # site.yaml
        expect: {group: at least 1, dossier: 0, sourced: 100}
        # groups/red-hill.yaml
        founded: 2011

    Bad:

        # site.yaml
        expect: {group: at least 50}
    """
    expect = content.site.get("expect")
    if not isinstance(expect, dict):
        return
    kinds = content.schemas.kinds
    for name, wanted in expect.items():
        if name == _SOURCED:
            yield from _check_sourced(content, wanted)
        elif name not in kinds:
            hint = did_you_mean(name, [*kinds, _SOURCED])
            yield report("unexpected-count", _locate(content, name), f'there is no kind "{name}" to count', hint=hint)
        elif not content.broken and isinstance(wanted, dict):
            number = sum(
                record.kind == name and record.is_published and "withdrawn" not in record.data
                for record in content.records
            )
            if not _fits(number, wanted):
                text = str(wanted.get("text"))
                held = f"there {_are(str(number))} {number:,}"
                message = f"{text} of the kind {name} {_are(text)} expected, and {held}"
                hint = f"look whether some are missing from content/{kinds[name].folder}, or change the number"
                yield report("unexpected-count", _locate(content, name), message, hint=hint)


def _check_sourced(content: Content, wanted: Json) -> Iterator[Diagnostic]:
    own, inherited, bare = _count_statements(content)
    total = own + inherited + bare
    if isinstance(wanted, int) and (own + inherited) * _ALL < wanted * total:
        message = f"{own + inherited:,} of {count(total, 'statement')} have a source; {wanted} of 100 are expected"
        yield report("unexpected-count", _locate(content, _SOURCED), message)


def _count_statements(content: Content) -> tuple[int, int, int]:
    """Return how many statements of published records have a source of their own, that of their record, and none.

    A claim is itself a statement.
    """
    own = inherited = bare = 0
    for record in content.records:
        if not needs_sources(record) or not record.is_published or "withdrawn" in record.data:
            continue
        is_cited = "cite" in record.data
        statements = list_statements(record, content.desk.shape(record.kind))
        cited = sum("cite" in statement for _, statement in statements)
        if record.kind == "claim":
            cited, statements = cited + is_cited, [*statements, ((), record.data)]
        own += cited
        inherited += len(statements) - cited if is_cited else 0
        bare += 0 if is_cited else len(statements) - cited
    return own, inherited, bare


def _fits(number: int, wanted: Object) -> bool:
    low, high = wanted.get("low"), wanted.get("high")
    is_enough = not isinstance(low, int | float) or low <= number
    return is_enough and (not isinstance(high, int | float) or number <= high)


def _are(number: str) -> str:
    return "is" if number == "1" else "are"


def _locate(content: Content, name: str) -> Location:
    if content.settings is None:
        return Location(_SITE, pointer=("expect", name))
    return content.settings.locate(("expect", name))
