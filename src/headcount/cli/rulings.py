"""The ledger as a person decides on it: events and claims by name, and decisions as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from headcount.cli import wording
from headcount.cli.formerly import now_called
from headcount.cli.terminal import Column, echo, print_table
from headcount.decisions import Action, Anchor, Decision
from headcount.errors import UsageError
from headcount.events.families import is_subject
from headcount.ledger.store import Ledger
from headcount.model import Book, Claim, Event
from headcount.pipeline.deciding import Standing, anchored
from headcount.pipeline.gathering import as_decided, by_rules, gather
from headcount.pipeline.noting import changes, told_on
from headcount.publish import views
from headcount.publish.catalogue import Catalogue
from headcount.publish.sentences import of_reason
from headcount.publish.wording import wording as words_of
from headcount.reasons import Key, Reason
from headcount.reconcile.figures import reconcile

NAMED = 5
"""Candidates named when a prefix fits several."""

_COLUMNS = (
    Column("decision"),
    Column("when"),
    Column("by", wide=True, least=4),
    Column("what", wide=True, least=20),
    Column("why", wide=True, least=16),
    Column("state", wide=True, least=12),
)


class Desk:
    """An open ledger with what it says, grouped into events when they are first asked for."""

    def __init__(self, ledger: Ledger) -> None:
        """Use `Desk.open`."""
        self._ledger = ledger
        self._told = gather(ledger)

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[Self]:
        """The desk of the ledger at this path, which must exist and be writable."""
        with Ledger.open(path, must_exist=True) as ledger:
            yield cls(ledger)

    @property
    def claims(self) -> Mapping[Key, Claim]:
        """The claims that count, as people corrected them."""
        return self._told.claims

    @cached_property
    def _by_rules(self) -> tuple[Event, ...]:
        return by_rules(self._told)

    @cached_property
    def _events(self) -> dict[str, Event]:
        events, _ = as_decided(self._told, self._by_rules)
        return {event.id: event for event in events}

    def event(self, prefix: str) -> Event:
        """The one event whose id begins so. Raises UsageError on none and on several."""
        if not any(each.startswith((prefix, f"ev-{prefix}")) for each in self._events):
            found = now_called(prefix, [*self._events.values()], self._told.documents)
            if found is not None:
                return found
        return self._events[_one(prefix, "event", self._events, "ev-")]

    def is_subject(self, event: Event) -> bool:
        """Whether the event is an estimate and no operation."""
        return any(is_subject(self.claims[key]) for key in event.claims)

    def claim(self, name: str) -> Key:
        """The claim that counts with this name, report:number. Raises UsageError if none does."""
        document, _, number = name.rpartition(":")
        if not document or not number.isdecimal():
            raise UsageError(f"{name}: is no claim; write report:number, as in `headcount show`")
        whole = _one(document, "report", self._told.documents, "doc-")
        key = (whole, int(number))
        if key in self.claims:
            return key
        if key in self._told.read:
            raise UsageError(f"{name}: was withdrawn already; see `headcount decide list`")
        raise UsageError(f"{name}: the report has no such claim; see `headcount claims --ledger`")

    def told(self, name: str, held: Sequence[Key]) -> list[Key]:
        """What a report or a claim tells of those held. Raises UsageError if it is none of them."""
        documents = {document for document, _ in held}
        if name in documents or ":" not in name:
            whole = _one(name, "report of the event", documents, "doc-")
            return [key for key in held if key[0] == whole]
        key = self.claim(name)
        if key not in held:
            raise UsageError(f"{name}: is not told of this event; see `headcount show`")
        return [key]

    def seen(self, keys: Iterable[Key]) -> tuple[Anchor, ...]:
        """The claims at these keys as they were read."""
        return anchored(keys, self._told.read, self._told.documents)

    def take(self, decision: Decision) -> str:
        """Stores the decision, says what came of it, and gives its id."""
        made = self._ledger.decide(decision, datetime.now(UTC))
        echo(f"{made}: {_told(decision)}")
        self._renew()
        seen = {(anchor.document, anchor.n) for group in decision.seen for anchor in group}
        events = [event for event in self._events.values() if seen & set(event.claims)]
        for line in self._in_words(events):
            echo(f"  {line}")
        if not events:
            echo("  no event tells of it any more")
        return made

    def _in_words(self, events: Sequence[Event]) -> Iterator[str]:
        """Each event in one line: its title as lists have it, id, days, place and reports."""
        claims = {key: self.claims[key] for event in events for key in event.claims}
        counted = reconcile(events, [*claims.values()], documents=self._told.documents)
        catalogue = Catalogue(Book(dict(self._told.documents), claims, counted, ()))
        for event in counted:
            title = views.headline(catalogue, words_of("en"), event)
            yield f"{title} · {wording.event_line(event)}"

    def _renew(self) -> None:
        """Goes by the decisions as they are now; what they leave as it was is not made again."""
        before = self._told
        self._told = before.with_decisions(self._ledger.decisions())
        self.__dict__.pop("_events", None)
        if self._told.claims != before.claims:
            self.__dict__.pop("_by_rules", None)


def _one(prefix: str, what: str, ids: Iterable[str], kind: str) -> str:
    found = list(ids)
    if prefix in found:
        return prefix
    fits = [each for each in found if each.startswith((prefix, f"{kind}{prefix}"))]
    if len(fits) == 1 and prefix:
        return fits[0]
    if not fits or not prefix:
        where = "events" if what == "event" else "show"
        raise UsageError(f"{prefix or '(empty)'}: no {what} begins so; see `headcount {where}`")
    names = ", ".join(fits[:NAMED])
    raise UsageError(f"{prefix}: fits {len(fits)} ({names} …); give more of the id")


@dataclass(frozen=True, slots=True)
class Row:
    """A decision with how it stands: holds, partly, stale or undone, and why in words."""

    decision: Decision
    state: str
    why: str

    @property
    def at(self) -> tuple[str, str]:
        """When it was taken."""
        return (self.decision.at, self.decision.id)


def row_of(found: Standing | Decision) -> Row:
    """The row of a decision that stands, or of one that was taken back."""
    if isinstance(found, Standing):
        why = "; ".join(map(_words, found.why))
        return Row(found.decision, str(found.state), why)
    return Row(found, "undone", f"on {found.undone[:10]}")


def print_standings(rows: Sequence[Row]) -> None:
    """Prints the decisions as a table, and how many are stale."""
    print_table(_COLUMNS, map(_cells, rows))
    stale = sum(row.state == "stale" for row in rows)
    counted = wording.several(len(rows), "decision")
    echo(f"{counted}, {stale} stale and not applied" if stale else counted)


def as_json(row: Row) -> dict[str, Any]:
    """The decision as `headcount decide list --format jsonl` prints it."""
    decision = row.decision
    return {
        "id": decision.id,
        "at": decision.at,
        "by": decision.by or None,
        "why": decision.why,
        "action": str(decision.action),
        "seen": [[asdict(anchor) for anchor in group] for group in decision.seen],
        "values": dict(decision.values),
        "state": row.state,
        "reason": row.why or None,
    }


def _cells(row: Row) -> list[str]:
    decision = row.decision
    state = f"{row.state}: {row.why}" if row.why else row.state
    return [
        decision.id, decision.at[:10], decision.by, _told(decision), decision.why, state,
    ]  # fmt: skip


def _told(decision: Decision) -> str:
    """What was decided: on which claim or how many, its words, and what it sets."""
    first = decision.seen[0][0]
    words = f"{_words(told_on(decision))} «{first.exact}»"
    if decision.action is not Action.CORRECT:
        return words
    told = (_words(Reason("changed-to", values)) for values in changes(decision))
    return f"{words}: {', '.join(told)}"


def _words(reason: Reason) -> str:
    return of_reason(words_of("en"), reason)
