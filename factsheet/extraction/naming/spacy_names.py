"""The extra `extract`: an installed spaCy model says of undecided names whether they are groups, persons or places."""

from collections.abc import Mapping
from importlib import import_module
from typing import Final

from factsheet.diagnostics import EnvironmentProblem
from factsheet.extraction.naming.entities import Typist
from factsheet.extraction.reading.article import Span

_LABELS: Final = {
    "ORG": "group",
    "NORP": "",
    "PERSON": "person",
    "PER": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


def load_typist(model: str) -> Typist:
    """Return a typist of the model of a name or a folder. Nothing is ever downloaded; what is missing is said."""
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise EnvironmentProblem("spaCy is not installed; install factsheet[extract], or leave out --model") from error
    try:
        pipeline = spacy.load(model, exclude=["lemmatizer", "textcat"])
    except OSError as error:
        raise EnvironmentProblem(
            f"there is no spaCy model {model!r} on this machine; install one, or give its folder"
        ) from error

    def type_names(text: str, spans: tuple[Span, ...]) -> Mapping[Span, str]:
        found = {(entity.start_char, entity.end_char): _LABELS.get(entity.label_, "") for entity in pipeline(text).ents}
        said = {}
        for span in spans:
            sort = next(
                (sort for place, sort in found.items() if place[0] < span[1] and span[0] < place[1] and sort), ""
            )
            if sort:
                said[span] = sort
        return said

    return type_names
