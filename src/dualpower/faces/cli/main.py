"""The door of the command line. It asks for the version in no time; everything else waits in group.py."""

from __future__ import annotations

import sys

from dualpower import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line (on ``sys.argv`` unless words are given) and leave with its exit code."""
    given = sys.argv[1:] if args is None else list(args)
    if given == ["--version"]:
        sys.stdout.write(f"dualpower {__version__}\n")
        sys.exit(0)
    try:
        from dualpower.faces.cli.group import run
    except KeyboardInterrupt:  # while packages are still being loaded
        sys.stderr.write("\nInterrupted.\n")
        sys.exit(130)
    run(given)
