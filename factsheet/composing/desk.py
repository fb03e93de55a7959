"""The desk at which sheets are composed: the corpus, the settings, and what is looked up again and again."""

from collections.abc import Mapping

from factsheet.composing.labels import label_claim, label_record
from factsheet.composing.names import NameThen, name_on
from factsheet.model import Corpus, Object, Record, Reference
from factsheet.resolution import Shape
from factsheet.schemas import Schemas


class Desk:
    """A corpus with its schemas and settings, and the labels, names and shapes already worked out from them."""

    def __init__(
        self, corpus: Corpus, schemas: Schemas, settings: Object, files: Mapping[str, str] | None = None
    ) -> None:
        tags = settings.get("languages")
        self.corpus = corpus
        self.schemas = schemas
        self.settings = settings
        self.files = files or {}
        self.languages = tuple(str(tag) for tag in tags) if isinstance(tags, list) and tags else ("en",)
        self._states: dict[str, str] | None = None
        self.sides: dict[tuple[str, str], str] = {}
        self._digests: dict[str, tuple[str, ...]] = {}
        self._entries: dict[str, Object] = {}
        self._labels: dict[str, Object] = {}
        self._names: dict[tuple[str, str], NameThen] = {}
        self._shapes: dict[str, Shape] = {}

    def find(self, target: str) -> Record | None:
        """Return a published record, or None."""
        record = self.corpus.records.get(target)
        return record if record and record.is_published else None

    def find_standing(self, target: str) -> Record | None:
        """Return a published record that isn't withdrawn: one whose facts still hold."""
        record = self.find(target)
        return record if record and "withdrawn" not in record.data else None

    def find_state(self, country: str) -> str:
        """Return the id of the state whose only country has this ISO 3166-1 code, or ''."""
        if self._states is None:
            standing = (record for target in self.corpus.records if (record := self.find_standing(target)))
            states = (record for record in standing if record.data.get("type") == "state")
            self._states = {str(record.data.get("countries")): record.id for record in states}
        return self._states.get(str([country]), "")

    def backlinks(self, target: str, inverse: str = "") -> list[Reference]:
        """Return the references to a record from standing records other than itself, of one relation or of all."""
        return [
            reference
            for reference in self.corpus.backlinks.get(target, ())
            if (not inverse or reference.inverse == inverse)
            and reference.source != target
            and self.find_standing(reference.source)
        ]

    def shape(self, kind: str) -> Shape:
        """Return what compose must know of a kind's schema."""
        found = self._shapes.get(kind)
        if found is None:
            known = self.schemas.kinds.get(kind)
            found = self._shapes[kind] = Shape(known.schema if known else {}, self.schemas)
        return found

    def digest_fields(self, kind: str) -> tuple[str, ...]:
        """Return the fields of a kind that are copied into back-links."""
        found = self._digests.get(kind)
        if found is None:
            known = self.schemas.kinds.get(kind)
            properties = known.schema.get("properties") if known else None
            marked = properties.items() if isinstance(properties, dict) else ()
            found = tuple(name for name, schema in marked if isinstance(schema, dict) and schema.get("x-digest"))
            self._digests[kind] = found
        return found

    def label(self, target: str) -> Object:
        """Return a record's label in each language it has; empty where there is no such record."""
        found = self._labels.get(target)
        if found is None:
            found = self._labels[target] = self._make_label(target)
        return found

    def entry(self, target: str) -> Object:
        """Return what a sheet says of another record: kind, label, short, path; `languages` if its page lacks some."""
        found = self._entries.get(target)
        if found is None:
            record = self.find(target)
            found = self._entries[target] = self._make_entry(record) if record else {}
        return found

    def page_languages(self, record: Record) -> tuple[str, ...]:
        """Return the site's languages in which a record's label and summary exist; the first always is one."""
        texts = [self.label(record.id), record.data.get("summary")]
        if record.kind == "claim" and "figures" not in record.data:
            texts.append(record.data.get("statement"))
        present = [text for text in texts if isinstance(text, dict)]
        first, *others = self.languages
        return (first, *(tag for tag in others if all(tag in text for text in present)))

    def name_then(self, target: str, day: str) -> NameThen | None:
        """Return the name that a record bore on `day`, if that calls for another word than its label."""
        record = self.find(target)
        if record is None or not isinstance(record.data.get("names"), list):
            return None
        key = (target, day)
        if key not in self._names:
            self._names[key] = name_on(record.data, day, language=self.languages[0])
        then = self._names[key]
        return then if then.is_later or then.name != self.label(target) else None

    def refer(self, target: str, day: str = "") -> Object:
        """Return a reference as sheets have it, with the name of `day` where it was another than the label."""
        then = self.name_then(target, day) if day else None
        if then is None:
            return {"ref": target}
        return {"ref": target, "later_name": True} if then.is_later else {"ref": target, "name_then": then.name}

    def _make_label(self, target: str) -> Object:
        record = self.find(target)
        if record is None:
            return {}
        if record.kind == "claim":
            return label_claim(record.data, self.languages, self.label)
        known = self.schemas.kinds.get(record.kind)
        return label_record(record.data, known.label if known else "") or {self.languages[0]: record.id}

    def _make_entry(self, record: Record) -> Object:
        entry: Object = {"kind": record.kind, "label": self.label(record.id)}
        if isinstance(record.data.get("short"), dict):
            entry["short"] = record.data["short"]
        entry["path"] = record.path
        if "draft" in record.data:
            entry["draft"] = True
        languages = self.page_languages(record)
        if languages != self.languages:
            entry["languages"] = list(languages)
        return entry


def first_text(text: Mapping[str, object], languages: tuple[str, ...]) -> str:
    """Return a text in the first of `languages` that it has, or any."""
    return str(next((text[tag] for tag in languages if tag in text), next(iter(text.values()), "")))
