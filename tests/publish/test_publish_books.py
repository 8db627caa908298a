"""Totals, accounts, origins and what nobody told: what the pages say, and that it is what the
commands print."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_books import lines, raid

from headcount.books import Kept, KeptAccount, Number
from headcount.cli.main import run
from headcount.publish.catalogue import Catalogue
from headcount.publish.flows import WIDE, flow
from headcount.publish.holdings import FULL, amount, total_lines, unseen_lines
from headcount.publish.site import publish
from headcount.publish.wording import wording

EN, FR = wording("en"), wording("fr")
EXAMPLES = Path(__file__).parents[2] / "examples" / "documents.jsonl"
SOME = 90


def words(page: Path) -> str:
    """The text of a page without its tags, blanks as one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.read_text("utf-8"))).split())


def command(*arguments: object) -> str:
    """What a command prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert run([str(argument) for argument in arguments]) == 0
    return out.getvalue()


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A ledger of some of the examples, and the site made from it."""
    folder = tmp_path_factory.mktemp("books")
    reports = EXAMPLES.read_text("utf-8").splitlines(keepends=True)[:SOME]
    (folder / "some.jsonl").write_text("".join(reports), "utf-8")
    command("read", folder / "some.jsonl", "--ledger", folder / "some.db", "--quiet")
    command("publish", folder / "site", "--ledger", folder / "some.db", "--quiet")
    return folder / "some.db", folder / "site"


def test_the_accounts_are_those_of_the_command(made: tuple[Path, Path]) -> None:
    ledger, site = made
    printed = command("account", "--ledger", ledger, "--format", "csv")
    published = (site / "data/accounts.csv").read_text("utf-8")
    assert published.splitlines() == printed.splitlines()
    assert len(published.splitlines()) > 20
    page = words(site / "accounts.html")
    whole = {r["line"]: r for r in rows(site / "data/accounts.csv") if r["nationality"] == "all"}
    for line in ("told_out", "came_out", "home", "not_home", "not_accounted_for"):
        assert EN.number(int(whole[line]["best"])) in page


def test_the_totals_are_those_of_the_command(made: tuple[Path, Path]) -> None:
    ledger, site = made
    printed = command("coverage", "--ledger", ledger, "--min", "1", "--format", "jsonl")
    found = [json.loads(line) for line in printed.splitlines()]
    published = rows(site / "data/totals.csv")
    assert len(published) == len(found) > 5
    for record, row in zip(found, published, strict=True):
        for name, key in (("total", "total"), ("recorded", "recorded"), ("missing", "missing")):
            assert [row[f"{name}_{end}"] for end in ("low", "best", "high")] == [
                "" if record[key][end] is None else str(record[key][end])
                for end in ("low", "best", "high")
            ]
        assert float(row["coverage_best"]) == pytest.approx(record["coverage"]["best"], abs=1e-4)
        told = [f"{c['document']}#{c['n']}" for c in record["claims"]]
        assert row["claims"].split(";") == told
    shown = [r for r in found if r["total"]["best"] >= 20]
    text = (site / "totals.html").read_text("utf-8")
    assert text.count('class="barcell"') == len(shown)


def test_the_estimate_is_that_of_the_command(made: tuple[Path, Path]) -> None:
    ledger, site = made
    record: dict[str, Any] = json.loads(command("unseen", "--ledger", ledger, "--format", "jsonl"))
    page = words(site / "totals.html")
    assert f"{record['seen']} operations on record" in page
    if record["unseen"] is None:
        assert "No estimate is made" in page
    else:
        low, best, high = (EN.number(record["unseen"][k]) for k in ("low", "best", "high"))
        assert f"{best} not reported by any source ({low}–{high})" in page


def test_every_total_leads_to_its_sentence_and_its_operations(tmp_path: Path) -> None:
    publish(raid(), tmp_path / "site")
    text = (tmp_path / "site/totals.html").read_text("utf-8")
    assert '<a href="reports/en-raid.html#c1">7,000 or more freed</a> (Thailand)' in text
    assert 'href="events/ev-0123456789ab.html"' in text
    page = words(tmp_path / "site/totals.html")
    assert "only some of its days lie in the period" in page
    assert "same authority quoted" in page
    assert "6,785 (6,782 or more) in no operation on record." in page
    assert "No operation on record falls under it." in page
    assert "it may never have been told" in page


def test_an_estimate_is_told_with_its_assumption_or_why_there_is_none(tmp_path: Path) -> None:
    publish(raid(), tmp_path / "site")
    page = words(tmp_path / "site/totals.html")
    assert "60 not reported by any source (20–180)" in page
    assert "With the 49 on record, 45% (21%–71%) of all operations would be known." in page
    assert "That origins report independently of each other" in page
    assert "English and Thai : 2 in both; it takes 7." in page.replace("Thai:", "Thai :")
    assert "60 qu’aucune source n’a rapportées (20–180)" in words(tmp_path / "site/fr/totals.html")


@pytest.mark.parametrize("method", ["chao1", "chapman"])
@pytest.mark.parametrize("refused", ["few", "apart"])
def test_every_refusal_has_words(method: str, refused: str) -> None:
    _, pair = raid().kept.unseen
    first = raid().kept.unseen[0]
    basis = first if method == "chao1" else pair
    for w in (EN, FR):
        (told,) = unseen_lines(w, [replace(basis, refused=refused, unseen=None)])
        assert told["refused"]
        assert "{" not in told["refused"] + told["basis"]


def test_an_event_tells_its_origins_and_why(tmp_path: Path) -> None:
    publish(raid(), tmp_path / "site")
    page = words(tmp_path / "site/events/ev-0123456789ab.html")
    assert "2 reports, 1 origin" in page
    assert "because of one agency credited (the ministry)" in page
    assert "2 articles, 1 origine" in words(tmp_path / "site/fr/events/ev-0123456789ab.html")
    row = words(tmp_path / "site/events.html")
    assert "Reports Origins Conflict" in row


def test_an_account_shows_its_flow_its_stocks_and_what_it_is_made_of(tmp_path: Path) -> None:
    publish(raid(), tmp_path / "site")
    page = words(tmp_path / "site/accounts/tha.html")
    assert "Freed or escaped : 215 (215–218)" in page.replace("escaped:", "escaped :")
    assert "106 (100–109) last told of when freed or escaped" in page
    assert "100 (up to 109) no later report" in page
    assert "6 or more held · Cambodia · 9 March 2025" in page
    assert "900 or more repatriated (Thailand)" in page
    assert "because: fits into those told before" in page
    assert "3 groups" in page
    text = (tmp_path / "site/accounts.html").read_text("utf-8")
    assert '<a href="accounts/tha.html">Thailand</a>' in text
    assert "Nationality not told" in text
    assert "accounts/not-told.html" not in text


def test_a_book_without_books_says_so(tmp_path: Path) -> None:
    publish(replace(raid(), kept=Kept()), tmp_path / "site")
    assert "No running total" in words(tmp_path / "site/totals.html")
    assert "nothing to estimate from" in words(tmp_path / "site/totals.html")
    assert "No account can be kept" in words(tmp_path / "site/accounts.html")
    assert not (tmp_path / "site/accounts").exists()


def test_a_bar_never_leaves_its_box() -> None:
    book = raid()
    total = book.kept.totals[0]
    over = replace(total, recorded=Number(9000, 20_000, None), missing=Number(0, 0, None))
    closed = replace(over, total=Number(7000, 7000, 7000), missing=Number())
    perhaps = replace(closed, missing=Number(0, 0, 50))
    unsure = replace(total, missing=Number(0, 6785, None))
    totals = (total, over, closed, perhaps, unsure)
    catalogue = Catalogue(replace(book, kept=replace(book.kept, totals=totals)))
    first, second, third, fourth, fifth = total_lines(catalogue, EN)
    assert first["bar"]["likely"] == round(FULL * 215 / 7000, 2)
    assert second["bar"]["likely"] == second["bar"]["may"] == 100.0
    assert second["bar"]["cut"]
    assert second["missing"].startswith("Nothing for certain")
    assert third["missing"].startswith("Nothing: the operations on record come to more")
    assert fourth["missing"].startswith("Nothing by the best numbers, 50 at most")
    assert fifth["missing"] == "6,785 by the best numbers; how much for certain is open."


def test_amounts() -> None:
    assert amount(EN, Number(5, 5, 5)) == "5"
    assert amount(EN, Number(3, 5, None)) == "5 (3 or more)"
    assert amount(FR, Number(0, 5, 9)) == "5 (jusqu’à 9)"


counts = st.integers(0, 50_000)


@given(counts, counts, counts, counts, counts, counts)
def test_the_bands_of_a_flow_close(
    only: int, out: int, identified: int, transferred: int, home: int, held: int
) -> None:
    def exact(n: int) -> Number:
        return Number(n, n, n)

    after = [home, home + transferred, home + transferred + identified]
    came = after[-1] + out
    gone = out + identified + transferred
    waiting = min(held, gone)
    account = KeptAccount(
        ("THA",),
        lines(
            told_reported=exact(only), told_out=exact(came), told_identified=exact(identified),
            told_transferred=exact(transferred), told_home=exact(home), people=exact(came + only),
            only_reported=exact(only), came_out=exact(came), home=exact(home),
            not_home=exact(gone), last_out=exact(out), last_identified=exact(identified),
            last_transferred=exact(transferred), waiting=exact(waiting),
            not_accounted_for=exact(gone - waiting),
        ),
        (("reported", exact(came + only)), ("out", exact(came)), ("identified", exact(after[2])),
         ("transferred", exact(after[1])), ("home", exact(home))),
    )  # fmt: skip
    drawn = flow(account)
    if drawn is None:
        assert came + only == 0
        return
    least = 3.0 * 8
    for node, nxt in zip(drawn.nodes, drawn.nodes[1:], strict=False):
        assert node.leaving is not None
        assert abs(node.width - nxt.width - node.leaving.width) <= least
        numbers = [float(n) for n in re.findall(r"[\d.]+", node.leaving.branch)]
        assert all(-least <= n <= WIDE for n in numbers)
    gathered = sum(n.leaving.width for n in drawn.nodes if n.leaving and n.stage != "reported")
    assert abs(drawn.held + drawn.lost - gathered) <= least
    assert max(n.width for n in drawn.nodes) <= WIDE
