"""The audit log, as an auditor reads it, and as whoever would like to change it finds it."""

import contextlib
import hashlib
import pathlib
import sqlite3
import struct

import pytest

from outside import Corp, Refusal, System, eventually, protos, refusal
from outside.processes import run_siyu
from outside.scenes import acquaintance, chain, import_relations, pages, request_id

common, customers, directory = protos.common, protos.customers, protos.directory

CHANGE, BULK_READ = common.AuditEntry.KIND_CHANGE, common.AuditEntry.KIND_BULK_READ
DENIAL = common.AuditEntry.KIND_DENIAL


def entries_of(corp, context):
    stub = corp.stub(context, "AuditService")
    return pages(
        stub.ListAuditEntries, common.ListAuditEntriesRequest(page_size=7), "entries")


def test_each_change_and_each_bulk_read_is_in_the_log_once(corp):
    guide = chain(corp, stores=1, guides=1)[101][0]
    both = acquaintance(guide, "wm-1")
    request = customers.AddRelationRequest(
        customer=both.customer, relation=both.relation, request_id=request_id())
    for _ in range(3):
        corp.relations.AddRelation(request)
    import_relations(corp, [acquaintance(guide, f"wm-{number}") for number in range(2, 9)])
    list(corp.audiences.ListAudience(customers.ListAudienceRequest(
        audience=customers.Audience(userids=[guide]))))
    entries = entries_of(corp, "customers")
    assert [(each.kind, each.method.rsplit("/")[-1]) for each in entries] == [
        (CHANGE, "AddRelation"), (CHANGE, "ImportRelations"), (BULK_READ, "ListAudience")]
    assert [each.sequence for each in entries] == [1, 2, 3]
    assert entries[0].request_id == request.request_id
    assert "external_userid=wm-1" in entries[0].subject
    assert f"userid={guide}" in entries[0].subject
    assert entries[0].body_hash == hashlib.sha256(request.SerializeToString()).digest()


def test_the_chain_can_be_verified_by_anybody(corp):
    chain(corp, stores=2)
    entries = entries_of(corp, "directory")
    assert len(entries) >= 2
    verify(entries)


def verify(entries):
    """Walks the chain as the proto says it."""
    before = bytes(32)
    for each in entries:
        moment = each.entry_time.seconds * 1_000_000 + each.entry_time.nanos // 1000
        said = before + struct.pack(">qqq", each.sequence, moment, each.kind)
        for text in (each.app, each.method, each.request_id, each.subject):
            said += struct.pack(">I", len(text.encode())) + text.encode()
        said += each.body_hash
        if each.kind == DENIAL:
            reason = each.reason.encode()
            said += struct.pack(">I", len(reason)) + reason + struct.pack(">q", each.denied_count)
        before = hashlib.sha256(said).digest()
        assert each.hash == before


def test_a_denied_change_is_in_the_chain_and_a_hostile_app_cannot_fill_the_disk(binary):
    with System("tokens") as guarded, \
            contextlib.closing(Corp(guarded, "acme", app="operator")) as operator:
        keys = guarded.transport.keys
        chain(operator, stores=1)
        entries = len(entries_of(operator, "directory"))
        callers = {
            app: Corp(guarded, "acme", token=keys.token("acme", app=app, scope="directory.corp.read"))
            for app in ("hostile", "clumsy")}
        update = directory.UpdateMemberRequest(member=directory.Member(userid="guide-101-1"))
        denied = Refusal("PERMISSION_DENIED", "SCOPE_REQUIRED", None)
        for _ in range(200):
            assert refusal(callers["hostile"].members.UpdateMember, update) == denied
        assert refusal(callers["clumsy"].members.UpdateMember, update) == denied
        assert refusal(
            callers["clumsy"].members.GetMember,
            directory.GetMemberRequest(userid="guide-101-1")) == denied
        foreign = Corp(guarded, "other", token=keys.token("acme", app="lost"))
        assert refusal(foreign.members.UpdateMember, update).reason == "FOREIGN_CORP"
        nobody = Corp(guarded, "acme", token="")
        assert refusal(nobody.members.UpdateMember, update).reason == "TOKEN_REQUIRED"

        def denials():
            found = entries_of(operator, "directory")[entries:]
            return found if any(each.app == "lost" for each in found) else None

        found = eventually(denials, "the last denial is written")
        assert all(each.kind == DENIAL and each.denied_count == 1 for each in found)
        assert [each.app for each in found] == ["hostile"] * 10 + ["clumsy", "lost"]
        assert {each.method for each in found} == {"/siyu.directory.v1.MemberService/UpdateMember"}
        assert [each.reason for each in found] == ["SCOPE_REQUIRED"] * 11 + ["FOREIGN_CORP"]
        verify(entries_of(operator, "directory"))
        # What was beyond the bound is counted when the service stops, if not before.
        guarded["directory"].terminate()
        assert guarded["directory"].wait() == 0
        guarded["directory"].restart()
        rest = entries_of(operator, "directory")[entries + 12:]
        assert [(each.app, each.reason, each.denied_count) for each in rest] == [
            ("hostile", "FURTHER_DENIALS", 190)]
        verify(entries_of(operator, "directory"))
        for corp in (*callers.values(), foreign, nobody):
            corp.close()


@pytest.fixture
def own_system(binary):
    with System() as running:
        yield running


def test_check_names_the_entry_that_was_tampered_with(own_system):
    corp = Corp(own_system, "acme")
    chain(corp, stores=3)
    corp.close()
    service = own_system["directory"]
    service.terminate()
    assert service.wait() == 0
    path = f"{service.data}/directory/acme.db"
    tamper(pathlib.Path(path))
    ended = run_siyu("check", "--data", str(service.data), "--service", "directory")
    assert ended.returncode == 1
    assert "directory/acme: audit entry 2 is not as it was written" in ended.stdout


def tamper(path):
    """Writes the file anew with an entry changed, as a program that knows SQLite and not us."""
    with sqlite3.connect(path) as old:
        script = "\n".join(old.iterdump())
        owner = old.execute("PRAGMA application_id").fetchone()[0]
    old.close()
    path.unlink()
    with sqlite3.connect(path) as new:
        new.executescript(script)
        new.execute(f"PRAGMA application_id = {owner}")
        assert new.execute(
            "UPDATE audit_entry SET app = 'nobody' WHERE sequence = 2").rowcount == 1
    new.close()
