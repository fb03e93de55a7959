"""What stands on a language model's word alone: how its evidence is marked, and that it is never of high confidence."""

from collections.abc import Iterable, Sequence
from typing import Final

from factsheet.extraction.drafting.proposals import Proposal
from factsheet.model import Json

REASON: Final = "named by a model, words found in the text"
_MARK: Final = "model:"
_HEADS: Final = frozenset({"/name", "/figures/0/value"})
"""The values that a record is about: where a model alone gave one, it gave the record."""


def mark(provider: str, rule: str = "") -> str:
    """Return the rule of evidence that a provider pointed at: `model:NAME`, and by which rule we read it."""
    return f"{_MARK}{provider}, {rule}" if rule else f"{_MARK}{provider}"


def is_marked(rule: str) -> bool:
    """Tell whether a rule says that a value is there because a model pointed at it."""
    return rule.startswith(_MARK)


def soften(proposals: Sequence[Proposal]) -> None:
    """Give proposals that stand on a model's word, or speak of one that does, no more than medium confidence."""
    named = {each.id for each in proposals if any(line.at in _HEADS and is_marked(line.rule) for line in each.evidence)}
    for each in proposals:
        is_pointed = any(is_marked(line.rule) for line in each.evidence)
        if each.id in named or is_pointed or named.intersection(_words(each.record)):
            each.confidence = "medium" if each.confidence == "high" else each.confidence
            each.why = REASON if each.id in named else f"{each.why}; in part {REASON}"


def _words(value: Json) -> Iterable[str]:
    """Yield the strings of a record, ids among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _words(each)
