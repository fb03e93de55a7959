"""Stage 4, first half: runs of capitalised words that may be names, joined over `of`, `for` and `and`."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.growing import ORDINALS, grow, tokens_touch
from factsheet.extraction.naming.joining import FUNCTION, TURNED, is_name_word
from factsheet.extraction.naming.longforms import find_fixed
from factsheet.extraction.reading.article import Article, Sentence, Token


@dataclass(frozen=True, slots=True)
class Run:
    """A run of tokens that may hold one name or several: numbers of the first token and the one after the last.

    One that `is_fixed` is known from outside to be one name.
    """

    first: int
    last: int
    sentence: int
    is_initial: bool
    has_the: bool
    is_fixed: bool = False


def find_runs(article: Article, masked: AbstractSet[int]) -> list[Run]:
    """Return the runs of the text. Tokens whose numbers are in `masked` (those of dates) belong to none."""
    runs = []
    fixed = {first: last for first, last in find_fixed(article).items() if masked.isdisjoint(range(first, last))}
    for number, sentence in enumerate(article.sentences):
        position = sentence.first
        while position < sentence.last:
            is_fixed = position in fixed
            if not is_fixed and (position in masked or not _may_begin(article, position)):
                position += 1
                continue
            last = fixed[position] if is_fixed else grow(article, sentence, position, masked, fixed)
            is_initial, has_the = _is_initial(article, sentence, position), _has_the(article, position)
            run: Run | None = Run(position, last, number, is_initial, has_the, is_fixed)
            if run and not is_fixed:
                turned = (
                    last < sentence.last and tokens_touch(article, last) and TURNED.search(article.tokens[last].text)
                )
                run = None if turned else _trim(article, run)
            if run:
                runs.append(run)
            position = last
    return runs


def _may_begin(article: Article, position: int) -> bool:
    token = article.tokens[position]
    following = article.tokens[position + 1 : position + 5]
    if token.text.isdigit() and following and following[0].text in ORDINALS and following[0].start == token.end:
        headed = next((n for n, each in enumerate(following) if each.text in lexicon.words("heads")), None)
        return headed is not None and all(is_name_word(each) for each in following[1:headed])
    if token.text in {"al", "el"} and position + 1 < len(article.tokens):
        return tokens_touch(article, position + 1) and is_name_word(article.tokens[position + 1])
    return is_name_word(token)


def _is_initial(article: Article, sentence: Sentence, position: int) -> bool:
    if position == sentence.first:
        return True
    before = article.tokens[position - 1]
    is_dash = before.text == "-" and article.text[before.end : before.end + 1] == " "
    return is_dash or before.text in {'"', "“", "‘", ":", "•", "«", "*", "—", "–", "…", "#", ")", "_"}


def _has_the(article: Article, position: int) -> bool:
    return position > 0 and article.tokens[position - 1].text.casefold() == "the"


_NUMBERS: Final = listed("One Two Three Four Five Six Seven Eight Nine Ten Twelve")
_RANKS: Final = listed(
    "General President King Prime Chief Deputy Former Acting Vice Judge Justice Father Brother Sister"
)
_FOLK: Final = frozenset(
    [
        "Fighters",
        "Troops",
        "Rebels",
        "Militants",
        "Guerrillas",
        "Gunmen",
        "Members",
        "Leaders",
        "Supporters",
        "Militias",
        "Monitors",
        "Units",
        "Forces",
        "Workers",
        "Officials",
        "Soldiers",
        "Police",
        "Representatives",
        "Delegates",
        "Commanders",
    ]
)


def _is_mere(tokens: tuple[Token, ...], first: int, run: Run) -> bool:
    """Tell whether a run's first word only begins the sentence: `The`, `Nine`, or `Rival` before an acronym."""
    word = tokens[first].text
    pair = " ".join(token.text for token in tokens[first : first + 2])
    if pair in lexicon.places() or (word.isupper() and len(word) > 1 and not run.is_initial):
        return False
    if word.casefold() in FUNCTION:
        is_listed = word in lexicon.organisations() or word in lexicon.country_names()
        is_body = word.isupper() and len(word) > 1 and is_listed
        is_part = not run.is_initial and (word in _NUMBERS or word in lexicon.words("first_names"))
        following = tokens[min(first + 1, len(tokens) - 1)].text
        return not is_part and (not is_body or (following.isupper() and len(following) > 1))
    following = tokens[first + 1].text if first + 1 < len(tokens) else ""
    if word in _FOLK and run.is_initial and following in {"of", "from", "in"}:
        return True
    is_head = word in lexicon.words("heads") and following in {"of", "for"}
    is_rank = word in _RANKS and following not in lexicon.words("heads")
    is_named = word.isupper() and word in lexicon.country_names()
    is_starter = (
        not is_named and run.is_initial and word.casefold() in lexicon.words("starters") and run.last - first > 1
    )
    return is_starter and not is_head and not is_rank and _is_no_name(tokens, first, run)


def _is_no_name(tokens: tuple[Token, ...], first: int, run: Run) -> bool:
    """Tell whether no list and no head noun makes a name of a run together with its first word."""
    whole = " ".join(token.text for token in tokens[first : run.last])
    headed = any(token.text in lexicon.words("heads") for token in tokens[first + 1 : run.last])
    last = tokens[run.last - 1].text
    return whole not in lexicon.organisations() and not headed and last not in lexicon.words("place_heads")


def _trim(article: Article, run: Run) -> Run | None:
    """Leave out words that only their place in the sentence made capital."""
    first = run.first
    tokens = article.tokens
    if [token.text for token in tokens[first : first + 3]] == ["H", ".", "E"]:
        first += 3
    while first < run.last and _is_mere(tokens, first, run):
        first += 1
    if first == run.last or (first > run.first and not is_name_word(tokens[first]) and tokens[first].text != "al"):
        return None
    has_the = run.has_the or (first > run.first and tokens[first - 1].text == "The")
    return Run(first, run.last, run.sentence, run.is_initial and first == run.first, has_the)
