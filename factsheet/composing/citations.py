"""What one sheet gathers while it is composed: numbered citations, and the ids it mentions."""

from collections.abc import Sequence

from factsheet.model import Json, Object

_Key = tuple[str, str, str]


class Gathering:
    """The citations of one sheet, numbered as a reader meets them, and every id in it, in order."""

    def __init__(self) -> None:
        self.citations: list[Object] = []
        self.mentioned: dict[str, None] = {}
        self.pictures: dict[str, None] = {}
        self._numbers: dict[_Key, list[int]] = {}

    def mention(self, target: str) -> None:
        """Note that the sheet names a record."""
        self.mentioned[target] = None

    def cite(self, cites: Json) -> list[Json]:
        """Return the numbers of normalised citations. The same source, place and quotation have the same number."""
        numbers: list[Json] = []
        for cite in cites if isinstance(cites, list) else []:
            number = self._number(cite) if isinstance(cite, dict) else 0
            if number and number not in numbers:
                numbers.append(number)
        return numbers

    def cite_link(self, source: str, place: str) -> None:
        """Number a citation that stands in Markdown."""
        self._number({"source": {"ref": source}, "at": place} if place else {"source": {"ref": source}})

    @property
    def sources(self) -> Sequence[str]:
        """Return the id of each source cited, once, in the order of the citations."""
        return tuple(dict.fromkeys(str(citation["source"]) for citation in self.citations))

    def _number(self, cite: Object) -> int:
        source = cite.get("source")
        if not isinstance(source, dict) or "ref" not in source:
            return 0
        key = (str(source["ref"]), str(cite.get("at", "")), str(cite.get("quote", "")))
        note = cite.get("note")
        for number in self._numbers.get(key, ()):
            if self._take_note(self.citations[number - 1], note):
                return number
        number = len(self.citations) + 1
        citation: Object = {"n": number, "source": key[0]}
        self.citations.append(citation | {name: cite[name] for name in ("at", "quote", "note") if name in cite})
        self._numbers.setdefault(key, []).append(number)
        return number

    @staticmethod
    def _take_note(citation: Object, note: Json) -> bool:
        """Join a remark to a citation that has none; two different remarks need two numbers, or one would be lost."""
        return note is None or citation.setdefault("note", note) == note
