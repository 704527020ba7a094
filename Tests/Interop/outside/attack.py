"""A peer that sends HTTP/2 frames as it likes: hyperframe for the frames, nothing that minds."""

import contextlib
import multiprocessing
import socket
import threading

from hpack import Decoder, Encoder
from hyperframe.frame import (
    DataFrame, Frame, GoAwayFrame, HeadersFrame, RstStreamFrame, SettingsFrame,
)

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DUPLEX = "/grpc.testing.TestService/FullDuplexCall"
UNARY = "/grpc.testing.TestService/UnaryCall"


class Frames:
    """Makes the frames of one connection, which its header table ties together."""

    def __init__(self):
        self._encoder = Encoder()
        self.stream = -1

    def headers(self, path=DUPLEX, extra=(), end=False):
        """A call's headers on the next stream, not sent yet: its number and the frame."""
        fields = [
            (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost"),
            ("content-type", "application/grpc"), ("te", "trailers"), *extra]
        return self.block(fields, end)

    def block(self, fields, end=False):
        """Any headers on the next stream."""
        self.stream += 2
        frame = HeadersFrame(self.stream, self._encoder.encode(fields))
        frame.flags.add("END_HEADERS")
        if end:
            frame.flags.add("END_STREAM")
        return self.stream, frame


def raw_frame(kind, flags, stream, body=b""):
    """A frame hyperframe would not make."""
    return len(body).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + body


def serialized(frames):
    return b"".join(each if isinstance(each, bytes) else each.serialize() for each in frames)


def greeting(settings=None):
    return PREFACE + SettingsFrame(0, settings or {}).serialize()


def recorded(attack, rounds):
    """The bytes of a whole attack, from the preface on, to be sent as fast as they go."""
    frames = Frames()
    return greeting() + b"".join(serialized(attack(frames)) for _ in range(rounds))


class Attacker(Frames):
    """One connection, its preface sent."""

    def __init__(self, port, settings=None, greet=True, source="127.0.0.1"):
        super().__init__()
        self._socket = socket.create_connection(("127.0.0.1", port), 20, (source, 0))
        self._said = b""
        self._decoder = Decoder()
        if greet:
            self._socket.sendall(greeting(settings))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def send(self, *frames):
        """Sends frames or bytes, or as many of them as the server takes before it hangs up."""
        try:
            self._socket.sendall(serialized(frames))
        except OSError:
            return False
        return True

    def frames(self):
        """What the server says until it hangs up."""
        while True:
            while len(self._said) >= 9:
                frame, length = Frame.parse_frame_header(memoryview(self._said[:9]))
                if len(self._said) < 9 + length:
                    break
                frame.parse_body(memoryview(self._said[9:9 + length]))
                self._said = self._said[9 + length:]
                yield frame
            try:
                piece = self._socket.recv(65536)
            except ConnectionResetError:
                return
            if not piece:
                return
            self._said += piece

    def settle(self):
        """Waits for the server's SETTINGS and the answer to ours, and answers them."""
        greeted = answered = False
        for frame in self.frames():
            if isinstance(frame, SettingsFrame):
                answered = answered or "ACK" in frame.flags
                greeted = greeted or "ACK" not in frame.flags
            if greeted and answered:
                break
        self.send(SettingsFrame(0, flags=["ACK"]))

    def verdict(self):
        """Reads until the server hangs up: its GOAWAY as (code, reason), None if it got lost."""
        found = None
        for frame in self.frames():
            if isinstance(frame, GoAwayFrame) and frame.error_code:
                found = frame.error_code, frame.additional_data.decode()
        return found

    def answer(self, stream):
        """Reads until the stream ends: its headers and trailers, or how it was reset."""
        fields = {}
        for frame in self.frames():
            if isinstance(frame, HeadersFrame):
                decoded = self._decoder.decode(frame.data)
                if frame.stream_id == stream:
                    fields |= dict(decoded)
            if isinstance(frame, RstStreamFrame) and frame.stream_id == stream:
                return fields | {"reset": frame.error_code}
            if isinstance(frame, GoAwayFrame) and frame.error_code:
                return fields | {"goaway": frame.error_code}
            if frame.stream_id == stream and "END_STREAM" in frame.flags:
                return fields
        return fields | {"closed": True}


def message(body, compressed=False):
    """A gRPC message: its prefix and its bytes."""
    return bytes([compressed]) + len(body).to_bytes(4, "big") + body


def varint(number):
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*encoded, number])


def large_reply(size):
    """A SimpleRequest for a payload of so many bytes."""
    return message(b"\x10" + varint(size))


def slow_reply(seconds):
    """A StreamingOutputCallRequest for one reply after so long."""
    parameters = b"\x10" + varint(seconds * 1_000_000)
    return message(b"\x12" + varint(len(parameters)) + parameters)


def data(stream, body, end=False):
    """The DATA frames that carry these bytes."""
    pieces = [body[at:at + 16_384] for at in range(0, len(body), 16_384)] or [b""]
    frames = [DataFrame(stream, piece) for piece in pieces]
    if end:
        frames[-1].flags.add("END_STREAM")
    return frames


# How long an attacker of a storm waits until he comes back.
PAUSE_SECONDS = 0.5


@contextlib.contextmanager
def storm(port, attack, attackers=4):
    """While it lasts, attackers in a process of their own send the attack, are cut, and come back
    half a second later."""
    context = multiprocessing.get_context("spawn")
    over, begun = context.Event(), context.Semaphore(0)
    process = context.Process(target=_storm, args=(port, attack, attackers, over, begun))
    process.start()
    try:
        for _ in range(attackers):
            assert begun.acquire(timeout=60), "no attacker came as far as to attack"
        yield
    finally:
        over.set()
        process.join(60)
        assert process.exitcode == 0, "an attack was not cut"


def _storm(port, attack, attackers, over, begun):
    threads = [
        threading.Thread(target=_attack, args=(port, attack, over, begun)) for _ in range(attackers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _attack(port, attack, over, begun):
    while not over.is_set():
        with socket.create_connection(("127.0.0.1", port), 20) as connection:
            begun.release()
            with contextlib.suppress(ConnectionError):
                connection.sendall(attack)
                while connection.recv(65536):
                    pass
        over.wait(PAUSE_SECONDS)
