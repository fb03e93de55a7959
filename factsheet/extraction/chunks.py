"""Stage 4, first half: runs of capitalised words that may be names, joined over `of`, `for` and `and`."""
# ruff: noqa: E501 - a pattern is easier to check whole than cut up

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.article import Article, Sentence, Token
from factsheet.extraction.calendar import MONTHS
from factsheet.extraction.joining import AGREEMENT_WORDS, TURNED, is_name_word, joins
from factsheet.extraction.lexicon import listed

PARTICLES: Final = listed("bin ibn al el de del della der den van von da dos das du la le ould bint ben y ul ud uz ter")
_POSSESSED: Final = listed(
    "People Peoples Lord Workers Women Children Farmers Soldiers Mothers Students Peasants Patriots Prophet Men"
)
FUNCTION: Final = listed(
    "the a an in on at of for by with from to after before since until during as if when while where although "
    "though but and or nor yet so because he she it they we you i his her its their our my your this that these "
    "those there here who which what whose how why not no all both each every some many most several few other "
    "another such more meanwhile however also then now still just only even once under over between among against "
    "across around near along through despite without within about into according instead rather perhaps unlike "
    "besides beyond following including was were is are has had have will would could should may might can did do "
    "does said says whether either neither one two three four five six seven eight nine ten eleven twelve twenty "
    "thirty forty fifty hundred"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of tokens that may hold one name or several: numbers of the first token and the one after the last."""

    first: int
    last: int
    sentence: int
    is_initial: bool
    has_the: bool


def find_runs(article: Article, masked: Collection[int]) -> list[Run]:
    """Return the runs of the text. Tokens whose numbers are in `masked` (those of dates) belong to none."""
    runs = []
    for number, sentence in enumerate(article.sentences):
        position = sentence.first
        while position < sentence.last:
            if position in masked or not _may_begin(article, position):
                position += 1
                continue
            last = _grow(article, sentence, position, masked)
            run = _trim(
                article,
                sentence,
                Run(position, last, number, _is_initial(article, sentence, position), _has_the(article, position)),
            )
            turned = last < sentence.last and tokens_touch(article, last) and TURNED.search(article.tokens[last].text)
            if run and not turned:
                runs.append(run)
            position = last
    return runs


def tokens_touch(article: Article, position: int) -> bool:
    """Tell whether only a space parts a token from the one before it."""
    return (
        article.tokens[position].text[0].isupper()
        and article.tokens[position].start - article.tokens[position - 1].end == 1
    )


def _may_begin(article: Article, position: int) -> bool:
    token = article.tokens[position]
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", token.text):
        following = article.tokens[position + 1 : position + 2]
        return bool(following) and following[0].text in lexicon.words("heads")
    return is_name_word(token)


def _is_initial(article: Article, sentence: Sentence, position: int) -> bool:
    if position == sentence.first:
        return True
    before = article.tokens[position - 1]
    is_dash = before.text == "-" and article.text[before.end : before.end + 1] == " "
    return is_dash or before.text in {'"', "“", "‘", ":", "•", "«", "*", "—", "–", "…", "#", ")"}


def _has_the(article: Article, position: int) -> bool:
    return position > 0 and article.tokens[position - 1].text.casefold() == "the"


def _grow(article: Article, sentence: Sentence, first: int, masked: Collection[int]) -> int:
    """Return the token after the longest name that may begin at `first`."""
    tokens = article.tokens
    words = [tokens[first].text]
    position = first + 1
    while position < sentence.last and position not in masked:
        token = tokens[position]
        step = 0
        if is_name_word(token):
            step = 1
        elif (
            token.text.isdigit()
            and tokens[position - 1].text[:3].casefold() in MONTHS
            and _heads_on(article, sentence, position + 1)
        ):
            step = 2
        elif token.text == "." and _takes_dot(tokens[position - 1].text):
            step = 2 if _is_name(article, sentence, position + 1, masked) else 0
        elif token.text in PARTICLES:
            step = _over_particles(article, sentence, position, masked)
        elif token.text in {"'s", "’s", "'", "’", "&"}:
            joins = token.text == "&" or words[-1] in _POSSESSED
            step = 2 if joins and _is_name(article, sentence, position + 1, masked) else 0
        elif token.text in {"of", "for", "on", "to", "in", "and"}:
            step = _over_connector(article, sentence, position, words, masked)
        if not step:
            break
        words += [tokens[number].text for number in range(position, position + step)]
        position += step
    return position


def _heads_on(article: Article, sentence: Sentence, position: int) -> bool:
    """Tell whether a head noun follows: the March 9 Movement."""
    return position < sentence.last and article.tokens[position].text in lexicon.words("heads")


def _takes_dot(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word in {
        "St", "Mt", "Dr", "Mr", "Mrs", "Ms", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Brig", "Adm", "Sen", "Rep", "Gov", "Prof", "Rev", "Hon",
    }  # fmt: skip


def _is_name(article: Article, sentence: Sentence, position: int, masked: Collection[int]) -> bool:
    return position < sentence.last and position not in masked and is_name_word(article.tokens[position])


def _over_particles(article: Article, sentence: Sentence, position: int, masked: Collection[int]) -> int:
    step = 1
    while position + step < sentence.last and article.tokens[position + step].text in PARTICLES and step < 3:  # noqa: PLR2004 - a small count, told by its line
        step += 1
    return step + 1 if _is_name(article, sentence, position + step, masked) else 0


def _over_connector(
    article: Article, sentence: Sentence, position: int, words: list[str], masked: Collection[int]
) -> int:
    word = article.tokens[position].text
    following = position + 1
    step = 2
    if (
        word != "and"
        and following < sentence.last
        and article.tokens[following].text in {"the", "a", "an"}
        and (article.tokens[following].text == "the" or any(each in AGREEMENT_WORDS for each in words))
    ):
        following, step = following + 1, 3
    if not _is_name(article, sentence, following, masked):
        return 0
    return step if joins(article, word, words, following, sentence) else 0


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
        return True
    following = tokens[first + 1].text if first + 1 < len(tokens) else ""
    if word in _FOLK and run.is_initial and following in {"of", "from", "in"}:
        return True
    if word in lexicon.words("heads") and following in {"of", "for"}:
        return False
    if not run.is_initial or word.casefold() not in lexicon.words("starters") or run.last - first < 2:  # noqa: PLR2004 - a small count, told by its line
        return False
    whole = " ".join(token.text for token in tokens[first : run.last])
    last = tokens[run.last - 1].text
    headed = any(token.text in lexicon.words("heads") for token in tokens[first + 1 : run.last])
    return whole not in lexicon.organisations() and not headed and last not in lexicon.words("place_heads")


def _trim(article: Article, sentence: Sentence, run: Run) -> Run | None:
    """Leave out words that only their place in the sentence made capital."""
    first = run.first
    tokens = article.tokens
    while first < run.last and _is_mere(tokens, first, run):
        first += 1
    if first == run.last or (first > run.first and not is_name_word(tokens[first])):
        return None
    has_the = run.has_the or (first > run.first and tokens[first - 1].text == "The")
    del sentence
    return Run(first, run.last, run.sentence, run.is_initial and first == run.first, has_the)
