"""`headcount languages`."""

from __future__ import annotations

import click

from headcount.cli import options
from headcount.cli.terminal import Column, print_json, print_table
from headcount.languages.pack import available, load_pack

_COLUMNS = (Column("tag"), Column("language"), Column("level"))


@click.command()
@options.format_option("table", "jsonl")
def languages(shape: str) -> None:
    """List the language packs.

    A pack's level is draft, tested or trusted; docs/ADD-A-LANGUAGE.md says what each promises.

    \b
    headcount languages
    headcount languages --format jsonl
    """
    packs = [pack for tag in available() if (pack := load_pack(tag)) is not None]
    if shape == "jsonl":
        for pack in packs:
            print_json({"tag": pack.tag, "name": pack.name, "level": pack.level})
    else:
        print_table(_COLUMNS, ([pack.tag, pack.name, pack.level] for pack in packs))
