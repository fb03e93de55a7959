"""The parts of output schemas that are the same whatever the kind."""

from factsheet.model import Json, Object

WORDS = ("title", "description")
DAY = r"^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}$"
STANCE: Object = {
    "title": "Stance",
    "description": "Whose the statement is: derived, never typed. Left out: stated.",
    "enum": ["stated", "attributed", "disputed", "rejected"],
}
CITES: Object = {
    "title": "Citations",
    "description": "Numbers of the sheet's citations.",
    "type": "array",
    "minItems": 1,
    "items": {"type": "integer", "minimum": 1},
}
CITES_FROM: Object = {
    "title": "Citations from",
    "description": "record: the statement has no sources of its own, these are those of the record.",
    "enum": ["record"],
}
BUILT_IN: dict[str, Object] = {
    "texts": {
        "description": "A text by language tag.",
        "type": "object",
        "minProperties": 1,
        "additionalProperties": {"type": "string"},
    },
    "date": {
        "description": "A date in EDTF with its first and last day; null where it is open or unknown.",
        "type": "object",
        "additionalProperties": False,
        "required": ["edtf", "earliest", "latest"],
        "properties": {
            "edtf": {"type": "string"},
            "earliest": {"type": ["string", "null"], "pattern": DAY},
            "latest": {"type": ["string", "null"], "pattern": DAY},
        },
    },
    "amount": {
        "description": "An amount as stated, with the bounds it states; null where it states none.",
        "type": "object",
        "additionalProperties": False,
        "required": ["text", "low", "high"],
        "properties": {
            "text": {"type": "string"},
            "low": {"type": ["number", "null"]},
            "high": {"type": ["number", "null"]},
            "best": {"type": "number"},
        },
    },
    "reference": {
        "description": "Another record, by its id; name_then is the name it had on the day of the statement.",
        "type": "object",
        "additionalProperties": False,
        "required": ["ref"],
        "properties": {"ref": {"type": "string"}, "name_then": {"$ref": "#/$defs/texts"}},
    },
}
BEFORE_DATA: dict[str, Object] = {
    "sheet": {"description": "The version of this format.", "const": 1},
    "kind": {"type": "string"},
    "id": {"type": "string"},
    "path": {"description": "Where its files lie, without a suffix.", "type": "string"},
    "label": {"$ref": "#/$defs/texts"},
}
LANGUAGES: Object = {
    "description": "The languages in which there is a page, where they are fewer than the site's.",
    "type": "array",
    "minItems": 1,
    "items": {"type": "string"},
}
DRAFT: Object = {"description": "Not checked yet: only in an edition made with drafts.", "const": True}
DATA: Object = {
    "if": {"required": ["withdrawn"]},
    "then": {"properties": {"data": {"maxProperties": 0}}},
    "else": {"properties": {"data": {"$ref": "#/$defs/data"}}},
}
"""A withdrawn record keeps its page, which says only that."""
AFTER_DATA: dict[str, Object] = {
    "derived": {"description": "What follows from the data.", "type": "object"},
    "backlinks": {
        "description": "The records that name this one, by what it calls the relation.",
        "type": "object",
        "additionalProperties": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["ref"],
                "properties": {
                    "ref": {"type": "string"},
                    "statement": {"type": "object"},
                    "digest": {"type": "object"},
                },
            },
        },
    },
    "records": {
        "description": "The label of every record named in the sheet.",
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "required": ["kind", "label", "path"],
            "properties": {
                "kind": {"type": "string"},
                "label": {"$ref": "#/$defs/texts"},
                "short": {"$ref": "#/$defs/texts"},
                "path": {"type": "string"},
            },
        },
    },
    "citations": {
        "description": "Every place cited, numbered in reading order.",
        "type": "array",
        "items": {
            "type": "object",
            "required": ["n", "source"],
            "properties": {
                "n": {"type": "integer", "minimum": 1},
                "source": {"type": "string"},
                "at": {"type": "string"},
                "quote": {"type": "string"},
                "note": {"$ref": "#/$defs/texts"},
            },
        },
    },
    "sources": {
        "description": "Every source cited, by id.",
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "required": ["label"],
            "properties": {"label": {"$ref": "#/$defs/texts"}},
        },
    },
}


def built_in(name: str, definitions: Object) -> Object:
    """Return a reference to a part, which is put among the definitions with what it needs itself."""
    definitions.setdefault(name, BUILT_IN[name])
    if name == "reference":
        definitions.setdefault("texts", BUILT_IN["texts"])
    return {"$ref": f"#/$defs/{name}"}


def as_list(entry: Json) -> Object:
    """Return the schema of one or more entries."""
    return {"type": "array", "minItems": 1, "items": entry}


def keep_words(schema: Object) -> Object:
    """Return what a schema says of itself to readers."""
    return {keyword: schema[keyword] for keyword in WORDS if keyword in schema}
