"""The report file of a bug."""

import os
import platform
import sys
import tempfile
import traceback

from factsheet import __version__


def write_bug_report(error: BaseException) -> str:
    """Write what happened into the temporary folder and return the file's name."""
    lines = [
        f"factsheet {__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        f"command: {sys.argv}",
        "",
        *traceback.format_exception(error),
    ]
    handle, name = tempfile.mkstemp(prefix="factsheet-bug-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write("\n".join(lines))
    return name
