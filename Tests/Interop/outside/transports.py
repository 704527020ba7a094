"""The three ways gRPC comes to a server, and what each client has to be told for them."""

import ssl

import grpc

from .certificates import Authority

SECURE_NAMES = ("TLS", "mutual TLS")
NAMES = ("h2c", *SECURE_NAMES)


class Transport:
    """One of `NAMES`; for TLS with certificates of its own in a folder."""

    def __init__(self, name, folder=None):
        assert name in NAMES
        self.name = name
        self.is_secure = name != "h2c"
        self.is_mutual = name == "mutual TLS"
        self._folder = folder
        if self.is_secure:
            self._issue()

    def renew(self, services):
        """Puts certificates of a new authority in the place of all there are."""
        self._issue()
        for service in services:
            self._issue_service(service)

    def _issue(self):
        self.authority = Authority(self._folder)
        self.server = self.authority.issue_server()
        self.caller = self.authority.issue("caller", dns=["caller.test"], uris=["spiffe://siyu.test/caller"])

    @property
    def serve_flags(self):
        """For `siyu-interop server`."""
        return self._serve_flags(self.server) if self.is_secure else []

    def service_flags(self, service):
        """For `siyu serve`: mutual TLS with a certificate of the service's own."""
        if not self.is_secure:
            return ["--insecure"]
        flags = self._serve_flags(self._issue_service(service))
        if not self.is_mutual:
            flags += ["--insecure", "--peer-tls-ca", str(self.authority.path)]
        return flags

    def _issue_service(self, service):
        return self.authority.issue_server(service, uris=[f"spiffe://siyu.test/{service}"])

    def _serve_flags(self, own):
        flags = ["--tls-cert", str(own.certificate), "--tls-key", str(own.key)]
        return flags + (["--tls-client-ca", str(self.authority.path)] if self.is_mutual else [])

    @property
    def call_flags(self):
        """For our programs that call."""
        return self._call_flags("--tls-ca", "--tls-cert", "--tls-key")

    def grpcurl_flags(self):
        return self._call_flags("-cacert", "-cert", "-key") or ["-plaintext"]

    def buf_flags(self):
        return self._call_flags("--cacert", "--cert", "--key") or ["--http2-prior-knowledge"]

    def _call_flags(self, authority, certificate, key):
        if not self.is_secure:
            return []
        flags = [authority, str(self.authority.path)]
        if self.is_mutual:
            flags += [certificate, str(self.caller.certificate), key, str(self.caller.key)]
        return flags

    def channel(self, address, options=(), caller=None):
        """A grpcio channel, for mutual TLS as `caller` or as the transport's own."""
        if not self.is_secure:
            return grpc.insecure_channel(address, options)
        return secure_channel(
            address, self.authority, (caller or self.caller) if self.is_mutual else None, options)

    def listen(self, server):
        """Has a grpcio server listen; returns its port."""
        if not self.is_secure:
            return server.add_insecure_port("127.0.0.1:0")
        pair = (self.server.key.read_bytes(), self.server.certificate.read_bytes())
        return server.add_secure_port("127.0.0.1:0", grpc.ssl_server_credentials(
            [pair], self.authority.path.read_bytes() if self.is_mutual else None,
            self.is_mutual))

    def ssl_context(self):
        """For clients on Python's own ssl; None without TLS."""
        if not self.is_secure:
            return None
        return client_context(self.authority, self.caller if self.is_mutual else None)


def secure_channel(address, authority, caller=None, options=()):
    """A grpcio channel that trusts the authority, and shows who calls."""
    shown = (caller.key.read_bytes(), caller.certificate.read_bytes()) if caller else (None, None)
    credentials = grpc.ssl_channel_credentials(authority.path.read_bytes(), *shown)
    return grpc.secure_channel(address, credentials, options)


def client_context(authority, caller=None, protocols=("h2",)):
    """Python's ssl as a client that trusts the authority, and shows who calls."""
    context = ssl.create_default_context(cafile=authority.path)
    if protocols:
        context.set_alpn_protocols(list(protocols))
    if caller:
        context.load_cert_chain(caller.certificate, caller.key)
    return context
