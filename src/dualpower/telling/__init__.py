"""Words: a run of numbers as dated sentences, in four languages, and tables drawn as text.

chronicle   tell(): one run as sentences, each with its cause, readable backwards
language    catalogues of sentences, plural forms, dates; what is missing falls back on English
charts      draw(): which pictures there are; endings, holdings, marks
shifts      pictures of what changes and what matters: alternatives, decisions, factors
figure      a picture before it is drawn: the same for a terminal, a page and a notebook
drawing     figures drawn as SVG and PNG (needs the extra "pictures")
plain       figures written as plain bars
tables      aligned tables for the terminal
"""
