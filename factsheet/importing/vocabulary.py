"""Codes of PA-X and UCDP to words of our closed lists, as the vocabulary beside the schemas has them."""

import csv
from collections.abc import Mapping
from functools import cache
from typing import Literal

from factsheet.defaults import SCHEMAS

Dataset = Literal["pa-x", "ucdp"]


@cache
def read_codes(dataset: Dataset, name: str) -> Mapping[str, str]:
    """Return the words of the list `name` by the code that the dataset has for each."""
    with (SCHEMAS / "vocabulary.csv").open(encoding="utf-8", newline="") as file:
        return {row[dataset]: row["code"] for row in csv.DictReader(file) if row["list"] == name and row[dataset]}


@cache
def read_labels(name: str) -> Mapping[str, str]:
    """Return the English labels of the list `name` by word."""
    with (SCHEMAS / "vocabulary.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["en"] for row in csv.DictReader(file) if row["list"] == name}
