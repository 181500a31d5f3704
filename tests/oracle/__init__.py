"""The slow oracle: docs/model.md rebuilt in plain Python, to be read beside it and compared with the engine.

Nothing here was taken from the engine; only its tables (kinds, parameters) and its vocabulary are
shared. Classes, dictionaries and ``random.Random``: slow on purpose, plain on purpose.
"""
