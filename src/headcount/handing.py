"""How records go from one process to another: as the call that makes them again.

Importing this module is what does it. Compiled records are frozen for `pickle` too, which would
set their fields one by one.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from types import ModuleType
from typing import Any

from headcount import books, counts, days, decisions, model, reasons, spans

_MODULES = (books, counts, days, decisions, model, reasons, spans)


def _remaking(record: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    """What gives the class of such a record and the values of its fields, in their order."""
    names = [field.name for field in fields(record)]
    if len(names) == 1:
        return lambda made: (record, (getattr(made, names[0]),))
    values = attrgetter(*names)
    return lambda made: (record, values(made))


def _records(module: ModuleType) -> list[type]:
    """The dataclasses that a module defines."""
    own = (
        each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__
    )
    return [each for each in own if isinstance(each, type) and is_dataclass(each)]


for _module in _MODULES:
    for _record in _records(_module):
        copyreg.pickle(_record, _remaking(_record))
