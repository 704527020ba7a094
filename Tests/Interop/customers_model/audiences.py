"""Who belongs to an audience, found by looking at everything: audience.proto, saved_audience.proto."""

import collections

from outside import protos
from .differences import refuse
from .world import World, copied, is_live, microseconds, set_time

customers = protos.customers


class AudienceRules(World):
    """Audiences, and those that are saved."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.saved = {}

    def fitting(self, audience):
        """The relations of an audience by customer, each with the keys that fit, and how many customers
        none_of left out."""
        whole = [audience]
        if audience.saved_audience_id:
            whole.append(self.saved[audience.saved_audience_id].audience)
        found, excluded = {}, 0
        for who in self.persons:
            live = self._live_of(who)
            keys = [
                key for key, relation in live
                if all(self._fits(each, key, relation) for each in whole)]
            if not keys:
                continue
            if any(self.meets(condition, key, relation)
                   for each in whole for condition in each.none_of for key, relation in live):
                excluded += 1
            else:
                found[who] = keys
        return found, excluded

    def sender(self, keys):
        """Who chatted last, then who added last, then the smallest userid."""
        def rank(key):
            relation = self.relations[key]
            chatted = relation.HasField("last_chat_time")
            return (
                -microseconds(relation.last_chat_time) if chatted else 0,
                -microseconds(relation.create_time), key[0])
        return self.members[min(keys, key=rank)[0]]

    def recipients(self, audience):
        found, _ = self.fitting(audience)
        return {who: self.sender(keys) for who, keys in found.items()}

    def previewed(self, audience):
        """What PreviewAudience counts; the sample is ListAudience's affair."""
        found, excluded = self.fitting(audience)
        sending = collections.Counter(self.sender(keys) for keys in found.values())
        related = collections.Counter(
            self.members[key[0]] for keys in found.values() for key in keys)
        wanted = customers.PreviewAudienceResponse(
            customer_count=len(found), member_count=len(related), none_of_count=excluded)
        for userid in sorted(related, key=lambda each: (-sending[each], each.lower())):
            wanted.members.add(
                userid=userid, customer_count=sending[userid], related_count=related[userid])
        for who in dict.fromkeys(audience.external_userids):
            if who not in found:
                wanted.excluded.add(external_userid=who, reason=self._why_not(audience, who))
                wanted.excluded_count += 1
        return wanted

    def _live_of(self, who):
        return [
            (key, relation) for key, relation in self.relations.items()
            if key[1] == who and is_live(relation)]

    def _why_not(self, audience, who):
        if who not in self.persons:
            return customers.EXCLUSION_REASON_UNKNOWN
        live = self._live_of(who)
        allowed = [pair for pair in live if self._may_send(audience, pair[0][0])]
        if not allowed:
            return customers.EXCLUSION_REASON_NOT_RELATED
        if not any(self._fits(audience, *pair) for pair in allowed):
            return customers.EXCLUSION_REASON_CONDITIONS
        return customers.EXCLUSION_REASON_NONE_OF

    def _fits(self, audience, key, relation):
        """Whether a relation meets all but none_of and what is saved."""
        named = set(audience.external_userids)
        if named and key[1] not in named:
            return False
        groups = [] if named else audience.tag_filter.group_list
        return (
            self._may_send(audience, key[0])
            and all(set(group.tag_list) & set(relation.tag_ids) for group in groups)
            and all(any(self.meets(each, key, relation) for each in clause.any_of)
                    for clause in audience.all_of))

    def _may_send(self, audience, userid):
        if not audience.userids and not audience.department_ids:
            return True
        return self._is_named(userid, audience.userids, audience.department_ids)

    def _is_named(self, userid, userids, departments):
        return userid in {each.lower() for each in userids} or self.works_under(
            userid, set(departments))

    def meets(self, condition, key, relation):
        kind = condition.WhichOneof("condition")
        said = getattr(condition, kind)
        if kind == "tags":
            return bool(set(said.tag_ids) & set(relation.tag_ids))
        if kind == "members":
            return self._is_named(key[0], said.userids, said.department_ids)
        if kind == "customers":
            return key[1] in said.external_userids
        if kind == "add_ways":
            return relation.add_way in said.add_ways
        if kind == "states":
            return relation.state in said.states
        time = "create_time" if kind == "add_time" else "last_chat_time"
        return relation.HasField(time) and _contains(said, microseconds(getattr(relation, time)))

    # Saved audiences.

    def create_saved_audience(self, request, reply):
        asked = request.saved_audience
        reasons = self.audience_obstacles(asked.audience)
        if any(each.name == asked.name for each in self.saved.values()):
            reasons.append("SAVED_AUDIENCE_NAME_TAKEN")
        if len(self.saved) >= self.limits["saved_audiences_max"]:
            reasons.append("TOO_MANY_SAVED_AUDIENCES")
        refuse(*reasons)
        self.taken(reply)
        made = customers.SavedAudience(
            saved_audience_id=reply.saved_audience_id, name=asked.name, audience=asked.audience)
        set_time(made.create_time, self.now)
        set_time(made.update_time, self.now)
        self.saved[made.saved_audience_id] = made
        self.tell("saved_audience_created", made)
        return made

    def update_saved_audience(self, request, reply):
        asked = request.saved_audience
        saved = self.saved.get(asked.saved_audience_id)
        if saved is None:
            refuse("SAVED_AUDIENCE_NOT_FOUND")
        reasons = self.audience_obstacles(asked.audience) if asked.HasField("audience") else []
        if any(each.name == asked.name and each is not saved for each in self.saved.values()):
            reasons.append("SAVED_AUDIENCE_NAME_TAKEN")
        refuse(*reasons)
        self.taken(reply)
        before = copied(saved)
        saved.name = asked.name or saved.name
        if asked.HasField("audience"):
            saved.audience.CopyFrom(asked.audience)
        if saved != before:
            set_time(saved.update_time, self.now)
            self.tell("saved_audience_updated", saved)
        return saved

    def delete_saved_audience(self, request, reply):
        if request.saved_audience_id not in self.saved:
            refuse("SAVED_AUDIENCE_NOT_FOUND")
        self.taken(reply)
        self.tell("saved_audience_deleted", self.saved.pop(request.saved_audience_id))

    def audience_obstacles(self, audience):
        """Why an audience cannot be asked for: tags and saved audiences that are gone."""
        reasons = [] if self._tags_live(audience) else ["TAG_NOT_FOUND"]
        if audience.saved_audience_id:
            saved = self.saved.get(audience.saved_audience_id)
            if saved is None:
                reasons.append("SAVED_AUDIENCE_NOT_FOUND")
            elif not self._tags_live(saved.audience):
                reasons.append("SAVED_AUDIENCE_OUTDATED")
        return reasons

    def _tags_live(self, audience):
        groups = [] if audience.external_userids else audience.tag_filter.group_list
        named = [tag for group in groups for tag in group.tag_list]
        conditions = [*audience.none_of, *(
            each for clause in audience.all_of for each in clause.any_of)]
        for each in conditions:
            named += each.tags.tag_ids
        return all(tag in self.tags and not self.tags[tag].deleted for tag in named)


def _contains(window, moment):
    return (
        not (window.HasField("start_time") and moment < microseconds(window.start_time))
        and not (window.HasField("end_time") and moment >= microseconds(window.end_time)))
