"""What is kept beside the events of a book, as the plain records that are published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headcount.books import (
    HeldOperation,
    HeldTotal,
    Kept,
    KeptAccount,
    KeptStep,
    KeptStock,
    Number,
    Origin,
    StageTotal,
    UnseenEstimate,
)
from headcount.model import Book, Event
from headcount.reconcile.accounts import Account, Stock, accounts
from headcount.reconcile.amounts import Amount, total
from headcount.reconcile.coverage import Coverage, coverage
from headcount.reconcile.groups import STAGES, Group
from headcount.reconcile.origins import explained
from headcount.reconcile.unseen import (
    ENOUGH,
    Estimate,
    by_languages,
    by_origins,
    language_pairs,
    seen_operations,
)


def keep(book: Book, rule: str) -> Kept:
    """Totals, accounts, estimates and origins of the book, by the rule of this name.

    The numbers are those of `headcount coverage`, `account` and `unseen`. Raises UsageError on an
    unknown rule.
    """
    known = (book.events, book.claims, book.documents)
    found = accounts(*known, rule)
    seen = seen_operations(*known)
    estimates = [by_origins(seen)]
    estimates += [by_languages(seen, *pair) for pair in language_pairs(seen)]
    return Kept(
        totals=tuple(_total(each) for each in coverage(*known, rule)),
        accounts=tuple(_account(each) for each in found),
        whole=_whole(found),
        unseen=tuple(_unseen(each) for each in estimates),
        origins=tuple((event.id, _origins(event, book)) for event in book.events),
    )


def _origins(event: Event, book: Book) -> tuple[Origin, ...]:
    return explained([book.claims[k] for k in event.claims if k in book.claims], book.documents)


def _number(amount: Amount) -> Number:
    return Number(amount.low, amount.best, amount.high)


def _total(found: Coverage) -> HeldTotal:
    about = found.total
    return HeldTotal(
        str(about.kind),
        str(about.unit),
        about.people,
        about.country,
        about.destination,
        about.days.start,
        about.days.end,
        about.authorities,
        _number(about.amount),
        _number(found.recorded),
        _number(found.missing),
        (found.low, found.best, found.high),
        tuple(
            HeldOperation(
                each.told.event,
                _number(each.told.amount),
                _number(each.adds),
                each.told.people,
                each.told.days.start,
                each.told.days.end,
                each.standing.name.lower(),
                each.same_authority,
            )
            for each in found.counted
        ),
        about.claims,
    )


def _account(found: Account) -> KeptAccount:
    return KeptAccount(
        found.people,
        tuple((name, _number(amount)) for name, amount in found.lines()),
        tuple((str(stage), _number(found.reached(stage))) for stage in STAGES),
        (*_stocks("missing", found.missing), *_stocks("held", found.held)),
        tuple(
            StageTotal(
                str(t.kind), _number(t.amount), t.days.start, t.days.end, t.authorities, t.claims
            )
            for _, t in found.totals
        ),
        tuple(_group(group) for group in found.groups),
    )


def _stocks(what: str, stocks: Iterable[Stock]) -> list[KeptStock]:
    return [KeptStock(what, _number(s.amount), s.day, s.country, s.claims) for s in stocks]


def _group(group: Group) -> tuple[KeptStep, ...]:
    return tuple(
        KeptStep(str(step.stage), step.event, _number(step.amount), *step.days, link.name.lower())
        for step, link in group.steps
    )


def _whole(found: Sequence[Account]) -> KeptAccount | None:
    """Line by line what all accounts come to; nobody is in two of them."""
    if not found:
        return None
    lines = [dict(each.lines()) for each in found]
    return KeptAccount(
        (),
        tuple((name, _number(total(each[name] for each in lines))) for name in lines[0]),
        tuple((str(s), _number(total(each.reached(s) for each in found))) for s in STAGES),
    )


def _unseen(found: Estimate) -> UnseenEstimate:
    counts = dict(found.counts)
    common = counts["two_origins"] if found.method == "chao1" else counts["both"]
    refused = ("few" if common < ENOUGH else "apart") if found.refused else ""
    return UnseenEstimate(
        found.method,
        found.lists,
        found.seen,
        found.counts,
        None if found.refused else Number(*found.unseen),
        refused,
        ENOUGH,
    )
