"""The hooks for pre-commit name commands that there are."""

import re
from pathlib import Path

from factsheet.cli.commands import COMMANDS
from factsheet.loading import load

HOOKS = Path(__file__).resolve().parents[1] / ".pre-commit-hooks.yaml"


def test_each_hook_runs_a_command_on_the_files_it_is_for() -> None:
    (document,) = load(HOOKS.read_bytes(), HOOKS.name).documents
    hooks = document.value
    assert isinstance(hooks, list)
    assert len(hooks) == 3
    for hook in hooks:
        assert isinstance(hook, dict)
        program, command, *_ = str(hook["entry"]).split(" ")
        assert program == "factsheet"
        assert command in COMMANDS
        assert re.search(str(hook["files"]), "site/content/groups/hts.yaml") or command == "schema"
        assert not re.search(str(hook["files"]), "README.md")
