"""Stage 7: the noun phrase that a say-verb has for its subject: before it, over an apposition, or after it."""

import re
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.joining import is_name_word
from factsheet.extraction.reading.article import Article, Sentence
from factsheet.extraction.speaking.noun_phrases import (
    DAYS,
    LINKS,
    before_brackets,
    phrase_before,
    phrase_start,
    speaker,
)
from factsheet.extraction.speaking.objects import LONGEST, phrase_after, phrase_end
from factsheet.extraction.speaking.say_words import MONITOR_NOUNS, RELAYED, SAYING, TURNING, can_speak
from factsheet.extraction.speaking.speakers import Phrase, Speakers

_SKIPPED: Final = listed(
    "has have had also later then reportedly earlier repeatedly recently since initially privately publicly "
    "separately again now still previously would will could can may did not was were been is are being meanwhile "
    "however too instead nonetheless nevertheless therefore thus jointly today yesterday afterwards both all"
)
_SKIPPED_PAIRS: Final = frozenset(
    {("at", "first"), ("in", "turn"), ("at", "least"), ("so", "far"), ("on", "air"), ("able", "to")}
)
_PLAINLY_TURNED: Final = listed("said says claims claimed reports reported warns warned adds added insists insisted")
_AUXILIARIES: Final = listed("had has have was were is are will would could can may might must did does do")
_OPENERS: Final = listed(
    "in on at after before during since with meanwhile however earlier later separately according despite amid "
    "following while when as if by from for until between under over among against"
)
_REDUCED: Final = listed(
    "close familiar speaking reached posted stationed based present involved briefed in at near for with on who aware "
    "loyal working"
)
_INNER_MARKS: Final = frozenset("-'’&")
_QUOTES: Final = frozenset(['"', "”", "’", "'"])
_LONGEST_APPOSITION: Final = 22
_LONGEST_RELATIVE: Final = 14


def subject_before(article: Article, sentence: Sentence, verb: int, speakers: Speakers) -> Phrase | None:
    """Return the subject of the say-verb at token `verb`: before it, over an apposition, or after it where turned."""
    end = before_brackets(article, sentence, _before_adverbs(article, sentence, verb))
    if end == sentence.first:
        return _turned(article, sentence, verb, speakers)
    last = article.tokens[end - 1].text
    if last in _QUOTES or (last == "," and _turns(article, sentence, verb, end)):
        return _turned(article, sentence, verb, speakers)
    if last == ",":
        return _over_apposition(article, sentence, end, speakers)
    if last in {"and", "but"}:
        return leading_subject(article, sentence, end - 1, speakers)
    return _before_verb(article, sentence, end, speakers)


def _before_verb(article: Article, sentence: Sentence, end: int, speakers: Speakers) -> Phrase | None:
    """Return the subject that ends before a token, over what stands inside it: `a statement relayed by X`."""
    start = phrase_start(article, sentence, end)
    if start - 1 > sentence.first and article.tokens[start - 1].text == "by":
        relayed = article.tokens[start - 2].text in RELAYED
        found = phrase_before(article, sentence, start - 2, speakers) if relayed else None
        if found:
            return found
    before = article.tokens[start - 1].text if start > sentence.first else ""
    if before in LINKS:
        wider = _over_relative(article, sentence, end, speakers)
        if wider:
            return wider
    found = speaker(article, speakers, start, end) if start < end else None
    if found and found.entity is not None and found.entity.sort == "place" and before in LINKS:
        found = None
    return found or _over_relative(article, sentence, end, speakers)


def _before_adverbs(article: Article, sentence: Sentence, verb: int) -> int:
    tokens, end = article.tokens, verb
    while end > sentence.first:
        word = tokens[end - 1].text
        pair = (tokens[end - 2].text.casefold(), word.casefold()) if end - 2 >= sentence.first else ("", "")
        if pair in _SKIPPED_PAIRS:
            end -= 2
        elif (
            word.casefold() in _SKIPPED
            or (word.endswith("ly") and word.islower())
            or _is_day_word(article, end - 1, verb)
        ):
            end -= 1
        else:
            break
    return end


def _is_day_word(article: Article, position: int, verb: int) -> bool:
    """Tell whether a token only says when: `mediators on Saturday announced`."""
    word, following = article.tokens[position].text, article.tokens[position + 1].text
    return word in DAYS or (word == "on" and position + 1 < verb and following in DAYS)


def _turns(article: Article, sentence: Sentence, verb: int, end: int) -> bool:
    """Tell whether the subject follows its verb: `..., said the minister`."""
    following = article.tokens[verb + 1] if verb + 1 < sentence.last else None
    if following is None or following.text in {".", ",", "that", "on", "in", "it", "they", "there", "at", "by"}:
        return False
    if following.text in DAYS:
        return False
    before = [token.text for token in article.tokens[max(sentence.first, end - 4) : end - 1]]
    if bool(before) and before[-1] in _QUOTES:
        return True
    if article.tokens[verb].text not in _PLAINLY_TURNED or end != verb:
        return False
    is_noun = (
        following.text in {"the", "a", "an"} or is_name_word(following) or _names_role(article, sentence, verb + 1)
    )
    return is_noun and not _is_clause(article, sentence, verb + 1)


def _names_role(article: Article, sentence: Sentence, first: int) -> bool:
    """Tell whether a noun phrase without an article begins with those who speak: `said deputy police chief X`."""
    words = [token.text.casefold() for token in article.tokens[first : min(first + 5, sentence.last)]]
    end = next((at for at, word in enumerate(words) if not word[0].isalnum() or word in LINKS), len(words))
    return any(word in MONITOR_NOUNS or word in lexicon.words("roles") for word in words[:end])


def _is_clause(article: Article, sentence: Sentence, first: int) -> bool:
    """Tell whether a verb follows the noun phrase at a token, so that this is what was said, not who said it."""
    last = phrase_end(article, sentence, first)
    following = article.tokens[last].text.casefold() if last < sentence.last else "."
    inside = [token.text.casefold() for token in article.tokens[first:last]]
    return (
        following in _AUXILIARIES
        or any(word in _AUXILIARIES for word in inside)
        or (following.endswith("ed") and following not in _REDUCED)
    )


def _turned(article: Article, sentence: Sentence, verb: int, speakers: Speakers) -> Phrase | None:
    if article.tokens[verb].text not in TURNING or verb + 1 >= sentence.last:
        return None
    found = phrase_after(article, sentence, article.tokens[verb].end, speakers)
    if found is None or (found.entity is None and not can_speak(found.text)):
        return None
    if found.entity is None or found.entity.sort != "person":
        position = phrase_end(article, sentence, verb + 1)
        if position + 1 < sentence.last and article.tokens[position].text == ",":
            named = speakers.within(article.tokens[position].end, article.tokens[position + 1].end + 60)
            if named and named[0][1].sort == "person" and named[0][0][0] == article.tokens[position + 1].start:
                return Phrase(named[0][1].name, named[0][0], named[0][1])
    return found


def _over_apposition(article: Article, sentence: Sentence, end: int, speakers: Speakers) -> Phrase | None:
    """Return the subject of `X, the head of Y, said` and of `the head of Y, X, said`."""
    tokens, comma = article.tokens, end - 1
    opening = next(
        (
            position
            for position in range(comma - 1, max(sentence.first, comma - _LONGEST_APPOSITION), -1)
            if tokens[position].text in {",", "—", "–"} or tokens[position].text in {"”", '"', "“", ";", ":"}
        ),
        None,
    )
    if opening is None or tokens[opening].text not in {",", "—", "–"}:
        return None
    inside = speakers.within(tokens[opening].end, tokens[comma].start)
    head = phrase_before(article, sentence, opening, speakers)
    if head is None and tokens[opening - 1].text.isdigit() and tokens[opening - 2].text == ",":
        head = phrase_before(article, sentence, opening - 2, speakers)
    if head is not None and head.entity is not None and head.entity.sort == "person":
        return head
    people = [(span, each) for span, each in inside if each.sort == "person"]
    led = article.text[tokens[opening].end : people[0][0][0]].split() if people else []
    if people and all(word[0].isupper() or word.casefold() in lexicon.words("roles") for word in led):
        return Phrase(people[0][1].name, people[0][0], people[0][1])
    told = tokens[opening + 1].text.casefold() if opening + 1 < comma else ""
    first = tokens[opening + 1 + (told == "the")].start if opening + 1 + (told == "the") < comma else 0
    groups = [(span, each) for span, each in inside if each.sort == "group" and span[0] == first]
    is_named = head is not None and head.entity is not None and head.text == head.entity.name
    if groups and not is_named and head is not None:
        return Phrase(groups[0][1].name, groups[0][0], groups[0][1])
    if head is None and people:
        return Phrase(people[0][1].name, people[0][0], people[0][1])
    return head or _over_relative(article, sentence, comma, speakers)


def _over_relative(article: Article, sentence: Sentence, end: int, speakers: Speakers) -> Phrase | None:
    """Return the subject of `X, who said` and of `an official who asked not to be named said`."""
    tokens = article.tokens
    for position in range(end - 1, max(sentence.first - 1, end - _LONGEST_RELATIVE), -1):
        word = tokens[position].text
        if word in {"who", "which"}:
            return phrase_before(article, sentence, position - (tokens[position - 1].text == ","), speakers)
        if not word[0].isalnum():
            return None
        following = tokens[position + 1].text if position + 1 < end else ""
        low = word.casefold()
        is_noun = low in MONITOR_NOUNS or low in lexicon.words("roles") or low == "people"
        if is_noun and (following in _REDUCED or re.search(r"[^e]ed$", following)):
            return phrase_before(article, sentence, position + 1, speakers)
    return None


def _is_finite(word: str) -> bool:
    is_verb = word in SAYING or word in _AUXILIARIES or bool(re.search(r"[^e]ed$|n['’]t$", word))
    return word.islower() and is_verb


def leading_subject(article: Article, sentence: Sentence, position: int, speakers: Speakers) -> Phrase | None:
    """Return the subject of the clause before a token: who `attacked the town and said`, who `fled, saying`."""
    tokens = article.tokens
    first = next(
        (at + 1 for at in range(position - 1, sentence.first - 1, -1) if tokens[at].text in {";", ":", "“", '"', "—"}),
        sentence.first,
    )
    while first < position:
        end = first
        while end < min(position, first + LONGEST) and not (end > first and _is_finite(tokens[end].text)):
            if not tokens[end].text[0].isalnum() and tokens[end].text[0] not in _INNER_MARKS:
                break
            end += 1
        if tokens[first].text.casefold() not in _OPENERS and end > first:
            found = speaker(article, speakers, first, end)
            if found:
                return found
        while end < position and tokens[end].text != ",":
            end += 1
        first = end + 1
    return None
