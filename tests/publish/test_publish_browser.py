"""The site in a real browser, from disk and without a network. Skipped where none is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from sample_books import hostile, many, raid

from headcount.publish.site import publish

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="needs a headless Chromium"),
]


def page(address: str, profile: Path) -> tuple[str, str]:
    """The page's document after its scripts ran, and what the console said."""
    done = subprocess.run(
        [
            str(BROWSER),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            "--enable-logging=stderr",
            f"--user-data-dir={profile}",
            "--window-size=1280,900",
            "--virtual-time-budget=4000",
            "--dump-dom",
            address,
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return done.stdout, "\n".join(console)


def test_the_map_has_its_places_and_the_console_is_silent(tmp_path: Path) -> None:
    publish(raid(), tmp_path / "site")
    dom, console = page(f"{(tmp_path / 'site/index.html').as_uri()}", tmp_path / "profile")
    assert console == ""
    assert 'aria-label="Poipet, Cambodia: 1 event"' in dom
    assert "base-land" in dom
    assert re.search(r'class="[^"]*map-name[^"]*"[^>]*>Thailand<', dom)


def test_the_address_filters_and_the_switch_keeps_the_filter(tmp_path: Path) -> None:
    publish(many(30), tmp_path / "site")
    address = (tmp_path / "site/events.html").as_uri() + "#from=2020-01-05&to=2020-01-07&sort=0a"
    dom, console = page(address, tmp_path / "profile")
    assert console == ""
    body = re.search(r"<tbody>(.*)</tbody>", dom, re.S)
    assert body is not None
    rows = re.findall(r"<tr ([^>]*)>", body[1])
    assert len(rows) == 30
    shown = [re.findall(r'data-day="([^"]+)"', r)[0] for r in rows if "hidden" not in r]
    assert shown == ["2020-01-05", "2020-01-06", "2020-01-07"]
    assert "3 of 3 / 30 rows" in dom
    assert 'href="fr/events.html#from=2020-01-05&amp;to=2020-01-07&amp;sort=0a"' in dom


def test_hostile_text_runs_nothing(tmp_path: Path) -> None:
    publish(hostile(), tmp_path / "site")
    for name in ("index", "events", "claims"):
        address = (tmp_path / f"site/fr/{name}.html").as_uri()
        dom, console = page(address, tmp_path / "profile")
        assert console == ""
        assert "<img" not in dom
