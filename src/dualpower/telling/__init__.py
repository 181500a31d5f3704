"""Words: a run of numbers as dated sentences, in four languages, and tables drawn as text.

chronicle   tell(): one run as sentences, each with its cause, readable backwards
language    catalogues of sentences, plural forms, dates; what is missing falls back on English
tables      aligned tables for the terminal
"""
