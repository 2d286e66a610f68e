"""Headless Chromium for tests, spoken to over a pipe in its DevTools protocol: no port, no library, no download."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
PATIENCE = 60.0
"""Seconds to wait for an answer."""
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--remote-debugging-pipe"),
)


@dataclass
class Tab:
    """One page of the browser, with what it said and asked for since it was opened."""

    call: Callable[..., dict[str, Any]]
    listen: Callable[[], None]
    """Waits for the next event of any tab."""
    events: list[dict[str, Any]] = field(default_factory=list)

    def run(self, script: str) -> Any:
        """Value of a JavaScript expression; promises are awaited."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def size(self, width: int, height: int = 900) -> None:
        """Size of the window in CSS pixels."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)

    def media(self, medium: str = "", **features: str) -> None:
        """Medium and features such as `prefers_color_scheme="dark"`."""
        listed = [{"name": k.replace("_", "-"), "value": v} for k, v in features.items()]
        self.call("Emulation.setEmulatedMedia", media=medium, features=listed)

    def open(self, page: Path, rest: str = "", *, script: bool = True) -> None:
        """Load a file and wait until it is there, its script has run, and it has been drawn once; `script` says that it may run."""
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.events.clear()
        self.call("Page.navigate", url=page.as_uri() + rest)
        while not any(e["method"] == "Page.loadEventFired" for e in self.events):
            self.listen()
        if script:
            self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press a key, as a person would: `press("Tab", 9)`."""
        typed = {"text": text} if text else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **typed)

    def picture(self, target: Path, *, whole: bool = True) -> None:
        """Write a PNG of the page."""
        data = self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        target.write_bytes(base64.b64decode(data))

    def pdf(self, **paper: Any) -> bytes:
        """The page printed; sizes are inches."""
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True, generateTaggedPDF=True, **paper)
        return base64.b64decode(answer["data"])

    def nodes(self) -> list[dict[str, Any]]:
        """The page as a screen reader gets it."""
        return list(self.call("Accessibility.getFullAXTree")["nodes"])

    def busy(self) -> float:
        """Milliseconds the page's thread has worked; needs `Performance.enable`."""
        metrics = {m["name"]: m["value"] for m in self.call("Performance.getMetrics")["metrics"]}
        return float(metrics["TaskDuration"]) * 1000

    @property
    def said(self) -> list[str]:
        """What reached the console: messages, warnings, errors, breaches of the policy."""
        kinds = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}
        return [json.dumps(e["params"])[:400] for e in self.events if e["method"] in kinds]

    @property
    def asked_for(self) -> list[str]:
        """Addresses it requested."""
        return [e["params"]["request"]["url"] for e in self.events if e["method"] == "Network.requestWillBeSent"]


class _Pipe:
    """Messages to and from the browser, each ended by a zero byte."""

    def __init__(self, read: int, write: int) -> None:
        self.read, self.write, self.number, self.rest = read, write, 0, b""
        self.tabs: dict[str, Tab] = {}

    def call(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write, data) :]
        until = time.monotonic() + PATIENCE
        while True:
            answer = self._next(until - time.monotonic())
            if answer.get("id") == self.number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                return dict(answer["result"])
            self._keep(answer)

    def listen(self) -> None:
        self._keep(self._next(PATIENCE))

    def _keep(self, answer: dict[str, Any]) -> None:
        if "method" in answer and answer.get("sessionId") in self.tabs:
            self.tabs[answer["sessionId"]].events.append(answer)

    def _next(self, seconds: float) -> dict[str, Any]:
        until = time.monotonic() + seconds
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.read], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            data = os.read(self.read, 1 << 20)
            assert data, "the browser has ended"
            self.rest += data
        message, _, self.rest = self.rest.partition(b"\0")
        return dict(json.loads(message))


@contextmanager
def browser(profile: Path) -> Iterator[Callable[[], Tab]]:
    """A browser with a profile of its own; gives a function that opens a tab."""
    assert CHROMIUM is not None
    command_read, command_write = os.pipe()
    answer_read, answer_write = os.pipe()
    spares = (fcntl.fcntl(command_read, fcntl.F_DUPFD_CLOEXEC, 10), fcntl.fcntl(answer_write, fcntl.F_DUPFD_CLOEXEC, 10))
    nowhere = [(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_RDWR, 0) for n in (0, 1, 2)]
    ends = [(os.POSIX_SPAWN_DUP2, spares[0], 3), (os.POSIX_SPAWN_DUP2, spares[1], 4)]
    process = os.posix_spawn(
        CHROMIUM, [CHROMIUM, *_QUIET, f"--user-data-dir={profile}", "about:blank"], os.environ, file_actions=[*nowhere, *ends], setpgroup=0
    )
    for end in (command_read, answer_write, *spares):
        os.close(end)
    pipe = _Pipe(answer_read, command_write)

    def tab() -> Tab:
        target = pipe.call("Target.createTarget", url="about:blank")["targetId"]
        session = pipe.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        made = Tab(lambda method, **parameters: pipe.call(method, session, **parameters), pipe.listen)
        pipe.tabs[session] = made
        return made

    try:
        yield tab
    finally:
        with suppress(AssertionError, OSError):
            pipe.call("Browser.close")
        for end in (command_write, answer_read):
            os.close(end)
        with suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
