"""Which documents are near-duplicates, kept up to date as documents come and go."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort

from headcount.events.texts import alike, fingerprints, neighbours, sketch


class Copies:
    """The pairs of documents with nearly the same text.

    The pairs depend on the texts and ids that are in, never on the order in which they came.
    """

    def __init__(self) -> None:
        self._prints: dict[str, array[int]] = {}
        self._holders: dict[int, list[str]] = {}
        self._pairs: dict[str, set[str]] = {}

    def of(self, ident: str) -> set[str] | frozenset[str]:
        """The documents that are paired with this one."""
        return self._pairs.get(ident, frozenset())

    def fill(self, texts: dict[str, str]) -> None:
        """Takes in many documents at once, into what must be empty."""
        for ident in sorted(texts):
            for number in self._note(ident, array("I", fingerprints(texts[ident]))):
                self._holders.setdefault(number, []).append(ident)
        weighed = set()
        for members in self._holders.values():
            for pair in neighbours(members) if len(members) > 1 else ():
                if pair not in weighed:
                    weighed.add(pair)
                    self._pair(pair)

    def change(self, ident: str, text: str | None) -> set[str]:
        """Takes in one document, or its new text, or takes it out (None).

        Gives the documents whose pairs may have changed.
        """
        before = self._around(ident)
        for number in sketch(self._prints.pop(ident, ())):
            held = self._holders[number]
            del held[bisect_left(held, ident)]
            if not held:
                del self._holders[number]
        prints = array("I", fingerprints(text)) if text is not None else array("I")
        for number in self._note(ident, prints):
            insort(self._holders.setdefault(number, []), ident)
        changed = {ident, *before, *self._around(ident)}
        for one in changed:
            for other in self._pairs.pop(one, set()):
                self._pairs.get(other, set()).discard(one)
        for one in changed:
            for other in self._around(one):
                self._pair((one, other))
        return changed

    def _note(self, ident: str, prints: array[int]) -> list[int]:
        if prints:
            self._prints[ident] = prints
        return sketch(prints)

    def _around(self, ident: str) -> set[str]:
        """The documents next to this one among those that share a sentence."""
        found: set[str] = set()
        for number in sketch(self._prints.get(ident, ())):
            held = self._holders[number]
            at = bisect_left(held, ident)
            found.update(held[max(at - 1, 0) : at], held[at + 1 : at + 2])
        return found

    def _pair(self, pair: tuple[str, str]) -> None:
        a, b = pair
        if alike(frozenset(self._prints[a]), frozenset(self._prints[b])):
            self._pairs.setdefault(a, set()).add(b)
            self._pairs.setdefault(b, set()).add(a)
