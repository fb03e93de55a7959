"""A real browser, spoken to over its own protocol through two pipes: no driver to install beside it."""

from __future__ import annotations

import fcntl
import json
import os
import select
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from typing import Any

Message = dict[str, Any]

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
    *("--disable-extensions", "--hide-scrollbars", "--remote-debugging-pipe", "--force-color-profile=srgb"),
)
PATIENCE = 20.0
KEYS = {
    "Tab": (9, ""),
    "Enter": (13, "\r"),
    "Escape": (27, ""),
    "ArrowDown": (40, ""),
    "ArrowUp": (38, ""),
}


class BrowserError(Exception):
    """The browser refused a command, or a script in the page threw."""


@dataclass
class Chromium:
    """A running browser: sends commands, keeps the events of each tab."""

    into: int
    out: int
    count: int = 0
    rest: bytes = b""
    events: dict[str, list[Message]] = field(default_factory=dict)

    def ask(self, method: str, session: str = "", **parameters: object) -> Message:
        """Return the result of a command."""
        self.count += 1
        message: Message = {"id": self.count, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.into, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']}")
                result: Message = answer["result"]
                return result

    def read(self) -> Message:
        """Return the next message; an event is also kept for its tab."""
        while b"\0" not in self.rest:
            if not select.select([self.out], [], [], PATIENCE)[0]:
                raise BrowserError(f"the browser has said nothing for {PATIENCE} s")
            data = os.read(self.out, 1 << 20)
            if not data:
                raise BrowserError("the browser has gone")
            self.rest += data
        line, _, self.rest = self.rest.partition(b"\0")
        message: Message = json.loads(line)
        if "method" in message:
            self.events.setdefault(message.get("sessionId", ""), []).append(message)
        return message

    def open_tab(self) -> Tab:
        """Open an empty tab."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self, session, target)
        for domain in ("Page", "Runtime", "Log", "Network"):
            tab.ask(f"{domain}.enable")
        return tab


@dataclass
class Tab:
    """A tab of the browser."""

    browser: Chromium
    session: str
    target: str

    def ask(self, method: str, **parameters: object) -> Message:
        """Return the result of a command to this tab."""
        return self.browser.ask(method, self.session, **parameters)

    def events(self, name: str) -> list[Message]:
        """Return what was told under that name since the last page was opened."""
        return [each["params"] for each in self.browser.events.get(self.session, []) if each["method"] == name]

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded, its fonts too."""
        self.browser.events[self.session] = []
        result = self.ask("Page.navigate", url=address)
        if "errorText" in result:
            raise BrowserError(f"{address}: {result['errorText']}")
        deadline = time.monotonic() + PATIENCE
        while not self.events("Page.loadEventFired"):
            if time.monotonic() > deadline:
                raise BrowserError(f"{address} isn't loaded after {PATIENCE} s")
            self.browser.read()
        while self.run("document.fonts.status") != "loaded":  # its promise would wait for ever where scripts are off
            time.sleep(0.01)

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the page answers
        """Return what a script in the page gives."""
        answer = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserError(json.dumps(answer["exceptionDetails"])[:2000])
        return answer["result"].get("value")

    def wait_for(self, script: str) -> None:
        """Wait until a script gives something true, also while the page gives way to another."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                if self.run(script):
                    return
            except BrowserError as error:
                if "navigated" not in str(error):
                    raise
            time.sleep(0.02)
        raise BrowserError(f"never true: {script}")

    def resize(self, width: int, height: int = 800) -> None:
        """Give the page that much room."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def choose_scheme(self, scheme: str) -> None:
        """Ask for `light` or `dark` colours."""
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key and let it go."""
        code, text = KEYS[key]
        common: Mapping[str, object] = {
            "key": key,
            "code": key,
            "windowsVirtualKeyCode": code,
            "modifiers": 8 if shift else 0,
        }
        self.ask("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **common)

    def write(self, text: str) -> None:
        """Put text in at the cursor, as an input method does."""
        self.ask("Input.insertText", text=text)

    def complaints(self) -> list[str]:
        """Return what the console said of errors and refused loads, and what scripts threw, since the page opened."""
        time.sleep(0.03)
        self.run("0")
        logged = [each["entry"] for each in self.events("Log.entryAdded")]
        thrown = [each["exceptionDetails"]["text"] for each in self.events("Runtime.exceptionThrown")]
        return [f"{entry['source']}: {entry['text']}" for entry in logged if entry["level"] != "verbose"] + thrown

    def requests(self) -> list[str]:
        """Return the addresses that the page asked for."""
        return [each["request"]["url"] for each in self.events("Network.requestWillBeSent")]

    def close(self) -> None:
        """Close the tab."""
        self.browser.ask("Target.closeTarget", targetId=self.target)


def find_chromium() -> str:
    """Return the browser's program. Raises BrowserError that says what to install."""
    for name in (os.environ.get("CHROME_PATH", ""), "chromium", "chromium-browser", "google-chrome"):
        if name and (found := which(name)):
            return found
    raise BrowserError("no Chromium found: apt-get install chromium, or set CHROME_PATH")


@contextmanager
def start_chromium(profile: Path) -> Iterator[Chromium]:
    """Start a browser with a profile of its own, and end it."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (theirs_in, theirs_out)]
    for end in (theirs_in, theirs_out):
        os.close(end)

    def take_ends() -> None:
        os.dup2(ends[0], 3)
        os.dup2(ends[1], 4)

    with (profile.parent / "chromium.log").open("wb") as log:
        process = subprocess.Popen(
            [find_chromium(), *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=take_ends,  # noqa: PLW1509 - it only gives its pipes the numbers they must have
            pass_fds=(3, 4),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    for end in ends:
        os.close(end)
    browser = Chromium(ours_out, ours_in)
    try:
        yield browser
    finally:
        browser.ask("Browser.close")
        process.wait(timeout=20)
        os.close(ours_out)
        os.close(ours_in)
