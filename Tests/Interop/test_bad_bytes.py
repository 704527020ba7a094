"""Bytes that no stub would send: refused at the door, and the service goes on."""

import time

import grpc
import pytest

from outside import Refusal, protos, refusal

CREATE = "/siyu.directory.v1.DepartmentService/CreateDepartment"
GET = "/siyu.directory.v1.DepartmentService/GetDepartment"


def varint(number):
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*encoded, number])


def field(number, content):
    """A length-delimited field: text, bytes or a message."""
    return varint(number << 3 | 2) + varint(len(content)) + content


def department(name):
    """A CreateDepartmentRequest whose department has this name, whatever its bytes."""
    return field(1, field(2, name) + b"\x20\x01")


@pytest.fixture(autouse=True)
def serves_afterwards(corp):
    """Whatever was sent, the next well-formed call is answered, quickly."""
    yield
    began = time.monotonic()
    assert corp.departments.GetDepartment(protos.directory.GetDepartmentRequest(id=1)).id == 1
    assert time.monotonic() - began < 2


def test_bytes_made_here_are_taken_when_they_are_right(corp):
    reply = corp.raw(CREATE)(department("一号店".encode()))
    assert protos.directory.Department.FromString(reply).name == "一号店"


@pytest.mark.parametrize("name", [
    pytest.param(b"\xff\xfe", id="no start byte"),
    pytest.param(b"caf\xe9", id="latin-1"),
    pytest.param(b"\xed\xa0\x80", id="surrogate"),
    pytest.param(b"\xc0\xaf", id="overlong"),
    pytest.param(b"\xf4\x90\x80\x80", id="above U+10FFFF"),
    pytest.param(b"\xe5\x8d", id="cut short"),
])
def test_text_that_is_not_utf_8_is_refused_naming_the_field(corp, name):
    assert refusal(corp.raw(CREATE), department(name)) == Refusal(
        "INVALID_ARGUMENT", "BAD_TEXT", "department.name")


def test_text_with_a_nul_is_refused_naming_the_field(corp):
    assert refusal(corp.raw(CREATE), department(b"a\0b")) == Refusal(
        "INVALID_ARGUMENT", "BAD_TEXT", "department.name")


def test_text_that_is_not_utf_8_deep_in_a_batch_is_named_with_its_place(corp):
    relation = field(1, field(1, b"wm-1")) + field(2, field(1, b"guide"))
    wrong = field(1, field(1, b"wm-2") + field(2, b"\xff")) + field(2, field(1, b"guide"))
    batch = field(1, relation) + field(1, wrong)
    importing = corp.channel("customers").stream_unary(
        "/siyu.customers.v1.RelationService/ImportRelations")
    assert refusal(importing, iter([batch])) == Refusal(
        "INVALID_ARGUMENT", "BAD_TEXT", "relations[1].customer.name")


def test_a_message_of_5_mib_is_refused_before_it_is_read(corp):
    large = department(b"x" * (5 << 20))
    assert refusal(corp.raw(CREATE), large).code == "RESOURCE_EXHAUSTED"


def test_a_message_of_3_mib_is_read(corp):
    large = department(b"x" * (3 << 20))
    assert refusal(corp.raw(CREATE), large) == Refusal(
        "INVALID_ARGUMENT", "TOO_LONG", "department.name")


@pytest.mark.parametrize("levels", [65, 10_000, 1_000_000])
def test_groups_nested_deep_are_refused_quickly(corp, levels):
    began = time.monotonic()
    deep = varint(9 << 3 | 3) * levels + varint(9 << 3 | 4) * levels
    assert refusal(corp.raw(GET), deep).code in ("INTERNAL", "RESOURCE_EXHAUSTED")
    assert time.monotonic() - began < 5


def test_unknown_fields_nested_deep_cost_nothing(corp):
    deep = b"\x08\x01"
    for _ in range(2000):
        deep = field(15, deep)
    reply = corp.raw(GET)(b"\x08\x01" + deep)
    assert protos.directory.Department.FromString(reply).id == 1


def test_a_field_of_another_wire_type_is_a_field_nobody_knows(corp):
    reply = corp.raw(GET)(b"\x0d\x07\x00\x00\x00" + b"\x08\x01" + b"\x0b\x0c")
    assert protos.directory.Department.FromString(reply).id == 1


def test_a_message_of_very_many_elements_is_refused(corp):
    many = field(15, b"") * 200_000
    assert refusal(corp.raw(GET), many).code == "RESOURCE_EXHAUSTED"


@pytest.mark.parametrize("garbage", [
    pytest.param(b"\xff" * 64, id="no varint"),
    pytest.param(b"\x08", id="cut short"),
    pytest.param(b"\x0a\xff\xff\xff\xff\x0f", id="longer than the message"),
    pytest.param(b"\x0b", id="a group without an end"),
    pytest.param(b"\x0c", id="the end of no group"),
    pytest.param(b"\x00\x00", id="field zero"),
])
def test_bytes_that_are_no_message_are_refused(corp, garbage):
    assert refusal(corp.raw(GET), garbage).code == "INTERNAL"


def test_a_call_with_two_messages_where_one_is_taken_is_refused(corp):
    twice = corp.channel("directory").stream_unary(GET)
    assert refusal(twice, iter([b"\x08\x01", b"\x08\x01"])).code == "UNIMPLEMENTED"


def test_a_call_without_a_message_where_one_is_wanted_is_refused(corp):
    never = corp.channel("directory").stream_unary(GET)
    assert refusal(never, iter([])).code == "UNIMPLEMENTED"


@pytest.mark.parametrize("way", [grpc.Compression.Gzip, grpc.Compression.Deflate])
def test_a_compressed_message_is_read(corp, way):
    """Only a message that gains by it is compressed: a long run of one letter does."""
    wordy = protos.directory.CreateDepartmentRequest(
        department=protos.directory.Department(name="x" * 10_000, parentid=1))
    refused = refusal(corp.departments.CreateDepartment, wordy, compression=way)
    assert refused.code == "INVALID_ARGUMENT"


def test_a_compressed_message_that_grows_over_the_limit_is_refused(corp):
    create = corp.channel("directory").unary_unary(CREATE)
    refused = refusal(create, bytes(64 * 1024 * 1024), compression=grpc.Compression.Gzip)
    assert refused.code == "RESOURCE_EXHAUSTED"
