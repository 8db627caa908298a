"""Who says it: the attribution that covers one claim."""

from __future__ import annotations

from typing import Final

from headcount.days import SHORTEST_MONTH
from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.families import OPERATIONS
from headcount.extract.mentions.naming import Speaker


def fill_speaker(draft: Draft, contexts: list[Context], only: str) -> None:
    """The attribution of the sentence; "he" and "the report" go to the speaker told before.

    `only` is what `only_speaker` gives for the report.
    """
    speaker = _closest(draft, draft.context.speakers)
    if speaker is not None and not speaker.vague:
        draft.speaker = speaker.text
        draft.trace.append(f"according to {speaker.text}: the sentence says so")
        return
    before = _told_before(draft.context, contexts)
    if speaker is not None:
        draft.speaker = before or speaker.text or None
        if draft.speaker:
            draft.trace.append(f"according to {draft.speaker}: the speaker told before")
        return
    source = draft.whole or draft.source
    if source is not None and source.speaker and (draft.match is None or draft.whole is source):
        draft.speaker = source.speaker
        draft.trace.append(f"according to {draft.speaker}: as the whole")
        return
    if _elsewhere(draft):
        return
    covering = _covering(draft, contexts)
    if covering:
        draft.speaker = covering
        draft.trace.append(f"according to {covering}: the paragraph goes on")
        return
    going_on = _told_before(draft.context, contexts) if _unnamed(draft.context) else ""
    if going_on:
        draft.speaker = going_on
        draft.trace.append(f"according to {going_on}: the speaker told before")
        return
    if only and _in_reach(draft, contexts, only):
        draft.speaker = only
        draft.trace.append(f"according to {only}: the only speaker of the report")


def _elsewhere(draft: Draft) -> bool:
    """Whether a sentence sets its figure in a place and a time of its own, long past."""
    context = draft.context
    if draft.kind not in OPERATIONS:
        return False
    placed = any(s.place is not None and s.place.name == draft.place for s in context.spots)
    return (
        placed
        and bool(context.times)
        and all((t.days.length or 0) >= SHORTEST_MONTH for t in context.times)
    )


def _unnamed(context: Context) -> bool:
    """Whether a sentence opens with a verb of speech whose subject is not named: "Añadió que …"."""
    for token in context.sentence.tokens[:_OPENING]:
        if token.is_a("say"):
            return True
        if token.kind != "m" and not (token.is_a("adv") or token.is_a("conj")):
            return False
    return False


_OPENING: Final = 4
"""Tokens in which an opening verb of speech stands, behind "moreover," and the like."""


def only_speaker(contexts: list[Context]) -> str:
    """The one definite speaker whom a report names at all, "" when there are several or none."""
    told = {s.text for context in contexts for s in context.speakers if not s.vague and s.text}
    return told.pop() if len(told) == 1 else ""


def _in_reach(draft: Draft, contexts: list[Context], only: str) -> bool:
    """Whether the only speaker of a report speaks in the next sentence, which gives no figure.

    Behind where he is named he is heard in his paragraph alone, see `_covering`.
    """
    index = draft.context.index
    near = [c for c in contexts[index : index + 2] if c is draft.context or not c.quantities]
    return any(s.text == only for context in near for s in context.speakers)


_COVERED: Final = 3
"""Sentences of a paragraph over which a speaker goes on without being named again."""


def _covering(draft: Draft, contexts: list[Context]) -> str:
    """The speaker told last in the sentences just before of the paragraph, "" for none.

    "He" and "the report" are who spoke before them.
    """
    index = draft.context.index
    for context in reversed(contexts[max(index - _COVERED, 0) : index]):
        if context.sentence.paragraph != draft.context.sentence.paragraph:
            return ""
        firm = [s.text for s in context.speakers if not s.vague and s.text]
        if firm:
            return firm[-1]
        if context.speakers:
            return _told_before(context, contexts)
    return ""


def _told_before(here: Context, contexts: list[Context]) -> str:
    """The last definite speaker in a sentence or those before, else the one named just before."""
    firm = [s for s in here.speakers if not s.vague]
    if firm:
        return firm[-1].text
    for context in reversed(contexts[max(here.index - 6, 0) : here.index]):
        for speaker in reversed(context.speakers):
            if not speaker.vague:
                return speaker.text
    near = contexts[max(here.index - _NAMED, 0) : here.index]
    named = {context.named for context in near if context.named} or {here.named}
    return named.pop() if len(named) == 1 else ""


_NAMED: Final = 3
"""Sentences from "he" or "the organisation" back to its name, where nobody has spoken yet."""


def _closest(draft: Draft, speakers: list[Speaker]) -> Speaker | None:
    if not speakers:
        return None
    return min(speakers, key=lambda s: (abs(s.at - draft.focus), s.vague))
