"""Stage 4: names whose ends are told from outside: by the acronym in brackets beside them, or by a list."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.joining import is_name_word
from factsheet.extraction.reading.article import Article, Sentence, Token

SMALL: Final = listed("of for in and the to on de la des du et y del al with against")
_BRACKET: Final = re.compile(
    r"[(\[]\s*(?:or\s+|the\s+)?[\"“‘']?(?P<short>[A-Z][A-Za-z.&/‑-]{1,13}?)[\"”’']?\s*(?=[),;\]])"
)
_LONGEST: Final = 18
_LEAST_SHARED: Final = 0.5
_MORE_SHARED: Final = 0.7
_MARKS: Final = frozenset({"(", ")", '"', "“", "”", ";", ":", ".", "!", "?", "—", "[", "]"})

Fixed = dict[int, int]
"""The number of the first token of each fixed name, and of the one after its last."""


def find_fixed(article: Article) -> Fixed:
    """Return the names of the text that an acronym beside them or the lists mark from end to end."""
    fixed: Fixed = {}
    for first, last in [
        *_bracketed(article),
        *_nicknamed(article),
        *_listed_names(article),
        *_with_lists(article),
    ]:
        if not any(first < end and start < last for start, end in _near(fixed, first, last)):
            fixed[first] = last
    return fixed


_NICKNAMED: Final = re.compile(
    r"(?<![\w.])[A-ZÀ-Þ][\w'’-]*[a-zà-þ](?:\s[A-ZÀ-Þ][\w'’-]*){0,2}\s[\"“][A-ZÀ-Þ]\w+(?:\s[A-ZÀ-Þ]\w+)?[\"”](?:\s[A-ZÀ-Þ][\w'’-]*[a-zà-þ]){1,2}"
)


def _nicknamed(article: Article) -> Iterator[tuple[int, int]]:
    """Yield persons with a nickname in quotation marks amid their name."""
    for match in _NICKNAMED.finditer(article.text):
        yield article.token_at(match.start()), article.token_at(match.end() - 1) + 1


_CAPITAL: Final = r"[A-ZÀ-Þ][\w-]*[a-zà-þ]"
_WITH_LIST: Final = re.compile(
    rf"(?:\b[Tt]he|['’]s|,|\bof)\s(?P<body>(?:{_CAPITAL}\s){{0,3}}?(?:Commission|Committee|Ministry|Department|Bureau|Directorate|"
    rf"Secretariat|(?:Liberation|National|Resistance)\s(?:Army|Movement|Front))\s(?:of|on|for)\s(?:the\s)?"
    rf"{_CAPITAL}(?:\s(?:of\s)?{_CAPITAL})*,\s(?:{_CAPITAL}(?:\s{_CAPITAL})?,\s)*{_CAPITAL}(?:\s{_CAPITAL})?,?\sand\s{_CAPITAL}(?:\s{_CAPITAL})?)"
)


def _with_lists(article: Article) -> Iterator[tuple[int, int]]:
    """Yield bodies that are of several lands, or for several aims: `Commission on Prisoners, Hostages and Refugees`."""
    for match in _WITH_LIST.finditer(article.text):
        first, last = article.token_at(match.start("body")), article.token_at(match.end("body") - 1) + 1
        words = [token.text for token in article.tokens[first:last]]
        comma = words.index(",")
        others = [word for word in words[comma:] if word[0].isupper()]
        lists = (lexicon.words("first_names"), lexicon.words("heads"), lexicon.country_names(), lexicon.organisations())
        if not any(word in names and word not in lexicon.words("acts") for word in others for names in lists):
            yield first, last


def _near(fixed: Fixed, first: int, last: int) -> list[tuple[int, int]]:
    return [(start, fixed[start]) for start in range(first - _LONGEST, last) if start in fixed]


def letters_of(short: str) -> str:
    """Return the letters of an acronym in capitals; small ones inside (`LeT`) are left out."""
    return "".join(letter for letter in short if letter.isupper())


def _bracketed(article: Article) -> Iterator[tuple[int, int]]:
    for match in _BRACKET.finditer(article.text):
        short = match.group("short")
        opening = article.token_at(match.start())
        sentence = article.sentences[article.sentence_at(match.start())]
        if len(letters_of(short)) > 1 and short not in lexicon.words("not_names") and opening > sentence.first:
            found = _before(article, sentence, opening, short)
            if found:
                yield found
    for match in re.finditer(r"\b(?P<short>[A-Z]{2,10})\s*\((?P<long>[A-Z][^()]{6,110})\)", article.text):
        inner = _inside(article, match)
        if inner:
            yield inner


def _inside(article: Article, match: re.Match[str]) -> tuple[int, int] | None:
    """Return the long form in the brackets after an acronym."""
    first, last = article.token_at(match.start("long")), article.token_at(match.end("long") - 1) + 1
    if article.tokens[first].text == "The":
        first += 1
    stop = next((n for n in range(first, last) if article.tokens[n].text in {",", ";"}), last)
    for end in (last, stop):
        if fits(article.tokens[first:end], match.group("short")):
            return first, end
    return None


def _before(article: Article, sentence: Sentence, opening: int, short: str) -> tuple[int, int] | None:
    """Return the long form that ends before a bracket: letter for letter, or by its head and half of its letters."""
    tokens = article.tokens
    end = opening - 1 if tokens[opening - 1].text in {"'s", "’s", "'", "’"} else opening
    starts = []
    number = end - 1
    while number >= max(sentence.first, end - _LONGEST):
        text = tokens[number].text
        if text in _MARKS or not (is_name_word(tokens[number]) or text.casefold() in SMALL or text in _INNER):
            break
        if is_name_word(tokens[number]) or text == "the":
            starts.append(number)
        number -= 1
    for start in starts:
        is_worded = tokens[start].text.casefold() != "the" or short[0] == "T"
        is_cut = start > sentence.first and "-" in tokens[start].text and is_name_word(tokens[start - 1])
        if is_worded and not is_cut and fits(tokens[start:end], short) and _is_no_person(tokens[start:end]):
            return _widen(article, sentence, start), end
    return _by_head(tokens, [start for start in starts if tokens[start].text != "the"], end, short)


def _branch(words: tuple[str, ...], article: Article, last: int) -> int:
    """Return how many words name the branch of a body that has an `of` or `in` of its own: ... in West Africa."""
    if words[:2] != ("Islamic", "State") or [token.text for token in article.tokens[last : last + 1]] != ["in"]:
        return 0
    for size in (2, 1):
        if " ".join(token.text for token in article.tokens[last + 1 : last + 1 + size]) in lexicon.places():
            return size + 1
    return 0


def _stands_apart(word: str) -> bool:
    """Tell whether a capital word before a name is none of its own: a people, a place, a title, another body."""
    return (
        word in lexicon.demonyms()
        or word in lexicon.places()
        or word in lexicon.organisations()
        or word.casefold() in lexicon.words("roles")
        or word.casefold() == "the"
    )


def _widen(article: Article, sentence: Sentence, start: int) -> int:
    """Return where a name begins whose acronym leaves its first word out: Provisional Irish Republican Army (IRA)."""
    before = article.tokens[start - 1] if start > sentence.first else None
    is_word = before is not None and before.text.isalpha() and is_name_word(before) and not before.text.isupper()
    if before is None or not is_word or _stands_apart(before.text) or before.text in lexicon.words("heads"):
        return start
    alone = start - 1 == sentence.first or not is_name_word(article.tokens[start - 2])
    return start - 1 if alone and article.tokens[start].start - before.end == 1 else start


_INNER: Final = frozenset({",", "'s", "’s", "'", "’", "&", "-", "/"})


def _is_no_person(words: tuple[Token, ...]) -> bool:
    heads = lexicon.words("heads")
    return words[0].text not in lexicon.words("first_names") or any(word.text in heads for word in words)


def fits(words: tuple[Token, ...], short: str) -> bool:
    """Tell whether the capital words of a name are, one by one, what an acronym's letters stand for."""
    return any(_match(words, 0, letters, 0) for letters in {letters_of(short), re.sub(r"[^A-Za-z]", "", short).upper()})


_INFIXES: Final = listed("e i u ul ud ur us al el wal in")


def _match(words: tuple[Token, ...], at: int, letters: str, done: int) -> bool:
    if at == len(words):
        return done == len(letters)
    text = words[at].text
    if text in _INNER:
        return _match(words, at + 1, letters, done)
    if text.casefold() in SMALL and not (at == 0 and text.casefold() == "the"):
        takes = done < len(letters) and letters[done] == text[0].upper()
        return _match(words, at + 1, letters, done) or (takes and _match(words, at + 1, letters, done + 1))
    parts = [part for part in re.split(r"[-‐‑]", text) if part]
    taken = done
    for number, part in enumerate(parts):
        if number and part in _INFIXES:
            continue
        if taken >= len(letters) or letters[taken] != part[0].upper():
            return number > 0 and _match(words, at + 1, letters, taken)
        taken += 1
        if number + 1 < len(parts) and _match(words, at + 1, letters, taken):
            return True
    return _match(words, at + 1, letters, taken)


def _by_head(tokens: tuple[Token, ...], starts: list[int], end: int, short: str) -> tuple[int, int] | None:
    """Return the stretch from a head noun with `of`, `for` or `to` on, if half of the letters are its own."""
    heads, letters = lexicon.words("heads"), letters_of(short)
    for head in reversed(starts):
        is_head = tokens[head].text in heads or tokens[head].text == "Operation"
        if head + 1 >= end or not is_head or tokens[head + 1].text not in {"of", "for", "to", "in"}:
            continue
        first = head
        while first - 1 in starts and (
            not _stands_apart(tokens[first - 1].text)
            or f"{tokens[first - 1].text} {re.split('[-‐]', tokens[first].text)[0]}" in lexicon.organisations()
        ):
            first -= 1
        is_begun = (
            first - 1 in starts and len(tokens[first - 1].text) > 1 and letters.startswith(tokens[first - 1].text)
        )
        if is_begun or (first - 1 in starts and _is_needed(tokens[first - 1 : end], letters)):
            first -= 1
        words = tokens[first:end]
        commas = [number for number, word in enumerate(words) if word.text in {",", "-"}]
        if commas and (commas[0] < head - first + 2 or "and" not in {word.text for word in words[commas[-1] :]}):
            continue
        is_first = letters[0] in {word.text[0].upper() for word in tokens[first : head + 1]}
        least = _LEAST_SHARED if is_first else _MORE_SHARED
        if share_letters([word.text[0].upper() for word in words if word.text[0].isupper()], letters) >= least:
            return first, end
    return None


def _is_needed(words: tuple[Token, ...], letters: str) -> bool:
    """Tell whether an acronym has a letter for each capital word, the first among them, in whatever order."""
    return sorted(word.text[0] for word in words if word.text[0].isupper()) == sorted(letters)


def share_letters(initials: list[str], letters: str) -> float:
    """Return the part of an acronym's letters that stand among some initials in their order."""
    place, count = 0, 0
    for letter in letters:
        if letter in initials[place:]:
            place = initials.index(letter, place) + 1
            count += 1
    return count / len(letters)


@cache
def _index() -> dict[str, list[tuple[str, ...]]]:
    """Return the listed names that hold small words, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted({*lexicon.organisations(), *lexicon.places()}):
        words = tuple(name.split())
        if len(words) > 2 and any(word[0].islower() for word in words[1:]) and not re.search(r"['’.]", name):  # noqa: PLR2004 - a small count, told by its line
            found.setdefault(words[0], []).append(words)
    return {first: sorted(names, key=lambda words: -len(words)) for first, names in found.items()}


def _listed_names(article: Article) -> Iterator[tuple[int, int]]:
    index = _index()
    for number, token in enumerate(article.tokens):
        for words in index.get(token.text, ()):
            inside = article.tokens[number : number + len(words)]
            ends = len(inside) == len(words) and inside[-1].text.removeprefix(words[-1])[:1] in {"", "-", "‑"}
            if (
                ends
                and tuple(each.text for each in inside[:-1]) == words[:-1]
                and inside[-1].text.startswith(words[-1])
            ):
                following = article.tokens[number + len(words) : number + len(words) + 2]
                if not following or not is_name_word(following[0]):
                    office = [each.text for each in article.tokens[max(0, number - 3) : number]]
                    first = number - 3 if office == ["Office", "of", "the"] else number
                    yield first, number + len(words) + _branch(words, article, number + len(words))
                break
