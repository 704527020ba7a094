"""What all rules of the model share: clock, persons, members, the tree, the expected events."""

import collections

from outside import protos
from .differences import Difference

customers = protos.customers

SECOND = 1_000_000
HOUR = 3600 * SECOND
DAY = 24 * HOUR
WELCOME_CODE_LIFE = 20 * SECOND
# Days begin at 0 o'clock in UTC+8.
SHANGHAI = 8 * HOUR

LIVE = (customers.RELATION_STATUS_HALF, customers.RELATION_STATUS_MUTUAL)
BY_MEMBER = customers.RELATION_STATUS_DELETED_BY_MEMBER
BY_CUSTOMER = customers.RELATION_STATUS_DELETED_BY_CUSTOMER


def microseconds(timestamp):
    return timestamp.seconds * SECOND + timestamp.nanos // 1000


def day_of(moment):
    """The number of the corp's day a moment lies in."""
    return (moment + SHANGHAI) // DAY


def day_start(day):
    return day * DAY - SHANGHAI


def set_time(timestamp, moment):
    timestamp.seconds, rest = divmod(moment, SECOND)
    timestamp.nanos = rest * 1000


def is_live(relation):
    """Neither side removed it."""
    return relation is not None and relation.status in LIVE


def is_kept(relation):
    """The member sees it."""
    return relation is not None and relation.status != BY_MEMBER


class World:
    """The state that the rules of all nouns share."""

    def __init__(self, now, limits):
        self.now = now
        self.limits = limits
        # Expected events: blocks of (is ordered, [(kind, message or None)]).
        self.blocks = []
        # By external_userid, in the order in which they came.
        self.persons = {}
        # By userid in lower case, in the order in which they were first seen, as they were first seen.
        self.members = {}
        # By (userid in lower case, external_userid), those that were removed too.
        self.relations = {}
        # The newest welcome code and when it was issued, by relation.
        self.welcome_codes = {}
        # What directory told: the departments of who works, the parents of departments.
        self.roster = {}
        self.parents = {}
        # When members left, by userid in lower case.
        self.left = {}
        self.behavior = collections.Counter()

    def tell(self, kind, message=None):
        """The feed tells this next."""
        if not self.blocks or not self.blocks[-1][0]:
            self.blocks.append((True, []))
        self.blocks[-1][1].append((kind, copied(message)))

    def tell_in_any_order(self, events):
        self.blocks.append((False, [(kind, copied(message)) for kind, message in events]))

    @staticmethod
    def taken(reply):
        """The rules take the call: from here on it has its effect."""
        if reply is None:
            raise Difference("the rules take what was refused")

    def see(self, userid):
        """The member's userid as it was first seen, which may be now."""
        return self.members.setdefault(userid.lower(), userid)

    def related(self, userid, external_userid):
        """The relation that the member sees, and its key."""
        key = (userid.lower(), external_userid)
        relation = self.relations.get(key)
        return key, relation if is_kept(relation) else None

    def customer_count(self, userid):
        return sum(
            key[0] == userid.lower() and is_kept(relation)
            for key, relation in self.relations.items())

    def pair(self, relation):
        """A relation with its person, as events and lists tell it."""
        return customers.CustomerRelation(
            customer=self.persons[relation.external_userid], relation=relation)

    def ordered(self, keys):
        """Keys of relations by customer, then by member, each as they came."""
        persons = {who: place for place, who in enumerate(self.persons)}
        members = {userid: place for place, userid in enumerate(self.members)}
        return sorted(keys, key=lambda key: (persons[key[1]], members[key[0]]))

    def above(self, department):
        """A department and all above it."""
        while department:
            yield department
            department = self.parents.get(department, 0)

    def works_under(self, userid, departments):
        return any(
            each in departments for own in self.roster.get(userid.lower(), ())
            for each in self.above(own))

    def count(self, userid, moment, **counts):
        for name, number in counts.items():
            self.behavior[userid.lower(), day_of(moment), name] += number


def copied(message):
    if message is None:
        return None
    copied = type(message)()
    copied.CopyFrom(message)
    return copied
