"""The site in a real browser, from disk and without a network. Skipped where none is installed."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

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
            # Lets a page from disk look into a frame from disk, as the tests on a phone do.
            "--allow-file-access-from-files",
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


def on_a_phone(site: Path, pages: list[str], look: str) -> list[Any]:
    """What the script `look` gives of each page in a frame as wide as a phone."""
    harness = site.parent / "phone.html"
    frames = "".join(
        f'<iframe width="390" height="844" src="{site.name}/{page}"></iframe>' for page in pages
    )
    harness.write_text(
        f"<body>{frames}<script>function look(document, window) {{ {look} }}\n"
        "onload = function () { setTimeout(function () {"
        "document.body.dataset.found = JSON.stringify(Array.from(frames, function (f) {"
        "return look(f.document, f); })); }, 500); };</script>",
        encoding="utf-8",
    )
    dom, console = page(harness.as_uri(), site.parent / "profile")
    assert console == ""
    found = re.search(r'data-found="([^"]*)"', dom)
    assert found is not None
    return list(json.loads(html.unescape(found[1])))


def test_nothing_scrolls_sideways_on_a_phone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(raid(), site)
    names = ["index", "events", "claims", "reports", "findings", "data", "method"]
    names += ["totals", "accounts", "accounts/tha"]
    names += ["events/ev-0123456789ab", "reports/en-raid"]
    pages = [f"{folder}{name}.html" for folder in ("", "fr/") for name in names]
    look = """
      var wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      var nav = document.querySelector(".masthead nav");
      var cut = Array.from(nav.querySelectorAll("a")).filter(function (a) {
        return a.getBoundingClientRect().right > document.documentElement.clientWidth; });
      var sheet = document.getElementById("sheet");
      return [wide, nav.scrollWidth - nav.clientWidth, cut.length,
              sheet ? sheet.parentNode.scrollWidth - sheet.parentNode.clientWidth : 0];
    """
    for name, found in zip(pages, on_a_phone(site, pages, look), strict=True):
        assert found == [0, 0, 0, 0], name


def test_more_rows_are_shown_on_demand_and_the_focus_goes_to_them(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(many(105), site)
    look = """
      var said = [];
      function say() {
        var rows = document.querySelectorAll("#sheet tbody tr:not([hidden])").length;
        said.push([rows, document.getElementById("more").hidden,
                   document.getElementById("shown").textContent]);
      }
      say();
      var name = document.documentElement.lang === "fr" ? "all" : "more";
      said.push(document.getElementById(name).textContent);
      document.getElementById(name).click();
      say();
      var row = document.activeElement.closest("tr");
      said.push(Array.from(row.parentNode.rows).indexOf(row));
      return said;
    """
    english, french = on_a_phone(site, ["claims.html", "fr/claims.html"], look)
    assert english == [
        [200, False, "200 of 210 rows"],
        "Show 10 more rows",
        [210, True, "210 of 210 rows"],
        200,
    ]
    assert french[1:3] == ["Afficher les 210 lignes", [210, True, "210 lignes sur 210"]]


def test_no_circle_of_the_map_covers_the_name_of_a_country(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(many(60), site)
    look = """
      function boxes(name) {
        return Array.from(document.querySelectorAll(name), function (e) {
          return e.getBoundingClientRect(); });
      }
      var names = boxes(".map-name");
      var covered = names.filter(function (a) {
        return boxes(".spot, .leaflet-control").some(function (b) {
          return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        });
      });
      return [names.length > 0, covered.length];
    """
    assert on_a_phone(site, ["index.html", "fr/index.html"], look) == [[True, 0]] * 2


def test_a_mark_of_the_map_is_entered_and_left_with_the_keyboard(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(many(60), site)
    look = """
      function press(on, key, code) {
        ["keydown", "keypress", "keyup"].forEach(function (type) {
          var event = new window.KeyboardEvent(type, { key: key, bubbles: true });
          Object.defineProperty(event, "keyCode", { value: code });
          on.dispatchEvent(event);
        });
      }
      var mark = document.querySelector(".spot");
      mark.focus();
      press(mark, "Enter", 13);
      var inside = document.activeElement;
      press(inside, "Escape", 27);
      return [inside.tagName, Boolean(inside.closest(".leaflet-popup")),
              document.activeElement === mark];
    """
    assert on_a_phone(site, ["index.html"], look) == [["A", True, True]]
