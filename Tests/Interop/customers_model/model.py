"""All rules in one."""

from .audiences import AudienceRules
from .identities import IdentityRules
from .interactions import InteractionRules
from .jobs import TagJobRules
from .relations import RelationRules
from .tags import TagRules
from .transfers import TransferRules


class Model(
    RelationRules, TagRules, AudienceRules, TagJobRules, TransferRules, IdentityRules,
    InteractionRules,
):
    """What customers has to be.

    Each rule is named as its method, and takes the request and the reply, None for a refused call. It
    raises `Refused` when the call was to be refused, and returns what was to be answered.
    """
