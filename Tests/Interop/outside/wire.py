"""Wire forms of protobuf messages, drawn at random from their descriptors: sound ones, odd ones that a
parser must take all the same, and broken ones."""

import struct

from google.protobuf.descriptor import FieldDescriptor

VARINT, FIXED64, LENGTH, GROUP, END_GROUP, FIXED32 = range(6)

_FIXED32 = {FieldDescriptor.TYPE_FIXED32, FieldDescriptor.TYPE_SFIXED32, FieldDescriptor.TYPE_FLOAT}
_FIXED64 = {FieldDescriptor.TYPE_FIXED64, FieldDescriptor.TYPE_SFIXED64, FieldDescriptor.TYPE_DOUBLE}
_LENGTH = {FieldDescriptor.TYPE_STRING, FieldDescriptor.TYPE_BYTES, FieldDescriptor.TYPE_MESSAGE}

_NUMBERS = [0, 1, 2, 127, 128, 1000, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**63 - 1, 2**63, 2**64 - 1]
_TEXTS = [
    b"", b"a", b"b", "客户".encode(), "é".encode(), "e\u0301".encode(), b"more than fifteen bytes long",
    "🛒".encode(),
]
_BAD_TEXTS = [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"a\x00b", b"\xf4\x90\x80\x80", b"\xe5\xae"]
_DOUBLES = [0.0, -0.0, 1.5, -1.0, float("inf"), float("nan"), 5e-324]


def varint(number):
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    encoded.append(number)
    return bytes(encoded)


def tag(number, wire_type):
    return varint(number << 3 | wire_type)


def field(number, content):
    return tag(number, LENGTH) + varint(len(content)) + content


def nested(number, levels):
    """A message that holds itself in the field, so many levels in all. From the inside out, and turned
    round, for a front that grows costs its length each time."""
    turned = bytearray()
    for _ in range(levels - 1):
        turned += (tag(number, LENGTH) + varint(len(turned)))[::-1]
    return bytes(turned[::-1])


def wire_type(field_descriptor):
    """How one value of the field stands on the wire."""
    kind = field_descriptor.type
    return LENGTH if kind in _LENGTH else FIXED32 if kind in _FIXED32 else FIXED64 if kind in _FIXED64 else VARINT


def with_sound_texts(descriptor, content):
    """The same wire form, but with other letters for every text that is not UTF-8."""
    sound = bytearray(content)
    at = 0
    while at < len(content):
        number, at = _read_varint(content, at)
        kind = number & 7
        if kind == VARINT:
            _, at = _read_varint(content, at)
        elif kind in (FIXED64, FIXED32):
            at += 8 if kind == FIXED64 else 4
        elif kind == LENGTH:
            length, at = _read_varint(content, at)
            each = descriptor.fields_by_number.get(number >> 3)
            if each is not None:
                sound[at:at + length] = _sound_value(each, content[at:at + length])
            at += length
    return bytes(sound)


def _sound_value(each, content):
    if each.type == FieldDescriptor.TYPE_MESSAGE:
        return with_sound_texts(each.message_type, content)
    if each.type == FieldDescriptor.TYPE_STRING:
        try:
            content.decode()
        except UnicodeDecodeError:
            return b"?" * len(content)
    return content


def _read_varint(content, at):
    """The number there and the place behind it; at the end of the content, nothing."""
    number = shift = 0
    while at < len(content):
        number |= (content[at] & 0x7F) << shift
        shift += 7
        at += 1
        if content[at - 1] < 0x80:
            break
    return number, at


class Generator:
    """One seed, one sequence of wire forms."""

    def __init__(self, random, descriptor):
        self._random = random
        self._descriptor = descriptor

    def next(self):
        content = self._message(self._descriptor, depth=0)
        return self._mutated(content) if self._random.random() < 0.25 else content

    def _message(self, descriptor, depth):
        fields = descriptor.fields
        most = 6 if depth == 0 else 3
        return b"".join(
            self._field(self._random.choice(fields), depth) if fields else self._unknown(depth)
            for _ in range(self._random.randint(0, most)))

    def _field(self, each, depth):
        draw = self._random.random()
        if draw < 0.04:
            # Of another type than the proto says.
            wrong = self._random.choice([VARINT, FIXED64, LENGTH, FIXED32])
            return tag(each.number, wrong) + self._anything(wrong)
        if draw < 0.08:
            return self._unknown(depth)
        if draw < 0.10:
            return self._group(self._random.choice([each.number, 900]), depth)
        expected = wire_type(each)
        if each.is_repeated and expected != LENGTH and self._random.random() < 0.6:
            run = b"".join(self._value(each, depth) for _ in range(self._random.randint(0, 4)))
            return field(each.number, run)
        count = self._random.randint(2, 3) if draw < 0.16 else 1
        return b"".join(tag(each.number, expected) + self._value(each, depth) for _ in range(count))

    def _value(self, each, depth):
        kind = each.type
        if kind == FieldDescriptor.TYPE_MESSAGE:
            content = self._message(each.message_type, depth + 1) if depth < 5 else b""
        elif kind == FieldDescriptor.TYPE_STRING:
            content = self._random.choice(_BAD_TEXTS if self._random.random() < 0.02 else _TEXTS)
        elif kind == FieldDescriptor.TYPE_BYTES:
            content = self._random.choice(_TEXTS + _BAD_TEXTS)
        elif kind == FieldDescriptor.TYPE_DOUBLE:
            return struct.pack("<d", self._random.choice(_DOUBLES))
        elif kind == FieldDescriptor.TYPE_FLOAT:
            return struct.pack("<f", self._random.choice(_DOUBLES))
        else:
            return self._anything(wire_type(each))
        return varint(len(content)) + content

    def _anything(self, kind):
        if kind == VARINT:
            number = self._random.choice(_NUMBERS)
            encoded = varint(number)
            # Longer than it need be, which is allowed up to ten bytes.
            if self._random.random() < 0.05:
                encoded = encoded[:-1] + bytes([encoded[-1] | 0x80]) + b"\x80" * self._random.randint(0, 8) + b"\0"
            return encoded
        if kind == LENGTH:
            content = self._random.choice(_TEXTS + [b"\x08\x01"])
            return varint(len(content)) + content
        return self._random.randbytes(8 if kind == FIXED64 else 4)

    def _unknown(self, depth):
        kind = self._random.choice([VARINT, FIXED64, LENGTH, FIXED32, GROUP])
        number = self._random.choice([19, 500, 2**29 - 1])
        return self._group(number, depth) if kind == GROUP else tag(number, kind) + self._anything(kind)

    def _group(self, number, depth):
        inside = b"".join(
            self._unknown(depth + 1) for _ in range(self._random.randint(0, 2))) if depth < 5 else b""
        end = number if self._random.random() < 0.95 else number + 1
        return tag(number, GROUP) + inside + tag(end, END_GROUP)

    def _mutated(self, content):
        content = bytearray(content)
        for _ in range(self._random.randint(1, 3)):
            at = self._random.randrange(len(content) + 1)
            what = self._random.randrange(5)
            if what == 0:
                content.insert(at, self._random.randrange(256))
            elif what == 1 and at < len(content):
                content[at] ^= 1 << self._random.randrange(8)
            elif what == 2:
                del content[at:at + self._random.randint(1, 3)]
            elif what == 3:
                del content[at:]
            else:
                piece = content[at:at + self._random.randint(1, 12)]
                content[at:at] = piece
        return bytes(content)
