"""Backups of services under load, what is put back from them, and bits that flip."""

import json
import pathlib
import random
import shutil
import threading

import grpc
import pytest
from google.protobuf.timestamp_pb2 import Timestamp

from outside import Corp, System, eventually, protos
from outside.feeds import follow, kind
from outside.processes import run_siyu
from outside.scenes import acquaintance, chain, import_relations, pages, request_id

customers, broadcasts = protos.customers, protos.broadcasts
communities, directory = protos.communities, protos.directory

GUIDE = "guide-101-1"


@pytest.fixture
def own_system(binary):
    with System() as running:
        yield running


def data_folder(system):
    return system["customers"].data


def stop_all(system):
    for service in system.services.values():
        service.terminate()
    for service in system.services.values():
        assert service.wait() == 0


def done(*arguments):
    """Runs a command that has to succeed; returns what it said."""
    ended = run_siyu(*arguments)
    assert ended.returncode == 0, ended.stderr + ended.stdout
    return ended.stdout


def refused(*arguments, code=1):
    """Runs a command that has to fail; returns what it said."""
    ended = run_siyu(*arguments)
    assert ended.returncode == code, ended.stderr + ended.stdout
    return ended.stdout + ended.stderr


def customers_of(corp):
    request = customers.ListRelationsRequest(userid=GUIDE, page_size=1000)
    return {each.customer.external_userid
            for each in pages(corp.relations.ListRelations, request, "relations")}


def until_following(corp):
    """Waits until customers has read directory's lists and follows its feed: it writes by itself no more.

    A kill in the midst of a commit leaves one in the log that nobody was told of, and that is not missed.
    """
    def knows(department):
        now = Timestamp()
        now.GetCurrentTime()
        try:
            corp.behavior.GetUserBehaviorData(customers.GetUserBehaviorDataRequest(
                department_ids=[department], start_time=now, end_time=now))
            return True
        except grpc.RpcError as error:
            assert error.code() == grpc.StatusCode.NOT_FOUND, error
            return False

    eventually(lambda: knows(10), "customers has read the departments")
    # What is made after they were read is told by the feed, which is followed after all lists were read.
    corp.departments.CreateDepartment(directory.CreateDepartmentRequest(
        department=directory.Department(id=999, name="新店", parentid=10)))
    eventually(lambda: knows(999), "customers follows the feed")


def flip(path, moments):
    """Flips one random bit of a file, where it counts; says which."""
    content = bytearray(path.read_bytes())
    place = moments.randrange(len(content) * 8)
    content[place // 8] ^= 1 << place % 8
    path.write_bytes(content)
    return f"bit {place % 8} of byte {place // 8} of {path.name}"


def opened(corp):
    """Communities has a file of the corp, as it has at the latest when customers asks for its feed."""
    corp.groups.ListCustomerGroups(communities.ListCustomerGroupsRequest())


class Importer:
    """Adds customers one after another; the ledger of what was asked and what was answered."""

    def __init__(self, system, name):
        self.asked = []
        self.answered = []
        self._corp = Corp(system, name)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()
        self._corp.close()

    def wait_for(self, count):
        while len(self.answered) < count:
            assert self._thread.is_alive(), "the importer has ended"
            self._over.wait(0.01)

    def _run(self):
        while not self._over.is_set():
            external_userid = f"wm-{len(self.asked)}"
            self.asked.append(external_userid)
            both = acquaintance(GUIDE, external_userid)
            self._corp.relations.AddRelation(customers.AddRelationRequest(
                customer=both.customer, relation=both.relation, request_id=request_id()))
            self.answered.append(external_userid)


def test_a_backup_under_load_restores_to_what_was_answered_at_its_moment(own_system, tmp_path):
    data, out, elsewhere = data_folder(own_system), tmp_path / "backup", tmp_path / "data"
    corp = Corp(own_system, "acme")
    chain(corp, stores=1, guides=1)
    with Importer(own_system, "acme") as importer:
        importer.wait_for(50)
        before = set(importer.answered)
        done("backup", "--data", str(data), "--out", str(out))
        asked = set(importer.asked)
        importer.wait_for(len(importer.answered) + 50)
        assert "nothing wrong" in done("check", "--data", str(data))
    manifest = json.loads((out / "manifest.json").read_text())
    point = next(each["feed_sequence"] for each in manifest["files"]
                 if each["service"] == "customers")
    changes = follow(corp, "customers", until=lambda each: each.sequence >= point)
    told = {each.relation_added.relation.external_userid
            for each in changes if kind(each) == "relation_added"}
    assert before <= told <= asked
    newer = follow(corp, "customers", after=changes[-1].cursor, count=1)[0]
    corp.close()
    stop_all(own_system)

    assert "nothing wrong" in done("check", "--data", str(out))
    done("restore", "--from", str(out), "--data", str(elsewhere))
    assert "nothing wrong" in done("check", "--data", str(elsewhere))
    for service in own_system.services.values():
        service.data = elsewhere
        service.restart()
    corp = Corp(own_system, "acme")
    assert customers_of(corp) == told
    # Whoever had read as far as the backup goes on; whoever had read further is told.
    both = acquaintance(GUIDE, "wm-new")
    corp.relations.AddRelation(customers.AddRelationRequest(
        customer=both.customer, relation=both.relation, request_id=request_id()))
    added = follow(corp, "customers", after=changes[-1].cursor, count=1)[0]
    assert (added.sequence, added.relation_added.relation.external_userid) == (
        point + 1, "wm-new")
    assert added.event_id != newer.event_id
    with pytest.raises(grpc.RpcError) as error:
        follow(corp, "customers", after=newer.cursor, count=1)
    assert error.value.code() == grpc.StatusCode.OUT_OF_RANGE
    corp.close()


def test_a_restore_refuses_what_it_would_overwrite_or_take_from_a_running_service(
        own_system, tmp_path):
    data, out = data_folder(own_system), tmp_path / "backup"
    corp, other = Corp(own_system, "acme"), Corp(own_system, "other")
    for each in (corp, other):
        chain(each, stores=1, guides=1)
        import_relations(each, [acquaintance(GUIDE, "wm-1")])
        opened(each)
    done("backup", "--data", str(data), "--out", str(out), "--corp", "acme")
    assert sorted(path.name for path in out.rglob("*.db")) == ["acme.db"] * 3
    assert "exists" in refused("backup", "--data", str(data), "--out", str(out), code=2)
    restore = ("restore", "--from", str(out), "--data", str(data))
    assert "is running" in refused(*restore, "--replace")
    for each in (corp, other):
        import_relations(each, [acquaintance(GUIDE, "wm-2")])
        each.close()
    # What is replaced has a log, which must not meet the new file.
    replaced = [own_system[name] for name in ("customers", "communities", "directory")]
    for service in replaced:
        service.kill()
    assert "--replace" in refused(*restore)
    done(*restore, "--replace")
    for service in replaced:
        service.restart()
    corp, other = Corp(own_system, "acme"), Corp(own_system, "other")
    assert customers_of(corp) == {"wm-1"}
    assert customers_of(other) == {"wm-1", "wm-2"}
    for each in (corp, other):
        each.close()
    stop_all(own_system)
    assert "nothing wrong" in done("check", "--data", str(data))


def test_every_flipped_bit_in_a_backup_is_found_before_it_is_restored(own_system, tmp_path):
    data, out = data_folder(own_system), tmp_path / "backup"
    corp = Corp(own_system, "acme")
    chain(corp)
    import_relations(corp, [acquaintance(GUIDE, f"wm-{number}") for number in range(300)])
    opened(corp)
    corp.close()
    stop_all(own_system)
    done("backup", "--data", str(data), "--out", str(out))
    files = sorted(path for path in out.rglob("*") if path.is_file())
    assert len(files) == 5, files
    moments = random.Random(20)
    for turn in range(100):
        path = files[turn % len(files)]
        whole = path.read_bytes()
        where = flip(path, moments)
        words = refused("restore", "--from", str(out), "--data", str(tmp_path / "data"))
        assert "damaged" in words or "no backup" in words, f"{where}: {words}"
        path.write_bytes(whole)
    assert not (tmp_path / "data").exists()
    assert "nothing wrong" in done("check", "--data", str(out))


@pytest.mark.parametrize("file", ["acme.db", "acme.db-wal"])
def test_every_flipped_bit_in_a_killed_services_files_is_found(own_system, tmp_path, file):
    corp = Corp(own_system, "acme")
    chain(corp, stores=1, guides=1)
    until_following(corp)
    import_relations(corp, [acquaintance(GUIDE, f"wm-{number}") for number in range(300)])
    corp.close()
    if file == "acme.db":
        stop_all(own_system)
    else:
        own_system["customers"].kill()
    kept = data_folder(own_system) / "customers"
    moments = random.Random(20)
    for _ in range(50):
        copy = tmp_path / "data" / "customers"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(kept, copy)
        where = flip(copy / file, moments)
        words = refused("check", "--data", str(tmp_path / "data"))
        assert words.startswith("customers/acme: "), f"{where}: {words}"
    shutil.rmtree(copy)
    shutil.copytree(kept, copy)
    assert "nothing wrong" in done("check", "--data", str(tmp_path / "data"))


def test_a_service_does_not_go_on_without_the_commits_of_a_damaged_log(own_system):
    corp, other = Corp(own_system, "acme"), Corp(own_system, "other")
    for each in (corp, other):
        chain(each, stores=1, guides=1)
        import_relations(each, [acquaintance(GUIDE, "wm-1")])
        each.close()
    service = own_system["customers"]
    service.kill()
    log = pathlib.Path(service.data) / "customers" / "acme.db-wal"
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 1
    log.write_bytes(content)
    service.restart()
    corp, other = Corp(own_system, "acme"), Corp(own_system, "other")
    with pytest.raises(grpc.RpcError) as error:
        customers_of(corp)
    assert error.value.code() == grpc.StatusCode.DATA_LOSS, error.value
    assert customers_of(other) == {"wm-1"}
    assert "restore a backup" in service.last_words()
    for each in (corp, other):
        each.close()


def test_a_corp_is_deleted_whole_and_alone(own_system, tmp_path):
    data = data_folder(own_system)
    corp, other = Corp(own_system, "acme"), Corp(own_system, "other")
    for each in (corp, other):
        chain(each, stores=1, guides=1)
        import_relations(each, [acquaintance(GUIDE, "wm-1")])
        each.close()
    delete = ("delete-corp", "acme", "--data", str(data), "--confirm")
    assert "is running" in refused(*delete, "acme")
    stop_all(own_system)
    assert "--confirm" in refused(*delete, "other", code=2)
    assert "customers/acme.db" in done(*delete, "acme")
    assert not list(pathlib.Path(data).rglob("acme*"))
    assert "nothing" in refused(*delete, "acme")
    for service in own_system.services.values():
        service.restart()
    other = Corp(own_system, "other")
    assert customers_of(other) == {"wm-1"}
    other.close()
