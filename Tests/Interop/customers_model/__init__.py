"""What customers has to be after any calls, as a reader of the protos and of WeCom's rules keeps it.

`Model` is told of each call and of its answer: it says whether the call was to be refused, what it
was to answer, and which events the feed was to tell. `Walk` draws the calls, `compare` reads
everything back, and `Replica` is what a follower of the feed knows.
"""

from .differences import Difference
from .model import Model
from .reading import compare
from .replica import Replica
from .walk import Walk

__all__ = ["Difference", "Model", "Replica", "Walk", "compare"]
