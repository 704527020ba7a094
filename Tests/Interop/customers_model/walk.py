"""A seeded walk: calls drawn one after another, made of the service, told to the model, compared."""

import collections
import random

import grpc

from outside import Refusal, protos
from outside.scenes import request_id
from .differences import Difference, Refused, same, shown
from .draws import GUIDES, Draws
from .reading import compare, compare_audience
from .world import DAY, HOUR, SECOND
from .wrong import wrong_requests

customers, directory, sandbox = protos.customers, protos.directory, protos.sandbox

# How often each call is drawn, the service that answers it, and its method.
CALLS = {
    "add_relation": (22, "relations", "AddRelation"),
    "import_relations": (8, "relations", "ImportRelations"),
    "update_relation": (5, "relations", "UpdateRelation"),
    "remove_relation": (10, "relations", "RemoveRelation"),
    "set_personal_tags": (4, "personal_tags", "SetPersonalTags"),
    "mark_tags": (12, "tags", "MarkTags"),
    "batch_mark_tags": (5, "tags", "BatchMarkTags"),
    "create_tag_group": (5, "tags", "CreateTagGroup"),
    "update_tag_group": (2, "tags", "UpdateTagGroup"),
    "delete_tag_group": (1, "tags", "DeleteTagGroup"),
    "create_tag": (3, "tags", "CreateTag"),
    "update_tag": (3, "tags", "UpdateTag"),
    "delete_tag": (3, "tags", "DeleteTag"),
    "create_strategy": (2, "strategies", "CreateStrategy"),
    "update_strategy": (4, "strategies", "UpdateStrategy"),
    "delete_strategy": (1, "strategies", "DeleteStrategy"),
    "create_saved_audience": (2, "saved_audiences", "CreateSavedAudience"),
    "update_saved_audience": (2, "saved_audiences", "UpdateSavedAudience"),
    "delete_saved_audience": (1, "saved_audiences", "DeleteSavedAudience"),
    "create_tag_job": (3, "tag_jobs", "CreateTagJob"),
    "undo_tag_job": (2, "tag_jobs", "UndoTagJob"),
    "record_interactions": (6, "interactions", "RecordInteractions"),
    "transfer_customers": (3, "transfers", "TransferCustomers"),
    "transfer_resigned_customers": (2, "transfers", "TransferResignedCustomers"),
    "transfer_all_customers": (1, "transfers", "TransferAllCustomers"),
    "refuse_transfer": (1, "transfers", "RefuseTransfer"),
    "change_identities": (4, "identities", "ChangeIdentities"),
    "merge_customers": (1.5, "identities", "MergeCustomers"),
    "unmerge_customer": (1, "identities", "UnmergeCustomer"),
}
# What is drawn besides: methods of the walk.
OTHERS = {
    "ask_for_audience": 6, "preview_tag_job": 2, "repeat": 6, "ask_wrongly": 4, "let_time_pass": 3,
    "member_leaves": 0.7, "member_comes_back": 0.7,
}
# Calls after which jobs are at work; others are made when they are done.
WORKING = ("create_tag_job", "undo_tag_job", "record_interactions", "transfer_all_customers")
# How many operations pass until everything is read back.
COMPARED_EVERY = 100


class Walk:
    """One corp in a sandbox whose clock stands still, and the model of it.

    `feed` is told where the events stand that came; it hands them to the replica.
    """

    def __init__(self, corp, model, feed, seed):
        self.corp = corp
        self.model = model
        self.feed = feed
        self.random = random.Random(seed)
        self.draws = Draws(model, self.random)
        # Calls that went well within a day, with what they answered: (call, request, reply, when).
        self.remembered = collections.deque(maxlen=20)
        self.last = collections.deque(maxlen=6)
        self.met = collections.Counter()
        self._names = [*CALLS, *OTHERS]
        self._weights = [each[0] for each in CALLS.values()] + list(OTHERS.values())

    def run(self, count):
        """So many operations, and everything read back at the end."""
        for number in range(count):
            (name,) = self.random.choices(self._names, self._weights)
            try:
                if name in CALLS:
                    self._call(name)
                else:
                    getattr(self, f"_{name}")()
                if number % COMPARED_EVERY == COMPARED_EVERY - 1 or number == count - 1:
                    self._compare()
            except Difference as difference:
                raise Difference(f"operation {number}, {name}: {difference}\nafter\n" + "\n".join(
                    f"  {each}" for each in self.last)) from None

    def _compare(self):
        self.settle()
        compare(self.model, self.corp, self.random)
        self.feed.check(self.model)
        self.model.forget_old()

    def settle(self, seconds=0):
        """Lets the clock go on, until all is quiet."""
        self.corp.sandbox.AdvanceTime(
            sandbox.AdvanceTimeRequest(seconds=seconds), timeout=60)

    # Calls.

    def _call(self, name):
        request = getattr(self.draws, name)()
        if self.draws.chance(0.5):
            request.request_id = request_id()
        self.last.append(f"{name}: {shown(request)}")
        reply, reason = self._made(name, request)
        try:
            wanted = getattr(self.model, name)(request, reply)
        except Refused as refused:
            if reason not in refused.reasons:
                raise Difference(
                    f"to be refused for {refused}, but {reason or shown(reply)}") from None
            self.met[name, "refused"] += 1
            return
        except Difference as difference:
            raise Difference(f"{difference}; {reason or shown(reply)}") from None
        if wanted is not None:
            same(reply, wanted, "the answer")
        self.met[name, "taken"] += 1
        if request.request_id:
            self.remembered.append((name, request, reply, self.model.now))
        if name in WORKING:
            self.settle()
            self._look_at_job(name, reply)

    def _made(self, name, request):
        """The answer, or the reason of the refusal."""
        _, service, method = CALLS[name]
        call = getattr(getattr(self.corp, service), method)
        try:
            return call(iter([request]) if name == "import_relations" else request), None
        except grpc.RpcError as error:
            if error.code() in (grpc.StatusCode.INTERNAL, grpc.StatusCode.UNKNOWN,
                                grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED):
                raise Difference(f"{error.code()}: {error.details()}") from None
            return None, Refusal.of(error).reason

    def _look_at_job(self, name, reply):
        if name not in ("create_tag_job", "undo_tag_job"):
            return
        found = self.corp.tag_jobs.GetTagJob(customers.GetTagJobRequest(jobid=reply.jobid))
        wanted = self.model.jobs[reply.jobid].message
        if name == "undo_tag_job":
            # What of its work is left to take back, but needs no change, is the service's affair.
            for message in (found, wanted):
                for field in ("processed_count", "unchanged_count", "failed_count", "total_count"):
                    message.ClearField(field)
        try:
            same(found, wanted, "the tag job")
        except Difference as difference:
            # Which relation it is about is what the feed tells.
            try:
                self.feed.check(self.model)
            except Difference as told:
                raise Difference(f"{difference}\nand {told}") from None
            raise

    def _repeat(self):
        """The same request_id: the first answer for the same body, a refusal for another."""
        fresh = [each for each in self.remembered if self.model.now - each[3] < DAY]
        if not fresh:
            return
        name, request, first, _ = self.random.choice(fresh)
        again = type(request).FromString(request.SerializeToString())
        if self.draws.chance(0.3):
            again = getattr(self.draws, name)()
            again.request_id = request.request_id
        self.last.append(f"again {name}: {shown(again)}")
        reply, reason = self._made(name, again)
        if again == request:
            same(reply or reason, first, "the repeated answer")
        else:
            # What is wrong in any state is told before.
            empty = name == "update_relation" and not (
                again.update_mask.paths or again.relation.remark or again.relation.description)
            same(reason, "NOTHING_TO_CHANGE" if empty else "REQUEST_ID_REUSED",
                 "another body with the same request_id")
        self.met["repeat", "again" if again == request else "another"] += 1

    def _ask_wrongly(self):
        service, method, request, wanted = self.random.choice(wrong_requests(self.model.now))
        self.last.append(f"{method}: {shown(request)}")
        try:
            reply = getattr(getattr(self.corp, service), method)(request)
        except grpc.RpcError as error:
            same(Refusal.of(error).reason, wanted, "the refusal")
            return
        raise Difference(f"{method} takes {shown(request)}: {shown(reply)}")

    def _ask_for_audience(self):
        audience = self.draws.audience()
        self.last.append(f"audience: {shown(audience)}")
        obstacles = self.model.audience_obstacles(audience)
        if not obstacles:
            compare_audience(self.model, self.corp, audience)
            self.met["audience", "taken"] += 1
            return
        try:
            self.corp.audiences.PreviewAudience(
                customers.PreviewAudienceRequest(audience=audience))
        except grpc.RpcError as error:
            same(Refusal.of(error).reason in obstacles, True, f"{error.details()}: {obstacles}")
            self.met["audience", "refused"] += 1
            return
        raise Difference(f"an audience was taken that is to be refused for {obstacles}")

    def _preview_tag_job(self):
        order = self.draws.create_tag_job()
        request = customers.PreviewTagJobRequest(
            add_tags=order.add_tags, remove_tags=order.remove_tags)
        if order.HasField("audience"):
            request.audience.CopyFrom(order.audience)
        for each in order.relations:
            if each not in request.relations:
                request.relations.append(each)
        self.last.append(f"preview: {shown(request)}")
        obstacles = self.model.job_obstacles(request)
        try:
            found = self.corp.tag_jobs.PreviewTagJob(request)
        except grpc.RpcError as error:
            same(Refusal.of(error).reason in obstacles, True, f"{error.details()}: {obstacles}")
            return
        same(obstacles, [], f"why an order is refused that was taken: {shown(found)}")
        found.ClearField("sample")
        found.ClearField("failures")
        same(found, self.model.previewed_job(request), "PreviewTagJob")

    # Time and members.

    def _let_time_pass(self):
        step = self.random.choice([1, 60, HOUR // SECOND, 9 * 3600, 26 * 3600])
        self.last.append(f"{step} s pass")
        # What was told of before must be heard of before.
        self.settle()
        self.settle(step)
        self.model.advance(self.model.now + step * SECOND)

    def _member_leaves(self):
        works = [each for each in GUIDES if each in self.model.roster]
        if len(works) < 4:
            return
        userid = self.random.choice(works)
        self.last.append(f"{userid} leaves")
        self.corp.members.DeleteMember(directory.DeleteMemberRequest(userid=userid))
        self.settle()
        self.model.leave(userid)

    def _member_comes_back(self):
        gone = [each for each in GUIDES if each not in self.model.roster]
        if not gone:
            return
        userid = self.random.choice(gone)
        store = int(userid.split("-")[1])
        self.last.append(f"{userid} comes back")
        self.corp.members.CreateMember(directory.CreateMemberRequest(member=directory.Member(
            userid=userid, name="导购", email=f"{userid}@example.com", department_ids=[store])))
        self.settle()
        self.model.come_back(userid, [store])

    def untaken(self):
        """Calls that never went well: a walk that is long enough has none."""
        return [name for name in CALLS if not self.met[name, "taken"]]
