"""Firefox over WebDriver BiDi: opens pages, evaluates, and writes down what it complains of and asks for."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.notebooks import NEVER_SO_LONG

PREFERENCES = {
    "security.fileuri.strict_origin_policy": "true",  # as people have it; automation switches it off
    "datareporting.policy.dataSubmissionEnabled": "false",
    "app.update.disabledForTesting": "true",
    "browser.shell.checkDefaultBrowser": "false",
}
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
EVENTS = (
    "log.entryAdded",
    "network.beforeRequestSent",
    "network.fetchError",
    "browsingContext.userPromptOpened",
)


class Firefox:
    """A window of Firefox, and all that it has told since it was last asked."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._calls = 0
        self.complaints: list[str] = []
        self.requested: list[str] = []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=EVENTS)
        self._window = self.call("browsingContext.getTree")["contexts"][0]["context"]

    def call(self, method: str, **parameters: object) -> Any:
        """What a command of WebDriver BiDi answers."""
        self._calls += 1
        self._socket.send(json.dumps({"id": self._calls, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._socket.recv(timeout=NEVER_SO_LONG))
            if told.get("id") == self._calls:
                assert told["type"] == "success", f"{method}: {told}"
                return told["result"]
            self._hear(told["method"], told["params"])

    def open(self, screen: Path) -> None:
        """Open a page from the disk, with all that it loads."""
        self.call("browsingContext.navigate", context=self._window, url=screen.as_uri(), wait="complete")

    def resize(self, width: int, height: int) -> None:
        """The size of what shows of a page."""
        self.call(
            "browsingContext.setViewport", context=self._window, viewport={"width": width, "height": height}
        )

    def ask(self, expression: str) -> Any:
        """What an expression of the page's script is: text, a number or a truth; a promise is awaited."""
        target = {"context": self._window}
        told = self.call("script.evaluate", expression=expression, target=target, awaitPromise=True)
        assert told["type"] == "success", told
        return told["result"].get("value")

    def _hear(self, event: str, told: dict[str, Any]) -> None:
        match event:
            case "network.beforeRequestSent":
                self.requested.append(told["request"]["url"])
            case "network.fetchError":
                self.complaints.append(f"failed: {told['request']['url']}: {told['errorText']}")
            case "log.entryAdded":
                self.complaints.append(f"{told['level']}: {told['text']}")
            case _:
                self.complaints.append(f"{event}: {told}")


@contextmanager
def firefox_running(executable: str, profile: Path) -> Iterator[Firefox]:
    """A Firefox of its own, which ends with the context."""
    lines = [f'user_pref("{name}", {value});\n' for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines), "utf-8")
    command = [
        executable,
        "--headless",
        "--no-remote",
        "--profile",
        str(profile),
        "--remote-debugging-port",
        "0",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = next(found[1] for line in process.stderr if (found := LISTENING.search(line)))
        try:
            with import_module("websockets.sync.client").connect(
                f"{address}/session", max_size=None
            ) as socket:
                firefox = Firefox(socket)
                yield firefox
                firefox.call("browser.close")
        finally:
            process.terminate()
