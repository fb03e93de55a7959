"""Asks the real yaml-language-server what it says of three common slips, beside what `factsheet check` says.

    npm install --prefix SOMEWHERE yaml-language-server
    python bench/editor.py SOMEWHERE/node_modules/.bin/yaml-language-server

Nothing is fetched: the schema is the file that the modeline names.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from factsheet import defaults
from factsheet.encoding import encode
from factsheet.schemas import Schemas
from factsheet.schemas.editor import editor_schema
from factsheet.wording.labels import label_word

MODELINE = "# yaml-language-server: $schema=../../.editor/event.schema.json\n"
GOOD = (
    MODELINE
    + """name: Fall of the town
type: offensive
when: 2016-12-22
places: [aleppo]
participants:
  - {group: hts, role: initiator}
as_of: 2016-12-23
cite: rferl-2016-12-22
"""
)
SLIPS = {
    "as it should be": GOOD,
    "a misspelt field": GOOD.replace("places:", "plcaes:"),
    "a misspelt field that is required": GOOD.replace("when:", "wehn:"),
    "a word that is not of the list": GOOD.replace("type: offensive", "type: ofensive"),
    "a word not of the list, inside an entry": GOOD.replace("role: initiator", "role: starter"),
    "a date that is none": GOOD.replace("when: 2016-12-22", "when: 2016-02-31"),
    "a date with the day first": GOOD.replace("as_of: 2016-12-23", "as_of: 23.12.2016"),
    "an id with a capital": GOOD.replace("[aleppo]", "[Aleppo]"),
}


class Server:
    """The language server over stdin and stdout."""

    def __init__(self, command: str) -> None:
        self.process = subprocess.Popen([command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0

    def send(self, method: str, params: object, *, is_request: bool = False) -> int:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if is_request:
            self.number += 1
            message["id"] = self.number
        self.write(message)
        return self.number

    def write(self, message: object) -> None:
        data = json.dumps(message).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return cast("dict[str, Any]", json.loads(self.process.stdout.read(length)))

    def wait(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self.read()
            if fits(message):
                return message
            if "id" in message and "method" in message:  # the server asks for its settings
                items = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
                answers = [{"validate": True, "hover": True, "schemaStore": {"enable": False}} for _ in items]
                self.write({"jsonrpc": "2.0", "id": message["id"], "result": answers})


def main(command: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content/events").mkdir(parents=True)
        (root / ".editor").mkdir()
        schemas = Schemas.read([defaults.SCHEMAS])
        schema = editor_schema(schemas.kind("event"), schemas, lambda name, word: label_word(name, word, "en"))
        (root / ".editor/event.schema.json").write_bytes(encode(schema, indent=True))
        server = Server(command)
        try:
            ask(server, root)
        finally:
            server.process.kill()


def is_about(uri: str) -> Callable[[dict[str, Any]], bool]:
    return lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri


def ask(server: Server, root: Path) -> None:
    capabilities = {"workspace": {"configuration": True}, "textDocument": {"hover": {"contentFormat": ["markdown"]}}}
    begun = server.send(
        "initialize",
        {
            "processId": None,
            "rootUri": root.as_uri(),
            "capabilities": capabilities,
            "workspaceFolders": [{"uri": root.as_uri(), "name": "publication"}],
        },
        is_request=True,
    )
    server.wait(lambda m: m.get("id") == begun and "result" in m)
    server.send("initialized", {})
    settings = {"yaml": {"validate": True, "hover": True, "schemaStore": {"enable": False}}}
    server.send("workspace/didChangeConfiguration", {"settings": settings})
    for number, (slip, text) in enumerate(SLIPS.items()):
        path = root / f"content/events/fall-{number}.yaml"
        path.write_text(text)
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        server.send("textDocument/didOpen", {"textDocument": document})
        answer = server.wait(is_about(path.as_uri()))
        print(f"{slip}:")
        for each in answer["params"]["diagnostics"]:
            begin = each["range"]["start"]
            print(f"  {begin['line'] + 1}:{begin['character'] + 1} {each['message']}  {each.get('data', '')}")
    at = {
        "textDocument": {"uri": (root / "content/events/fall-0.yaml").as_uri()},
        "position": {"line": 2, "character": 8},
    }
    hover = server.send("textDocument/hover", at, is_request=True)
    print("hover:", server.wait(lambda m: m.get("id") == hover and "method" not in m)["result"])
    done = subprocess.run(
        [sys.executable, "-m", "factsheet", "-C", root, "check", "--format", "concise"],
        check=False,
        capture_output=True,
    )
    print(done.stdout.decode())


if __name__ == "__main__":
    main(sys.argv[1])
