"""The rules of identities and of persons: identity.proto."""

from outside import protos
from .differences import refuse
from .world import World, set_time

customers = protos.customers


class IdentityRules(World):
    """By what customers are known, and who is one person."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        # By (kind, space, value): the customer and since when.
        self.identities = {}
        # Of each customer who is merged: those who are one person, he among them.
        self.merged = {}
        # Of each customer how it changed, the newest first.
        self.merges = {}

    def change_identities(self, request, reply):
        who = request.external_userid
        self._known(who)
        add = list(dict.fromkeys(name_of(each) for each in request.add_identities))
        taken = {name_of(each) for each in request.remove_identities if self._has(who, each)}
        person = self.person(who)
        given = [each for each in add if each not in self.identities]
        reasons = []
        if any(each in self.identities and self.identities[each][0] not in person for each in add):
            reasons.append("IDENTITY_TAKEN")
        held = sum(holder == who for holder, _ in self.identities.values())
        if held - len(taken) + len(given) > self.limits["identities_max"]:
            reasons.append("TOO_MANY_IDENTITIES")
        refuse(*reasons)
        self.taken(reply)
        for each in taken:
            del self.identities[each]
        for each in given:
            self.identities[each] = (who, self.now)
        wanted = self.identities_of(who)
        if given or taken:
            self.tell("identities_updated", wanted)
        return wanted

    def merge_customers(self, request, reply):
        for who in request.external_userids:
            self._known(who)
        everybody = {each for who in request.external_userids for each in self.person(who)}
        person = [each for each in self.persons if each in everybody]
        is_one = self.person(request.external_userids[0]) == person
        if not is_one and len(person) > self.limits["person_customers_max"]:
            refuse("PERSON_TOO_LARGE")
        self.taken(reply)
        wanted = customers.Person(external_userids=person)
        if not is_one:
            self._become(person)
            self.tell("customers_merged", wanted)
        return wanted

    def unmerge_customer(self, request, reply):
        who = request.external_userid
        self._known(who)
        person = self.person(who)
        if len(person) == 1:
            refuse("NOT_MERGED")
        self.taken(reply)
        rest = [each for each in person if each != who]
        self._become(rest)
        self._become([who])
        wanted = customers.Person(external_userids=rest)
        self.tell("customer_unmerged", customers.PersonSplit(external_userid=who, person=wanted))
        return wanted

    def person(self, who):
        return self.merged.get(who, [who])

    def identities_of(self, who):
        wanted = customers.CustomerIdentities(
            external_userid=who, person_external_userids=self.person(who))
        if self.persons[who].unionid:
            wanted.identities.add(
                kind=customers.IDENTITY_KIND_UNIONID, value=self.persons[who].unionid)
        for (kind, space, value), (holder, since) in sorted(self.identities.items()):
            if holder == who:
                phone = kind == customers.IDENTITY_KIND_PHONE
                shown = "*" + value[-4:] if phone else value
                set_time(
                    wanted.identities.add(kind=kind, space=space, value=shown).create_time, since)
        return wanted

    def found(self, identity):
        """Who is known by an id, and the whole person."""
        if identity.kind == customers.IDENTITY_KIND_UNIONID:
            holders = [who for who, each in self.persons.items() if each.unionid == identity.value]
        else:
            holders = [self.identities[name_of(identity)][0]] if (
                name_of(identity) in self.identities) else []
        everybody = {each for who in holders for each in self.person(who)}
        return customers.FoundPerson(
            external_userids=holders,
            person_external_userids=[each for each in self.persons if each in everybody])

    def _has(self, who, identity):
        return self.identities.get(name_of(identity), ("",))[0] == who

    def _known(self, who):
        if who not in self.persons:
            refuse("CUSTOMER_NOT_FOUND")

    def _become(self, person):
        for who in person:
            self.merged[who] = person
            self.merges.setdefault(who, []).insert(0, (self.now, person))


def name_of(identity):
    """An identity as it is told from others: a phone number as digits alone."""
    value = identity.value
    if identity.kind == customers.IDENTITY_KIND_PHONE:
        value = "".join(each for each in value if each not in "+- ")
    return identity.kind, identity.space, value
