"""Disjoint sets that remember nothing but who belongs together."""

from __future__ import annotations


class Unions:
    """Disjoint sets over the numbers 0 to `size` - 1; the smallest member leads its set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        """The leader of the item's set."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, a: int, b: int) -> bool:
        """Make one set of two; False if they were one already."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        self._parent[max(a, b)] = min(a, b)
        return True

    def sets(self) -> list[list[int]]:
        """All sets, each in order, in the order of their leaders."""
        found: dict[int, list[int]] = {}
        for item, parent in enumerate(self._parent):
            if parent == item:
                found[item] = [item]
            else:
                # A leader is smaller than its members, so its set is there already.
                found[self.find(item)].append(item)
        return list(found.values())
