"""The ways gRPC comes to a server, and what each client has to be told for them."""

import ssl

import grpc

from .certificates import Authority
from .tokens import TokenKeys, write_secret

SECURE_NAMES = ("TLS", "mutual TLS")
NAMES = ("h2c", *SECURE_NAMES)
# Where services know their callers by tokens, and each other by certificates or by tokens too.
GUARDED_NAMES = ("mutual TLS", "tokens")
SERVICES = ("directory", "customers", "communities", "broadcasts")


class Transport:
    """One of `NAMES`, or `tokens`: in plain, with tokens. Certificates and keys of its own are in a
    folder."""

    def __init__(self, name, folder=None):
        assert name in (*NAMES, *GUARDED_NAMES)
        self.name = name
        self.is_secure = name in SECURE_NAMES
        self.is_guarded = name in GUARDED_NAMES
        self.is_mutual = name == "mutual TLS"
        self.folder = folder
        if self.is_secure:
            self._issue()
        if self.is_guarded:
            self.keys = TokenKeys(folder)
            self._peer_token = write_secret(
                folder / "peer-token", self.keys.token("*", app="siyu").encode())

    def renew(self, services):
        """Puts certificates of a new authority in the place of all there are."""
        self._issue()
        for service in services:
            self._issue_service(service)

    def _issue(self):
        self.authority = Authority(self.folder)
        self.server = self.authority.issue_server()
        self.caller = self.authority.issue("caller", dns=["caller.test"], uris=["spiffe://siyu.test/caller"])

    @property
    def serve_flags(self):
        """For `siyu-interop server`."""
        return self._serve_flags(self.server) if self.is_secure else []

    def service_flags(self, service):
        """For `siyu serve`: TLS with a certificate of the service's own."""
        flags = self._serve_flags(self._issue_service(service)) if self.is_secure else []
        if self.is_secure and not self.is_mutual:
            flags += ["--peer-tls-ca", str(self.authority.path)]
        if not self.is_guarded:
            return [*flags, "--insecure"]
        flags += ["--token-keys", str(self.keys.public)]
        if service == "directory":
            flags += ["--token-key", str(self.keys.private)]
        if self.is_mutual:
            return [*flags, "--service-names", ",".join(map(self._service_name, SERVICES))]
        return [*flags, "--peer-token", str(self._peer_token)]

    @staticmethod
    def _service_name(service):
        return f"spiffe://siyu.test/{service}"

    def _issue_service(self, service):
        return self.authority.issue_server(service, uris=[self._service_name(service)])

    def issue_service(self, service):
        """A certificate that names a service of ours, for a caller."""
        return self.authority.issue(f"{service}-caller", uris=[self._service_name(service)])

    def _serve_flags(self, own):
        flags = ["--tls-cert", str(own.certificate), "--tls-key", str(own.key)]
        return flags + (["--tls-client-ca", str(self.authority.path)] if self.is_mutual else [])

    @property
    def call_flags(self):
        """For our programs that call."""
        return self._call_flags("--tls-ca", "--tls-cert", "--tls-key")

    def grpcurl_flags(self):
        return self._call_flags("-cacert", "-cert", "-key") or ["-plaintext"]

    def curl_headers(self, corp):
        """What says in whose name grpcurl and buf call."""
        headers = ["-H", f"siyu-corp: {corp}"]
        if self.is_guarded:
            headers += ["-H", f"authorization: Bearer {self.keys.token(corp)}"]
        return headers

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
