"""A small WebDriver BiDi client for Firefox: no driver program and no download, only a web socket."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from typing import Any

EXTENSION_ID = "etle-guard@etle-guard.example"
UUID = "11111111-2222-4333-8444-555555555555"
ORIGIN = f"moz-extension://{UUID}"

# Nothing is looked up, reported or updated: the tests run without a network.
QUIET = {
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "media.gmp-provider.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "remote.active-protocols": 1,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """One headless Firefox with one tab. Every command raises RuntimeError with Firefox's own words if it fails."""

    asked: list[str]  # what left the browser, where a proxy sees it

    def __init__(self, preferences: dict[str, Any]) -> None:
        import websocket

        self.profile = pathlib.Path(tempfile.mkdtemp(prefix="etle-guard-firefox-"))
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});" for key, value in (QUIET | preferences).items()]
        (self.profile / "user.js").write_text("\n".join(lines))
        self.log = self.profile / "firefox.log"
        arguments = ["--headless", "--no-remote", "--remote-debugging-port=0", "--remote-allow-system-access"]
        command = ["firefox-esr", *arguments, "--profile", str(self.profile)]
        environment = {**os.environ, "MOZ_DISABLE_AUTO_SAFE_MODE": "1", "HOME": str(self.profile)}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment)
        self.socket = websocket.create_connection(self._address() + "/session", timeout=30, suppress_origin=True)
        self.count = 0
        self.command("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})
        self.tab = self.command("browsingContext.getTree")["contexts"][0]["context"]

    def _address(self, seconds: float = 60) -> str:
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", self.log.read_text(errors="replace")):
                return found.group(1)
            time.sleep(0.1)
        raise RuntimeError(f"Firefox does not listen: {self.log.read_text(errors='replace')[-800:]}")

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while (answer := json.loads(self.socket.recv())).get("id") != self.count:
            pass
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message'][:300]}")
        result: dict[str, Any] = answer["result"]
        return result

    def install(self, extension: pathlib.Path) -> str:
        data = {"type": "path", "path": str(extension)}
        return str(self.command("webExtension.install", extensionData=data)["extension"])

    def uninstall(self, extension: str) -> None:
        self.command("webExtension.uninstall", extension=extension)

    def go(self, url: str) -> None:
        self.command("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page, by way of JSON."""
        wrapped = f"(async () => JSON.stringify((await ({expression})) ?? null))()"
        answer = self.command(
            "script.evaluate", expression=wrapped, target={"context": self.tab}, awaitPromise=True, userActivation=True
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def until(self, condition: str, seconds: float = 10) -> Any:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if value := self.evaluate(condition):
                return value
            time.sleep(0.04)
        raise AssertionError(f"never true: {condition}")

    def click(self, found: str) -> None:
        """Click the middle of the element that a JavaScript expression finds."""
        place = """((at) => {
            at.scrollIntoView({block: 'center'});
            const box = at.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
        })"""
        x, y = self.evaluate(f"{place}({found})")
        steps = [
            {"type": "pointerMove", "x": x, "y": y},
            *({"type": f"pointer{way}", "button": 0} for way in ("Down", "Up")),
        ]
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}
        self.command("input.performActions", context=self.tab, actions=[pointer])

    def press(self, key: str) -> None:
        steps = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.command(
            "input.performActions", context=self.tab, actions=[{"type": "key", "id": "keys", "actions": steps}]
        )

    def tabs(self) -> int:
        return len(self.command("browsingContext.getTree")["contexts"])

    def picture(self, path: pathlib.Path) -> None:
        path.write_bytes(base64.b64decode(self.command("browsingContext.captureScreenshot", context=self.tab)["data"]))

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self.command("browser.close")
        with contextlib.suppress(Exception):
            self.socket.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)


@contextlib.contextmanager
def open_firefox(
    extension: pathlib.Path, port: int, language: str = "id", proxy: int | None = None
) -> Iterator[Firefox]:
    """A Firefox where web.whatsapp.com is 127.0.0.1:`port`, with the extension under a known address.

    Every other name is asked of the proxy on that port of 127.0.0.1, where one is given.
    """
    preferences: dict[str, Any] = {
        "network.dns.localDomains": "web.whatsapp.com",
        "network.socket.forcePort": f"443={port}",
        "intl.locale.requested": language,
        "extensions.webextensions.uuids": json.dumps({EXTENSION_ID: UUID}),
    }
    if proxy is not None:
        preferences |= {"network.proxy.type": 1, "network.proxy.no_proxies_on": "web.whatsapp.com"}
        preferences |= {f"network.proxy.{kind}": "127.0.0.1" for kind in ("http", "ssl")}
        preferences |= {f"network.proxy.{kind}_port": proxy for kind in ("http", "ssl")}
    firefox = Firefox(preferences)
    try:
        assert firefox.install(extension) == EXTENSION_ID
        yield firefox
    finally:
        firefox.close()
