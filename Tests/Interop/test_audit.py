"""The audit log, as an auditor reads it, and as whoever would like to change it finds it."""

import hashlib
import pathlib
import sqlite3
import struct

import pytest

from outside import Corp, System, protos
from outside.processes import run_siyu
from outside.scenes import acquaintance, chain, import_relations, pages, request_id

common, customers = protos.common, protos.customers

CHANGE, BULK_READ = common.AuditEntry.KIND_CHANGE, common.AuditEntry.KIND_BULK_READ


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
    before = bytes(32)
    for each in entries:
        moment = each.entry_time.seconds * 1_000_000 + each.entry_time.nanos // 1000
        said = before + struct.pack(">qqq", each.sequence, moment, each.kind)
        for text in (each.app, each.method, each.request_id, each.subject):
            said += struct.pack(">I", len(text.encode())) + text.encode()
        before = hashlib.sha256(said + each.body_hash).digest()
        assert each.hash == before


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
