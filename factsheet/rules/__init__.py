"""What a schema can't say: rules over the whole content. A rule's docstring is its page."""

from collections.abc import Mapping
from typing import Final

from factsheet.diagnostics import Diagnostic, sort_diagnostics
from factsheet.rules.content import Content, Rule
from factsheet.rules.languages import unknown_language
from factsheet.rules.pictures import missing_image
from factsheet.rules.references import dangling_reference, reference_to_unpublished
from factsheet.rules.sources import statement_without_source

__all__ = ["RULES", "Content", "Rule", "check_content"]

RULES: Final[Mapping[str, Rule]] = {
    "dangling-reference": dangling_reference,
    "reference-to-unpublished": reference_to_unpublished,
    "statement-without-source": statement_without_source,
    "unknown-language": unknown_language,
    "missing-image": missing_image,
}


def check_content(content: Content) -> tuple[Diagnostic, ...]:
    """Return what every rule has against the content, by place."""
    return sort_diagnostics([found for rule in RULES.values() for found in rule(content)])
