"""The rules of tag jobs and of their undoing: tag_job.proto."""

import collections
import dataclasses

from outside import protos
from .differences import refuse
from .world import DAY, World, set_time

customers = protos.customers


@dataclasses.dataclass
class Job:
    """A tag job that has ended; it ends before the next call is drawn."""

    message: object
    end: int
    # What it did and nobody touched since: by relation, tags given and tags taken.
    claims: dict


class TagJobRules(World):
    """Jobs, what they did, and what is left of it."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.jobs = {}

    def release_claims(self, key, tag_ids):
        """Somebody gave or took these tags: no job takes that back any more."""
        for job in self.jobs.values():
            if key in job.claims:
                given, taken = job.claims[key]
                given -= tag_ids
                taken -= tag_ids
                if not given and not taken:
                    del job.claims[key]

    def forget_claims(self, key):
        """The relation ended: nobody owes it anything."""
        for job in self.jobs.values():
            job.claims.pop(key, None)

    def create_tag_job(self, request, reply):
        refuse(*self.job_obstacles(request))
        self.taken(reply)
        job = self._begun(reply.jobid, customers.TagJob.KIND_MARK)
        job.message.add_tags[:] = request.add_tags
        job.message.remove_tags[:] = request.remove_tags
        self._work(job, self._asked(request), request.add_tags, request.remove_tags,
                   in_order=not request.HasField("audience"))

    def job_obstacles(self, request):
        """Why an order cannot be taken."""
        reasons = [*self.not_givable(request.add_tags), *self._unknown(request.remove_tags)]
        if request.HasField("audience"):
            reasons += self.audience_obstacles(request.audience)
        return reasons

    def previewed_job(self, request):
        """What PreviewTagJob counts, of relations that are named once; the samples are its own."""
        wanted = customers.PreviewTagJobResponse()
        given, taken = collections.Counter(), collections.Counter()
        for key in self._asked(request):
            _, relation = self.related(*key)
            wanted.relation_count += 1
            if self.mark_obstacles(key, relation, request.add_tags, request.remove_tags):
                wanted.failed_count += 1
                continue
            marked = self._marked(relation, request.add_tags, request.remove_tags)
            if marked == relation:
                wanted.unchanged_count += 1
                continue
            wanted.changed_count += 1
            given.update(set(marked.tag_ids) - set(relation.tag_ids))
            taken.update(set(relation.tag_ids) - set(marked.tag_ids))
        for tag_id in sorted(given | taken):
            wanted.tags.add(
                tag_id=tag_id, given_count=given[tag_id], taken_count=taken[tag_id])
        return wanted

    def _asked(self, request):
        """The relations of an order."""
        if request.HasField("audience"):
            found, _ = self.fitting(request.audience)
            return [key for fitting in found.values() for key in fitting]
        return [self.related(each.userid, each.external_userid)[0] for each in request.relations]

    def undo_tag_job(self, request, reply):
        job = self.jobs.get(request.jobid)
        if job is None:
            refuse("TAG_JOB_NOT_FOUND")
        if job.message.kind == customers.TagJob.KIND_UNDO:
            refuse("TAG_JOB_IS_UNDO")
        if job.message.undone_by:
            refuse("TAG_JOB_ALREADY_UNDONE")
        if self.now >= job.end + 30 * DAY:
            refuse("TAG_JOB_TOO_OLD")
        self.taken(reply)
        undo = self._begun(reply.jobid, customers.TagJob.KIND_UNDO)
        undo.message.undo_of = request.jobid
        job.message.undone_by = reply.jobid
        claims, job.claims = job.claims, {}
        self.tell("tag_job_created")
        first = len(self._collected())
        for key, (given, taken) in claims.items():
            self._take_back(undo.message, key, given, taken)
        self._end(undo, first)

    def _begun(self, jobid, kind):
        job = Job(customers.TagJob(jobid=jobid, kind=kind), self.now, {})
        set_time(job.message.create_time, self.now)
        self.jobs[jobid] = job
        return job

    def _work(self, job, keys, add, remove, in_order):
        self.tell("tag_job_created")
        first = len(self._collected())
        for key in keys:
            before = set(self.relations[key].tag_ids) if key in self.relations else set()
            if self._mark_one(job.message, key, add, remove):
                after = set(self.relations[key].tag_ids)
                given, taken = job.claims.setdefault(key, (set(), set()))
                given |= after - before
                taken |= before - after
        self._end(job, first, in_order)

    def _take_back(self, message, key, given, taken):
        """Gives what the job took, also of a strategy that the member has left meanwhile, but not what
        excludes a tag that was given since."""
        if key in self.relations:
            present = set(self.relations[key].tag_ids) - given
            taken = set(self.settled(taken - self.rivals(present)))
        reasons = self.mark_obstacles(key, self.relations.get(key), taken, given)
        if set(reasons) - {"MEMBER_OUT_OF_STRATEGY"}:
            message.failed_count += 1
        elif self.mark(key, taken, given):
            message.changed_count += 1
        else:
            message.unchanged_count += 1

    def _mark_one(self, message, key, add, remove):
        _, relation = self.related(*key)
        if self.mark_obstacles(key, relation, add, remove):
            message.failed_count += 1
            return False
        if self.mark(key, add, remove):
            message.changed_count += 1
            return True
        message.unchanged_count += 1
        return False

    def _collected(self):
        """The events of the block that is being told."""
        return self.blocks[-1][1]

    def _end(self, job, first, in_order=False):
        told = self._collected()[first:]
        if not in_order:
            del self._collected()[first:]
            self.tell_in_any_order(told)
        message = job.message
        message.state = customers.TagJob.STATE_DONE
        message.processed_count = (
            message.changed_count + message.unchanged_count + message.failed_count)
        message.total_count = message.processed_count
        set_time(message.finish_time, self.now)
        self.tell("tag_job_finished")
