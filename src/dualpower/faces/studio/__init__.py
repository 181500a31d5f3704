"""The studio: the screens of the page on a live program, served to one's own machine.

One process answers the browser. Each experiment is computed by a child of its own, so that a browser never
waits for an engine; everything an experiment needs or makes is in the workspace, and a kill loses at most
the shard in hand.
"""
