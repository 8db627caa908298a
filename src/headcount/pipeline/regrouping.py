"""Events as people confirmed, merged and split them: a fold over decisions in their own order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from headcount.decisions import Action
from headcount.events.clusters import Cluster
from headcount.events.evidence import weigh
from headcount.events.families import is_subject
from headcount.events.partition import strands
from headcount.events.records import event_of_cluster, event_of_subject
from headcount.events.strands import Strand
from headcount.model import Claim, Document, Event
from headcount.pipeline.deciding import Standing, State
from headcount.reasons import Join, Key, Reason

_GROUPED = (Action.CONFIRM, Action.MERGE, Action.SPLIT)


def regrouped(
    events: Sequence[Event],
    claims: Mapping[Key, Claim],
    documents: Mapping[str, Document],
    found: Sequence[Standing],
) -> tuple[tuple[Event, ...], tuple[Standing, ...]]:
    """The events as people decided, by first day and id, and how the decisions stand then.

    `claims` are those that count, `found` the decisions in the order in which they were taken: the
    later has the last word. A report that nobody had seen stays with the event that the rules put
    it to; of the two sides of a split with the one that more speaks for, else with what was left.
    """
    if not any(standing.decision.action in _GROUPED for standing in found):
        return tuple(events), tuple(found)
    sorting = _Sorting(events, claims, documents)
    applied = [sorting.apply(standing) for standing in found]
    after = [sorting.look(standing) for standing in applied]
    return sorting.events(), tuple(after)


class _Sorting:
    """Events by id, and which of them holds each claim."""

    def __init__(
        self,
        events: Iterable[Event],
        claims: Mapping[Key, Claim],
        documents: Mapping[str, Document],
    ) -> None:
        self._claims = claims
        self._documents = documents
        self._events: dict[str, Event] = {}
        self._at: dict[Key, str] = {}
        for event in events:
            self._put(event)

    def events(self) -> tuple[Event, ...]:
        """The events by first day and id, as grouping gives them."""
        return tuple(sorted(self._events.values(), key=_by_day))

    def apply(self, standing: Standing) -> Standing:
        """Carries out a merge or a split, unless it is stale; gives how it stands after that."""
        if standing.state is State.STALE:
            return standing
        if standing.decision.action is Action.MERGE:
            return self._merge(standing)
        if standing.decision.action is Action.SPLIT:
            self._split(*standing.keys)
        return standing

    def look(self, standing: Standing) -> Standing:
        """How a decision stands among the events as they came out."""
        if standing.state is State.STALE:
            return standing
        if standing.decision.action is Action.CONFIRM:
            return self._confirmed(standing)
        return standing

    def _put(self, event: Event) -> None:
        self._events[event.id] = event
        for key in event.claims:
            self._at[key] = event.id

    def _holding(self, keys: Iterable[Key]) -> Counter[str]:
        """How many of the claims each event holds."""
        return Counter(self._at[key] for key in keys if key in self._at)

    def _merge(self, standing: Standing) -> Standing:
        chosen: list[Event] = []
        apart = 0
        for keys in standing.keys:
            held = self._holding(keys)
            if held:
                best = min(held, key=lambda name: (-held[name], name))
                chosen.append(self._events[best])
        names = {event.id for event in chosen}
        for keys in standing.keys:
            apart += sum(n for name, n in self._holding(keys).items() if name not in names)
        events = [self._events[name] for name in sorted(names)]
        if len({self._is_subject(event) for event in events}) > 1:
            return replace(standing, state=State.STALE, why=(Reason("merge-of-estimate"),))
        if len(events) > 1:
            self._join(chosen, standing)
        if apart:
            told = _several("claim-elsewhere", "claims-elsewhere", apart)
            return replace(standing, state=State.PARTLY, why=(*standing.why, told))
        return standing

    def _is_subject(self, event: Event) -> bool:
        return any(is_subject(self._claims[key]) for key in event.claims)

    def _join(self, chosen: Sequence[Event], standing: Standing) -> None:
        events = list({event.id: event for event in chosen}.values())
        decided = Reason("merged-by-person", (("text", standing.decision.why),))
        joins = [join for event in events for join in event.joined]
        first = events[0].documents[0]
        for other in events[1:]:
            pair = (first, other.documents[0])
            joins.append(Join(pair, (decided,)))
        for event in events:
            del self._events[event.id]
        self._put(self._made([key for event in events for key in event.claims], joins))

    def _split(self, parted: frozenset[Key], left: frozenset[Key]) -> None:
        both = self._holding(parted).keys() & self._holding(left).keys()
        for name in sorted(both):
            event = self._events[name]
            held = set(event.claims)
            mine, rest = held & (parted - left), held & left
            if not mine:
                continue
            del self._events[name]
            unseen = held - mine - rest
            mine |= self._nearer(mine, rest, unseen)
            for side in (mine, held - mine):
                within = {document for document, _ in side}
                joins = [join for join in event.joined if within.issuperset(join.documents)]
                self._put(self._made(side, joins))

    def _nearer(self, mine: set[Key], rest: set[Key], unseen: set[Key]) -> set[Key]:
        """The unseen claims that belong to `mine`: their report tells it, or more speaks for it."""
        sides = [self._strands(side) for side in (mine, rest)]
        found: set[Key] = set()
        for strand in self._strands(unseen):
            home = [any(s.document == strand.document for s in side) for side in sides]
            scores = [max((weigh(strand, s).score for s in side), default=0.0) for side in sides]
            if home[0] > home[1] or (home[0] == home[1] and scores[0] > scores[1]):
                found.update((claim.document, claim.n) for claim in strand.claims)
        return found

    def _strands(self, keys: Collection[Key]) -> list[Strand]:
        """What each report tells in these claims of operations, by report."""
        found: list[Strand] = []
        for name, mine in groupby(sorted(keys), key=itemgetter(0)):
            document = self._documents.get(name)
            told = [self._claims[key] for key in mine]
            found += strands(told, document.published if document else None)
        return found

    def _made(self, keys: Collection[Key], joins: Sequence[Join]) -> Event:
        """The event of these claims; its id comes from them, as grouping would give it."""
        ordered = [self._claims[key] for key in sorted(set(keys))]
        if is_subject(ordered[0]):
            made = event_of_subject(ordered)
            return replace(made, joined=tuple(joins))
        return event_of_cluster(Cluster(self._strands(set(keys)), list(joins)))

    def _confirmed(self, standing: Standing) -> Standing:
        held = self._holding(standing.keys[0])
        if len(held) > 1:
            apart = Reason("told-with-events", (("n", len(held)),))
            return replace(standing, state=State.STALE, why=(apart,))
        (name,) = held or [""]
        if not name:
            return standing
        seen = standing.keys[0]
        late = sum(key not in seen for key in self._events[name].claims)
        gone = len(seen) - held[name]
        why = [_several("claim-came-later", "claims-came-later", late)] if late else []
        if gone:
            why.append(_several("claim-left-out", "claims-left-out", gone))
        return replace(standing, state=State.PARTLY, why=tuple(why)) if why else standing


def _several(one: str, more: str, n: int) -> Reason:
    """What is said of one claim, or of several."""
    return Reason(one) if n == 1 else Reason(more, (("n", n),))


def _by_day(event: Event) -> tuple[str, str]:
    return (event.start.isoformat() if event.start else "9999-99-99", event.id)
