"""Claims: one by itself, and all about a record side by side, rivals never merged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from factsheet.formats import statements
from factsheet.formats.leaves import mark_place
from factsheet.formats.sections import list_facts
from factsheet.formats.views import Items, Leaf, Map, Node, view
from factsheet.wording.labels import label_word
from factsheet.wording.lists import word_list
from factsheet.wording.values import choose_text

if TYPE_CHECKING:
    from factsheet.formats.pages import Page
    from factsheet.model import Json, Object


PHRASES = {"revised": "revised later", "retracted": "retracted later"}
"""What became of a claim, by the derived value that tells it."""


def group_claims(page: Page) -> list[tuple[Markup, list[Map]]]:
    """Return the claims about this record by who vouches for them: the claimant, then each claim by its day.

    Claimants stand in the order of their first claim; who is not known stands last.
    """
    groups: dict[str, list[Map]] = {}
    for claim in list_claims(page):
        claimant = claim.value["claimant"]
        groups.setdefault(str(claimant.get("ref", "")) if isinstance(claimant, dict) else "", []).append(claim)
    unknown = groups.pop("", [])
    found = [(_print(claims[0]["claimant"]), claims) for claims in groups.values()]
    return found + ([(_print_unknown(unknown[0]), unknown)] if unknown else [])


def _print_unknown(claim: Map) -> Markup:
    claimant = claim.value["claimant"]
    word = {"missing": claimant["missing"]} if isinstance(claimant, dict) else claimant
    return escape(str(Leaf(claim.page, word, {}, "")))


def _print(part: Node | None) -> Markup:
    return Markup("") if part is None else part.__html__()


def list_claims(page: Page) -> list[Map]:
    """Return the claims about this record as views of their digests, in the order of the sheet."""
    backlinks, kind = page.sheet.get("backlinks"), page.schemas.kinds.get("claim")
    entries = backlinks.get("claims") if isinstance(backlinks, dict) else None
    found = []
    for index, entry in enumerate(entries if isinstance(entries, list) and kind else []):
        if kind and isinstance(entry, dict) and isinstance(entry.get("digest"), dict):
            own: Object = {name: entry[name] for name in ("cites", "derived") if name in entry}
            value: Object = {"claim": {"ref": entry["ref"]}, **entry["digest"], **own}  # type: ignore[dict-item]  # a dict
            node = view(page, value, _with_claim(kind.schema), f"backlinks/claims/{index}/digest")
            found += [node] if isinstance(node, Map) else []
    return found


def list_relays(page: Page, claim: Map) -> str:
    """Return through whom a claim is known: the origins of its sources, else their publishers, each once."""
    numbers = claim.value.get("cites")
    names = [_name_relay(page, number) for number in numbers] if isinstance(numbers, list) else []
    return word_list([name for name in dict.fromkeys(names) if name], page.language)


def _name_relay(page: Page, number: Json) -> str:
    citations, sources = page.sheet.get("citations"), page.sheet.get("sources")
    citation = citations[number - 1] if isinstance(citations, list) and isinstance(number, int) else None
    source = sources.get(str(citation["source"])) if isinstance(citation, dict) and isinstance(sources, dict) else None
    if not isinstance(source, dict):
        return ""
    publisher = source.get("publisher")
    words = choose_text(publisher, page.language, page.default)[0] if isinstance(publisher, dict) else ""
    return str(source.get("origin") or words)


def list_verdicts(page: Page, claim: Map) -> Markup:
    """Return how a claim was assessed, and what became of it since."""
    derived = claim.value.get("derived")
    known = derived if isinstance(derived, dict) else {}
    assessed = claim["assessment"]
    first = (
        statements.print_compact(assessed)
        if isinstance(assessed, Map)
        else escape(label_word("claim.assessment", str(known.get("assessment", "unverified")), page.language))
    )
    later = [page.translate(phrase) for word, phrase in PHRASES.items() if known.get(word)]
    return Markup(" · ").join([first, *map(escape, later)])


def _with_claim(schema: Object) -> Object:
    properties = schema.get("properties")
    known = properties if isinstance(properties, dict) else {}
    return {**schema, "properties": {"claim": {"title": "Claim"}, "derived": {"type": "object"}, **known}}


def print_one_sided(page: Page) -> str:
    """Return what all figures of which come from one side; nothing where each unit has another witness."""
    derived = page.sheet.get("derived")
    units = derived.get("one_sided") if isinstance(derived, dict) else None
    names = [label_word("figure.unit", unit, page.language) for unit in (units if isinstance(units, dict) else {})]
    return (
        page.translate("Figures from one side only: {units}.", units=word_list(names, page.language)) if names else ""
    )


def link_claim(page: Page, claim: Map) -> Markup:
    """Return a link to a claim's own page."""
    target = claim.value.get("claim")
    return page.reference(str(target["ref"]), page.translate("The claim")) if isinstance(target, dict) else Markup("")


def print_figures(node: Items) -> Markup:
    """Return the numbers of a claim, the total first, each with its unit and what it counts."""
    rows = []
    for entry in node.entries:
        if not isinstance(entry, Map):
            continue
        counted = entry["of"]
        of = Markup("") if counted is None else Markup(' <span class="of">({})</span>').format(counted)
        tail = statements.print_tail(entry)
        end = Markup(' <span class="tail">{}</span>').format(tail) if tail else Markup("")
        number = _print_number(entry)
        rows.append(Markup("<li>{}{}{}</li>").format(number, of, end))
    return Markup('<ul class="figures">{}</ul>').format(Markup("").join(rows))


def _print_number(figure: Map) -> Markup:
    """Return a number with its unit; beside others "other" would say nothing, so what is counted stands for it."""
    value, unit = figure["value"], figure["unit"]
    is_own = bool(mark_place(figure.at))
    if not is_own and figure.value.get("unit") == "other" and "of" in figure:
        return _print(value)
    return figure.page.phrase("{value} {unit}", value=value, unit=unit)


def list_claim_facts(page: Page, root: Map) -> list[tuple[str, Node | Markup]]:
    """Return the facts of a claim; one that nobody assessed is unverified."""
    found = list_facts(root, ["claimant", "speaker", "said", "covers", "about", "assessment"])
    if "assessment" not in root:
        found.append((root.title("assessment"), _print_unverified(page)))
    return found


def _print_unverified(page: Page) -> Markup:
    return Markup('<data value="unverified">{}</data>').format(
        label_word("claim.assessment", "unverified", page.language)
    )


FILTERS: dict[str, Callable[..., object]] = {
    "claim_facts": list_claim_facts,
    "claim_link": link_claim,
    "claims": group_claims,
    "figures": print_figures,
    "one_sided": print_one_sided,
    "relays": list_relays,
    "verdicts": list_verdicts,
}
