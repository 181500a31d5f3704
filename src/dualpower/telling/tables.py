"""Tables as plain text: aligned columns, a rule under the head, nothing that a pipe would spoil.

Width is counted in the cells of a terminal, so that Cyrillic and accents line up.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Mapping, Sequence

GAP = "  "


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Pad a text with blanks to a width in cells."""
    blanks = " " * max(0, width - cells(text))
    return blanks + text if right else text + blanks


def clip(text: str, width: int) -> str:
    """Cut a text to a width, with an ellipsis where something is lost."""
    return text if cells(text) <= width else text[: max(1, width - 1)].rstrip() + "…"


def draw(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    right: Sequence[int] = (),
    width: int | None = None,
    stretch: int | None = None,
    wrap: bool = False,
) -> str:
    """Draw a table.

    Args:
        head: the columns' names.
        rows: texts, one per column.
        right: columns (by number) set flush right.
        width: cells available; the column ``stretch`` is cut to fit.
        wrap: write what does not fit below instead of cutting it.
    """
    widths = [max(cells(str(r[i])) for r in (head, *rows)) for i in range(len(head))]
    if width is not None and stretch is not None:
        spare = width - sum(widths) - len(GAP) * (len(widths) - 1)
        widths[stretch] = max(min(12, widths[stretch]), widths[stretch] + min(0, spare))
    lines = [_line(head, widths, right), GAP.join("-" * w for w in widths)]
    for row in rows:
        below = _below(row[stretch], widths[stretch]) if wrap and stretch is not None else []
        first = [below[0] if below and i == stretch else text for i, text in enumerate(row)]
        lines.append(_line(first, widths, right))
        lines += [
            _line([text if i == stretch else "" for i in range(len(row))], widths, right).rstrip() for text in below[1:]
        ]
    return "\n".join(line.rstrip() for line in lines)


def _below(text: str, width: int) -> list[str]:
    """Return a text as the lines that fit one below the other."""
    return textwrap.wrap(text, width, break_on_hyphens=False, subsequent_indent="  ")


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    return GAP.join(pad(clip(str(t), w), w, right=i in right) for i, (t, w) in enumerate(zip(row, widths, strict=True)))


def percent(share: float | None, places: int = 1) -> str:
    """Write a share as per cent; a dash for what is not known."""
    return "–" if share is None or share != share else f"{100 * share:.{places}f} %"


def value(number: float | None) -> str:
    """Write a number short enough for a table: whole when large, two digits when small."""
    if number is None or number != number:
        return "–"
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.3g}"


def hundredths(number: float | None) -> str:
    """Write a number to two places; a dash for what is not known."""
    return "–" if number is None or number != number else f"{number:.2f}"


def labelled(pairs: Mapping[str, str]) -> str:
    """Draw names and values in two columns, without a head."""
    wide = max((cells(k) for k in pairs), default=0)
    return "\n".join(f"{pad(k, wide)}{GAP}{v}" for k, v in pairs.items())
