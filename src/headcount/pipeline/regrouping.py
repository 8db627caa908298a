"""Events as people confirmed, merged and split them: a fold over decisions in their own order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from headcount.decisions import Action
from headcount.events.clusters import Cluster
from headcount.events.families import is_subject
from headcount.events.grouping import group_events
from headcount.events.partition import strands
from headcount.events.records import event_of_cluster, event_of_subject
from headcount.events.wording import line
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
    it to; of the two sides of a split with the one that it belongs to by itself.
    """
    if not any(standing.decision.action in _GROUPED for standing in found):
        return tuple(events), tuple(found)
    sorting = _Sorting(events, claims, documents)
    applied = [sorting.apply(standing) for standing in found]
    after = [sorting.look(standing) for standing in applied]
    return sorting.events(), tuple(after)


def holder(events: Iterable[Event], keys: frozenset[Key]) -> Event | None:
    """The event that holds most of the claims, None if none holds any."""
    sizes = {event.id: (len(keys & set(event.claims)), event) for event in events}
    best = min(sizes, key=lambda name: (-sizes[name][0], name), default=None)
    return sizes[best][1] if best is not None and sizes[best][0] else None


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
            why = "one of them is an estimate today, which is no operation"
            return replace(standing, state=State.STALE, why=why)
        if len(events) > 1:
            self._join(chosen, standing)
        if apart:
            words = "claim is" if apart == 1 else "claims are"
            told = f"{apart} {words} told with another event today"
            why = "; ".join(filter(None, (standing.why, told)))
            return replace(standing, state=State.PARTLY, why=why)
        return standing

    def _is_subject(self, event: Event) -> bool:
        return any(is_subject(self._claims[key]) for key in event.claims)

    def _join(self, chosen: Sequence[Event], standing: Standing) -> None:
        events = list({event.id: event for event in chosen}.values())
        words = f"a person decided so: {standing.decision.why}"
        joins = [join for event in events for join in event.joined]
        first = events[0].documents[0]
        for other in events[1:]:
            pair = (first, other.documents[0])
            joins.append(Join(pair, (Reason("decided", (), words),)))
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
            mine |= self._beside(mine, unseen) - self._beside(rest, unseen)
            for side in (mine, held - mine):
                within = {document for document, _ in side}
                joins = [join for join in event.joined if within.issuperset(join.documents)]
                self._put(self._made(side, joins))

    def _beside(self, side: set[Key], unseen: set[Key]) -> set[Key]:
        """The unseen claims that the rules would put to this side if there were no other."""
        if not unseen:
            return set()
        alone = group_events([self._claims[key] for key in side | unseen], self._documents)
        return {key for e in alone if side & set(e.claims) for key in e.claims} & unseen

    def _made(self, keys: Collection[Key], joins: Sequence[Join]) -> Event:
        """The event of these claims; its id comes from them, as grouping would give it."""
        told: dict[str, list[Claim]] = {}
        for key in sorted(set(keys)):
            told.setdefault(key[0], []).append(self._claims[key])
        ordered = [claim for mine in told.values() for claim in mine]
        if is_subject(ordered[0]):
            made = event_of_subject(ordered)
            return replace(made, joins=tuple(map(line, joins)), joined=tuple(joins))
        found = []
        for name, mine in told.items():
            document = self._documents.get(name)
            found += strands(mine, document.published if document else None)
        return event_of_cluster(Cluster(found, list(joins)))

    def _confirmed(self, standing: Standing) -> Standing:
        held = self._holding(standing.keys[0])
        if len(held) > 1:
            why = f"its claims are told with {len(held)} events today"
            return replace(standing, state=State.STALE, why=why)
        (name,) = held or [""]
        if not name:
            return standing
        seen = standing.keys[0]
        late = sum(key not in seen for key in self._events[name].claims)
        if not late:
            return standing
        words = "claim was" if late == 1 else "claims were"
        why = f"{late} {words} not there when it was checked"
        return replace(standing, state=State.PARTLY, why=why)


def _by_day(event: Event) -> tuple[str, str]:
    return (event.start.isoformat() if event.start else "9999-99-99", event.id)
