"""Stage 7: the noun phrase that a say-verb has for its subject or object, and whom pronouns stand for."""

from typing import Final

from factsheet.extraction.article import Article, Sentence
from factsheet.extraction.joining import is_name_word
from factsheet.extraction.lexicon import listed
from factsheet.extraction.objects import LONGEST, MONITOR_NOUNS, phrase_after
from factsheet.extraction.speakers import BODY_WORDS, Phrase, Speakers

_PERSON_WORDS: Final = listed(
    "spokesman spokeswoman spokesperson official commander leader minister president envoy general colonel chief"
)
_SKIPPED: Final = listed(
    "has have had also later then reportedly earlier repeatedly recently since initially privately publicly "
    "separately again now still previously would will could can may did not was were been is are being"
)
_BREAKS: Final = listed(
    "and but while when as that because after before since although though which who whom whose if where whereas "
    "with for to from in on at by"
)
_DAYS: Final = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday today")
_LONGEST_APPOSITION: Final = 22


def subject_before(article: Article, sentence: Sentence, verb: int, speakers: Speakers) -> Phrase | None:
    """Return the subject of the say-verb at token `verb`: before it, over an apposition, or after it where turned."""
    tokens = article.tokens
    end = verb
    while end > sentence.first and (
        tokens[end - 1].text.casefold() in _SKIPPED
        or tokens[end - 1].text.endswith("ly")
        or _is_day_word(article, end - 1, verb)
    ):
        end -= 1
    end = _before_brackets(article, sentence, end)
    if end == sentence.first:
        return _turned(article, sentence, verb, speakers)
    last = tokens[end - 1].text
    if last in {'"', "”", "’", "'"} or (last == "," and _turns(article, sentence, verb, end)):
        return _turned(article, sentence, verb, speakers)
    if last == ",":
        comma = end
        before = _before_apposition(article, sentence, end)
        if before is None:
            return None
        end = before
        inside = [
            (span, each)
            for span, each in speakers.within(tokens[end].start, tokens[comma - 1].start)
            if each.sort == "person"
        ]
        if inside and not any(each.sort == "person" for _, each in speakers.within(sentence.start, tokens[end].start)):
            return Phrase(inside[0][1].name, inside[0][0], inside[0][1])
    start = _phrase_start(article, sentence, end)
    if start >= end:
        return _relative(article, sentence, end, speakers)
    return _speaker(article, speakers, start, end)


def _is_day_word(article: Article, position: int, verb: int) -> bool:
    """Tell whether a token only says when: `mediators on Saturday announced`."""
    word = article.tokens[position].text
    following = article.tokens[position + 1].text
    return word in _DAYS or (word == "on" and position + 1 < verb and following in _DAYS)


def _before_brackets(article: Article, sentence: Sentence, end: int) -> int:
    """Return where a subject ends that brackets follow: `The Indonesian military (TNI) puts`."""
    if article.tokens[end - 1].text not in {")", "]"}:
        return end
    for position in range(end - 2, max(sentence.first, end - 10) - 1, -1):
        if article.tokens[position].text in {"(", "["}:
            return position
    return end


def _turns(article: Article, sentence: Sentence, verb: int, end: int) -> bool:
    """Tell whether the subject follows its verb: `..., said the minister`."""
    following = article.tokens[verb + 1] if verb + 1 < sentence.last else None
    if following is None or following.text in {".", ",", "that", "on", "in", "it", "they", "there", "at", "by"}:
        return False
    before = [token.text for token in article.tokens[max(sentence.first, end - 4) : end - 1]]
    is_quote = bool(before) and before[-1] in {'"', "”", "’"}
    return (
        is_quote
        or (article.tokens[verb].text in {"said", "says"} and is_name_word(following) and end == verb)
        or (article.tokens[verb].text in {"said", "says"} and following.text in {"the", "a", "an"} and end == verb)
    )


def _turned(article: Article, sentence: Sentence, verb: int, speakers: Speakers) -> Phrase | None:
    if article.tokens[verb].text not in {
        "said",
        "says",
        "added",
        "warned",
        "reported",
        "claimed",
        "wrote",
        "stated",
        "declared",
        "insisted",
        "noted",
    }:
        return None
    return phrase_after(article, sentence, article.tokens[verb].end, speakers)


def _before_apposition(article: Article, sentence: Sentence, end: int) -> int | None:
    """Return where the subject ends before an apposition: `X, the head of Y, said`."""
    tokens = article.tokens
    for position in range(end - 2, max(sentence.first, end - _LONGEST_APPOSITION) - 1, -1):
        if tokens[position].text in {",", "—", "–"}:
            return position
        if tokens[position].text in {"”", '"', "“", ";", ":"}:
            return None
    return None


def _relative(article: Article, sentence: Sentence, end: int, speakers: Speakers) -> Phrase | None:
    """Return the subject of `X, who said`."""
    tokens = article.tokens
    if tokens[end - 1].text in {"who", "which"} and end - 1 > sentence.first:
        before = end - 2 if tokens[end - 2].text == "," else end - 1
        start = _phrase_start(article, sentence, before)
        if start < before:
            return _speaker(article, speakers, start, before)
    if tokens[end - 1].text in {"and", "but"}:
        return None
    return None


def _phrase_start(article: Article, sentence: Sentence, end: int) -> int:
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
    """Tell whether a small word stands inside one noun phrase: `a spokesman for the army`, `researchers at X`."""
    tokens = article.tokens
    word = tokens[position].text.casefold()
    if (
        word not in {"for", "in", "at", "from", "on", "with", "and", "to"}
        or position == sentence.first
        or position + 1 >= end
    ):
        return False
    before = tokens[position - 1].text.casefold()
    if word == "and" and before in MONITOR_NOUNS and tokens[position + 1].text.casefold() in MONITOR_NOUNS:
        return True
    if word == "and":
        return (
            is_name_word(tokens[position - 1]) and is_name_word(tokens[position + 1]) and position - 1 == sentence.first
        )
    nounly = (
        before in MONITOR_NOUNS
        or before in _PERSON_WORDS
        or before
        in {"mission", "office", "envoy", "coordinator", "representative", "adviser", "ambassador", "head", "hospital"}
    )
    named = is_name_word(tokens[position - 1]) and is_name_word(tokens[position + 1]) and word in {"for", "in", "on"}
    return (nounly or named) and word != "with"


def _speaker(article: Article, speakers: Speakers, start: int, end: int) -> Phrase | None:
    span = (article.tokens[start].start, article.tokens[end - 1].end)
    phrase = speakers.resolve(*span)
    if phrase is None:
        return None
    if phrase.entity is None and not _can_speak(phrase.text):
        return None
    if (
        phrase.entity is not None
        and phrase.entity.sort == "place"
        and phrase.text.split()[-1].casefold() not in MONITOR_NOUNS
        and phrase.text != phrase.entity.name
    ):
        words = phrase.text.casefold().split()
        if not any(_can_speak(word) for word in words):
            return None
    return phrase


def _can_speak(text: str) -> bool:
    """Tell whether a phrase without a name is of those who say things."""
    words = [word.casefold().strip(".,") for word in text.split()]
    return any(word in MONITOR_NOUNS or word in BODY_WORDS or word in _PERSON_WORDS for word in words) or (
        bool(words) and words[-1].endswith("s") and len(words) <= 3  # noqa: PLR2004 - a small count, told by its line
    )
