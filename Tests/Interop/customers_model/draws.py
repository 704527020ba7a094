"""Requests as they are drawn: of small pools, so that calls meet each other."""

from outside import protos
from .world import DAY, HOUR, SECOND, day_of, day_start, is_kept, set_time

customers, directory = protos.customers, protos.directory

STORES = (101, 102, 103)
GUIDES = tuple(f"guide-{store}-{number}" for store in STORES for number in (1, 2))
# Whom directory does not know.
STRANGERS = ("Stranger", "aushilfe")
CUSTOMERS = tuple(f"wm-{number:02}" for number in range(30))
STATES = ("", "橱窗", "收银台")
NAMES = tuple("甲乙丙丁戊己庚辛")


class Draws:
    """What a seed draws, from what the model has."""

    def __init__(self, model, random):
        self.model = model
        self.random = random

    def chance(self, share):
        return self.random.random() < share

    def some(self, things, most):
        things = list(things)
        return self.random.sample(things, min(len(things), self.random.randint(0, most)))

    # Names.

    def userid(self):
        name = self.random.choice(GUIDES if self.chance(0.85) else STRANGERS)
        return name.upper() if self.chance(0.1) else name

    def customer(self):
        return self.random.choice(CUSTOMERS)

    def pair(self):
        """Mostly two who are related."""
        kept = [key for key, each in self.model.relations.items() if is_kept(each)]
        if kept and self.chance(0.85):
            return self.random.choice(kept)
        return self.userid(), self.customer()

    def tag_ids(self, most, strange=0.03):
        tags = self.some([each.tag_id for each in self.model.live_tags()], most)
        if self.chance(strange):
            gone = [each.tag_id for each in self.model.tags.values() if each.deleted]
            tags.append(self.random.choice([*gone[-5:], "et-unknown"]))
        return tags

    def name(self):
        return self.random.choice(NAMES)

    def strategy(self):
        return self.random.choice([0, 0, *self.model.strategies, 10**6])

    def past(self, timestamp, most_days=40):
        set_time(timestamp, self.model.now - self.random.randint(0, most_days * DAY // SECOND) * SECOND)

    # Relations.

    def person(self, who):
        person = customers.Customer(external_userid=who)
        if self.chance(0.5):
            person.name = f"顾客{self.name()}"
        if self.chance(0.2):
            person.unionid = f"union-{self.random.randint(0, 9)}"
            person.type = customers.CUSTOMER_TYPE_WECHAT
        if self.chance(0.1):
            person.gender = self.random.choice([0, 1, 2])
            person.corp_name, person.avatar = "某公司", "https://example.com/a.png"
        return person

    def relation(self, userid):
        relation = customers.Relation(
            userid=userid, status=self.random.choice([0, 0, 1, 2]),
            add_way=self.random.choice([0, 1, 3, 16, 202, 777]), state=self.random.choice(STATES),
            tag_ids=self.tag_ids(4))
        if self.chance(0.5):
            relation.remark = f"备注{self.name()}"
        if self.chance(0.3):
            relation.description, relation.oper_userid = f"描述{self.name()}", userid
        if self.chance(0.3):
            self.past(relation.create_time)
        if self.chance(0.3):
            self.past(relation.last_chat_time)
        return relation

    def add_relation(self):
        who = self.customer()
        return customers.AddRelationRequest(
            customer=self.person(who), relation=self.relation(self.userid()))

    def import_relations(self):
        return customers.ImportRelationsRequest(relations=[
            customers.CustomerRelation(
                customer=self.person(self.customer()), relation=self.relation(self.userid()))
            for _ in range(self.random.randint(1, 6))])

    def update_relation(self):
        userid, who = self.pair()
        request = customers.UpdateRelationRequest(
            relation=customers.Relation(userid=userid, external_userid=who))
        for name in ("remark", "description"):
            if self.chance(0.5):
                setattr(request.relation, name, f"新{self.name()}")
        if self.chance(0.4):
            request.update_mask.paths[:] = self.some(("remark", "description"), 2)
        return request

    def remove_relation(self):
        userid, who = self.pair()
        return customers.RemoveRelationRequest(
            userid=userid, external_userid=who, removed_by=self.random.choice([1, 2]))

    def set_personal_tags(self):
        userid, who = self.pair()
        return customers.SetPersonalTagsRequest(
            userid=userid, external_userid=who,
            names=self.random.choices(NAMES, k=self.random.randint(0, 4)))

    # Tags.

    def _changes(self, request):
        """Tags to give and to take, at least one."""
        while not request.add_tags and not request.remove_tags:
            tags = self.tag_ids(4) or ["et-unknown"]
            cut = self.random.randint(0, len(tags))
            request.add_tags[:], request.remove_tags[:] = tags[:cut], tags[cut:]
        return request

    def mark_tags(self):
        userid, who = self.pair()
        return self._changes(customers.MarkTagsRequest(userid=userid, external_userid=who))

    def batch_mark_tags(self):
        request = customers.BatchMarkTagsRequest()
        for _ in range(self.random.randint(1, 6)):
            userid, who = self.pair()
            self._changes(request.marks.add(userid=userid, external_userid=who))
        return request

    def _draft(self):
        return customers.TagDraft(name=self.name(), order=self.random.randint(0, 3))

    def create_tag_group(self):
        return customers.CreateTagGroupRequest(
            group_name=f"组{self.name()}", order=self.random.randint(0, 3),
            tags=[self._draft() for _ in range(self.random.randint(1, 5))],
            strategy_id=self.strategy(), mutually_exclusive=self.chance(0.3))

    def _any_of(self, things, identifiers):
        """One of these, mostly one that is not deleted."""
        gone = [each for each in identifiers if each not in things][-5:]
        pool = things if things and self.chance(0.9) else [*gone, "et-unknown"]
        return self.random.choice(pool)

    def _group_id(self):
        return self._any_of(
            [each.group_id for each in self.model.live_groups()], self.model.groups)

    def _tag_id(self):
        return self._any_of([each.tag_id for each in self.model.live_tags()], self.model.tags)

    def _masked(self, request, thing, name, label):
        if self.chance(0.6):
            setattr(thing, name, label)
        if self.chance(0.5):
            thing.order = self.random.randint(0, 3)
        if self.chance(0.4):
            paths = ["order"] + ([name] if getattr(thing, name) else [])
            request.update_mask.paths[:] = self.some(paths, 2)
        return request

    def update_tag_group(self):
        request = customers.UpdateTagGroupRequest()
        request.tag_group.group_id = self._group_id()
        self._masked(request, request.tag_group, "group_name", f"组{self.name()}")
        if self.chance(0.3):
            request.tag_group.mutually_exclusive = self.chance(0.6)
            if request.update_mask.paths:
                request.update_mask.paths.append("mutually_exclusive")
        return request

    def delete_tag_group(self):
        return customers.DeleteTagGroupRequest(group_id=self._group_id())

    def create_tag(self):
        return customers.CreateTagRequest(group_id=self._group_id(), tag=self._draft())

    def update_tag(self):
        request = customers.UpdateTagRequest()
        request.tag.tag_id = self._tag_id()
        return self._masked(request, request.tag, "name", self.name())

    def delete_tag(self):
        return customers.DeleteTagRequest(tag_id=self._tag_id())

    # Strategies.

    def _nodes(self, least):
        nodes = [customers.StrategyRangeNode(userid=self.userid())
                 for _ in range(self.random.randint(least, 3))]
        if self.chance(0.4):
            nodes.append(customers.StrategyRangeNode(
                partyid=self.random.choice([1, 10, *STORES, 99])))
        return nodes

    def create_strategy(self):
        return customers.CreateStrategyRequest(
            strategy=customers.Strategy(
                parent_id=self.strategy() if self.chance(0.4) else 0,
                strategy_name=f"规则组{self.name()}", admin_list=[self.userid()]),
            range=self._nodes(1))

    def update_strategy(self):
        strategy = customers.Strategy(strategy_id=self.strategy() or 1)
        if self.chance(0.4):
            strategy.strategy_name = f"规则组{self.name()}"
        if self.chance(0.2):
            strategy.admin_list.append(self.userid())
        return customers.UpdateStrategyRequest(
            strategy=strategy, range_add=self._nodes(0), range_del=self._nodes(0))

    def delete_strategy(self):
        return customers.DeleteStrategyRequest(
            strategy_id=self.random.choice([*self.model.strategies, 10**6]))

    # Audiences and tag jobs.

    def audience(self, may_be_saved=True):
        """Any audience, mostly of tags that live."""
        audience = customers.Audience()
        if self.chance(0.2):
            audience.external_userids[:] = [*self.some(CUSTOMERS, 10), "wm-nobody"]
        if self.chance(0.4):
            for _ in range(self.random.randint(0, 2)):
                tags = self.tag_ids(3, strange=0.01)
                if tags:
                    audience.tag_filter.group_list.add(tag_list=tags)
        if self.chance(0.3):
            audience.userids[:] = [self.userid() for _ in range(self.random.randint(0, 4))]
        if self.chance(0.2):
            audience.department_ids[:] = self.some([10, *STORES], 2)
        for _ in range(self.random.choice([0, 0, 1, 2])):
            audience.all_of.add(any_of=[
                self._condition() for _ in range(self.random.randint(1, 3))])
        for _ in range(self.random.choice([0, 0, 0, 1, 2])):
            audience.none_of.append(self._condition())
        if may_be_saved and self.model.saved and self.chance(0.2):
            audience.saved_audience_id = self.random.choice(list(self.model.saved))
        return audience

    def _condition(self):
        condition = customers.AudienceCondition()
        kind = self.random.choice([
            "tags", "members", "customers", "add_ways", "states", "add_time", "last_chat_time"])
        if kind == "tags":
            condition.tags.tag_ids[:] = self.tag_ids(3, strange=0)
        if kind == "members":
            condition.members.userids[:] = [self.userid()]
            condition.members.department_ids[:] = self.some([10, *STORES], 1)
        elif kind == "add_ways":
            condition.add_ways.add_ways[:] = self.random.choice([[1], [3, 777], [202]])
        elif kind == "states":
            condition.states.states[:] = self.random.choice([[""], ["橱窗", "nirgends"]])
        elif kind in ("add_time", "last_chat_time"):
            self._window(getattr(condition, kind))
        elif kind == "customers" or not condition.tags.tag_ids:
            condition.customers.external_userids[:] = self.some(CUSTOMERS, 9) or ["wm-nobody"]
        return condition

    def _window(self, window):
        start = self.model.now - self.random.randint(1, 40 * 24) * HOUR
        which = self.random.randint(0, 2)
        if which != 0:
            set_time(window.start_time, start)
        if which != 1:
            set_time(window.end_time, start + self.random.randint(1, 240) * HOUR)

    def create_saved_audience(self):
        return customers.CreateSavedAudienceRequest(saved_audience=customers.SavedAudience(
            name=self.name(), audience=self.audience(may_be_saved=False)))

    def _saved_id(self):
        return self.random.choice([*self.model.saved, "au-unknown"])

    def update_saved_audience(self):
        saved = customers.SavedAudience(saved_audience_id=self._saved_id())
        saved.name = self.name() if self.chance(0.7) else ""
        if not saved.name or self.chance(0.5):
            saved.audience.CopyFrom(self.audience(may_be_saved=False))
        return customers.UpdateSavedAudienceRequest(saved_audience=saved)

    def delete_saved_audience(self):
        return customers.DeleteSavedAudienceRequest(saved_audience_id=self._saved_id())

    def create_tag_job(self):
        request = self._changes(customers.CreateTagJobRequest())
        if self.chance(0.5):
            request.audience.CopyFrom(self.audience())
        else:
            for _ in range(self.random.randint(1, 6)):
                userid, who = self.pair()
                request.relations.add(userid=userid, external_userid=who)
        return request

    def undo_tag_job(self):
        return customers.UndoTagJobRequest(
            jobid=self.random.choice([*list(self.model.jobs)[-6:], "job-unknown"]))

    # Interactions.

    def record_interactions(self):
        request = customers.RecordInteractionsRequest()
        for _ in range(self.random.randint(1, 8)):
            userid, who = self.pair()
            each = request.interactions.add(
                userid=userid, external_userid=who, direction=self.random.choice([1, 2]),
                kind=self.random.choice([1, 1, 1, 2, 3, 4, 5]))
            if self.chance(0.2):
                each.conversation_id = "wr-1"
            if self.chance(0.3):
                each.interaction_id = f"m-{self.random.randint(0, 10**6)}"
            first = day_start(day_of(self.model.now) - 3)
            moment = self.random.randint(first, self.model.now)
            if self.chance(0.03):
                moment = self.random.choice([first, first - 1, self.model.now, self.model.now + 1])
            set_time(each.interaction_time, moment)
        if self.chance(0.3):
            request.interactions.append(request.interactions[0])
        return request

    # Transfers.

    def _two_members(self):
        handover, who = self.pair()
        if self.model.left and self.chance(0.3):
            handover = self.random.choice(list(self.model.left))
        takeover = self.random.choice([
            each for each in (*GUIDES, STRANGERS[0]) if each.lower() != handover.lower()])
        return handover, takeover, who

    def _transfer(self, kind):
        handover, takeover, who = self._two_members()
        mine = [key[1] for key in self.model.relations if key[0] == handover.lower()]
        others = self.some(mine, 4) + ([self.customer()] if self.chance(0.2) else [])
        return kind(
            handover_userid=handover, takeover_userid=takeover, external_userids=[who, *others])

    def transfer_customers(self):
        request = self._transfer(customers.TransferCustomersRequest)
        request.transfer_success_msg = self.random.choice(["", "换人了"])
        return request

    def transfer_resigned_customers(self):
        return self._transfer(customers.TransferResignedCustomersRequest)

    def transfer_all_customers(self):
        handover, takeover, _ = self._two_members()
        return customers.TransferAllCustomersRequest(
            handover_userid=handover,
            takeovers=[customers.TakeoverShare(userid=takeover, share=self.random.randint(0, 2))])

    def refuse_transfer(self):
        handover, takeover, who = self.random.choice(
            list(self.model.transfers)[-8:] or [("a", "b", "wm-00")])
        return customers.RefuseTransferRequest(
            handover_userid=handover, takeover_userid=takeover, external_userid=who)

    # Identities.

    def _identity(self):
        number = self.random.randint(0, 7)
        return self.random.choice([
            customers.Identity(
                kind=customers.IDENTITY_KIND_PHONE, value=f"+86 138-0000-123{number}"),
            customers.Identity(kind=customers.IDENTITY_KIND_PHONE, value=f"861380000123{number}"),
            customers.Identity(
                kind=customers.IDENTITY_KIND_OWN, space="crm", value=f"M-{number}"),
            customers.Identity(
                kind=customers.IDENTITY_KIND_OPENID, space="wx01", value=f"o-{number}")])

    def change_identities(self):
        request = customers.ChangeIdentitiesRequest(external_userid=self.customer())
        request.add_identities.extend(self._identity() for _ in range(self.random.randint(0, 2)))
        others = [self._identity() for _ in range(0 if request.add_identities else 2)]
        request.remove_identities.extend(others)
        return request

    def merge_customers(self):
        return customers.MergeCustomersRequest(
            external_userids=self.random.sample(CUSTOMERS, self.random.randint(2, 3)))

    def unmerge_customer(self):
        merged = [who for who, person in self.model.merged.items() if len(person) > 1]
        return customers.UnmergeCustomerRequest(
            external_userid=self.random.choice([*merged, self.customer()]))
