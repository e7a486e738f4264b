"""A reader with a browser: what one does with a page and sees of it. The only door to selenium."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

OPTIONS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
WIDE, NARROW, ZOOMED = 1280, 390, 320  # the last: a screen of 1280 pixels at 400 %
HEIGHT = 900
TALLEST = 16_000  # pixels that the browser draws at once

IN_VIEW = """
const box = arguments[0].getBoundingClientRect();
return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
"""
CHOOSE = """
arguments[0].value = arguments[1];
for (const kind of ["input", "change"]) arguments[0].dispatchEvent(new Event(kind, {bubbles: true}));
"""
VIOLATIONS = """
const done = arguments[arguments.length - 1];
const only = arguments[0].length ? {runOnly: {type: "rule", values: arguments[0]}} : {};
axe.run(document, {resultTypes: ["violations"], ...only}).then(
  (found) => done(found.violations.map((v) => [v.impact, v.id, v.nodes.slice(0, 3).map((n) =>
    n.html.slice(0, 160) + " // " + (n.failureSummary || "").slice(0, 240))])),
  (error) => done([["critical", String(error), []]]));
"""


class Reader:
    """Chromium without a window."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    @classmethod
    def start(cls) -> Reader:
        """Start Debian's browser."""
        from selenium.webdriver import Chrome, ChromeOptions
        from selenium.webdriver.chrome.service import Service

        options = ChromeOptions()
        options.binary_location = shutil.which("chromium") or ""
        for option in OPTIONS:
            options.add_argument(option)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = Chrome(options, Service(shutil.which("chromedriver")))
        driver.set_script_timeout(60)
        return cls(driver)

    def close(self) -> None:
        self.driver.quit()

    def begin(self) -> None:
        """Forget what was before."""
        self.screen(WIDE)
        self.scripts(True)
        self.dark(False)
        self.driver.get("about:blank")
        for log in ("browser", "performance"):
            self.driver.get_log(log)

    # ---- what the screen is like

    def screen(self, width: int, height: int = HEIGHT) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def scripts(self, run: bool) -> None:
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not run})

    def dark(self, on: bool) -> None:
        wish = {"name": "prefers-color-scheme", "value": "dark" if on else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [wish]})

    # ---- what one does

    def open(self, file: Path, fragment: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get(file.as_uri() + (f"#{fragment}" if fragment else ""))

    def all(self, selector: str) -> list[Any]:
        return self.driver.find_elements("css selector", selector)

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def shown(self, selector: str) -> list[Any]:
        return [element for element in self.all(selector) if element.is_displayed()]

    def press(self, key: str) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(key).perform()

    def point_at(self, element: Any) -> None:
        from selenium.webdriver import ActionChains

        self.run("arguments[0].scrollIntoView({block: 'center', inline: 'center'})", element)
        ActionChains(self.driver).move_to_element(element).perform()

    def choose(self, by: str, value: str) -> None:
        """Choose a value; the driver's own click fires not every event that a hand does."""
        self.run(CHOOSE, self.one(f"select[data-by={by}]"), value)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def waits_for(self, script: str, *arguments: Any) -> None:
        """Wait until a script returns something true, at most five seconds."""
        from selenium.webdriver.support.wait import WebDriverWait

        WebDriverWait(self.driver, 5, 0.05).until(lambda _: self.run(script, *arguments))

    # ---- what one sees

    def sees(self, element: Any) -> bool:
        return bool(element.is_displayed() and self.run(IN_VIEW, element))

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than the screen."""
        return int(self.run("return document.documentElement.scrollWidth - innerWidth"))

    def violations(self, checker: str, rules: Sequence[str] = ()) -> list[Any]:
        """Return what axe-core finds serious or critical, by all rules or some."""
        if not self.run("return 'axe' in window"):
            self.run(checker)
        found = self.driver.execute_async_script(VIOLATIONS, list(rules))
        return [v for v in found if v[0] in {"serious", "critical"}]

    def unroll(self, width: int) -> None:
        """Make the screen as tall as the page: what is out of view is not drawn, nor looked at."""
        for _ in range(3):  # parts that come into view may be taller than was thought
            height = int(self.run("return document.documentElement.scrollHeight"))
            self.screen(width, min(height, TALLEST))

    def picture(self, file: Path) -> None:
        """Keep a picture of the screen."""
        taken = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(taken["data"]))

    def complaints(self) -> list[str]:
        """Return what the console says of the page."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return what the page asked for, itself and its own data aside."""
        sent = [json.loads(e["message"])["message"] for e in self.driver.get_log("performance")]
        urls = [m["params"]["request"]["url"] for m in sent if m["method"] == SENT]
        return [url for url in urls if not url.startswith(("file:", "data:", "about:"))]


SENT = "Network.requestWillBeSent"
