"""PDF reports: text by pdftotext when it is there, else by pypdfium2."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata

from headcount.documents.charset import check, clean
from headcount.documents.draft import Draft
from headcount.documents.lines import join_lines
from headcount.documents.plain import draft_of
from headcount.errors import InputError
from headcount.model import RawItem

_SECONDS = 60.0
_LONGEST = 5_000_000
"""Characters of text beyond which a PDF is no report."""

# Only these forms are folded (radicals, ligatures, presentation and full-width forms): NFKC on
# everything would make 2151 of 215 with a footnote mark and tear Thai and Lao vowels apart.
_COMPATIBILITY = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufdff\ufe30-\ufe4f\ufe70-\ufeff\uff00-\uffef]"
)
_FOOTNOTE_MARK = re.compile("(?<=\\w)[\u00b9\u00b2\u00b3\u2070-\u2079]+")

# Scripts whose vowel signs pypdfium2 puts in a wrong order.
_NEED_POPPLER = re.compile("[\u0e01-\u0e5b\u1000-\u109f\u1780-\u17ff]")


def read_pdf(item: RawItem) -> Draft:
    """The text of a PDF, compatibility forms folded, with lines joined to paragraphs.

    The day comes from a byline in the text; a PDF's own dates tell when the file was made. Raises
    InputError when it is damaged, locked, without text (scanned), or when no reader is installed.
    """
    if (
        not item.content.lstrip()[:1024].startswith(b"%PDF-")
        and b"%PDF-" not in item.content[:1024]
    ):
        raise InputError(f"{item.locator}: is no PDF in spite of its name; check the file")
    program = shutil.which("pdftotext")
    raw = _by_poppler(program, item) if program else _by_pdfium(item)
    text = _normal(clean(raw[:_LONGEST]))
    if sum(1 for char in text if char.isalnum()) < 20:
        raise InputError(
            f"{item.locator}: has no text, only images; run OCR on it and give the text"
        )
    check(text, item.locator)
    return draft_of(join_lines(text), item.given.get("title"), item.given.get("outlet"))


def _normal(text: str) -> str:
    text = _FOOTNOTE_MARK.sub("", text)
    text = _COMPATIBILITY.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return unicodedata.normalize("NFC", text)


def _by_poppler(program: str, item: RawItem) -> str:
    """pdftotext reads standard input and writes UTF-8; no file, no shell."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command without user words
            [program, "-enc", "UTF-8", "-q", "-", "-"],
            input=item.content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(
            f"{item.locator}: takes too long to read; print it to a simpler PDF"
        ) from error
    except OSError as error:
        raise InputError(
            f"{item.locator}: pdftotext cannot be run; install poppler-utils again"
        ) from error
    words = done.stderr.decode("utf-8", "replace").lower()
    if done.returncode == 1 and "password" in words:
        raise _locked(item)
    if done.returncode != 0:
        if b"/Encrypt" in item.content[-4096:] or b"/Encrypt" in item.content[:4096]:
            raise _locked(item)
        raise _damaged(item)
    return done.stdout.decode("utf-8", "replace")


def _by_pdfium(item: RawItem) -> str:
    try:
        import pypdfium2  # an optional extra: only needed where poppler is missing
    except ImportError as error:
        raise InputError(
            f"{item.locator}: no PDF reader; install poppler-utils or pip install 'headcount[pdf]'"
        ) from error
    try:
        document = pypdfium2.PdfDocument(item.content)
        try:
            pages = [document[n].get_textpage().get_text_bounded() for n in range(len(document))]
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise (_locked(item) if "password" in str(error).lower() else _damaged(item)) from error
    text = "\n\n".join(pages)
    letters = sum(1 for char in text if char.isalpha())
    if len(_NEED_POPPLER.findall(text)) > 0.05 * max(letters, 1):
        raise InputError(
            f"{item.locator}: Thai, Khmer and Burmese PDFs need pdftotext; install poppler-utils"
        )
    return text


def _locked(item: RawItem) -> InputError:
    return InputError(f"{item.locator}: is protected by a password; save it without one")


def _damaged(item: RawItem) -> InputError:
    return InputError(f"{item.locator}: is truncated or damaged; fetch it again")
