"""Stage 7: the noun phrase after a word: whom `told` tells, whom `according to` names."""

from typing import Final

from factsheet.extraction.counting.numbers import TENS, UNITS
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.joining import is_name_word
from factsheet.extraction.reading.article import Article, Sentence
from factsheet.extraction.speaking.say_words import MONITOR_NOUNS, RECORDS
from factsheet.extraction.speaking.speakers import Phrase, Speakers

_PHRASE_STOPS: Final = listed(
    "said says who which that has have had is are was were will would while when as but after before during since "
    "on told with showing published released issued quoted cited citing posted "
    "based stationed reached speaking familiar in at and more between some about killed"
)
_HEARD_STOPS: Final = frozenset([",", ".", ";", ":", '"', "“", "”"]) | listed(
    "that it they he she there in on at by via its here late earlier after when from during as over while how why "
    "yesterday today Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
LONGEST: Final = 16
_LONGEST_NAME: Final = 60


def phrase_after(article: Article, sentence: Sentence, offset: int, speakers: Speakers) -> Phrase | None:
    """Return the noun phrase that begins at an offset, as the one who speaks."""
    first = article.token_at(offset)
    last = phrase_end(article, sentence, first)
    if last <= first:
        return None
    source = _issuer(article, sentence, first, last)
    if source:
        first, last = source
    span = (article.tokens[first].start, article.tokens[last - 1].end)
    found = speakers.resolve(*span)
    is_described = found is not None and (found.entity is None or found.entity.sort == "place")
    return _named_after(article, sentence, last, found, speakers) if found and is_described else found


def _named_after(article: Article, sentence: Sentence, last: int, found: Phrase, speakers: Speakers) -> Phrase:
    """Return the name set after a description: `the children's fund, UNICEF`."""
    if last + 1 >= sentence.last or article.tokens[last].text != ",":
        return found
    start = article.tokens[last + 1].start
    named = [(span, each) for span, each in speakers.within(start, start + _LONGEST_NAME) if span[0] == start]
    ends = [article.text[span[1] : span[1] + 1] for span, _ in named]
    if not named or named[0][1].sort == "place" or ends[0] not in {",", ".", ";", ""}:
        return found
    return Phrase(named[0][1].name, named[0][0], named[0][1])


def phrase_end(article: Article, sentence: Sentence, first: int) -> int:
    """Return the token after the noun phrase that begins at token `first`."""
    tokens = article.tokens
    last = first
    while last < sentence.last and last - first < LONGEST:
        token = tokens[last]
        word = token.text.casefold()
        if token.text[0] in ',;:()—–"“”!?' or (
            token.text == "." and not (last + 1 < sentence.last and len(tokens[last - 1].text) <= 4)  # noqa: PLR2004 - a small count, told by its line
        ):
            break
        if (
            last > first
            and word in _PHRASE_STOPS
            and not (word in {"in", "and", "at", "on"} and _names_on(article, sentence, last))
            and not (word == "and" and _joins_speakers(article, sentence, last))
        ):
            break
        if (
            last > first
            and tokens[last - 1].text.islower()
            and (token.text[0].isdigit() or word in UNITS or word in TENS)
        ):
            break
        last += 1
    return last


def _names_on(article: Article, sentence: Sentence, position: int) -> bool:
    tokens = article.tokens
    return (
        position + 1 < sentence.last
        and is_name_word(tokens[position - 1])
        and (is_name_word(tokens[position + 1]) or tokens[position + 1].text == "the")
    )


def _joins_speakers(article: Article, sentence: Sentence, position: int) -> bool:
    """Tell whether `and` parts two who speak together: `police and hospital officials`."""
    before = article.tokens[position - 1].text.casefold()
    following = article.tokens[position + 1 : min(position + 4, sentence.last)]
    return before in MONITOR_NOUNS and any(token.text.casefold() in MONITOR_NOUNS for token in following)


def _issuer(article: Article, sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Return who issued what is cited: `a report by Human Rights Watch` is theirs."""
    tokens = article.tokens
    words = [token.text.casefold() for token in tokens[first:last]]
    for size, word in enumerate(words):
        if (
            word in {"by", "from"}
            and size
            and words[size - 1]
            in RECORDS | {"given", "provided", "supplied", "compiled", "issued", "released", "published"}
            and size + 1 < len(words)
        ):
            return first + size + 1, last
    del sentence
    return None


def object_after(article: Article, sentence: Sentence, position: int, speakers: Speakers) -> Phrase | None:
    """Return whom `told` tells."""
    tokens = article.tokens
    last = position
    while last < sentence.last and last - position < 12:  # noqa: PLR2004 - a small count, told by its line
        word = tokens[last].text
        is_listed = word == "," and last + 1 < sentence.last and is_name_word(tokens[last + 1]) and last > position
        if (word in _HEARD_STOPS and not is_listed) or (
            last > position
            and word in {"the", "some", "around", "about", "more", "at"}
            and tokens[last - 1].text not in {"and", "the"}
        ):
            break
        last += 1
    if last <= position:
        return None
    return speakers_phrase(article, speakers, position, last)


def speakers_phrase(article: Article, speakers: Speakers, first: int, last: int) -> Phrase | None:
    """Return the phrase of some tokens."""
    return speakers.resolve(article.tokens[first].start, article.tokens[last - 1].end)
