"""Events that grow: one more report regroups only what lies around it.

The index holds what grouping works out on its way: strands, nodes, blocks, links and pieces (sets
of nodes that links connect). Every step depends on its neighbourhood alone, so after any changes
the events are those of grouping all reports from scratch.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from headcount.collector import collector_at_rest
from headcount.events.candidates import Block, Entry, pairs_of, time_of, within
from headcount.events.candidates import Key as BlockKey
from headcount.events.candidates import keys as block_keys
from headcount.events.clusters import Link, Node, clusters
from headcount.events.copies import Copies
from headcount.events.evidence import ENOUGH, Verdict, weigh
from headcount.events.families import is_subject
from headcount.events.partition import strands
from headcount.events.records import event_of_cluster, event_of_subject
from headcount.events.strands import Key, Strand
from headcount.events.subjects import SubjectKey, subject_key
from headcount.events.twins import merged, signature
from headcount.model import Claim, Document, Event
from headcount.sharing import in_shares

_BLOCKS: Final = 20_000
"""So many are worth the start of a second process."""


class EventIndex:
    """The events of a set of reports, kept up to date report by report."""

    def __init__(
        self, told: Mapping[str, Sequence[Claim]], documents: Mapping[str, Document]
    ) -> None:
        """Takes in the claims of each document; those of one document once each."""
        self._strands: dict[str, list[Strand]] = {}
        self._twins: dict[int, list[Strand]] = {}
        self._nodes: dict[int, Strand] = {}
        self._node_of: dict[object, int] = {}
        self._blocks: dict[BlockKey, list[Entry]] = {}
        self._links: dict[int, dict[int, Verdict]] = {}
        self._piece_of: dict[int, int] = {}
        self._pieces: dict[int, list[int]] = {}
        self._events: dict[int, list[Event]] = {}
        self._subjects: dict[SubjectKey, dict[Key, Claim]] = {}
        self._subject_events: dict[SubjectKey, Event] = {}
        self._subjects_of: dict[str, set[SubjectKey]] = {}
        self._copies = Copies()
        self._last = 0
        with collector_at_rest():
            self._fill(told, documents)

    def events(self) -> tuple[Event, ...]:
        """All events, `figures` empty, by first day and then id."""
        found = [event for events in self._events.values() for event in events]
        found.extend(self._subject_events.values())
        return tuple(sorted(found, key=_by_day))

    def change(
        self, document: Document, claims: Sequence[Claim]
    ) -> tuple[list[Event], list[Event]]:
        """Takes in a report, or its new version, or (without claims) takes it out.

        Gives the events that are gone and those that are there instead.
        """
        ident = document.id
        once = {(c.document, c.n): c for c in claims}
        ordered = [once[key] for key in sorted(once)]
        gone, made = self._change_subjects(ident, ordered)
        old = self._strands.pop(ident, [])
        new = strands(ordered, document.published)
        if new:
            self._strands[ident] = new
        moved = {_name(s) for s in old} | {_name(s) for s in new}
        before = {self._node_of[name] for name in moved if name in self._node_of}
        touched = {key for i in before for key, _ in block_keys(self._nodes[i])}
        pairs = self._pairs(touched)
        after = self._renew(moved, old, new)
        touched_now = {key for i in after for key, _ in block_keys(self._nodes[i])}
        fresh = touched_now - touched
        pairs |= self._pairs(fresh, without=after)
        changed = {n for pair in pairs ^ self._pairs(touched | fresh) for n in pair}
        papers = self._copies.change(ident, document.text if ordered else None)
        changed.update(self._node_of[_name(s)] for d in papers for s in self._strands.get(d, ()))
        changed = (changed | after) & self._nodes.keys()
        lost, won = self._regroup(changed, before)
        return gone + lost, made + won

    def _fill(self, told: Mapping[str, Sequence[Claim]], documents: Mapping[str, Document]) -> None:
        texts = {}
        for ident in sorted(told):
            document = documents.get(ident)
            published = document.published if document else None
            found = strands(told[ident], published)
            if found:
                self._strands[ident] = found
            if document and document.text:
                texts[ident] = document.text
            for strand in found:
                self._twins.setdefault(self._number(_name(strand)), []).append(strand)
            for claim in told[ident]:
                if is_subject(claim):
                    self._note_subject(claim)
        for i, twins in self._twins.items():
            self._enter(i, merged(twins))
        self._copies.fill(texts)
        self._link_all()
        self._regroup(set(self._nodes), set())
        for subject, claims in self._subjects.items():
            self._subject_events[subject] = event_of_subject(list(claims.values()))

    def _number(self, name: object) -> int:
        number = self._node_of.get(name)
        if number is None:
            number = self._node_of[name] = self._last
            self._last += 1
        return number

    def _enter(self, i: int, node: Strand) -> None:
        self._nodes[i] = node
        blocks, own = self._blocks, node.key
        for key, value in block_keys(node):
            block = blocks.get(key)
            if block is None:
                blocks[key] = [(value, own, i)]
            else:
                block.append((value, own, i))

    def _leave(self, i: int) -> None:
        node = self._nodes.pop(i)
        for key, value in block_keys(node):
            block = self._blocks[key]
            block.remove((value, node.key, i))
            if not block:
                del self._blocks[key]

    def _renew(self, moved: set[object], old: list[Strand], new: list[Strand]) -> set[int]:
        """Makes the nodes of these names anew; gives the numbers of those that are there."""
        for strand in old:
            self._twins[self._node_of[_name(strand)]].remove(strand)
        for strand in new:
            twins = self._twins.setdefault(self._number(_name(strand)), [])
            insort(twins, strand, key=lambda s: s.key)
        found = set()
        for name in moved:
            i = self._node_of[name]
            if i in self._nodes:
                self._leave(i)
            if self._twins[i]:
                self._enter(i, merged(self._twins[i]))
                found.add(i)
            else:
                del self._twins[i], self._node_of[name]
        return found

    def _pairs(
        self, keys: Iterable[BlockKey], without: set[int] | frozenset[int] = frozenset()
    ) -> set[tuple[int, int]]:
        """The pairs that these blocks give, as if nodes of `without` were not there."""
        found: set[tuple[int, int]] = set()
        for key in keys:
            found.update(within(key, [e for e in self._blocks.get(key, ()) if e[2] not in without]))
        return found

    def _link_all(self) -> None:
        """Weighs every pair of every block, and all copies."""
        nodes, size = self._nodes, self._last

        def linked(share: Sequence[Block]) -> list[tuple[int, int, Verdict]]:
            found = []
            for pair in pairs_of(share, size):
                i, j = divmod(pair, size)
                verdict = weigh(nodes[i], nodes[j])
                if verdict.score >= ENOUGH:
                    found.append((i, j, verdict))
            return found

        # Those of one time together: two halves of the blocks have few pairs in common.
        blocks = [block for block in self._blocks.items() if len(block[1]) > 1]
        blocks.sort(key=time_of)
        for i, j, verdict in in_shares(linked, blocks, least=_BLOCKS):
            self._link(i, j, verdict)
        for i, node in nodes.items():
            for j in self._same_text(node):
                if i < j:
                    self._weigh_copies(i, j)

    def _link(self, i: int, j: int, verdict: Verdict) -> None:
        self._links.setdefault(i, {})[j] = verdict
        self._links.setdefault(j, {})[i] = verdict

    def _weigh_copies(self, i: int, j: int) -> None:
        verdict = weigh(self._nodes[i], self._nodes[j], same_text=True)
        if verdict.score >= ENOUGH:
            self._link(i, j, verdict)

    def _same_text(self, node: Strand) -> Iterator[int]:
        """The nodes of documents whose text is nearly that of one of the node's."""
        for ident in node.documents:
            for other in self._copies.of(ident):
                for strand in self._strands.get(other, ()):
                    yield self._node_of[_name(strand)]

    def _relink(self, changed: set[int]) -> None:
        """Works out the links of these nodes anew; each block that they are in is read once."""
        nodes = self._nodes
        for i in changed:
            for j in self._links.pop(i, {}):
                del self._links[j][i]
        weighed: set[tuple[int, int]] = set()
        for key in {key for i in changed for key, _ in block_keys(nodes[i])}:
            for pair in within(key, self._blocks[key]):
                if pair in weighed or changed.isdisjoint(pair):
                    continue
                weighed.add(pair)
                a, b = pair
                verdict = weigh(nodes[a], nodes[b])
                if verdict.score >= ENOUGH:
                    self._link(a, b, verdict)
        for i in changed:
            for j in self._same_text(nodes[i]):
                if j != i:
                    self._weigh_copies(i, j)

    def _regroup(self, changed: set[int], before: set[int]) -> tuple[list[Event], list[Event]]:
        """Groups the pieces that these nodes are or were in; gives events gone and made."""
        filling = not self._pieces
        stale = {self._piece_of[i] for i in changed | before if i in self._piece_of}
        if not filling:
            for i in before - self._nodes.keys():
                for j in self._links.pop(i, {}):
                    del self._links[j][i]
            self._relink(changed)
        start = changed | {i for piece in stale for i in self._pieces[piece]}
        start &= self._nodes.keys()
        made: list[Event] = []
        lost: list[Event] = []
        reached: set[int] = set()
        for i in sorted(start):
            if i in reached:
                continue
            piece = self._reach(i)
            reached.update(piece)
            stale.update(self._piece_of[j] for j in piece if j in self._piece_of)
            events = self._grouped(piece)
            made.extend(events)
            # Numbered from the other side, so that a new piece does not hide a stale one.
            self._last += 1
            number = -self._last
            self._pieces[number], self._events[number] = piece, events
            for j in piece:
                self._piece_of[j] = number
        for old in stale:
            for i in self._pieces.pop(old):
                if self._piece_of.get(i) == old:
                    del self._piece_of[i]
            lost.extend(self._events.pop(old))
        return lost, made

    def _reach(self, start: int) -> list[int]:
        """The nodes that links connect with this one."""
        found = {start}
        waiting = [start]
        while waiting:
            for j in self._links.get(waiting.pop(), ()):
                if j not in found:
                    found.add(j)
                    waiting.append(j)
        return list(found)

    def _grouped(self, piece: list[int]) -> list[Event]:
        if len(piece) > 1:
            piece = sorted(piece, key=lambda i: self._nodes[i].key)
        nodes = [Node(self._nodes[i], self._twins[i]) for i in piece]
        place = {i: at for at, i in enumerate(piece)}
        links = [
            Link(at, place[j], verdict)
            for at, i in enumerate(piece if len(piece) > 1 else ())
            for j, verdict in self._links[i].items()
            if at < place[j]
        ]
        return [event_of_cluster(c) for c in clusters(nodes, links)]

    def _change_subjects(
        self, ident: str, claims: Sequence[Claim]
    ) -> tuple[list[Event], list[Event]]:
        gone: list[Event] = []
        made: list[Event] = []
        keys = self._subjects_of.pop(ident, set())
        for key in keys:
            held = self._subjects[key]
            for own in [k for k in held if k[0] == ident]:
                del held[own]
        for claim in claims:
            if is_subject(claim):
                keys.add(self._note_subject(claim))
        for key in sorted(keys):
            if key in self._subject_events:
                gone.append(self._subject_events.pop(key))
            if self._subjects[key]:
                self._subject_events[key] = event_of_subject(list(self._subjects[key].values()))
                made.append(self._subject_events[key])
            else:
                del self._subjects[key]
        return gone, made

    def _note_subject(self, claim: Claim) -> SubjectKey:
        key = subject_key(claim)
        self._subjects.setdefault(key, {})[(claim.document, claim.n)] = claim
        self._subjects_of.setdefault(claim.document, set()).add(key)
        return key


def _name(strand: Strand) -> object:
    """What a node is known by: its signature, or its key where it has none."""
    twin = signature(strand)
    return strand.key if twin is None else twin


def _by_day(event: Event) -> tuple[str, str]:
    return (event.start.isoformat() if event.start else "9999-99-99", event.id)
