"""Puts a whole site in place at once: written beside the folder, then swapped in."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from headcount.errors import HeadcountError, UsageError
from headcount.publish.workplace import OLD, clear_left_over, workplace

MANIFEST = "headcount-site.json"
"""Lists every file of the site with its SHA-256; its presence marks the folder as ours."""

_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""Files that systems leave in any folder that somebody looked into."""

Pages = Iterable[tuple[str, bytes]]


def check_folder(folder: Path) -> None:
    """Raises UsageError unless the folder may be replaced.

    It may when it does not exist, is empty, or holds a headcount site and nothing else.
    """
    if above := next((each for each in folder.parents if each.is_file()), None):
        raise UsageError(f"{above} is a file: give a folder to publish into")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file: give a folder to publish into")
    held = sorted(p for p in folder.rglob("*") if not p.is_dir() and p.name not in _LITTER)
    if not held:
        return
    listed = _listed(folder)
    strangers = [str(p.relative_to(folder)) for p in held if p.relative_to(folder) not in listed]
    if strangers:
        shown = ", ".join(strangers[:3]) + (", …" if len(strangers) > 3 else "")
        raise UsageError(
            f"{folder} holds files that headcount did not write ({shown}): "
            "move them away or give another folder"
        )


def _listed(folder: Path) -> set[Path]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        names = manifest["files"] if manifest["generator"] == "headcount" else {}
        return {Path(MANIFEST), *(Path(name) for name in names)}
    except FileNotFoundError:
        raise UsageError(
            f"{folder} is not empty and holds no headcount site: give an empty folder"
        ) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(
            f"{folder}/{MANIFEST} cannot be read, so the folder is left as it is: "
            "give an empty folder"
        ) from None


def put_in_place(folder: Path, files: Pages, about: dict[str, str]) -> int:
    """Writes the files with a manifest and swaps them in for `folder`; gives the bytes written.

    Until the swap, which is two renames, the old site stays as it was; a failure before it leaves
    no trace, and one within it puts the old site back. What a kill left is mended and removed by
    the next call. Raises UsageError when the folder may not be replaced, HeadcountError when the
    disk refuses.
    """
    folder = folder.resolve()
    clear_left_over(folder)
    check_folder(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with workplace(folder) as work:
            size = _write(work / "new", files, about)
            _swap(work / "new", folder, work / OLD)
    except OSError as error:
        what = f"cannot publish into {folder}: {error.strerror or error}"
        raise HeadcountError(
            f"{what}; give a folder on a disk with room that you may write to"
        ) from error
    return size


def _write(fresh: Path, files: Pages, about: dict[str, str]) -> int:
    size = 0
    hashes = {}
    for name, content in files:
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        hashes[name] = hashlib.sha256(content).hexdigest()
        size += len(content)
    manifest = {"generator": "headcount", **about, "files": dict(sorted(hashes.items()))}
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (fresh / MANIFEST).write_text(text, "utf-8")
    return size


def _swap(fresh: Path, folder: Path, old: Path) -> None:
    if not folder.exists():
        os.replace(fresh, folder)
        return
    shutil.copystat(folder, fresh)
    os.replace(folder, old)
    try:
        os.replace(fresh, folder)
    except OSError:
        os.replace(old, folder)
        raise
