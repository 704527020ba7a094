"""The rules of relations, of imports and of marking: relation.proto and tag.proto."""

from outside import protos
from .differences import Difference, refuse, refuse_unless, same
from .world import (
    BY_CUSTOMER, BY_MEMBER, WELCOME_CODE_LIFE, World, copied, is_kept, is_live, microseconds, set_time,
)

customers = protos.customers
MUTUAL = customers.RELATION_STATUS_MUTUAL


class RelationRules(World):
    """Relations as they become."""

    def add_relation(self, request, reply):
        draft = request.relation
        who = request.customer.external_userid
        key = (draft.userid.lower(), who)
        before = self.relations.get(key)
        reasons = self.not_givable(draft.tag_ids)
        if is_live(before) and not self._confirms(before, draft):
            reasons.append("RELATION_EXISTS")
        refuse(*reasons)
        relation = self._added(key, before, draft)
        refuse(*self._obstacles(before, relation))
        self.taken(reply)
        code = self._welcome_code(key, before, relation, draft, reply.welcome_code)
        added = self.pair(self._put(key, before, relation, request.customer))
        added.welcome_code = code
        self.tell("relation_added", added)
        return added

    def _welcome_code(self, key, before, relation, draft, answered):
        """The code that is due: one that the server makes up, or the half relation's while it lives."""
        begun = microseconds(draft.create_time) if draft.HasField("create_time") else self.now
        chatted = any(
            each is not None and each.HasField("last_chat_time") for each in (before, relation))
        if chatted or self.now >= begun + WELCOME_CODE_LIFE:
            return ""
        code, issued = self.welcome_codes.get(key, ("", 0))
        is_half = before is not None and before.status == customers.RELATION_STATUS_HALF
        if is_half and self.now < issued + WELCOME_CODE_LIFE:
            return code
        if not answered or answered in (each for each, _ in self.welcome_codes.values()):
            raise Difference(f"a welcome code of its own is due, not {answered!r}")
        self.welcome_codes[key] = (answered, self.now)
        return answered

    def import_relations(self, request, reply):
        self.taken(reply)
        wanted = customers.ImportRelationsResponse()
        for asked in request.relations:
            draft, who = asked.relation, asked.customer.external_userid
            key = (draft.userid.lower(), who)
            before = self.relations.get(key)
            reasons = self.not_givable(draft.tag_ids)
            if not reasons:
                make = self._overwritten if is_live(before) else self._added
                relation = make(key, before, draft)
                reasons = self._obstacles(before, relation)
            if reasons:
                found = reply.failures[wanted.failed_count]
                if found.reason not in reasons:
                    raise Difference(f"{found.reason} instead of {reasons}")
                wanted.failures.append(found)
                same((found.userid, found.external_userid), (draft.userid, who), "the failure")
                wanted.failed_count += 1
                continue
            stood = is_live(before)
            is_new = not stood or before.status != relation.status
            put = self._put(key, before, relation, asked.customer)
            self.tell("relation_added" if is_new else "relation_updated", self.pair(put))
            if stood:
                wanted.updated_count += 1
            else:
                wanted.added_count += 1
        return wanted

    def update_relation(self, request, reply):
        asked = request.relation
        named = list(request.update_mask.paths) or [
            name for name in ("remark", "description") if getattr(asked, name)]
        refuse_unless(named, "NOTHING_TO_CHANGE")
        key, relation = self.related(asked.userid, asked.external_userid)
        refuse_unless(relation is not None, "NOT_RELATED")
        self.taken(reply)
        before = copied(relation)
        for name in named:
            setattr(relation, name, getattr(asked, name))
        if relation != before:
            self.tell("relation_updated", self.pair(relation))
        return relation

    def remove_relation(self, request, reply):
        key, relation = self.related(request.userid, request.external_userid)
        refuse_unless(relation is not None, "NOT_RELATED")
        by_customer = request.removed_by == customers.REMOVED_BY_CUSTOMER
        refuse_unless(
            not by_customer or relation.status != BY_CUSTOMER, "RELATION_ALREADY_REMOVED")
        self.taken(reply)
        if by_customer:
            relation.status = BY_CUSTOMER
            self.count(key[0], self.now, negative_feedback_cnt=1)
        else:
            self.end(key)
        self.tell("relation_removed", self.pair(relation))
        return relation

    def mark_tags(self, request, reply):
        key, relation = self.related(request.userid, request.external_userid)
        refuse(*self.mark_obstacles(key, relation, request.add_tags, request.remove_tags))
        self.taken(reply)
        self.mark(key, request.add_tags, request.remove_tags)
        return relation

    def batch_mark_tags(self, request, reply):
        self.taken(reply)
        wanted = customers.BatchMarkTagsResponse()
        for asked in request.marks:
            key, relation = self.related(asked.userid, asked.external_userid)
            reasons = self.mark_obstacles(key, relation, asked.add_tags, asked.remove_tags)
            if reasons:
                found = reply.failures[wanted.failed_count]
                same(found.reason in reasons, True, f"{found.reason} is one of {reasons}")
                wanted.failures.append(found)
                wanted.failed_count += 1
            else:
                self.mark(key, asked.add_tags, asked.remove_tags)
                wanted.marked_count += 1
        return wanted

    def set_personal_tags(self, request, reply):
        key, relation = self.related(request.userid, request.external_userid)
        refuse_unless(relation is not None, "NOT_RELATED")
        self.taken(reply)
        names = list(dict.fromkeys(request.names))
        wanted = customers.PersonalTags(
            userid=relation.userid, external_userid=key[1], names=names)
        if names != self.personal.get(key, []):
            self.tell("personal_tags_updated", wanted)
        self.personal[key] = names
        return wanted

    # What marks and jobs share.

    def mark_obstacles(self, key, relation, add, remove):
        """Why a relation cannot be marked."""
        reasons = [*self.not_givable(add), *self._unknown(remove)]
        if relation is None:
            return [*reasons, "NOT_RELATED"]
        return reasons or self._obstacles(relation, self._marked(relation, add, remove))

    def mark(self, key, add, remove):
        """Marks; whether that changed anything."""
        before = self.relations[key]
        marked = self._marked(before, add, remove)
        if list(marked.tag_ids) == list(before.tag_ids):
            return False
        self._retag(key, before, marked.tag_ids)
        self.tell("relation_updated", self.pair(before))
        return True

    def end(self, key):
        """The member has the customer no longer, nor what he noted of him."""
        relation = self.relations[key]
        relation.status = BY_MEMBER
        relation.remark = relation.description = ""
        del relation.tag_ids[:]
        self.personal.pop(key, None)
        self.forget_claims(key)

    def begin(self, key, relation):
        """A relation begins, or is taken up again."""
        self.count(key[0], microseconds(relation.create_time), new_contact_cnt=1)

    def _unknown(self, tag_ids):
        known = all(each in self.tags and not self.tags[each].deleted for each in tag_ids)
        return [] if known else ["TAG_NOT_FOUND"]

    @staticmethod
    def _confirms(before, draft):
        half = customers.RELATION_STATUS_HALF
        return before.status == half and draft.status != half

    def _added(self, key, before, draft):
        """The relation that AddRelation makes of what was there."""
        if is_live(before):
            confirmed = copied(before)
            confirmed.status = MUTUAL
            return confirmed
        relation = self._fresh(key, draft)
        if before is not None and before.status == BY_CUSTOMER:
            relation.remark = draft.remark or before.remark
            relation.description = draft.description or before.description
            if not draft.tag_ids:
                relation.tag_ids[:] = before.tag_ids
            if not draft.HasField("last_chat_time") and before.HasField("last_chat_time"):
                relation.last_chat_time.CopyFrom(before.last_chat_time)
        return relation

    def _overwritten(self, key, before, draft):
        """The relation that an import makes of one that stands."""
        relation = self._fresh(key, draft)
        if before.status == MUTUAL or not draft.status:
            relation.status = before.status
        if not draft.HasField("create_time"):
            relation.create_time.CopyFrom(before.create_time)
        if not draft.HasField("last_chat_time") and before.HasField("last_chat_time"):
            relation.last_chat_time.CopyFrom(before.last_chat_time)
        return relation

    def _fresh(self, key, draft):
        relation = copied(draft)
        relation.external_userid = key[1]
        relation.status = draft.status or MUTUAL
        relation.tag_ids[:] = self.by_age(draft.tag_ids)
        if not draft.HasField("create_time"):
            set_time(relation.create_time, self.now)
        return relation

    def _obstacles(self, before, relation):
        """Why a relation may not become this."""
        reasons = []
        old = before.tag_ids if before is not None else ()
        if any(not self.may_give(relation.userid, tag) for tag in set(relation.tag_ids) - set(old)):
            reasons.append("MEMBER_OUT_OF_STRATEGY")
        if len(relation.tag_ids) > self.limits["relation_tags_max"]:
            reasons.append("TOO_MANY_TAGS_ON_RELATION")
        most = self.limits["member_customers_max"]
        if not is_kept(before) and self.customer_count(relation.userid) >= most:
            reasons.append("CUSTOMER_LIMIT_REACHED")
        return reasons

    def _put(self, key, before, relation, told):
        person = self.persons.get(key[1])
        if person is None:
            person = self.persons[key[1]] = customers.Customer(external_userid=key[1])
            set_time(person.create_time, self.now)
        for field, value in told.ListFields():
            if field.name != "create_time":
                setattr(person, field.name, value)
        relation.userid = self.see(relation.userid)
        if not is_live(before):
            self.begin(key, relation)
        if before is None:
            self.relations[key] = relation
            return relation
        tags = list(relation.tag_ids)
        relation.tag_ids[:] = before.tag_ids
        before.CopyFrom(relation)
        self._retag(key, before, tags)
        return before

    def _marked(self, relation, add, remove):
        marked = copied(relation)
        remove = self.rivals(add).union(remove)
        marked.tag_ids[:] = self.by_age((set(relation.tag_ids) - set(remove)) | set(add))
        return marked

    def _retag(self, key, relation, tag_ids):
        """Gives a relation these tags; what jobs claim of those that change is theirs no longer."""
        changed = set(relation.tag_ids) ^ set(tag_ids)
        relation.tag_ids[:] = list(tag_ids)
        self.release_claims(key, changed)

