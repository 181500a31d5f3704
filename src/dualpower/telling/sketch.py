"""Plain SVG, written by hand: for pictures that no chart library draws, as a map or a half-circle of seats.

A sketch needs no package. It holds the words of the picture besides its lines, for those who cannot see it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from dualpower.errors import DualpowerError, optional
from dualpower.telling.figure import EXTRA, SHARPNESS, check_form

INK, GREY, PALE, RULE = "#1A1A1A", "#6B6B6B", "#D9D9D9", "#EDEDED"
FONT = "Liberation Sans, Arimo, Arial, Helvetica, sans-serif"
# Told apart by every eye (Okabe and Ito); in this order to the sides of a picture.
HUES = ("#C04F00", "#E69F00", "#0072B2", "#CC79A7", "#6B4C9A", "#009E73", "#56B4E9", "#999933")


@dataclass
class Sketch:
    """A picture of so many points across and down; ``words`` says in lines what it shows."""

    title: str
    wide: float
    tall: float
    words: tuple[str, ...] = ()
    marks: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # what is drawn several times and written once

    def keep(self, name: str) -> None:
        """Put aside all that was drawn so far under a name; ``again`` draws it at a place."""
        self.kept.append(f'<g id="{name}">{"".join(self.marks)}</g>')
        self.marks.clear()

    def again(self, name: str, x: float, y: float) -> None:
        """Draw what was put aside under a name, moved by so much."""
        self.marks.append(f'<use href="#{name}" x="{x:.1f}" y="{y:.1f}"/>')

    def line(self, points: Sequence[tuple[float, float]], ink: str, thick: float = 1.0, *, dash: str = "") -> None:
        """Draw a line through points."""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self.marks.append(f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="{thick:g}"{dashed}/>')

    def area(self, points: Sequence[tuple[float, float]], ink: str, opacity: float = 1.0) -> None:
        """Fill what points go round."""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.marks.append(f'<polygon points="{path}" fill="{ink}" fill-opacity="{opacity:g}"/>')

    def dot(self, x: float, y: float, radius: float, ink: str, *, edge: str = "", opacity: float = 1.0) -> None:
        """Draw a filled circle."""
        rim = f' stroke="{edge}" stroke-width="0.6"' if edge else ""
        pale = f' fill-opacity="{opacity:.2f}"' if opacity < 1 else ""
        self.marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{ink}"{pale}{rim}/>')

    def box(self, x: float, y: float, wide: float, tall: float, ink: str) -> None:
        """Fill a rectangle."""
        self.marks.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{ink}"/>')

    def text(
        self, x: float, y: float, words: str, size: float = 12, *, ink: str = INK, anchor: str = "start",
        heavy: bool = False,
    ) -> None:  # fmt: skip
        """Write words; ``anchor`` is start, middle or end."""
        weight = ' font-weight="bold"' if heavy else ""
        self.marks.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{ink}" text-anchor="{anchor}"{weight}>'
            f"{escape(words)}</text>"
        )

    def svg(self) -> str:
        """Return the picture as SVG, with its title and its words for those who cannot see it."""
        told = f"<title>{escape(self.title)}</title><desc>{escape(' '.join(self.words))}</desc>"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.wide:g}" height="{self.tall:g}" '
            f'viewBox="0 0 {self.wide:g} {self.tall:g}" font-family="{FONT}" role="img">'
        )
        defs = [f"<defs>{''.join(self.kept)}</defs>"] if self.kept else []
        return "\n".join([head, told, *defs, f'<rect width="{self.wide:g}" height="{self.tall:g}" fill="white"/>',
                          *self.marks, "</svg>", ""])  # fmt: skip

    def write(self, _width: int = 100) -> str:
        """Return the picture's words as text."""
        return "\n".join([self.title, "", *self.words])

    def save(self, file: str | os.PathLike[str]) -> Path:
        """Write the picture: .svg and .txt need no package, .png needs the extra ``pictures``.

        Raises:
            DualpowerError: E831, none of these forms, or the file cannot be written.
            MissingPackageError: E825, a PNG without the extra.
        """
        path = check_form(file)
        form = path.suffix.lower()
        if form == ".png":
            body = bytes(optional("vl_convert", EXTRA, "a PNG").svg_to_png(self.svg(), scale=SHARPNESS))
        else:
            body = (self.svg() if form == ".svg" else f"{self.write()}\n").encode()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        except OSError as trouble:
            message = f"{path} cannot be written: {trouble.strerror}"
            raise DualpowerError("E831", message, "name another file") from trouble
        return path

    def _repr_html_(self) -> str:
        return self.svg()
