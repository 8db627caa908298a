"""Reading the plain tables that language packs and the gazetteer are made of.

A table is UTF-8 text: one row a line, cells apart by a tab, lines that begin with `#` are
comments, the first other line names the columns. A form may hold alternatives in braces, as a
shell writes them: `arrest{,s,ing}` stands for three forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from itertools import product
from typing import Final

from headcount.errors import DataError

_BRACES: Final = re.compile(r"\{([^{}]*)\}")


def rows(source: Traversable) -> Iterator[dict[str, str]]:
    """The rows of one table as `{column: cell}`; missing trailing cells are empty strings.

    Raises DataError naming file and line when a row has more cells than the header.
    """
    header: list[str] | None = None
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise DataError(
                f"{source.name}, line {number}: {len(cells)} cells under {len(header)} columns; "
                "take out the extra tab"
            )
        cells += [""] * (len(header) - len(cells))
        yield dict(zip(header, cells, strict=True))


def expand(template: str) -> list[str]:
    """All forms that a template with braces stands for, in order, without repeats.

    `"sen{d,t}"` gives `["send", "sent"]`; a template without braces gives itself.
    """
    pieces = _BRACES.split(template)
    if len(pieces) == 1:
        return [template]
    choices = [piece.split(",") if n % 2 else [piece] for n, piece in enumerate(pieces)]
    return list(dict.fromkeys("".join(choice).strip() for choice in product(*choices)))
