"""What a schema can't say: rules over the whole content. A rule's docstring is its page."""

from factsheet.rules.content import Content
from factsheet.rules.coverage import Coverage, measure
from factsheet.rules.registry import RULES, check_content
from factsheet.rules.rule import Rule

__all__ = ["RULES", "Content", "Coverage", "Rule", "check_content", "measure"]
