"""The drafts made so far while a report is read, found again by what they count."""

from __future__ import annotations

from bisect import bisect_right

from headcount.counts import Value
from headcount.extract.assembly.draft import Draft
from headcount.extract.mentions.quantity import Quantity


class Told:
    """Drafts in the order of the text: all so far, those of the last sentences, those of a count.

    Looking one up takes as long in a long report as in a short one.
    """

    def __init__(self) -> None:
        """Nothing is told yet."""
        self.drafts: list[Draft] = []
        self._by_count: dict[tuple[str, int | None], Draft] = {}
        self._by_number: dict[Value, Draft] = {}
        self._by_unit: dict[str, Draft] = {}
        self._groups: list[Draft] = []

    def add(self, draft: Draft) -> None:
        """Take in the next draft, and tell it which one counted with the same number before."""
        quantity = draft.quantity
        draft.again = self._by_number.get(quantity.number.value)
        self.drafts.append(draft)
        self._by_number[quantity.number.value] = draft
        self._by_unit[quantity.unit] = draft
        self._by_count[(quantity.unit, quantity.interval.low)] = draft
        if quantity.unit == "person" and draft.whole is None:
            self._stack(draft)

    def since(self, index: int) -> list[Draft]:
        """Those that stand in the sentence `index` or behind it, in order."""
        n = len(self.drafts)
        while n > 0 and self.drafts[n - 1].context.index >= index:
            n -= 1
        return self.drafts[n:]

    def counting(self, unit: str, low: int | None) -> Draft | None:
        """The last one whose count of a unit begins at `low`, None for none."""
        return self._by_count.get((unit, low))

    def of_unit(self, unit: str) -> Draft | None:
        """The last one that counts a unit, None for none."""
        return self._by_unit.get(unit)

    def numbers(self, quantity: Quantity) -> bool:
        """Whether a count before has the number of this one."""
        return quantity.number.value in self._by_number

    def last_group(self) -> Draft | None:
        """The last count of people that is no part of another, None for none."""
        return self._groups[-1] if self._groups else None

    def group_of(self, least: int) -> Draft | None:
        """The last count of at least so many people that is no part of another."""
        after = bisect_right(self._groups, -least, key=_fewer)
        return self._groups[after - 1] if after else None

    def _stack(self, draft: Draft) -> None:
        """Keep those groups, in order, that are larger than every later one."""
        while self._groups and _fewer(self._groups[-1]) >= _fewer(draft):
            self._groups.pop()
        self._groups.append(draft)


def _fewer(draft: Draft) -> int:
    """The count of people below zero, so that a falling row of counts is a rising one."""
    return -(draft.quantity.interval.low or 0)
