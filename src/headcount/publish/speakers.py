"""Speakers that a report only calls by what they are, in the language of the page.

Names, and bodies that `headcount.speakers` does not know, stay as they are written, as the record
of a claim keeps them.
"""

from __future__ import annotations

from headcount.publish.wording import Wording
from headcount.speakers import said_in


def of_speaker(w: Wording, name: str | None) -> str:
    """The speaker as the page's language says it, else as the report does; "" for none."""
    return said_in(w.lang, name) if name else ""
