"""What a reader found in an input, and how it becomes a Document with what was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from headcount.documents.addresses import clean_url, day_in_url, outlet_of
from headcount.documents.agencies import find_agency
from headcount.documents.language import detect, known_tags, with_script
from headcount.documents.written_days import machine_day
from headcount.errors import InputError
from headcount.ids import digest, short_id
from headcount.model import DayFound, Document, RawItem


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with what the input itself says of it; None where it says nothing.

    `lang` is what the input declares, a fallback for detection. `page` says that the URL names
    the document, so that a changed text is a new version of it.
    """

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    found: DayFound = DayFound.NONE
    lang: str | None = None
    page: bool = False


def finish(item: RawItem, draft: Draft) -> Document:
    """The Document: what was given wins over what was found.

    Raises InputError when there is no text, or a given day is no ISO day.
    """
    if not draft.text.strip():
        raise InputError(f"{item.locator}: has no text; give a report")
    given = item.given
    url = clean_url(given.get("url") or "") or draft.url
    if draft.page and draft.url:
        url = draft.url  # the page's own canonical address
    published, found = _day(item, draft, url)
    outlet = given.get("outlet") or draft.outlet or outlet_of(url)
    return Document(
        id=given.get("id") or _id(item, draft, url),
        text=draft.text,
        locator=item.locator,
        url=url,
        outlet=outlet,
        agency=find_agency(draft.text, outlet),
        title=given.get("title") or draft.title,
        published=published,
        published_found=found,
        lang=_lang(given, draft),
    )


def _day(item: RawItem, draft: Draft, url: str | None) -> tuple[date | None, DayFound]:
    words = item.given.get("published")
    if words:
        day = machine_day(words)
        if day is None:
            raise InputError(f"{item.locator}: `published` is not a day; write it as 2025-02-24")
        return day, DayFound.FEED if item.given.get("found") == "feed" else DayFound.GIVEN
    from_url = day_in_url(url or "")
    better = draft.found in (DayFound.GIVEN, DayFound.JSON_LD, DayFound.META)
    if draft.published and (better or from_url is None):
        return draft.published, draft.found
    return (from_url, DayFound.URL) if from_url else (None, DayFound.NONE)


def _id(item: RawItem, draft: Draft, url: str | None) -> str:
    if draft.page and url:
        # A feed's excerpt is another document than the page that it links to.
        return (
            short_id("doc", url, "feed")
            if item.given.get("found") == "feed"
            else short_id("doc", url)
        )
    return short_id("doc", url or "", digest(draft.text))


def _lang(given: dict[str, str], draft: Draft) -> str | None:
    """What a person said, else what the text shows, else what the page or its feed declares.

    Pages are often declared to be in the language of the site's template.
    """
    said = _primary(given.get("lang"))
    found = said or detect(draft.text) or _primary(draft.lang or given.get("declared_lang"))
    return with_script(found, draft.text) if found else None


def _primary(tag: str | None) -> str | None:
    """`fr` for `fr-FR` and `fr_CA`; None for what is no language's tag, as if it were not told."""
    primary = (tag or "").strip().replace("_", "-").split("-")[0].lower()
    return primary if primary in known_tags() else None
