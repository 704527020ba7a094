"""A relay between a client and a server, for what the client sent: its own count may hold calls that
never left it."""

import contextlib
import socket
import threading

from .attack import PREFACE

HEADERS = 1


class Relay:
    """Passes bytes between its port and another's, for the time of a `with`, and keeps the client's."""

    def __init__(self, port):
        self._onward = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._sent = []
        self._threads = []
        self.port = self._listener.getsockname()[1]

    def __enter__(self):
        self._start(self._accept)
        return self

    def __exit__(self, *_):
        self._listener.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(20)
        self._listener.close()

    def calls(self):
        """The calls whose headers clients have sent, once all connections are closed."""
        return sum(kind == HEADERS for sent in self._sent for kind in frame_kinds(sent))

    def _start(self, work, *arguments):
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._onward, 20)
                sent = bytearray()
                self._sent.append(sent)
                self._start(passes, client, server, sent)
                self._start(passes, server, client, bytearray())


def passes(source, target, seen):
    """Passes on what `source` says, and its end, keeping a copy."""
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            seen += piece
            target.sendall(piece)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def frame_kinds(sent):
    """The kinds of the whole frames behind a preface."""
    place = len(PREFACE)
    while place + 9 <= len(sent):
        length = int.from_bytes(sent[place:place + 3], "big")
        if place + 9 + length > len(sent):
            break
        yield sent[place + 3]
        place += 9 + length
