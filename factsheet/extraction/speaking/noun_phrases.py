"""Stage 7: the noun phrase that ends before a word, as one who speaks: `a spokesman for the army`, `locals near X`."""

from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.joining import is_name_word
from factsheet.extraction.reading.article import Article, Sentence
from factsheet.extraction.speaking.objects import LONGEST
from factsheet.extraction.speaking.say_words import BODY_WORDS, MONITOR_NOUNS, PERSON_WORDS, SAYING, can_speak
from factsheet.extraction.speaking.speakers import Phrase, Speakers

_BREAKS: Final = listed(
    "and but while when as that because after before since although though which who whom whose if where whereas "
    "with for to from in on at by near around outside inside"
)
LINKS: Final = listed("for in at from on with and to near around outside inside")
DAYS: Final = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday today")


def phrase_before(article: Article, sentence: Sentence, end: int, speakers: Speakers) -> Phrase | None:
    """Return the noun phrase that ends before a token, as one who speaks."""
    end = before_brackets(article, sentence, end)
    start = phrase_start(article, sentence, end)
    return speaker(article, speakers, start, end) if start < end else None


def before_brackets(article: Article, sentence: Sentence, end: int) -> int:
    """Return where a subject ends that brackets follow: `The Indonesian military (TNI) puts`."""
    if article.tokens[end - 1].text not in {")", "]"}:
        return end
    for position in range(end - 2, max(sentence.first, end - 10) - 1, -1):
        if article.tokens[position].text in {"(", "["}:
            return position
    return end


def phrase_start(article: Article, sentence: Sentence, end: int) -> int:
    """Return the first token of the noun phrase that ends before token `end`."""
    tokens = article.tokens
    start = end
    while start > sentence.first and end - start < LONGEST:
        token = tokens[start - 1]
        word = token.text.casefold()
        if token.text == "-" and article.text[token.end : token.end + 1] == " ":
            break
        if not (token.text[0].isalnum() or token.text in {"'s", "’s", "'", "’", "-", ".", "&"}):
            break
        if word in _BREAKS and not _links(article, sentence, start - 1, end):
            break
        if token.text == "." and not (start - 1 > sentence.first and len(tokens[start - 2].text) <= 4):  # noqa: PLR2004 - a small count, told by its line
            break
        start -= 1
    return start


def _links(article: Article, sentence: Sentence, position: int, end: int) -> bool:
    """Tell whether a small word stands inside one noun phrase: `a spokesman for the army`, `locals near X`."""
    tokens = article.tokens
    word = tokens[position].text.casefold()
    if word not in LINKS or position == sentence.first or position + 1 >= end:
        return False
    last = tokens[position - 1].text
    before = last.casefold()
    is_speaker = (
        before in MONITOR_NOUNS or before in PERSON_WORDS or before in BODY_WORDS or before in lexicon.words("roles")
    )
    if word == "and":
        following = [token.text.casefold() for token in tokens[position + 1 : min(position + 4, end)]]
        is_pair = is_speaker and any(each in MONITOR_NOUNS or each in lexicon.words("roles") for each in following)
        are_names = is_name_word(tokens[position - 1]) and is_name_word(tokens[position + 1])
        return is_pair or (are_names and position - 1 == sentence.first)
    if word == "with" or before in DAYS:
        return False
    named = is_name_word(tokens[position - 1]) and is_name_word(tokens[position + 1]) and word in {"for", "in", "on"}
    is_place = word not in {"for", "to", "on"} and is_name_word(tokens[position + 1])
    is_plural = last.isalpha() and last.endswith("s") and not last.endswith("ss") and last not in SAYING
    return is_speaker or named or (is_place and is_plural and is_name_word(tokens[end - 1]))


def speaker(article: Article, speakers: Speakers, start: int, end: int) -> Phrase | None:
    """Return the phrase of some tokens as one who speaks, or None where it can't."""
    span = (article.tokens[start].start, article.tokens[end - 1].end)
    phrase = speakers.resolve(*span)
    if phrase is None:
        return None
    if phrase.entity is None and not can_speak(phrase.text):
        return None
    if (
        phrase.entity is not None
        and phrase.entity.sort == "place"
        and phrase.text.split()[-1].casefold() not in MONITOR_NOUNS
        and phrase.text != phrase.entity.name
        and not any(can_speak(word) for word in phrase.text.casefold().split())
    ):
        return None
    return phrase
