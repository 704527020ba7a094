"""What a follower of the feed knows, who never reads anything else."""

from outside import protos
from outside.feeds import kind
from .differences import same
from .world import BY_MEMBER, copied

customers = protos.customers


class Replica:
    """The state that the events tell, applied one after another."""

    def __init__(self):
        self.persons = {}
        self.relations = {}
        self.personal = {}
        self.groups = {}
        self.tags = {}
        self.strategies = {}
        self.saved = {}
        self.transfers = {}
        self.merged = {}
        self.identities = {}

    def apply(self, change):
        name = kind(change)
        getattr(self, f"_{name}", lambda _: None)(getattr(change, name))

    def check(self, model):
        """Holds it against the model, which the reads were held against."""
        same(self.persons, model.persons, "persons by the feed")
        same(self._without_chats(self.relations), self._without_chats(model.relations),
             "relations by the feed")
        same(self.personal, {key: names for key, names in model.personal.items() if names},
             "personal tags by the feed")
        same(self._live(self.tags), self._live(model.tags), "tags by the feed")
        same(self._live(self.groups), self._live(model.groups), "tag groups by the feed")
        same({each: told.strategy_name for each, told in self.strategies.items()},
             {each: told.strategy_name for each, told in model.strategies.items()},
             "strategies by the feed")
        same(self.saved, model.saved, "saved audiences by the feed")
        same(self.transfers, model.transfers, "transfers by the feed")
        persons = {who: person for who, person in model.merged.items() if len(person) > 1}
        same({who: person for who, person in self.merged.items() if len(person) > 1}, persons,
             "persons by the feed")
        for who, told in self.identities.items():
            wanted = model.identities_of(who).identities
            # A unionid comes with the person.
            own = [each for each in wanted if each.kind != customers.IDENTITY_KIND_UNIONID]
            same(told, own, f"identities of {who} by the feed")

    @staticmethod
    def _without_chats(relations):
        """The feed does not tell who chatted last: interactions are their own record."""
        found = {}
        for key, relation in relations.items():
            if relation.status != BY_MEMBER:
                found[key] = copied(relation)
                found[key].ClearField("last_chat_time")
        return found

    @staticmethod
    def _live(things):
        """Without counts, which are kept and not told."""
        found = {}
        for identifier, thing in things.items():
            if not thing.deleted:
                found[identifier] = copied(thing)
                for name in ("tag_count", "relation_count"):
                    if name in thing.DESCRIPTOR.fields_by_name:
                        found[identifier].ClearField(name)
        return found

    # Relations.

    def _relation_added(self, told):
        key = self._key(told.relation)
        self.persons[key[1]] = told.customer
        self.relations[key] = told.relation

    _relation_updated = _relation_added

    def _relation_removed(self, told):
        self._relation_added(told)
        if told.relation.status == BY_MEMBER:
            self.personal.pop(self._key(told.relation), None)

    def _personal_tags_updated(self, told):
        self.personal[self._key(told)] = list(told.names)
        if not told.names:
            del self.personal[self._key(told)]

    @staticmethod
    def _key(told):
        return told.userid.lower(), told.external_userid

    # Tags and strategies.

    def _tag_group_created(self, told):
        self.groups[told.group_id] = told

    _tag_group_updated = _tag_group_created

    def _tag_group_deleted(self, told):
        self.groups[told.group_id] = told
        for tag in self.tags.values():
            if tag.group_id == told.group_id and not tag.deleted:
                self._drop(tag)

    def _tag_created(self, told):
        self.tags[told.tag_id] = told

    _tag_updated = _tag_created

    def _tag_deleted(self, told):
        self._drop(self.tags[told.tag_id])

    def _drop(self, tag):
        tag.deleted = True
        for relation in self.relations.values():
            if tag.tag_id in relation.tag_ids:
                relation.tag_ids.remove(tag.tag_id)

    def _strategy_created(self, told):
        self.strategies[told.strategy_id] = told

    _strategy_updated = _strategy_created

    def _strategy_deleted(self, told):
        del self.strategies[told.strategy_id]

    # The rest.

    def _saved_audience_created(self, told):
        self.saved[told.saved_audience_id] = told

    _saved_audience_updated = _saved_audience_created

    def _saved_audience_deleted(self, told):
        del self.saved[told.saved_audience_id]

    def _transfer_accepted(self, told):
        key = (told.handover_userid.lower(), told.takeover_userid.lower(), told.external_userid)
        self.transfers[key] = told

    _transfer_completed = _transfer_failed = _transfer_accepted

    def _identities_updated(self, told):
        self.identities[told.external_userid] = [
            each for each in told.identities if each.kind != customers.IDENTITY_KIND_UNIONID]

    def _customers_merged(self, told):
        for who in told.external_userids:
            self.merged[who] = list(told.external_userids)

    def _customer_unmerged(self, told):
        self.merged.pop(told.external_userid, None)
        self._customers_merged(told.person)
