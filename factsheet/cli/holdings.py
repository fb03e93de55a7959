"""What a publication holds, in a few lines at the end of `factsheet check`."""

from typing import TYPE_CHECKING

from factsheet.cli.reporting import count

if TYPE_CHECKING:
    from factsheet.rules import Coverage


def tell_coverage(coverage: "Coverage") -> str:
    """Return the lines that tell how many records there are, and how well sourced, reviewed and translated."""
    lines = [
        _line("Records", _tell_records(coverage)),
        _line("Statements", _tell_statements(coverage)),
        _line("Reviews", _tell_reviews(coverage)),
        _line("Translations", _tell_translations(coverage)),
    ]
    return "".join(line for line in lines if line)


def _line(title: str, words: str) -> str:
    return f"{title:<14}{words}\n" if words else ""


def _tell_records(coverage: "Coverage") -> str:
    kinds = ", ".join(count(number, kind) for kind, number in coverage.records.items())
    held = {"draft": coverage.drafts, "embargoed": coverage.embargoed, "broken": coverage.broken}
    back = ", ".join(f"{number:,} {name}" for name, number in held.items() if number)
    total = f"{sum(coverage.records.values()):,} published"
    return total + (f" ({kinds})" if kinds else "") + (f"; held back: {back}" if back else "")


def _tell_statements(coverage: "Coverage") -> str:
    if not coverage.statements:
        return ""
    share = 100 * coverage.sourced // coverage.statements
    parts = [f"{coverage.own:,} by their own source", f"{coverage.inherited:,} by their record's"]
    bare = [f"{coverage.unsourced:,} without"] if coverage.unsourced else []
    return f"{coverage.statements:,}, {share} % sourced: {', '.join([*parts, *bare])}"


def _tell_reviews(coverage: "Coverage") -> str:
    if not coverage.reviewed:
        return ""
    return f"{count(coverage.reviewed, 'record')} reviewed, {coverage.overdue:,} overdue on {coverage.today}"


def _tell_translations(coverage: "Coverage") -> str:
    missing = [f"{tag} {number:,}" for tag, number in coverage.untranslated.items() if number]
    if len(coverage.untranslated) == 1:
        return ""
    return f"{', '.join(missing) or 'none'} missing of {count(coverage.translatable, 'record')}"
