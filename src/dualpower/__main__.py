"""``python -m dualpower`` is the command line."""

from dualpower.faces.cli.main import main

main()
