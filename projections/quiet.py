"""Work that makes many values and no garbage in circles, done without looking for any."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet() -> Iterator[None]:
    """
    Keep the collector of circular garbage off: it would look through thousands of lines at a time.

    What is let go is freed at once as always; whoever turned it off before finds it off.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
