"""Canonical bytes and digests: the one encoder of JSON in the program."""

from hashlib import sha256

import orjson


def encode(value: object, *, indent: bool = False, sort: bool = False) -> bytes:
    """Return `value` as UTF-8 JSON; keys keep their order unless `sort` is set."""
    options = (orjson.OPT_INDENT_2 if indent else 0) | (orjson.OPT_SORT_KEYS if sort else 0)
    return orjson.dumps(value, option=options)


def decode(data: bytes | str) -> object:
    """Return the value that `data` holds."""
    value: object = orjson.loads(data)
    return value


def digest(*parts: bytes | str) -> str:
    """Return the SHA-256 of `parts` in hexadecimal; their borders count."""
    hashed = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big"))
        hashed.update(data)
    return hashed.hexdigest()


def digest_bytes(data: bytes) -> str:
    """Return the plain SHA-256 of `data` in hexadecimal, as `sha256sum` prints it."""
    return sha256(data).hexdigest()
