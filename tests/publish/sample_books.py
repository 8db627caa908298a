"""Small books built by hand: a raid told by two outlets, and one that is hostile in every field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from headcount.books import (
    Confirmed,
    HeldOperation,
    HeldTotal,
    Kept,
    KeptAccount,
    KeptStep,
    KeptStock,
    Number,
    Origin,
    StageTotal,
    UnseenEstimate,
)
from headcount.model import (
    Book,
    Claim,
    DayFound,
    Document,
    Event,
    Figure,
    Kind,
    Precision,
    Quote,
    Scope,
    Unit,
)
from headcount.reasons import Counted, Finding, Join, Key, Reason
from headcount.spans import Span

SECRET = "This sentence has no figure and must never be published."
EVIL = '</script><script>alert("x")</script><img src=x onerror=alert(1)>'


def document(name: str, text: str, **fields: object) -> Document:
    """A report; `fields` replace what is given here."""
    base = Document(
        name,
        text,
        url=f"https://news.example/{name}",
        outlet="The Example",
        title=f"Report {name}",
        published=date(2025, 2, 24),
        published_found=DayFound.JSON_LD,
        lang="en",
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def claim(report: Document, n: int, words: str, number: int, **fields: object) -> Claim:
    """A claim whose quote is `words` in the report, its sentence the line around them."""
    start = report.text.index(words)
    end = start + len(words)
    line = report.text.rfind("\n", 0, start) + 1
    stop = report.text.find("\n", end)
    base = Claim(
        report.id,
        n,
        Kind.FREED,
        Unit.PERSON,
        number,
        number,
        Precision.EXACT,
        Quote(words, start, end),
        country="KHM",
        place="Poipet",
        start=date(2025, 2, 23),
        end=date(2025, 2, 23),
        sentence=Span(line, stop if stop >= 0 else len(report.text)),
        rule="passive",
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def lines(**told: Number) -> tuple[tuple[str, Number], ...]:
    """The lines of an account, nobody where nothing is given."""
    names = (
        "told_reported", "told_out", "told_identified", "told_transferred", "told_home", "missing",
        "held", "people", "only_reported", "came_out", "home", "not_home", "last_out",
        "last_identified", "last_transferred", "waiting", "not_accounted_for",
    )  # fmt: skip
    return tuple((name, told.get(name, Number())) for name in names)


def kept(event: str, documents: tuple[str, ...], key: Key, voice: str) -> Kept:
    """A total, an account with a page of its own, estimates and one origin, told by `voice`."""
    some, left = Number(215, 215, 218), Number(100, 106, 109)
    home = Number(109, 109, 109)
    step = KeptStep("out", event, some, date(2025, 2, 23), None, "first")
    onward = KeptStep("home", "missing", home, None, date(2025, 3, 2), "part")
    account = KeptAccount(
        ("THA",),
        lines(
            told_out=some, told_home=home, held=Number(6, 6, None), people=some, came_out=some,
            home=home, not_home=left, last_out=left, waiting=Number(0, 6, 109),
            not_accounted_for=Number(0, 100, 109),
        ),
        (("reported", some), ("out", some), ("identified", home), ("transferred", home),
         ("home", home)),
        (KeptStock("held", Number(6, 6, None), date(2025, 3, 9), "KHM", (key,)),),
        (StageTotal("repatriated", Number(900, 900, None), None, None, (voice,), (key,)),),
        ((step, onward), (step,), (step,)),
    )  # fmt: skip
    operation = HeldOperation(event, some, some, ("THA",), None, date(2025, 2, 23), "edge", True)
    stranger = replace(operation, event="missing", standing="undated", same_authority=False)
    total = HeldTotal(
        "freed", "person", ("THA",), "KHM", "THA", date(2025, 1, 1), date(2025, 3, 1), (voice,),
        Number(7000, 7000, None), some, Number(6782, 6785, None), (0.0, 215 / 7000, None),
        (operation, stranger), (key, ("missing", 1)),
    )  # fmt: skip
    counts = (("one_origin", 40), ("two_origins", 9), ("tellings", 70))
    few = (("en", 30), ("th", 4), ("both", 2))
    shared = Origin(documents, (Reason("one-agency", (("agency", voice),)), Reason("same-run")))
    return Kept(
        (total, replace(total, recorded=Number(), operations=(), claims=())),
        (account, replace(account, people=(), groups=())),
        replace(account, people=(), stocks=(), totals=(), groups=()),
        (
            UnseenEstimate("chao1", (), 49, counts, Number(20, 60, 180), "", 7),
            UnseenEstimate("chapman", ("en", "th"), 32, few, None, "few", 7),
        ),
        ((event, (shared,)),),
    )


def raid() -> Book:
    """The raid in Poipet of 23 February 2025 as two reports tell it, with an estimate apart."""
    english = document(
        "en-raid",
        "A raid in Poipet freed 215 foreigners, among them 109 Thais.\n"
        f"{SECRET}\nThe UN speaks of at least 100,000 workers in Cambodia.",
    )
    thai = document(
        "th-raid",
        "ตำรวจช่วยชาวต่างชาติ 218 คน ในปอยเปต",
        lang="th",
        outlet="ตัวอย่าง",
        title="ช่วย 218 คน",
        published=date(2025, 2, 25),
        url=None,
    )
    claims = [
        claim(english, 1, "215 foreigners", 215, nationality=("FOREIGN",)),
        claim(english, 2, "109 Thais", 109, nationality=("THA",), part_of=1),
        claim(
            english,
            3,
            "at least 100,000 workers",
            100_000,
            kind=Kind.WORKING,
            high=None,
            precision=Precision.AT_LEAST,
            scope=Scope.ESTIMATE,
            place=None,
            according_to="UN",
            start=None,
            end=None,
        ),
        claim(thai, 1, "218 คน", 218, nationality=("FOREIGN",)),
    ]
    event = Event(
        "ev-0123456789ab",
        "215 freed in Poipet",
        (Kind.FREED,),
        "KHM",
        "Poipet",
        13.657,
        102.563,
        "town",
        date(2025, 2, 23),
        date(2025, 2, 23),
        ("en-raid", "th-raid"),
        (("en-raid", 1), ("en-raid", 2), ("th-raid", 1)),
        (
            Figure(
                Kind.FREED,
                Unit.PERSON,
                ("FOREIGN",),
                215,
                215,
                218,
                "range",
                (("en-raid", 1), ("th-raid", 1)),
                because=(
                    Reason(
                        "given-by",
                        (
                            ("number", Counted("freed", "person", low=215, high=215)),
                            ("support", 1),
                            ("origins", 2),
                        ),
                    ),
                ),
            ),
            Figure(Kind.FREED, Unit.PERSON, ("THA",), 109, 109, 109, "range", (("en-raid", 2),)),
        ),
        (Join(("en-raid", "th-raid"), (Reason("same-day"), Reason("same-place"))),),
    )
    finding = Finding(
        "two-counts", "warning", "215 and 218", event.id, (("en-raid", 1), ("th-raid", 1))
    )
    return Book(
        {d.id: d for d in (thai, english)},
        {(c.document, c.n): c for c in claims},
        (event,),
        (finding,),
        kept(event.id, event.documents, ("en-raid", 1), "the ministry"),
        confirmed=(Confirmed(event.id, "2025-03-01", SECRET, "read both reports", True),),
    )


def hostile() -> Book:
    """The same raid, with text from outside that tries to break out of wherever it is put."""
    report = document(
        "../../etc/passwd",
        f"{EVIL} 215 foreigners freed {EVIL}",
        url="javascript:alert(1)",
        outlet=f"=HYPERLINK({EVIL})",
        agency=EVIL,
        title=f"{EVIL}\u2028" + "very long title " * 60,
        lang='en" onload="x',
    )
    one = claim(
        report, 1, "215 foreigners", 215, according_to=f"@{EVIL}", place=EVIL, trace=(EVIL,)
    )
    figure = Figure(
        Kind.FREED,
        Unit.PERSON,
        (),
        215,
        215,
        215,
        EVIL,
        ((report.id, 1),),
        because=(Reason("earlier-counts", (("earlier", EVIL),)),),
    )
    event = Event(
        "EV/..\\con?", EVIL, (Kind.FREED,), "XXX", EVIL, 13.0, 102.0, EVIL, None, None,
        (report.id, "missing"), ((report.id, 1), ("missing", 9)), (figure,),
        (Join((report.id, "missing"), (Reason("merged-by-person", (("text", EVIL),)),)),),
    )  # fmt: skip
    finding = Finding(EVIL, EVIL, EVIL, event.id, ((report.id, 1), ("missing", 9)))
    beside = kept(event.id, event.documents, (report.id, 1), EVIL)
    checked = Confirmed(event.id, "2025-03-01", SECRET, EVIL, False)
    told = ({report.id: report}, {(report.id, 1): one}, (event,), (finding,), beside)
    return Book(*told, confirmed=(checked,))


def empty() -> Book:
    """A book with nothing in it."""
    return Book({}, {}, (), ())


def bare() -> Book:
    """One event and one report of which next to nothing is known."""
    report = document(
        "d", "Some were freed.", url=None, outlet=None, title=None, published=None, lang=None
    )
    event = Event("e", "", (), None, None, None, None, "", None, None, ("d",), ())
    return Book({"d": report}, {}, (event,), ())


def many(events: int) -> Book:
    """The raid's event and report told over and over, one day after the other."""
    book = raid()
    first, report = book.events[0], book.documents["en-raid"]
    documents, claims, told = {}, {}, []
    for i in range(events):
        day = date.fromordinal(date(2020, 1, 1).toordinal() + i)
        name = f"doc-{i}"
        documents[name] = replace(report, id=name, published=day)
        for n in (1, 2):
            claims[name, n] = replace(book.claims["en-raid", n], document=name, start=day, end=day)
        figures = tuple(
            replace(f, low=f.best, high=f.best, claims=((name, n),))
            for n, f in enumerate(first.figures, 1)
        )
        told.append(
            replace(
                first, id=f"ev-{i}", start=day, end=day, figures=figures,
                documents=(name,), claims=((name, 1), (name, 2)), lat=10.0 + i % 40 / 8,
            )
        )  # fmt: skip
    return Book(documents, claims, tuple(told), ())
