"""Our runtime reads messages as the official one does (PyPI protobuf, which is upb): it takes what that
takes, refuses what that refuses, and keeps the same content. Where it does not stands in one table."""

import math
import os
import random
import re
import struct
import subprocess
import time
import unicodedata

import pytest
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import DecodeError
from google.protobuf.unknown_fields import UnknownFieldSet

from outside.interop import PROGRAM
from outside.processes import surroundings
from outside.protos import package
from outside.wire import LENGTH, Generator, with_sound_texts

LONG = os.environ.get("SIYU_LONG") == "1"
SEED = int(os.environ.get("SIYU_SEED") or (time.time_ns() % 1_000_000 if LONG else 20))

MESSAGES = {
    "siyu.testing.v1.Sample": 10, "siyu.testing.v1.Wide": 1, "siyu.customers.v1.AddRelationRequest": 2,
    "siyu.customers.v1.Change": 2, "siyu.communities.v1.CreateMomentRequest": 2,
    "siyu.broadcasts.v1.CreateBroadcastRequest": 2, "siyu.broadcasts.v1.Change": 1,
}
INPUTS = (1_000_000 if LONG else 20_000) // sum(MESSAGES.values())
BATCH = 5_000

TAKEN, MALFORMED, TEXT, LIMIT = range(4)

# In place of what hangs on an order that is lost.
EITHER = "either"


# All the differences we allow. Of the first three, how a refusal of ours says it; for the others see
# `difference` and `kept`.
ALLOWED_REFUSALS = {
    # A string holds NUL: SQL and C would end it there. The official runtime takes it.
    TEXT: "holds a NUL character",
    # Messages and groups are nested more than 64 levels deep; the official runtime takes 100. (Its
    # other limits, 100,000 elements and 16 MiB of memory, are out of reach of inputs this small.)
    LIMIT: "levels deep",
    # Within a group there is a field with the number zero, or one that is too large: upb does not look
    # at numbers there.
    MALFORMED: "has an impossible field number",
}
# - A text that is not UTF-8 is not noticed when a later copy of its field, or another member of its
#   oneof, takes its place.
# - Fields that the proto does not know are dropped, not kept.
# - A plain float or double that is -0.0 is not sent: protobuf-c takes it for the default.
# - Keys of maps are Swift strings: "é" and "e" with an accent behind it are one key.
# - A truth is what all bits of its varint say, also those beyond the 64th, which the official runtime
#   drops; see `OVERLONG`.
# - A map's entry with a field in it that entries do not have is an entry, as it is to Google's other
#   runtimes; upb drops it.


# A varint of ten bytes with bits beyond the 64th.
OVERLONG = re.compile(rb"([\x80-\xff]{9})([\x02-\x7f])")


def without_bits_beyond_64(content):
    return OVERLONG.sub(lambda found: found[1] + bytes([found[2][0] & 1]), content)


def repacked(message, inputs):
    """Our answers: pairs of a verdict and the packed message or the words of the refusal."""
    sent = b"".join(struct.pack(">I", len(each)) + each for each in inputs)
    said = subprocess.run(
        [PROGRAM, "repack", "--message", message], input=sent, stdout=subprocess.PIPE, check=True,
        env=surroundings()).stdout
    at = 0
    while at < len(said):
        verdict, length = struct.unpack_from(">BI", said, at)
        yield verdict, said[at + 5:at + 5 + length]
        at += 5 + length


def unpacked(kind, content):
    """The official message; None when it is refused."""
    try:
        return kind.FromString(content)
    except DecodeError:
        return None


def kept(message):
    """What of an official message we keep, in a form that can be compared."""
    content = dict.fromkeys(maps_with_dropped_entries(message), EITHER)
    for field, value in message.ListFields():
        if field.name in content:
            continue
        if is_map(field):
            entries = {}
            inner = field.message_type.fields_by_name["value"]
            for key in sorted(value):
                name = unicodedata.normalize("NFC", key) if isinstance(key, str) else key
                # Which of two such keys wins hangs on the order they came in, which is lost here.
                entries[name] = kept_value(inner, value[key]) if name not in entries else EITHER
            content[field.name] = entries
        elif field.is_repeated:
            content[field.name] = [kept_value(field, each) for each in value]
        elif field.has_presence or value != 0:
            content[field.name] = kept_value(field, value)
    return content


def is_map(field):
    return bool(field.message_type) and field.message_type.GetOptions().map_entry


def maps_with_dropped_entries(message):
    """The maps of which upb has put an entry aside, among what it does not know."""
    maps = {field.number: field.name for field in message.DESCRIPTOR.fields if is_map(field)}
    unknown = UnknownFieldSet(message) if maps else []
    return [
        maps[each.field_number] for each in unknown
        if each.field_number in maps and each.wire_type == LENGTH]


def kept_value(field, value):
    if field.type == FieldDescriptor.TYPE_MESSAGE:
        return kept(value)
    if isinstance(value, float):
        return "nan" if math.isnan(value) else (value, math.copysign(1, value))
    return value


def same(theirs, ours):
    """Equal but for map entries where either may be."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        return theirs.keys() == ours.keys() and all(same(theirs[key], ours[key]) for key in theirs)
    if isinstance(theirs, list) and isinstance(ours, list):
        return len(theirs) == len(ours) and all(map(same, theirs, ours))
    return theirs == EITHER or theirs == ours


def difference(kind, content, verdict, answer):
    """What is not as it should be; None when all is."""
    official = unpacked(kind, content)
    if verdict != TAKEN:
        words = answer.decode()
        if official is None or words.rstrip(".").endswith(ALLOWED_REFUSALS.get(verdict, "never")):
            return None
        return f"we refuse what the official runtime takes: {words}"
    if official is None:
        official = unpacked(kind, with_sound_texts(kind.DESCRIPTOR, content))
    if official is None:
        return "we take what the official runtime refuses"
    ours = unpacked(kind, answer)
    if ours is None:
        return "the official runtime refuses what we packed"
    return None if same(kept(official), kept(ours)) else f"we keep other content:\n{official}\n{ours}"


@pytest.mark.parametrize("name", MESSAGES)
def test_our_runtime_reads_what_the_official_one_reads(binary, name):
    print(f"SIYU_SEED={SEED}")
    context, _, message = name.removeprefix("siyu.").partition(".v1.")
    kind = getattr(package(context), message)
    generator = Generator(random.Random(f"{SEED} {name}"), kind.DESCRIPTOR)
    taken = 0
    left = MESSAGES[name] * INPUTS
    while left > 0:
        inputs = [generator.next() for _ in range(min(left, BATCH))]
        left -= len(inputs)
        answers = list(repacked(name, inputs))
        assert len(answers) == len(inputs), f"no answer to {inputs[len(answers)].hex()}"
        for content, (verdict, answer) in zip(inputs, answers):
            wrong = difference(kind, content, verdict, answer)
            if wrong is not None and OVERLONG.search(content):
                content = without_bits_beyond_64(content)
                [(verdict, answer)] = repacked(name, [content])
                wrong = difference(kind, content, verdict, answer)
            assert wrong is None, f"{name} {content.hex()}: {wrong}"
            taken += verdict == TAKEN
    # Neither all noise nor all sound, or little would have been compared.
    assert 0.2 < taken / (MESSAGES[name] * INPUTS) < 0.98
