"""When something was said: the date that stands beside a verb of saying, and is no date of what is told."""

import re
from collections.abc import Sequence
from typing import Final

from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.reading.article import Article, Sentence

SAID: Final = re.compile(
    r"\b(?:said|says|told|tells|reported|reports|announced|added|confirmed|stated|claimed|wrote|tweeted|warned|alleged|insisted|denied|estimated|acknowledged|noted|quoted|briefed|according\s+to\s+[^,;.]{1,60}?)\b(?!\s+(?:responsibility|victory))"
)
_AFTER: Final = re.compile(
    r"(?:\s+(?:VOA|reporters|journalists|lawmakers|parliament|(?:[A-Z][\w-]*\s?){1,4}(?:news\s+agency)?|the\s+(?:[A-Z][\w-]*\s?){1,3}|the\s+\w+(?:\s\w+)?))?"
    r"(?:\s+(?:in|at|during|through|via|by)\s+(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+){0,2}(?:statement|briefing|interview|speech|post|tweet|message|report|address|video|telephone|phone|conference|communiqu[eé]|telegram|letter|release|meeting)(?:\s+(?:in|from|to)\s+[A-Z]\w+)?)?"
    r"(?:\s+(?:issued|released|published|posted|aired|broadcast))?(?:\s+(?:late|early|earlier|on|in|here))*\s+",
)
_LEADING: Final = re.compile(r"[\s“\"]*(?:(?:on|in|late|early|earlier)\s+)*", re.IGNORECASE)


def find_said(article: Article, sentence: Sentence, dates: Sequence[DateMention]) -> list[DateMention]:
    """Return those of a sentence's dates that tell when something was said."""
    text = article.text
    verbs = [verb for verb in SAID.finditer(text, sentence.start, sentence.end) if not article.is_quoted(verb.start())]
    found = []
    for date in dates:
        for number, verb in enumerate(verbs):
            lead = _LEADING.match(text, sentence.start)
            is_first = number == 0 and lead is not None and date.start == lead.end() and date.end <= verb.start()
            if (
                (verb.end() <= date.start and _AFTER.fullmatch(text, verb.end(), date.start))
                or (date.end <= verb.start() and not text[date.end : verb.start()].strip())
                or (is_first and _is_bare(text[date.end : verb.start()]))
            ):
                found.append(date)
                break
    return found


def _is_bare(between: str) -> bool:
    """Tell whether only the one who speaks is named between a leading date and the verb."""
    return not re.search(r"\b(?:after|when|as|while|before|\w+ed|who|which|because)\b", between) and len(between) < 120  # noqa: PLR2004 - a subject with its title
