"""A peer that sends HTTP/2 frames as it likes: hyperframe for the frames, nothing that minds."""

import socket

from hpack import Encoder
from hyperframe.frame import Frame, GoAwayFrame, HeadersFrame, SettingsFrame

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"


class Attacker:
    """One connection, its preface sent."""

    def __init__(self, port):
        self._socket = socket.create_connection(("127.0.0.1", port), 10)
        self._encoder = Encoder()
        self._socket.sendall(PREFACE + SettingsFrame(0).serialize())
        self._stream = -1

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def headers(self, path="/grpc.testing.TestService/FullDuplexCall", extra=(), end=False):
        """A call's headers on the next stream, not sent yet: its number and the frame."""
        self._stream += 2
        fields = [
            (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost"),
            ("content-type", "application/grpc"), ("te", "trailers"), *extra]
        frame = HeadersFrame(self._stream, self._encoder.encode(fields))
        frame.flags.add("END_HEADERS")
        if end:
            frame.flags.add("END_STREAM")
        return self._stream, frame

    def send(self, *frames):
        """Sends the frames, or as many of them as the server takes before it hangs up."""
        try:
            self._socket.sendall(b"".join(frame.serialize() for frame in frames))
        except OSError:
            return False
        return True

    def verdict(self):
        """Reads until the server hangs up: its GOAWAY as (code, reason), None if it got lost."""
        said, found = b"", None
        try:
            while piece := self._socket.recv(65536):
                said += piece
        except ConnectionResetError:
            pass
        while len(said) >= 9:
            frame, length = Frame.parse_frame_header(memoryview(said[:9]))
            frame.parse_body(memoryview(said[9:9 + length]))
            said = said[9 + length:]
            if isinstance(frame, GoAwayFrame) and frame.error_code:
                found = frame.error_code, frame.additional_data.decode()
        return found
