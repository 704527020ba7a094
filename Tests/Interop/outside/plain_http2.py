"""A client that speaks HTTP/2 by hand, for what a gRPC client never does or does by itself."""

import socket
import struct

import h2.config
import h2.connection
import h2.events


class PlainConnection:
    """One connection, one call at a time; frames go out exactly as the test says."""

    def __init__(self, port, timeout=20, tls=None):
        """`tls` is a context of Python's ssl, or None for plain HTTP/2."""
        self._socket = socket.create_connection(("127.0.0.1", port), timeout)
        self._scheme = "https" if tls else "http"
        if tls:
            self._socket = tls.wrap_socket(self._socket, server_hostname="localhost")
        self._http = h2.connection.H2Connection(
            h2.config.H2Configuration(header_encoding="utf-8", validate_outbound_headers=False))
        self._http.initiate_connection()
        self._flush()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def open(self, path, message=None, headers=(), flag=0):
        """Begins a call; with a message it is the only one and the last. Returns the stream."""
        body = None
        if message is not None:
            body = bytes([flag]) + struct.pack(">I", len(message)) + message
        return self.open_raw(path, body, headers)

    def open_raw(self, path, body=None, headers=()):
        """Begins a call, and ends it with the body if there is one, framed or not."""
        stream = self._http.get_next_available_stream_id()
        given = dict(headers)
        head = {
            ":method": given.pop(":method", "POST"), ":scheme": self._scheme,
            ":authority": "localhost", ":path": path,
            "content-type": given.pop("content-type", "application/grpc"), "te": "trailers",
            **given,
        }
        head = {name: value for name, value in head.items() if value is not None}
        self._http.send_headers(stream, list(head.items()), end_stream=False)
        if body is not None:
            self._http.send_data(stream, body, end_stream=True)
        self._flush()
        return stream

    def reset(self, stream):
        self._http.reset_stream(stream, 8)  # CANCEL
        self._flush()

    def answer(self, stream):
        """Everything the server says on the stream until it ends: headers, body and trailers.

        What came in one block alone, as Trailers-Only does, is marked by `only-block`.
        """
        headers, body = {}, b""
        for event in self._events():
            if getattr(event, "stream_id", stream) != stream:
                continue
            match event:
                case h2.events.ResponseReceived() | h2.events.TrailersReceived():
                    if isinstance(event, h2.events.ResponseReceived) and event.stream_ended:
                        headers["only-block"] = "yes"
                    headers |= dict(event.headers)
                case h2.events.DataReceived():
                    body += event.data
                    self._http.acknowledge_received_data(event.flow_controlled_length, stream)
                    self._flush()
                case h2.events.StreamReset():
                    return headers | {"reset": str(int(event.error_code))}, body
                case h2.events.StreamEnded():
                    return headers, body
                case h2.events.ConnectionTerminated():
                    return headers | {"goaway": str(int(event.error_code))}, body
        return headers, body

    def _events(self):
        while data := self._socket.recv(65536):
            yield from self._http.receive_data(data)
            self._flush()

    def _flush(self):
        self._socket.sendall(self._http.data_to_send())
