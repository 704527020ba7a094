"""The rules of tags, their groups, and strategies: tag.proto and strategy.proto."""

from outside import protos
from .differences import refuse
from .world import World, copied, set_time

customers = protos.customers


class TagRules(World):
    """Tags and groups, deleted or not, in the order in which they were made."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.groups = {}
        self.tags = {}
        self.personal = {}
        self.strategies = {}
        # By strategy_id: nodes ("userid", in lower case) and ("partyid", id).
        self.ranges = {}
        self.last_strategy = 0

    def by_age(self, tag_ids):
        places = {tag_id: place for place, tag_id in enumerate(self.tags)}
        return sorted(set(tag_ids), key=places.__getitem__)

    def live_tags(self, strategy=None):
        return [
            tag for tag in self.tags.values()
            if not tag.deleted and strategy in (None, tag.strategy_id)]

    def live_groups(self, strategy=None):
        return [
            group for group in self.groups.values()
            if not group.deleted and strategy in (None, group.strategy_id)]

    def of_group(self, group_id):
        return [tag for tag in self.live_tags() if tag.group_id == group_id]

    def may_give(self, userid, tag_id):
        strategy = self.tags[tag_id].strategy_id
        return not strategy or self.covers(strategy, ("userid", userid.lower()))

    # Tags that exclude each other.

    def rivals(self, tag_ids):
        """All tags of the exclusive groups of these."""
        groups = {self.tags[each].group_id for each in tag_ids if each in self.tags}
        return {
            tag.tag_id for group_id in groups if self.groups[group_id].mutually_exclusive
            for tag in self.of_group(group_id)}

    def settled(self, tag_ids):
        """The oldest alone of those that exclude each other."""
        kept = []
        for tag_id in self.by_age(tag_ids):
            if not self.rivals([tag_id]) & set(kept):
                kept.append(tag_id)
        return kept

    def not_givable(self, tag_ids):
        """Why these cannot be given."""
        known = all(each in self.tags and not self.tags[each].deleted for each in tag_ids)
        if not known:
            return ["TAG_NOT_FOUND"]
        agree = len(self.settled(tag_ids)) == len(set(tag_ids))
        return [] if agree else ["TAGS_EXCLUDE_EACH_OTHER"]

    # Groups.

    def create_tag_group(self, request, reply):
        strategy = self.strategies.get(request.strategy_id)
        if request.strategy_id and strategy is None:
            refuse("STRATEGY_NOT_FOUND")
        if strategy is not None and strategy.parent_id:
            refuse("STRATEGY_NOT_FIRST_LEVEL")
        group = self._named(request.group_name, request.strategy_id)
        drafts = {}
        for draft in request.tags:
            drafts.setdefault(draft.name, draft)
        old = {tag.name: tag for tag in self.of_group(group.group_id)} if group else {}
        new = [name for name in drafts if name not in old]
        refuse(*self._room(len(new)))
        self.taken(reply)
        if group is None:
            group = customers.TagGroup(
                group_id=reply.tag_group.group_id, group_name=request.group_name,
                order=request.order, strategy_id=request.strategy_id,
                mutually_exclusive=request.mutually_exclusive)
            set_time(group.create_time, self.now)
            self.groups[group.group_id] = group
            group.tag_count = len(new)
            self.tell("tag_group_created", group)
        group.tag_count = len(old) + len(new)
        made = {}
        for name, answered in zip(drafts, reply.tags):
            made[name] = old.get(name) or self._create(answered.tag_id, drafts[name], group)
        return customers.CreateTagGroupResponse(
            tag_group=group, created_count=len(new),
            tags=[self.shown(made[name].tag_id) for name in drafts])

    def update_tag_group(self, request, reply):
        asked = request.tag_group
        group = self._live(self.groups, asked.group_id, "TAG_GROUP_NOT_FOUND")
        named = _named_by(request.update_mask, asked, "group_name", "order", "mutually_exclusive")
        if "group_name" in named:
            other = self._named(asked.group_name, group.strategy_id)
            if other is not None and other is not group:
                refuse("TAG_GROUP_NAME_TAKEN")
        self.taken(reply)
        self._change(group, asked, named, "tag_group_updated", lambda: group)
        return group

    def delete_tag_group(self, request, reply):
        group = self._live(self.groups, request.group_id, "TAG_GROUP_NOT_FOUND")
        self.taken(reply)
        self.drop_group(group)

    def drop_group(self, group):
        for tag in self.of_group(group.group_id):
            self._drop(tag)
        group.deleted, group.tag_count = True, 0
        self.tell("tag_group_deleted", group)

    # Tags.

    def create_tag(self, request, reply):
        group = self._live(self.groups, request.group_id, "TAG_GROUP_NOT_FOUND")
        reasons = self._room(1)
        if any(tag.name == request.tag.name for tag in self.of_group(group.group_id)):
            reasons.append("TAG_NAME_TAKEN")
        refuse(*reasons)
        self.taken(reply)
        group.tag_count += 1
        return self.shown(self._create(reply.tag_id, request.tag, group).tag_id)

    def update_tag(self, request, reply):
        asked = request.tag
        tag = self._live(self.tags, asked.tag_id, "TAG_NOT_FOUND")
        named = _named_by(request.update_mask, asked, "name", "order")
        if "name" in named and any(
                each.name == asked.name and each is not tag for each in self.of_group(tag.group_id)):
            refuse("TAG_NAME_TAKEN")
        self.taken(reply)
        self._change(tag, asked, named, "tag_updated", lambda: self.shown(tag.tag_id))
        return self.shown(tag.tag_id)

    def delete_tag(self, request, reply):
        tag = self._live(self.tags, request.tag_id, "TAG_NOT_FOUND")
        self.taken(reply)
        self._drop(tag)
        self.tell("tag_deleted", tag)
        group = self.groups[tag.group_id]
        group.tag_count -= 1
        if not group.tag_count:
            group.deleted = True
            self.tell("tag_group_deleted", group)

    def shown(self, tag_id):
        """A tag as GetTag tells it."""
        tag = copied(self.tags[tag_id])
        tag.relation_count = sum(tag_id in each.tag_ids for each in self.relations.values())
        return tag

    def _named(self, name, strategy):
        return next(
            (group for group in self.live_groups(strategy) if group.group_name == name), None)

    @staticmethod
    def _live(things, identifier, reason):
        thing = things.get(identifier)
        if thing is None or thing.deleted:
            refuse(reason)
        return thing

    def _room(self, count):
        full = len(self.live_tags()) + count > self.limits["corp_tags_max"]
        return ["TOO_MANY_TAGS"] if full else []

    def _create(self, tag_id, draft, group):
        tag = customers.Tag(
            tag_id=tag_id, group_id=group.group_id, name=draft.name, order=draft.order,
            strategy_id=group.strategy_id)
        set_time(tag.create_time, self.now)
        self.tags[tag_id] = tag
        self.tell("tag_created", tag)
        return tag

    def _change(self, thing, asked, named, kind, shown):
        before = copied(thing)
        for name in named:
            setattr(thing, name, getattr(asked, name))
        if thing != before:
            self.tell(kind, shown())

    def _drop(self, tag):
        tag.deleted = True
        for key, relation in self.relations.items():
            if tag.tag_id in relation.tag_ids:
                relation.tag_ids.remove(tag.tag_id)
            self.release_claims(key, {tag.tag_id})

    # Strategies.

    def covers(self, strategy, node):
        """Whether a node lies in a strategy's range, and in those of all above it."""
        while strategy:
            if not self._covers(self.ranges[strategy], *node):
                return False
            strategy = self.strategies[strategy].parent_id
        return True

    def _covers(self, nodes, kind, name):
        departments = {each for each_kind, each in nodes if each_kind == "partyid"}
        if kind == "userid":
            return ("userid", name) in nodes or self.works_under(name, departments)
        return any(each in departments for each in self.above(name))

    def create_strategy(self, request, reply):
        asked = request.strategy
        nodes = [_node(each) for each in request.range]
        if asked.parent_id and asked.parent_id not in self.strategies:
            refuse("STRATEGY_NOT_FOUND")
        reasons = self._strange(asked.admin_list, nodes)
        depth, above = 1, asked.parent_id
        while above:
            depth, above = depth + 1, self.strategies[above].parent_id
        if depth > self.limits["strategy_depth_max"]:
            reasons.append("STRATEGY_TOO_DEEP")
        if len(self.strategies) >= self.limits["strategies_max"]:
            reasons.append("TOO_MANY_STRATEGIES")
        if not all(self.covers(asked.parent_id, node) for node in nodes):
            reasons.append("RANGE_OUTSIDE_PARENT")
        refuse(*reasons)
        self.taken(reply)
        self.last_strategy += 1
        strategy = customers.Strategy(
            strategy_id=self.last_strategy, parent_id=asked.parent_id,
            strategy_name=asked.strategy_name, admin_list=asked.admin_list)
        set_time(strategy.create_time, self.now)
        self.strategies[self.last_strategy] = strategy
        self.ranges[self.last_strategy] = set(nodes)
        self.tell("strategy_created")
        return _without_privilege(strategy, reply)

    def update_strategy(self, request, reply):
        asked = request.strategy
        strategy = self.strategies.get(asked.strategy_id)
        if strategy is None:
            refuse("STRATEGY_NOT_FOUND")
        add = [_node(each) for each in request.range_add]
        remove = [_node(each) for each in request.range_del]
        before = self.ranges[asked.strategy_id]
        after = before - set(remove) | set(add)
        # Those who were it before may have left.
        old_admins = {each.lower() for each in strategy.admin_list}
        new_admins = [each for each in asked.admin_list if each.lower() not in old_admins]
        reasons = self._strange(new_admins, add)
        if not all(self.covers(strategy.parent_id, node) for node in add):
            reasons.append("RANGE_OUTSIDE_PARENT")
        if not after:
            reasons.append("RANGE_EMPTY")
        if len(after) > self.limits["strategy_nodes_max"]:
            reasons.append("TOO_MANY_RANGE_NODES")
        refuse(*reasons)
        self.taken(reply)
        old = copied(strategy)
        strategy.strategy_name = asked.strategy_name or strategy.strategy_name
        if asked.admin_list:
            strategy.admin_list[:] = asked.admin_list
        self.ranges[asked.strategy_id] = after
        # A node that goes and comes in one call is a change too.
        if strategy != old or after != before or set(remove) & before & set(add):
            self.tell("strategy_updated")
        return _without_privilege(strategy, reply)

    def delete_strategy(self, request, reply):
        if request.strategy_id not in self.strategies:
            refuse("STRATEGY_NOT_FOUND")
        if any(each.parent_id == request.strategy_id for each in self.strategies.values()):
            refuse("STRATEGY_HAS_CHILDREN")
        self.taken(reply)
        for group in self.live_groups(request.strategy_id):
            self.drop_group(group)
        del self.strategies[request.strategy_id], self.ranges[request.strategy_id]
        self.tell("strategy_deleted")

    def _strange(self, userids, nodes):
        """Why some of these cannot be named: directory does not know them."""
        named = {each.lower() for each in userids} | {
            name for kind, name in nodes if kind == "userid"}
        reasons = [] if all(each in self.roster for each in named) else ["MEMBER_UNKNOWN"]
        known = all(name in self.parents for kind, name in nodes if kind == "partyid")
        return reasons if known else [*reasons, "DEPARTMENT_NOT_FOUND"]


def _node(node):
    kind = node.WhichOneof("node")
    name = getattr(node, kind)
    return kind, name.lower() if kind == "userid" else name


def _without_privilege(strategy, reply):
    """What is to be answered, but for the privileges, which are not drawn."""
    wanted = copied(strategy)
    wanted.privilege.CopyFrom(reply.privilege)
    return wanted


def _named_by(mask, asked, *names):
    return list(mask.paths) or [name for name in names if getattr(asked, name)]
