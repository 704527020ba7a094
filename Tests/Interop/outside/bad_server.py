"""A server that does what a gRPC server must not: PyPI h2 for the protocol, a script for the rest."""

import collections
import contextlib
import socket
import struct
import threading

import h2.config
import h2.connection
import h2.events
import h2.exceptions
import h2.settings

from . import interop

Request = collections.namedtuple("Request", "stream headers body")


class Gone(Exception):
    """The client has hung up."""


class Peer:
    """One connection of a client's, in the hands of a script."""

    def __init__(self, connected, number):
        self.number = number
        self.socket = connected
        # Nothing we send or are sent is to be found fault with: that is the client's part.
        self.http = h2.connection.H2Connection(h2.config.H2Configuration(
            client_side=False, header_encoding="utf-8", validate_outbound_headers=False,
            normalize_outbound_headers=False))
        self.open = {}
        self.complete = collections.deque()
        self.pongs = 0
        self.resets = {}
        self.most_open = 0

    def greet(self, **settings):
        """Our SETTINGS; `MAX_CONCURRENT_STREAMS=1` and the like."""
        self.http.local_settings = h2.settings.Settings(
            client=False, initial_values=_codes(settings))
        self.http.initiate_connection()
        self.flush()

    def settings(self, **settings):
        self.http.update_settings(_codes(settings))
        self.flush()

    def flush(self):
        self.raw(self.http.data_to_send())

    def raw(self, data):
        try:
            self.socket.sendall(data)
        except OSError as error:
            raise Gone from error

    def frames(self, *frames):
        """Sends frames of hyperframe's that h2 knows nothing of."""
        self.raw(b"".join(frame.serialize() for frame in frames))

    # What the client says.

    def read(self):
        """Takes what comes next from the client."""
        try:
            data = self.socket.recv(65536)
        except OSError as error:
            raise Gone from error
        if not data:
            raise Gone
        for event in self.http.receive_data(data):
            self._take(event)
        self.flush()

    def _take(self, event):
        match event:
            case h2.events.RequestReceived():
                self.open[event.stream_id] = (dict(event.headers), bytearray())
                self.most_open = max(self.most_open, len(self.open))
            case h2.events.DataReceived():
                if event.stream_id in self.open:
                    self.open[event.stream_id][1].extend(event.data)
                with contextlib.suppress(h2.exceptions.ProtocolError):
                    self.http.acknowledge_received_data(
                        event.flow_controlled_length, event.stream_id)
            case h2.events.StreamEnded():
                if event.stream_id in self.open:
                    headers, body = self.open[event.stream_id]
                    self.complete.append(Request(event.stream_id, headers, bytes(body)))
            case h2.events.StreamReset():
                self.open.pop(event.stream_id, None)
                self.resets[event.stream_id] = int(event.error_code)
            case h2.events.PingAckReceived():
                self.pongs += 1

    def request(self):
        """The next request that is whole."""
        while not self.complete:
            self.read()
        return self.complete.popleft()

    def until(self, condition):
        while not condition():
            self.read()

    def wait_until_gone(self):
        """Reads until the client hangs up, whatever it says before."""
        with contextlib.suppress(OSError):
            while self.socket.recv(65536):
                pass

    # What we say.

    def headers(self, stream, **extra):
        fields = [(":status", "200"), ("content-type", "application/grpc")]
        self.fields(stream, fields + list(extra.items()))

    def fields(self, stream, fields, end=False):
        self.http.send_headers(stream, fields, end_stream=end)
        if end:
            self.open.pop(stream, None)
        self.flush()

    def data(self, stream, data, padding=None, end=False):
        """Sends data as the client's windows allow."""
        while data:
            room = min(
                self.http.local_flow_control_window(stream), self.http.max_outbound_frame_size,
                len(data) + 256) - (256 if padding else 0)
            if room <= 0:
                self.read()
                continue
            piece, data = data[:room], data[room:]
            self.http.send_data(stream, piece, pad_length=padding, end_stream=end and not data)
            self.flush()

    def trailers(self, stream, status=0, **extra):
        self.fields(
            stream, [("grpc-status", str(status)), *(
                (name.replace("_", "-"), value) for name, value in extra.items())], end=True)

    def fail(self, stream, status=14, **extra):
        """Trailers-Only."""
        self.fields(
            stream, [(":status", "200"), ("content-type", "application/grpc"),
                     ("grpc-status", str(status)), *(
                         (name.replace("_", "-"), value) for name, value in extra.items())],
            end=True)

    def answer(self, request, padding=None):
        """What the request asks for, as a good server would."""
        self.headers(request.stream)
        self.data(request.stream, reply(request), padding)
        self.trailers(request.stream)

    def reset(self, stream, code):
        self.open.pop(stream, None)
        self.http.reset_stream(stream, code)
        self.flush()

    def answer_all(self):
        """From now on, be good."""
        while True:
            self.answer(self.request())


def _codes(settings):
    return {h2.settings.SettingCodes[name]: value for name, value in settings.items()}


def framed(message):
    return b"\0" + struct.pack(">I", len(message)) + message


def reply(request):
    """The framed SimpleResponse that a SimpleRequest asks for."""
    wanted = interop.message("SimpleRequest").FromString(request.body[5:])
    answer = interop.message("SimpleResponse")()
    answer.payload.body = bytes(wanted.response_size)
    return framed(answer.SerializeToString())


class BadServer:
    """Listens on loopback and gives each connection, in a thread of its own, to a script.

    A script is called with a `Peer`, and hangs up by returning. What it raises, but for the client's
    leaving, is raised again when the server is stopped: a script may assert.
    """

    def __init__(self, script):
        self._script = script
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self._listener.getsockname()[1]
        self.peers = []
        self._threads = []
        self._mistakes = []

    def __enter__(self):
        self._accepting = threading.Thread(target=self._accept)
        self._accepting.start()
        return self

    def __exit__(self, kind, *_):
        self._listener.shutdown(socket.SHUT_RDWR)
        self._accepting.join()
        self._listener.close()
        for peer in self.peers:
            with contextlib.suppress(OSError):
                peer.socket.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        if self._mistakes and kind is None:
            raise self._mistakes[0]

    def _accept(self):
        while True:
            try:
                connected, _ = self._listener.accept()
            except OSError:
                return
            peer = Peer(connected, len(self.peers) + 1)
            self.peers.append(peer)
            self._threads.append(threading.Thread(target=self._serve, args=(peer,)))
            self._threads[-1].start()

    def _serve(self, peer):
        with peer.socket:
            try:
                self._script(peer)
            except Gone:
                pass
            except Exception as mistake:  # pylint: disable=broad-exception-caught
                self._mistakes.append(mistake)
