"""How a model and a service disagree, and how a model refuses."""


class Difference(AssertionError):
    """The service is not what the model says."""


class Refused(Exception):
    """The rules refuse a call, for one of these reasons: which of several is named is free."""

    def __init__(self, *reasons):
        super().__init__(" or ".join(reasons))
        self.reasons = reasons


def refuse(*reasons):
    """Refuses when there is a reason to."""
    if reasons:
        raise Refused(*reasons)


def refuse_unless(condition, reason):
    """Refuses when what has to be is not."""
    if not condition:
        raise Refused(reason)


def same(found, wanted, what):
    if found != wanted:
        raise Difference(f"{what}:\n  found  {shown(found)}\n  wanted {shown(wanted)}")


def shown(value):
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(shown(each) for each in value) + "]"
    return " ".join(str(value).split())
