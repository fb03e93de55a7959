"""Stage 4, second half: mentions gathered into groups, persons and places, each name of one sort in one article."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from factsheet.extraction import lexicon
from factsheet.extraction.dating.dates import DateMention
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.beside import Votes
from factsheet.extraction.naming.chunks import find_runs
from factsheet.extraction.naming.cues import SAY
from factsheet.extraction.naming.evidence import decide, weigh
from factsheet.extraction.naming.joining import FUNCTION
from factsheet.extraction.naming.lists import share_in_lists
from factsheet.extraction.naming.singles import Piece
from factsheet.extraction.naming.surnames import find_surnames, mark_surnames
from factsheet.extraction.naming.titles import cut
from factsheet.extraction.reading.article import Article, Span, tidy

Confidence = Literal["high", "medium", "low"]
Typist = Callable[[str, tuple[Span, ...]], Mapping[Span, str]]
"""Gives the sort of each named span it is asked about; the spaCy extra is one."""

_STRONG: Final = frozenset(
    {
        "title",
        "gazetteer",
        "known-organisation",
        "organisation-head",
        "place-head",
        "acronym",
        "known-record",
        "paren-acronym",
        "capital-surname",
    }
)
_LEAD: Final = 3
_SMALL_WORD: Final = 3
_LONGEST_HEADLINE: Final = 30


@dataclass(slots=True)
class Name:
    """One way a thing is called: the text, the rule that saw it, and each place."""

    text: str
    rule: str
    spans: list[Span] = field(default_factory=list)
    kind: str = "other"


@dataclass(slots=True, eq=False)
class Entity:
    """A group, person or place: its names, the first being the fullest; for persons a role with its place.

    `also` is the provider that names it too.
    """

    sort: str
    names: list[Name]
    confidence: Confidence
    reason: str
    role: str = ""
    role_span: Span | None = None
    known: str = ""
    known_kind: str = ""
    candidates: tuple[str, ...] = ()
    is_generic: bool = False
    role_rule: str = "role-beside-name"
    also: str = ""

    @property
    def name(self) -> str:
        """Return the fullest name."""
        return self.names[0].text

    @property
    def spans(self) -> list[Span]:
        """Return every mention, in order."""
        return sorted({span for name in self.names for span in name.spans})

    def find(self, text: str) -> Name | None:
        """Return the name that reads like `text`."""
        wanted = fold(text)
        return next((name for name in self.names if fold(name.text) == wanted), None)


@dataclass(frozen=True, slots=True)
class Mention:
    """A piece with its text and its place."""

    piece: Piece
    text: str
    span: Span
    votes: Votes


_LEVELLED: Final = str.maketrans({"’": None, "'": None, "‘": None, "`": None, "‑": " ", "‐": " ", "-": " "})


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return a name for comparing: case, article, hyphens and apostrophes levelled."""
    text = name.casefold().translate(_LEVELLED)
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(text.removeprefix("the ").split())


def mask_dates(article: Article, dates: Iterable[DateMention]) -> set[int]:
    """Return the numbers of the tokens that belong to dates."""
    masked: set[int] = set()
    for mention in dates:
        masked |= set(range(article.token_at(mention.start), article.token_at(mention.end - 1) + 1))
    return masked


_LISTED: Final = frozenset({"gazetteer", "known-organisation", "acronym", "agreement-head"})


def _headlines(article: Article) -> frozenset[int]:
    """Return the numbers of paragraphs that are headlines: short, without a stop, in capitals word for word."""
    found: set[int] = set()
    if len(article.paragraphs) == 1:
        return frozenset()
    for number, (start, end) in enumerate(article.paragraphs):
        words = re.findall(r"[^\W\d_][\w'’-]*", article.text[start:end])
        if words[:1] == ["By"]:
            continue
        if words and article.text[start:end].isupper() and len(words) < 12 and article.text[end - 1] not in ".!?":  # noqa: PLR2004 - a small count, told by its line
            found.add(number)
        longer = [word for word in words if len(word) > _SMALL_WORD]
        if (
            article.text[end - 1] not in '.!?,;:”"'
            and _SMALL_WORD < len(words) < _LONGEST_HEADLINE
            and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)
        ):
            found.add(number)
    return frozenset(found)


def _is_shouted(article: Article, sentence: int) -> bool:
    start, end = article.paragraphs[article.sentences[sentence].paragraph]
    return article.text[start:end].isupper()


def _is_code(article: Article, piece: Piece) -> bool:
    """Tell whether an acronym is part of a document's number: SG/SM/21566."""
    start, end = article.tokens[piece.first].start, article.tokens[piece.last - 1].end
    return bool(re.match(r"(?:/[A-Z]+)*/\d", article.text[end : end + 24])) or (
        article.text[start - 1 : start] == "/" and article.text[end : end + 1] == "/"
    )


def find_mentions(article: Article, dates: Iterable[DateMention]) -> list[Mention]:
    """Return every piece of every run, with its votes."""
    mentions = []
    headlines = _headlines(article)
    surnames = find_surnames(article)
    for run in find_runs(article, mask_dates(article, dates)):
        in_headline = article.sentences[run.sentence].paragraph in headlines
        pieces = cut(article, run)
        if surnames:
            words = [token.text for token in article.tokens[run.first : run.last]]
            pieces = list(mark_surnames(pieces, words, surnames))
        for piece in pieces:
            if (
                piece.last <= piece.first
                or _is_code(article, piece)
                or (
                    in_headline
                    and (piece.rule not in _LISTED or (piece.rule == "acronym" and _is_shouted(article, run.sentence)))
                )
            ):
                continue
            span = (article.tokens[piece.first].start, article.tokens[piece.last - 1].end)
            if piece.sort == "place" and _is_part(article, piece, span):
                continue
            votes = Counter() if piece.sort else weigh(article, piece)
            mentions.append(Mention(piece, tidy(article.text[span[0] : span[1]]), span, votes))
    share_in_lists(article, mentions)
    return mentions


_ADJECTIVAL: Final = frozenset({"U.S.", "US", "U.K.", "UK"})


_STATES_DO: Final = listed(
    "wants backs supports fears hopes plans sees seeks remains continues insists believes considers leads "
    "led sent gave "
    "took began withdrew vetoed brokered needs leaves left made makes became becomes gives sends does went goes"
)


def _is_part(article: Article, piece: Piece, span: Span) -> bool:
    """Tell whether a place's name is part of a compound, of a sum, or only an adjective: U.S.-led, US$, US marines."""
    if re.match(r"[-‐‑][a-z]|\$", article.text[span[1] : span[1] + 2]):
        return True
    if article.text[slice(*span)] not in _ADJECTIVAL or not re.match(
        r"\s[A-Za-z]", article.text[span[1] : span[1] + 2]
    ):
        return False
    following = article.tokens[piece.last].text
    return not (following in FUNCTION or following in SAY or following in _STATES_DO or following.endswith("ed"))


def gather(article: Article, mentions: list[Mention], typist: Typist | None = None) -> list[Entity]:
    """Return entities: mentions of one name together, of the sort its mentions agree on; some have none yet."""
    named: dict[str, list[Mention]] = defaultdict(list)
    instruments = _shorts_of_agreements(article, mentions)
    for mention in mentions:
        if mention.text not in instruments and mention.piece.sort not in {"other", "agreement"}:
            named[fold(mention.text)].append(mention)
    lowered = _lowered(article)
    asked = _ask(article, named, typist)
    entities = []
    for key, found in named.items():
        sort, rule, confidence = _settle(found, asked.get(key, ""), lowered)
        if sort or key not in lowered:
            name = Name(_best_text(found), rule or "capital", [mention.span for mention in found])
            entities.append(Entity(sort, [name], confidence, rule or "capital"))
    return entities


def _shorts_of_agreements(article: Article, mentions: list[Mention]) -> frozenset[str]:
    """Return the acronyms in brackets after an agreement: they are not names of groups."""
    found = set()
    for mention in mentions:
        if mention.piece.sort == "agreement":
            match = re.match(r"\s*\(([A-Z][\w-]{1,10})\)", article.text[mention.span[1] : mention.span[1] + 16])
            if match:
                found.add(match.group(1))
    return frozenset(found)


def _ask(article: Article, named: Mapping[str, list[Mention]], typist: Typist | None) -> dict[str, str]:
    """Return what the extra says of names that strong rules do not decide."""
    if typist is None:
        return {}
    open_names = {key: found for key, found in named.items() if all(mention.piece.sort == "" for mention in found)}
    spans = tuple(mention.span for found in open_names.values() for mention in found)
    answers = typist(article.text, spans)
    said = {}
    for key, found in open_names.items():
        sorts = Counter(answers[mention.span] for mention in found if mention.span in answers)
        if sorts:
            said[key] = sorts.most_common(1)[0][0]
    return said


def _settle(  # noqa: PLR0911 - a ladder of cues, one a line
    found: list[Mention], asked: str, lowered: frozenset[str]
) -> tuple[str, str, Confidence]:
    """Return the sort of a name, the rule that gave it, and how sure that is."""
    strong = Counter(mention.piece.sort for mention in found if mention.piece.sort)
    rules = [mention.piece.rule for mention in found if mention.piece.sort]
    if strong:
        sort = "person" if "title" in rules or "capital-surname" in rules else strong.most_common(1)[0][0]
        return (
            sort,
            next(m.piece.rule for m in found if m.piece.sort == sort),
            "high" if rules[0] in _STRONG else "medium",
        )
    votes: Votes = Counter()
    for mention in found:
        votes.update(mention.votes)
    first = found[0]
    word = first.text.casefold()
    is_single = first.piece.last - first.piece.first == 1
    if is_single and (word in lowered or (word in lexicon.words("starters") and first.piece.run.is_initial)):
        return "", "", "low"
    is_plain = word in lexicon.words("roles") or re.search(r"(?:ers|ors|ists|ees|ants|men)$", word)
    if all(m.piece.run.is_initial for m in found) and is_single and is_plain:
        return "", "", "low"
    if asked and decide(votes)[1] < _LEAD:
        return asked, "spacy", "medium"
    if is_single and first.text in lexicon.words("leaders"):
        return "person", "known-person", "medium"
    best, lead = decide(votes)
    if votes[best] <= 0 or (is_single and all(m.piece.run.is_initial for m in found) and votes[best] < 2):  # noqa: PLR2004 - a small count, told by its line
        return "", "", "low"
    return best, "context", "medium" if lead >= _LEAD else "low"


def _best_text(found: list[Mention]) -> str:
    """Return the commonest way of writing, mixed case before capitals."""
    counted = Counter(mention.text for mention in found)
    return max(counted, key=lambda text: (not (text.isupper() and text.title() in lexicon.places()), counted[text]))


def _lowered(article: Article) -> frozenset[str]:
    """Return the words that the article also writes small: capitals at a sentence's start say nothing of them."""
    return frozenset(token.text for token in article.tokens if token.text.islower())
