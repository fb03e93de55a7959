"""Writing changed files back where they stood."""

import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from factsheet.diagnostics import EnvironmentProblem


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to the file at `path`, whole or not at all; its permissions stay. Raises EnvironmentProblem."""
    real = path.resolve()
    beside = real.with_name(f".{real.name}.{secrets.token_hex(4)}.part")
    try:
        beside.write_bytes(data)
        shutil.copymode(real, beside)
        beside.replace(real)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise EnvironmentProblem(f"{path}: can't be written: {error.strerror}") from None
