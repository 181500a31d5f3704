"""Making many objects that stay: the interpreter's search for garbage waits until they are made.

Reading a large scenario makes millions of objects that all live on. Python looks through all of them again and again
for circles to throw away, finds none, and takes a quarter of the time for it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def growing() -> Iterator[None]:
    """Let nothing be searched for garbage within the block (or the function it decorates); before and after as it was.

    With several threads the search may go on while another still builds: slower, not wrong.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
