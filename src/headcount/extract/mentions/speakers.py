"""Who says it: the person, body or outlet to whom a sentence attributes its figures.

People are named only where they speak in an office or are cited by full name as a source; a name
that stands beside a word for victims or relatives is never taken, so survivors and suspects do
not enter the ledger.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from headcount.extract.mentions.bodies import marked
from headcount.extract.mentions.names import Names, initial, name_word
from headcount.extract.mentions.naming import Speaker, speaker_in
from headcount.extract.mentions.speech import counts
from headcount.extract.mentions.subjects import acts_itself, antecedent, apposed, by_pronoun
from headcount.extract.mentions.tokens import Token

_SPAN: Final = 16
"""Tokens looked at for a speaker on either side of the verb."""

_SPEECH: Final = frozenset(("cite", "say"))
"""Classes of words that attribute what a sentence tells."""


def behind(speaker: Speaker, begins: int) -> Speaker:
    """A speaker found behind a dateline of so many tokens, at its place in the sentence."""
    if not begins:
        return speaker
    first, after = speaker.first + begins, speaker.after + begins
    return replace(speaker, at=speaker.at + begins, first=first, after=after)


def find_speakers(tokens: list[Token], text: str, names: Names) -> list[Speaker]:
    """All attributions of one sentence, in order."""
    found: list[Speaker] = []
    for at, token in enumerate(tokens):
        if "say" not in token.entries and "cite" not in token.entries:
            continue
        if token.value("cite") == "behind":
            span = (_led(tokens, at), at)
            speaker = speaker_in(tokens, span, text, names, cited=True) if span[0] < at else None
        elif token.is_a("cite"):
            speaker = speaker_in(tokens, _after(tokens, at + 1), text, names, cited=True)
            if speaker is None and _points_back(tokens, at + 1):
                speaker = Speaker(at, "", True)
        elif not counts(tokens, at):
            speaker = _subject(tokens, at, text, names)
            if speaker is None and _inserted(tokens, at):
                speaker = Speaker(at, "", True)
        else:
            continue
        if speaker is not None:
            speaker.at = at
            found.append(speaker)
    return found


def _points_back(tokens: list[Token], n: int) -> bool:
    """Whether a citation names nobody but somebody told before: a pronoun or a mark follows."""
    return n < len(tokens) and (tokens[n].is_a("pron") or tokens[n].norm in _MARKS)


_MARKS: Final = frozenset((",", "，", ".", "。", ";", ":"))


def _led(tokens: list[Token], at: int) -> int:
    """Where whose account it is begins, behind its preposition: "by the ministry's tally".

    The place of the account itself where none leads it.
    """
    for n in range(at - 1, max(at - _SPAN, -1), -1):
        if tokens[n].is_a("prep") and tokens[n].value("prep") in ("by", "in", "from"):
            return n + 1
        if tokens[n].kind == "m" or tokens[n].predicates:
            break
    return at


def _inserted(tokens: list[Token], at: int) -> bool:
    """Whether a verb of speech stands alone between commas: its subject is whoever spoke before."""
    before = tokens[at - 1].norm if at else ""
    behind = tokens[at + 1].norm if at + 1 < len(tokens) else "."
    return before in (",", "，") and behind in (",", "，", ".", "。")


def _after(tokens: list[Token], start: int) -> tuple[int, int]:
    """The span of a speaker from `start`: up to a mark, a verb or a clause; appositions stay.

    The day of the announcement may stand before it: "said on Tuesday 25 February the police".
    """
    start = _past_date(tokens, start)
    start += bool(_title(tokens, start))
    end = start
    while end < len(tokens) and end - start < _SPAN:
        token = tokens[end]
        if token.kind == "m" and not _bridges(tokens, start, end):
            break
        if token.is_any(_VERBAL) or _number(token):
            break
        if token.is_a("say") and not marked(token) and end > start:
            break
        end += 1
    return start, end


_VERBAL: Final = frozenset(("rel", "have", "be", "plan"))
"""Classes of words with which what the speaker does begins."""


def _past_date(tokens: list[Token], start: int) -> int:
    """The token behind a date at `start`, `start` itself where none stands."""
    n, dated = start, start
    while n < min(start + _SPAN, len(tokens)):
        token = tokens[n]
        if token.is_a("time") or token.is_a("month"):
            dated = n + 1
        elif token.kind == "n":
            near = tokens[max(n - 1, start) : n] + tokens[n + 1 : n + 3]
            if not any(t.is_a("month") for t in near):
                break
            dated = n + 1
        elif not token.is_a("det") and token.value("prep") != "of":
            break
        n += 1
    return dated


def _number(token: Token) -> bool:
    """Whether a token begins a count; an article that is also "one" does not."""
    entry = token.entries.get("num")
    word = entry is not None and entry.value != "1" and not token.is_a("det")
    return token.kind == "n" or word


def _bridges(tokens: list[Token], start: int, n: int) -> bool:
    """Whether a mark at `n` holds a name and its role together."""
    token = tokens[n]
    if token.norm == ".":
        return initial(tokens, n) or (n + 1 < len(tokens) and tokens[n - 1].is_a("role"))
    if token.norm != "," or n + 1 >= len(tokens):
        return token.norm in "'’"
    following = tokens[n + 1]
    if marked(following):
        return any(name_word(t) for t in tokens[start:n]) and not acts_itself(tokens, n + 1)
    return name_word(following) and any(t.is_a("role") for t in tokens[start:n])


def _subject(tokens: list[Token], at: int, text: str, names: Names) -> Speaker | None:
    """The subject of the speech verb at `at`, before it, by an agent, or inverted behind it."""
    start = at
    while start > 0 and at - start < _SPAN + 8:
        token = tokens[start - 1]
        if token.kind == "m":
            opened = max(_opened(tokens, start - 1), _title_before(tokens, start - 1))
            if opened >= 0:
                start = opened
                continue
            if token.norm in ';:()–—"»”':
                break
        if token.is_a("rel") or (token.is_any(_SPEECH) and not marked(token)):
            break
        start -= 1
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    agent = following is not None and following.value("prep") == "by"
    if agent:
        return speaker_in(tokens, _after(tokens, at + 2), text, names, cited=False)
    beside = _set_apart(tokens, at, text, names)
    if beside is not None:
        return beside
    before = speaker_in(tokens, _last_clause(tokens, start, at), text, names, cited=False)
    inverted = None
    behind = following is not None and following.kind == "w" and not following.is_a("rel")
    if behind and tokens[at].value("say") != "first":
        inverted = speaker_in(tokens, _after(tokens, at + 1), text, names, cited=False)
    quoted = at > 0 and tokens[at - 1].norm in ',»”"–—' and _title_before(tokens, at - 1) < 0
    quoted = quoted or (inverted is not None and _closes(tokens, at, inverted))
    if inverted is not None and (before is None or quoted or before.vague):
        return inverted
    if before is not None:
        return before
    near = range(max(at - 3, 0), min(at + 3, len(tokens)))
    if any(tokens[n].is_a("pron") for n in near):
        return Speaker(at, "", True)
    return None


def _set_apart(tokens: list[Token], at: int, text: str, names: Names) -> Speaker | None:
    """The subject that a pronoun right before the verb stands for, or that commas set apart."""
    if by_pronoun(tokens, at):
        return Speaker(at, "", True)
    named = apposed(tokens, at)
    if named:
        words = text[tokens[named].start : tokens[at - 2].end]
        return Speaker(named, words, False, named, at - 1)
    return _related(tokens, at, text, names)


def _related(tokens: list[Token], at: int, text: str, names: Names) -> Speaker | None:
    """Who is named right before the relative clause of the verb: "the ministry, which counts"."""
    end = antecedent(tokens, at)
    start = end
    while start > 0 and end - start < _SPAN and tokens[start - 1].kind != "m":
        start -= 1
    if start == end:
        return None
    found = speaker_in(tokens, _last_clause(tokens, start, end), text, names, cited=False)
    return found if found is not None and found.after == end else None


def _closes(tokens: list[Token], at: int, speaker: Speaker) -> bool:
    """Whether a verb with its auxiliary and the speaker right behind it close a sentence.

    "…, a indiqué lundi une ONG." Not: "the head of police, …, has told the services that".
    """
    opens = at - 1
    while opens > 0 and tokens[opens].is_a("have"):
        opens -= 1
    if opens == at - 1 or opens < 0 or tokens[opens].norm not in ',»”"–—':
        return False
    between = tokens[_past_date(tokens, at + 1) : speaker.first]
    last = speaker.after >= len(tokens) or tokens[speaker.after].kind == "m"
    small = all(t.is_a("det") or t.value("num") == "1" for t in between)
    return last and len(between) < _ARTICLES and small


_ARTICLES: Final = 3


def _opened(tokens: list[Token], n: int) -> int:
    """Where the bracket opens that holds a short name or a day and closes at `n`, -1 for none."""
    if tokens[n].norm not in (")", "）"):
        return -1
    for first in range(n - 1, max(n - _BRACKET, 0), -1):
        if tokens[first].norm in ("(", "（"):
            return first
    return -1


_BRACKET: Final = 8
"""Tokens of a bracket inside a name: "(PAOCC)", "(28/2/2025)"."""


_OPENS: Final = frozenset(("“", "«", '"'))
_TITLE: Final = 4
"""Tokens of a paper's name in quotation marks."""


def _title(tokens: list[Token], n: int) -> int:
    """The token that closes the quotation marks around a body's name opened at `n`, 0 for none."""
    if n >= len(tokens) or tokens[n].norm not in _OPENS:
        return 0
    for end in range(n + 1, min(n + _TITLE + 2, len(tokens))):
        if tokens[end].kind == "m":
            named = any(t.is_a("body") for t in tokens[n + 1 : end])
            return end if named and end > n + 1 and tokens[end].norm in _CLOSES else 0
    return 0


_CLOSES: Final = frozenset(("”", "»", '"'))


def _title_before(tokens: list[Token], n: int) -> int:
    """Where the quotation marks open that hold a body's name and close at `n`, -1 for none."""
    if n < 0 or tokens[n].norm not in _CLOSES:
        return -1
    opens = (at for at in range(n - 1, max(n - _TITLE - 2, -1), -1) if tokens[at].norm in _OPENS)
    at = next(opens, -1)
    return at if at >= 0 and _title(tokens, at) == n else -1


def _last_clause(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """The part of a span that can be the subject: behind the last predicate that is told."""
    named = [n for n in range(start, end) if marked(tokens[n]) or name_word(tokens[n])]
    last = named[-1] if named else -1
    cut = start
    for n in range(start, end):
        token = tokens[n]
        opened = token.norm == "," and not any(cut <= at < n for at in named)
        if opened or (n < last and token.predicates and _tells(token)):
            cut = n + 1
    return _tail(tokens, cut, end), _before_date(tokens, cut, end)


def _before_date(tokens: list[Token], start: int, end: int) -> int:
    """Where a subject ends before its date: "a police statement on 2 November said"."""
    n = end
    dated = False
    while n > start + 1 and _of_date(tokens[n - 1]):
        n -= 1
        dated = dated or tokens[n].is_a("month") or tokens[n].is_a("weekday")
    return n if dated else end


_DATE: Final = frozenset(("month", "time", "prep", "det"))
"""What a date is made of beside its digits."""


def _of_date(token: Token) -> bool:
    return token.kind == "n" or token.is_any(_DATE)


def _tells(token: Token) -> bool:
    """Whether a predicate is a verb of what is told: no noun, no preposition, none of speech."""
    if token.is_a("prep") or token.is_a("say"):
        return False
    return any(not entry.extra.startswith("noun") for entry in token.predicates)


def _tail(tokens: list[Token], start: int, end: int) -> int:
    """Where the subject begins that a comma parts from what is told before it.

    "… of Ada Example, the head of a group, the police said": the police, not who is spoken of. An
    office behind the comma belongs to the name before it.
    """
    marks = [n for n in range(start, end) if tokens[n].norm in (",", "，")]
    # "spokesman _ of the police": the space behind an office is no comma.
    marks = [n for n in marks if not (tokens[n].blank and n and tokens[n - 1].is_a("role"))]
    cut = marks[-1] + 1 if marks else start
    told = [n for n in range(cut, end) if marked(tokens[n])]
    if not told or tokens[told[0]].is_a("role") or tokens[end - 1].kind == "m":
        return start
    return start if any(name_word(t) for t in tokens[cut : told[0]]) else cut
