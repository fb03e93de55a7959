"""Stage 4 for persons: surnames joined to full names, and the role that stands before or after a name."""

from itertools import pairwise
from typing import Final

from factsheet.extraction import lexicon
from factsheet.extraction.lexicon import listed
from factsheet.extraction.naming.appositions import LONGEST_ROLE, MODIFIERS, is_role_at, role_after
from factsheet.extraction.naming.cues import SAY
from factsheet.extraction.naming.entities import Entity, Mention, Name, fold
from factsheet.extraction.naming.joining import is_name_word
from factsheet.extraction.naming.roles import is_role
from factsheet.extraction.reading.article import Article, Sentence, Span, Token, tidy

_READ: Final = 40
_OWNERS: Final = listed(
    "group party movement army junta front organisation organization government ministry military country "
    "city village "
    "force militia region mission company council university rebels coalition alliance agency union state "
    "province town "
)


def join_surnames(article: Article, entities: list[Entity], mentions: list[Mention]) -> list[Entity]:
    """Return entities where single names of known persons have become further names of them."""
    people = [each for each in entities if each.sort == "person" and len(each.name.split()) > 1]
    by_part: dict[str, list[Entity]] = {}
    for person in people:
        parts = person.name.split()
        capital = [fold(part) for part in parts if part.isupper() and len(part) > 2]  # noqa: PLR2004 - a small count, told by its line
        inner = [fold(part) for part in parts[1:-1] if len(part) > 4 and part[0].isupper()]  # noqa: PLR2004 - a small count, told by its line
        for part in {fold(parts[-1]), fold(parts[0]), fold(parts[-1].split("-")[-1]), *capital, *inner}:
            by_part.setdefault(part, []).append(person)
    by_end: dict[str, list[Entity]] = {}
    for person in people:
        by_end.setdefault(fold(person.name).split()[-1], []).append(person)
    kept = []
    for entity in entities:
        owners = by_part.get(fold(entity.name), []) if len(entity.name.split()) == 1 else []
        owners = owners or _tail_owners(
            entity, by_end.get(fold(entity.name).split()[-1] if entity.name.strip() else "", [])
        )
        owners = [owner for owner in owners if _is_loose(entity) or entity.name in owner.name.split()]
        if owners and entity not in owners:
            owner = _nearest(owners, entity.spans[0])
            owner.names.append(Name(entity.name, "surname", list(entity.names[0].spans)))
        else:
            kept.append(entity)
    del article, mentions
    return kept


def _tail_owners(entity: Entity, people: list[Entity]) -> list[Entity]:
    """Return persons whose full name ends like a shorter one of several words."""
    parts = fold(entity.name).split()
    if entity.sort != "person" or len(parts) < 2:  # noqa: PLR2004 - a small count, told by its line
        return []
    found = []
    for person in people:
        whole = fold(person.name).split()
        if (
            person is not entity
            and len(whole) > len(parts)
            and (whole[-len(parts) :] == parts or (whole[0] == parts[0] and whole[-1] == parts[-1]))
        ):
            found.append(person)
    return found


def _is_loose(entity: Entity) -> bool:
    """Tell whether a single name is not firmly something else."""
    return entity.sort == "person" or entity.names[0].rule in {"context", "capital", "spacy"}


def _nearest(owners: list[Entity], span: Span) -> Entity:
    before = [owner for owner in owners if owner.spans[0][0] <= span[0]]
    return max(before or owners, key=lambda owner: -abs(owner.spans[0][0] - span[0]))


def find_role(article: Article, person: Entity) -> tuple[str, Span] | None:
    """Return the first role that the text gives a person, and its place."""
    for start, end in person.spans[:_READ]:
        before, after = _before(article, start), role_after(article, end)
        if before and after and _is_mere_rank(before[0]):
            return after
        if before or after:
            return before or after
    return None


def _is_mere_rank(role: str) -> bool:
    """Tell whether a role is only a rank or a form of address: Major General, Father, Mr."""
    return all(word.casefold().rstrip(".") in _FORMS for word in role.split())


def _before(article: Article, start: int) -> tuple[str, Span] | None:
    sentence = article.sentences[article.sentence_at(start)]
    end = article.token_at(start)
    tokens = article.tokens
    plain = _skip_honorific(article, sentence.first, end)
    if plain != end and tokens[plain - 1].text == ",":
        before = _role_ending(article, sentence, plain)
        if before:
            return before
    return _role_ending(article, sentence, end)


_FORMS: Final = listed(
    "mr mrs ms dr prof professor gen col lt maj capt brig adm sgt sir h.e general colonel lieutenant "
    "major captain "
    "brigadier admiral marshal sergeant sheikh sheik mullah maulana maulvi mufti father imam rev reverend "
    "brother sister "
    "comrade commander patriarch field air vice lord lady lieutenant-general major-general brigadier-general "
    "lieutenant-colonel ambassador "
)
_HONORIFICS: Final = listed("mr mrs ms dr prof gen col lt maj capt brig adm sir h.e general colonel ambassador sheikh")


def _skip_honorific(article: Article, opening: int, end: int) -> int:
    """Return where a name begins if its Mr. or Gen. is left out."""
    while end - 1 > opening and (
        article.tokens[end - 1].text.casefold().rstrip(".") in _HONORIFICS or article.tokens[end - 1].text == "."
    ):
        end -= 1
    return end


def _role_ending(article: Article, sentence: Sentence, end: int) -> tuple[str, Span] | None:
    """Return the role that ends before a token, over a comma if there is one."""
    tokens = article.tokens
    has_comma = end > sentence.first and tokens[end - 1].text == ","
    last = end - 1 if has_comma else end
    first = last
    while (
        first > sentence.first and last - first < LONGEST_ROLE and _may_stand_before(article, first - 1, sentence.first)
    ):
        first -= 1
    while first < last and (
        tokens[first].text.casefold() in {"the", "a", "an", "its", "his", "of", "for", "and", "'s", "’s", "."}
        or tokens[first].text in {"'", "’"}
    ):
        first += 1
    words = [token.text for token in tokens[first:last]]
    if not words or not any(is_role_at(words, number) for number in range(len(words))):
        return None
    if has_comma and not is_role_at(words, len(words) - 1) and not any(is_role(word) for word in words[-3:]):
        rules = any(is_role(word) and after in {"of", "for", "to"} for word, after in pairwise(words))
        if not rules:
            return None
    span = (tokens[first].start, tokens[last - 1].end)
    return tidy(article.text[span[0] : span[1]]), span


def _may_stand_before(  # noqa: PLR0911 - a ladder of cues, one a line
    article: Article, number: int, opening: int
) -> bool:
    """Tell whether a token can be part of a title before a name."""
    token = article.tokens[number]
    word = token.text.casefold()
    if word == "under" and not article.tokens[number + 1].text.casefold().startswith("secretary"):
        return False
    if word in _OWNERS and article.tokens[number + 1].text in {"'s", "’s"}:
        return True
    if is_role(word) or word in MODIFIERS or word.removeprefix("ex-") in MODIFIERS or token.text in {"'s", "’s"}:
        return True
    if token.text == "." and number > opening:
        return article.tokens[number - 1].text.casefold() in lexicon.words("roles")
    if word == "and" and number + 2 < len(article.tokens) and article.tokens[number + 2].text == "Affairs":
        return True
    if word in {"of", "for", "the"} or (word == "to" and is_role(article.tokens[number - 1].text)):
        if word in {"of", "for", "to"} and (number == opening or not _may_rule(article.tokens[number - 1])):
            return False
        following = article.tokens[number + 1]
        if f"{article.tokens[number - 1].text} {word} {following.text}".casefold() in lexicon.words("roles"):
            return True
        return is_name_word(following) or following.text == "the" or (word != "the" and is_role(following.text))
    return (
        is_name_word(token)
        and (
            number > opening
            or word not in lexicon.words("starters")
            or article.tokens[number + 1].text in lexicon.demonyms()
            or f"{token.text} {article.tokens[number + 1].text}" in lexicon.places()
        )
        and word not in SAY
    )


def _may_rule(token: Token) -> bool:
    """Tell whether a token may name an office of something: `Minister of`, not `government of`."""
    return is_role(token.text) or is_name_word(token)
