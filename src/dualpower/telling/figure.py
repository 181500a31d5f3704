"""A figure: what a picture shows, in words and numbers, before anybody has drawn it.

The same figure is written as plain bars for a terminal, drawn as SVG or PNG for a page, and shown in a
notebook. It holds everything that the reader will see: titles in words, values in the unit that is
printed, and the sentence below. Writing needs nothing; drawing needs the packages of the extra
``pictures``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dualpower.errors import DualpowerError, optional

FORMS = (".svg", ".png", ".txt")
SHARPNESS = 2.0  # pixels of a PNG for each point of the drawing
EXTRA = "pictures"


@dataclass(frozen=True)
class Panel:
    """One drawing with axes of its own.

    kind    bars, fan, stack, intervals or tornado: who draws it (drawing.py) and who writes it (plain.py)
    title   in words
    rows    one mapping per mark of the drawing; which keys, each kind says in charts.py
    axis    what the horizontal axis measures, with its unit
    scale   ends, ticks and the like, as the kind asks for them
    beside  whether it may stand beside the panel before it
    """

    kind: str
    title: str
    rows: tuple[Mapping[str, Any], ...]
    axis: str = ""
    scale: Mapping[str, Any] = field(default_factory=dict)
    beside: bool = False


@dataclass(frozen=True)
class Figure:
    """A heading, panels one below the other, and a note that says what they are drawn from."""

    title: str
    panels: tuple[Panel, ...]
    subtitle: str = ""
    note: str = ""

    def text(self, width: int = 100) -> str:
        """Return the figure as plain text of so many cells across; it needs no package."""
        from dualpower.telling.plain import write

        return write(self, width)

    def describe(self) -> str:
        """Return what the picture shows in a few sentences, for those who cannot see it."""
        from dualpower.telling.plain import describe

        return describe(self)

    def chart(self) -> Any:
        """Return the figure as an Altair chart. Raises MissingPackageError E825 without the extra."""
        optional("altair", EXTRA, "a picture")
        from dualpower.telling.drawing import draw

        return draw(self)

    def spec(self) -> dict[str, Any]:
        """Return the Vega-Lite specification: a plain mapping that holds its own data."""
        found: dict[str, Any] = self.chart().to_dict()
        return found

    def svg(self) -> str:
        """Return the picture as SVG. Raises MissingPackageError E825 without the extra."""
        from html import escape

        drawn = str(optional("vl_convert", EXTRA, "a picture").vegalite_to_svg(self.spec()))
        told = f"<title>{escape(self.title)}</title><desc>{escape(self.describe())}</desc>"
        return drawn.replace(">", f">{told}", 1) + "\n"  # read aloud where the picture cannot be seen

    def png(self, sharpness: float = SHARPNESS) -> bytes:
        """Return the picture as PNG, ``sharpness`` pixels to a point. Raises MissingPackageError E825."""
        spec = self.spec()
        return bytes(optional("vl_convert", EXTRA, "a picture").vegalite_to_png(spec, scale=sharpness))

    def save(self, file: str | os.PathLike[str]) -> Path:
        """Write the picture; the file's name says in which form.

        Raises:
            DualpowerError: E831, none of .svg, .png and .txt, or the file cannot be written.
            MissingPackageError: E825, the extra is not installed.
        """
        path = check_form(file)
        form = path.suffix.lower()
        body = self.png() if form == ".png" else (self.svg() if form == ".svg" else f"{self.text()}\n").encode()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        except OSError as trouble:
            raise DualpowerError(
                "E831", f"{path} cannot be written: {trouble.strerror}", "name another file"
            ) from trouble
        return path

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        from html import escape

        try:
            return self.svg()
        except ImportError:
            return f"<pre>{escape(self.text())}</pre>"


def check_form(file: str | os.PathLike[str]) -> Path:
    """Return the path of a picture. Raises DualpowerError E831 when its name has none of the forms."""
    path = Path(file)
    if path.suffix.lower() not in FORMS:
        cure = "give the file a name that ends in .svg, .png, or .txt for plain bars"
        raise DualpowerError("E831", f"{path} is neither SVG nor PNG nor text", cure)
    return path


def check_drawable(file: str | os.PathLike[str]) -> Path:
    """Refuse, before anything is computed, what could not be drawn in the end. Raises E825 or E831."""
    path = check_form(file)
    for package in () if path.suffix.lower() == ".txt" else ("altair", "vl_convert"):
        optional(package, EXTRA, "a picture")
    return path
