"""The words of the closed lists in each language, from the vocabulary beside the schemas."""

import csv
from collections.abc import Mapping
from functools import cache

from factsheet.defaults import SCHEMAS


def label_word(list_name: str, code: str, language: str) -> str:
    """Return the label of a code of a closed list; in English where the language has none, else the code itself."""
    labels = _read_vocabulary().get((list_name, code), {})
    return labels.get(language) or labels.get(language.partition("-")[0]) or labels.get("en") or code


@cache
def _read_vocabulary() -> Mapping[tuple[str, str], Mapping[str, str]]:
    with (SCHEMAS / "vocabulary.csv").open(encoding="utf-8", newline="") as file:
        return {(row["list"], row["code"]): row for row in csv.DictReader(file)}
