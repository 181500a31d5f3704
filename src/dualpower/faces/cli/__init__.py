"""The command line: data on standard output, everything else on standard error.

A command is the name of the Python function with a hyphen. Commands load when they are called, so
that ``--version`` and ``--help`` load neither numpy nor the scenario language.
"""
