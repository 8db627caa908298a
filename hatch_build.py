"""Compiles the rooms that read and count, where `HEADCOUNT_COMPILE=1` asks for it.

The code is the same: mypyc makes extension modules of typed Python. That needs a C compiler and
some minutes; extraction is then about twice as fast. Without the variable, and for editable
installs, the wheel holds Python only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ROOMS = ("languages", "places", "extract", "events", "reconcile")
"""Packages that are compiled, with the records beside them; the rest waits for disks and people."""

_RECORDS = ("books", "collector", "counts", "days", "decisions", "ids", "model", "reasons", "spans")
"""The modules beside them that hold the records and what these are made of."""

_SETTINGS = {"MYPYC_OPT_LEVEL": "1", "MYPYC_DEBUG_LEVEL": "0"}
"""Higher levels compile for twice as long and gain little."""


class CompiledCore(BuildHookInterface[Any]):
    """Adds the extension modules to the wheel."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What compiling needs, nothing when it is not asked for."""
        return ["mypy>=1.14,<3", "setuptools>=65"] if _asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in a copy of the sources, so that nothing lands in the tree.

        Raises SystemExit with the compiler's last line where it fails.
        """
        if version == "editable" or not _asked():
            return
        self._made = Path(mkdtemp(prefix="headcount-"))
        package = self._made / "headcount"
        shutil.copytree(Path(self.root, "src", "headcount"), package)
        told = subprocess.run(  # noqa: S603 - our own files
            [sys.executable, "-m", "mypyc", *_modules(package)],
            cwd=self._made,
            env={**_SETTINGS, **os.environ},
            capture_output=True,
            text=True,
            check=False,
        )
        if told.returncode:
            shutil.rmtree(self._made, ignore_errors=True)
            last = "".join((told.stderr or told.stdout).strip().splitlines()[-1:])
            raise SystemExit(f"headcount cannot be compiled here ({last}); unset HEADCOUNT_COMPILE")
        made = [path for kind in ("so", "pyd") for path in self._made.rglob(f"*.{kind}")]
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        for path in made:
            place = path.relative_to(self._made)
            if "build" not in place.parts:
                build_data["force_include"][str(path)] = place.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the copy away."""
        if made := getattr(self, "_made", None):
            shutil.rmtree(made, ignore_errors=True)


def _asked() -> bool:
    return os.environ.get("HEADCOUNT_COMPILE", "0") not in ("", "0")


def _modules(package: Path) -> list[str]:
    """What is compiled, as paths from the folder that holds the package."""
    paths = [package / f"{name}.py" for name in _RECORDS]
    for room in _ROOMS:
        paths += [p for p in sorted((package / room).rglob("*.py")) if p.name != "__init__.py"]
    return [path.relative_to(package.parent).as_posix() for path in paths]
