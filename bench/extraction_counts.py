"""What is right, extra and missed in annotations of an article, category by category, as the scorer of the gold articles counts."""
# ruff: noqa: ANN401, E501, FBT001 - annotations are JSON of many shapes, and tables print long lines

import re
import unicodedata
from collections import Counter
from typing import Any

CORE = ("groups", "persons", "places", "dates", "agreements", "claims")
ALL = (
    *CORE,
    "aliases",
    "relations",
    "roles",
    "date spans",
    "agreement date",
    "parties",
    "mediators",
    "numbers",
    "unit",
    "claimant",
    "via",
)


def fold(text: object) -> str:
    text = unicodedata.normalize("NFKC", str(text or "")).replace("’", "'").casefold().strip(" .,;:\"'“”()[]")
    text = re.sub(r"^(the|a|an|its|his)\s+", "", re.sub(r"'s$|'$", "", text))
    return re.sub(r"[\s\-–—]+", " ", text).strip()


def overlap(one: Any, other: Any) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def names(entity: Any) -> set[str]:
    return {fold(name) for name in [entity["name"], *(entity.get("aliases") or [])] if name}


def same(text: object, wanted: Any, synonyms: dict[str, set[str]]) -> bool:
    mine = synonyms.get(fold(text), {fold(text)}) | {fold(text)}
    for each in wanted:
        theirs = synonyms.get(fold(each), {fold(each)}) | {fold(each)}
        pairs = [(set(a.split()), set(b.split())) for a in mine for b in theirs]
        if mine & theirs or any(a and b and (a <= b or b <= a) for a, b in pairs):
            return True
    return False


class Tally:
    def __init__(self) -> None:
        self.right, self.extra, self.missed = Counter(), Counter(), Counter()
        self.errors, self.sure = [], {}

    def add(self, category: str, *, right: int = 0, extra: int = 0, missed: int = 0, told: str = "") -> None:
        self.right[category] += right
        self.extra[category] += extra
        self.missed[category] += missed
        if told:
            self.errors.append(f"{category}: {told}")

    def judge(self, confidence: str, is_right: bool) -> None:
        counts = self.sure.setdefault(confidence, [0, 0])
        counts[0] += is_right
        counts[1] += 1

    def f1(self, category: str) -> float:
        right, extra, missed = self.right[category], self.extra[category], self.missed[category]
        return 2 * right / (2 * right + extra + missed) if right else 0.0


def is_same_entity(want: Any, each: Any) -> bool:
    """Tell whether two share a name and, where both have places, a place."""
    here, there = want["mentions"], each["mentions"]
    is_there = not here or not there or any(overlap(one, other) for one in here for other in there)
    return bool(names(want) & names(each)) and is_there


def score_entities(tally: "Tally", gold: Any, found: Any, category: str) -> None:
    used: dict[int, Any] = {}
    taken: set[int] = set()
    for number, want in enumerate(gold):
        match = next((n for n, each in enumerate(found) if n not in taken and is_same_entity(want, each)), None)
        if match is not None:
            used[number] = found[match]
            taken.add(match)
    for number, each in enumerate(found):
        tally.judge(each["confidence"], number in taken)
        if number not in taken:
            tally.add(category, extra=1, told=f"extra {each['name']}")
    for number, want in enumerate(gold):
        if want.get("role"):
            score_role(tally, want, used.get(number, {}).get("role"))
        if want.get("optional"):
            continue
        is_there = number in used
        told = "" if is_there else f"missed {want['name']}"
        tally.add(category, right=is_there, missed=not is_there, told=told)
        if category == "groups":
            score_aliases(tally, want, used.get(number))


def score_role(tally: "Tally", want: Any, given: Any) -> None:
    words, mine = (set(fold(text).split()) - {"the", "of"} for text in (want["role"], given))
    is_right = bool(given) and len(words & mine) / len(words) >= 0.5
    told = "" if is_right else f"{want['name']}: {given}, not {want['role']}"
    tally.add("roles", right=is_right, extra=bool(given) and not is_right, missed=not is_right, told=told)


def score_aliases(tally: "Tally", want: Any, each: Any) -> None:
    wanted = {fold(name) for name in want["aliases_in_text"]}
    if each is None:
        tally.add("aliases", missed=max(0, len(wanted) - 1))
        return
    mine, known = names(each), names(want)
    right = len(mine & wanted)
    extra = [name for name in mine - known if not any(name in other or other in name for other in known)]
    told = (
        f"{want['name']}: extra {extra}"
        if extra
        else f"{want['name']}: missed {sorted(wanted - mine)}"
        if wanted - mine
        else ""
    )
    tally.add("aliases", right=max(0, right - 1), missed=len(wanted) - max(1, right), extra=len(extra), told=told)


def score_dates(tally: "Tally", gold: Any, found: Any) -> None:
    used = set()
    for want in gold:
        near = [n for n, each in enumerate(found) if n not in used and overlap(each["span"], want["span"])]
        used |= set(near)
        if want.get("optional"):
            continue
        values = {re.sub("[~?%]", "", value) for value in want["edtf"]}
        is_right = any(re.sub("[~?%]", "", found[n]["edtf"] or "") in values for n in near)
        tally.add("date spans", right=bool(near), missed=not near)
        told = "" if is_right else f"{want['text']}: {[found[n]['edtf'] for n in near]}, not {want['edtf'][0]}"
        tally.add("dates", right=is_right, missed=not is_right, extra=bool(near) and not is_right, told=told)
    for number, each in enumerate(found):
        if number not in used:
            tally.add("date spans", extra=1)
            tally.add("dates", extra=bool(each["edtf"]), told=f"extra {each['text']}")


def score_sets(tally: "Tally", category: str, gold: Any, found: Any, synonyms: dict[str, set[str]]) -> None:
    left = list(gold)
    for each in found:
        match = next((want for want in left if same(each, [want], synonyms)), None)
        if match is not None:
            left.remove(match)
            tally.add(category, right=1)
        elif not any(same(each, [want], synonyms) for want in gold):
            tally.add(category, extra=1, told=f"extra {each}")
    for each in left:
        tally.add(category, missed=1, told=f"missed {each}")


def score_agreements(tally: "Tally", gold: Any, found: Any, synonyms: dict[str, set[str]]) -> None:
    used = set()
    for want in gold:
        spans = [want["span"], *want["alias_spans"]]
        near = [
            n
            for n, each in enumerate(found)
            if n not in used and any(overlap(a, b) for a in [each["span"], *each["alias_spans"]] for b in spans)
        ]
        used |= set(near)
        if want.get("optional"):
            continue
        tally.add("agreements", right=bool(near), missed=not near, told="" if near else f"missed {want['text']}")
        dates = want["date"] if isinstance(want["date"], list) else [want["date"]] if want["date"] else []
        given = next((found[n]["date"] for n in near if found[n]["date"]), None)
        is_right = bool(given) and re.sub("[~?%]", "", given) in dates
        if dates:
            tally.add(
                "agreement date",
                right=is_right,
                extra=bool(given) and not is_right,
                missed=not is_right,
                told="" if is_right else f"{want['text']}: {given}, not {dates}",
            )
        elif given:
            tally.add("agreement date", extra=1, told=f"{want['text']}: {given}, not told")
        for category in ("parties", "mediators"):
            given = dict.fromkeys(name for n in near for name in found[n][category])
            score_sets(tally, category, want[category], given, synonyms)
    for number, each in enumerate(found):
        if number not in used:
            tally.add("agreements", extra=1, told=f"extra {each['text']}")


def score_claims(tally: "Tally", gold: Any, found: Any, synonyms: dict[str, set[str]]) -> None:
    used = set()
    for want in gold:
        near = (n for n, each in enumerate(found) if n not in used and is_same_number(each, want))
        match = next(near, None)
        used |= set() if match is None else {match}
        if not want.get("optional"):
            score_claim(tally, want, None if match is None else found[match], synonyms)
    for number, each in enumerate(found):
        if number not in used:
            for category in ("numbers", "claims", "unit"):
                tally.add(category, extra=1, told=f"extra {each['text']}" if category == "claims" else "")
            tally.add("claimant", extra=bool(each["claimant"]))


def score_claim(tally: "Tally", want: Any, each: Any, synonyms: dict[str, set[str]]) -> None:
    if each is None:
        for category in ("numbers", "claims", "unit"):
            tally.add(category, missed=1, told=f"missed {want['text']}" if category == "claims" else "")
        for category in ("claimant", "via"):
            tally.add(category, missed=bool(want[category]))
        return
    tally.add("numbers", right=1)
    is_right = (each["min"], each["max"]) == (want["min"], want["max"]) or bool(each["vague"] and want["vague"])
    told = "" if is_right else f"{want['text']}: {each['min']} to {each['max']}"
    tally.add("claims", right=is_right, extra=not is_right, missed=not is_right, told=told)
    unit = fold(each["unit"])
    is_right = any(
        unit == fold(u) or (unit and fold(u) and unit.split()[-1] == fold(u).split()[-1]) for u in want["unit"]
    )
    told = "" if is_right else f"{want['text']}: {each['unit']}, not {want['unit']}"
    tally.add("unit", right=is_right, extra=not is_right, missed=not is_right, told=told)
    for category, given in (("claimant", [each["claimant"]] if each["claimant"] else []), ("via", each["via"] or [])):
        wanted = want[category]
        is_right = bool(wanted) and any(same(g, wanted, synonyms) for g in given)
        told = "" if is_right or not (given or wanted) else f"{want['text']}: {given}, not {wanted}"
        tally.add(
            category,
            right=is_right,
            extra=bool(given) and not is_right,
            missed=bool(wanted) and not is_right,
            told=told,
        )


def is_same_number(each: Any, want: Any) -> bool:
    """Tell whether two claims overlap and have the same numbers, whatever bounds they are, or are both vague."""
    mine, theirs = ({float(v) for v in (one["min"], one["max"]) if v is not None} for one in (each, want))
    return overlap(each["span"], want["span"]) and (mine == theirs or bool(each["vague"] and want["vague"]))


def score(gold: Any, found: Any) -> "Tally":
    tally = Tally()
    synonyms = {}
    for category in ("groups", "persons", "places"):
        for each in gold[category]:
            for name in names(each):
                synonyms[name] = synonyms.get(name, set()) | names(each)
        score_entities(tally, gold[category], found[category], category)
    score_dates(tally, gold["dates"], found["dates"])
    score_agreements(tally, gold["agreements"], found["agreements"], synonyms)
    score_claims(tally, gold["claims"], found["claims"], synonyms)
    left = list(found["relations"])
    for want in gold["relations"]:
        match = next(
            (
                r
                for r in left
                if r["type"] == want["type"]
                and same(r["source"], [want["source"]], synonyms)
                and same(r["target"], [want["target"]], synonyms)
            ),
            None,
        )
        if match:
            left.remove(match)
        tally.add(
            "relations",
            right=bool(match),
            missed=not match,
            told="" if match else f"missed {want['source']} {want['type']} {want['target']}",
        )
    tally.add("relations", extra=len(left))
    return tally
