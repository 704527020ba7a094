"""TLS as a caller and an operator meet it: who is let in, who is not, and how files are renewed."""

import contextlib
import pathlib
import shutil
import socket
import ssl

import grpc
import pytest

from outside import interop
from outside.certificates import DAY, Authority, common_name
from outside.transports import client_context, secure_channel

UNARY = "/grpc.testing.TestService/UnaryCall"
DUPLEX = "/grpc.testing.TestService/FullDuplexCall"


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    """An authority that nobody trusts."""
    return Authority(tmp_path_factory.mktemp("stranger"), "stranger")


@pytest.fixture(scope="module")
def tls_port(authority):
    with interop.our_server(*flags(authority.issue_server())) as port:
        yield port


@pytest.fixture(scope="module")
def mutual_port(authority):
    with interop.our_server(*flags(authority.issue_server(), authority)) as port:
        yield port


def flags(certificate, clients=None):
    given = ["--tls-cert", certificate.certificate, "--tls-key", certificate.key]
    return given + (["--tls-client-ca", clients.path] if clients else [])


def channel(port, authority, caller=None):
    return secure_channel(f"127.0.0.1:{port}", authority, caller)


def username(opened):
    """Whom the server takes us for."""
    call = opened.unary_unary(
        UNARY, lambda request: request.SerializeToString(),
        interop.message("SimpleResponse").FromString)
    return call(interop.message("SimpleRequest")(fill_username=True), timeout=10).username


def handshake(port, context):
    """Shakes hands, and waits for what the server says first: what it lets in with TLS 1.3 it has
    not judged before that. Returns the first bytes and the socket's certificate, protocol and
    version; raises what ssl raises."""
    with socket.create_connection(("127.0.0.1", port), 10) as plain:
        with context.wrap_socket(plain, server_hostname="localhost") as secured:
            first = secured.recv(9)
            return first, secured.getpeercert(binary_form=True), secured.version()


SETTINGS = 4


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_1_2_and_1_3_with_alpn_h2_are_served(tls_port, authority, version):
    context = client_context(authority)
    context.minimum_version = context.maximum_version = version
    first, _, spoken = handshake(tls_port, context)
    assert first[3] == SETTINGS and spoken == version.name.replace("_", ".")


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1 is deprecated")
def test_tls_1_1_is_refused(tls_port, authority):
    context = client_context(authority)
    # OpenSSL itself would not offer it above its lowest level of security.
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.raises(ssl.SSLError) as error:
        handshake(tls_port, context)
    assert "PROTOCOL_VERSION" in error.value.reason


@pytest.mark.parametrize("cipher", ["AES128-SHA", "AES256-GCM-SHA384", "ECDHE-ECDSA-AES128-SHA"])
def test_a_cipher_that_http2_forbids_is_refused(tls_port, authority, cipher):
    context = client_context(authority)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(f"{cipher}:@SECLEVEL=0")
    with pytest.raises(ssl.SSLError) as error:
        handshake(tls_port, context)
    assert "HANDSHAKE_FAILURE" in error.value.reason


@pytest.mark.parametrize("protocols", [(), ("http/1.1",)], ids=["none", "http/1.1"])
def test_a_client_without_alpn_h2_hears_nothing(tls_port, authority, protocols):
    first, _, _ = handshake(tls_port, client_context(authority, protocols=protocols))
    assert first == b""


def test_plain_http2_on_a_tls_port_hears_nothing_of_http2(tls_port):
    with socket.create_connection(("127.0.0.1", tls_port), 10) as plain:
        plain.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes([0, 0, 0, 4, 0, 0, 0, 0, 0]))
        plain.settimeout(10)
        with contextlib.suppress(ConnectionResetError):
            answer = b"".join(iter(lambda: plain.recv(4096), b""))
            # A TLS alert is all there may be.
            assert answer[:1] in (b"", b"\x15")


def test_a_caller_without_a_certificate_is_refused_by_the_handshake(mutual_port, authority):
    with pytest.raises(ssl.SSLError) as error:
        handshake(mutual_port, client_context(authority))
    assert "CERTIFICATE_REQUIRED" in error.value.reason


def test_a_caller_of_another_authority_is_refused_by_the_handshake(
        mutual_port, authority, stranger):
    caller = stranger.issue("caller", dns=["caller.test"])
    with pytest.raises(ssl.SSLError) as error:
        handshake(mutual_port, client_context(authority, caller))
    assert "UNKNOWN_CA" in error.value.reason


def test_a_caller_whose_certificate_has_expired_is_refused_by_the_handshake(
        mutual_port, authority):
    caller = authority.issue("expired", dns=["caller.test"], begins=-2 * DAY, ends=-DAY)
    with pytest.raises(ssl.SSLError) as error:
        handshake(mutual_port, client_context(authority, caller))
    assert "CERTIFICATE_EXPIRED" in error.value.reason


@pytest.mark.parametrize("names, identity", [
    ({"uris": ["spiffe://siyu.test/customers"], "dns": ["customers.siyu.test"]},
     "spiffe://siyu.test/customers"),
    ({"dns": ["customers.siyu.test", "customers"]}, "customers.siyu.test"),
    ({"addresses": ["127.0.0.1"]}, ""),
    ({}, ""),
], ids=["URI before DNS", "the first DNS name", "an address is no name", "no names"])
def test_the_server_knows_the_caller_by_his_certificate(mutual_port, authority, names, identity):
    with channel(mutual_port, authority, authority.issue("known", **names)) as opened:
        assert username(opened) == identity


def test_without_client_authority_nobody_is_known(tls_port, authority):
    caller = authority.issue("unasked", dns=["caller.test"])
    with channel(tls_port, authority, caller) as opened:
        assert username(opened) == ""


def test_a_resumed_session_still_knows_its_caller(mutual_port, authority):
    """OpenSSL resumes with the ticket; the certificate is not sent again."""
    caller = authority.issue("resumed", dns=["caller.test"])
    context = client_context(authority, caller)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    session = None
    for _ in range(2):
        with socket.create_connection(("127.0.0.1", mutual_port), 10) as plain:
            with context.wrap_socket(
                    plain, server_hostname="localhost", session=session) as secured:
                assert secured.recv(9)[3] == SETTINGS
                session = secured.session


def test_authorities_between_a_certificate_and_the_root_are_shown(tmp_path, authority):
    between = Authority(tmp_path, "between", above=authority)
    server = between.issue_server()
    assert handshake_fails(authority, server), "nobody knows who signed it"
    with open(server.certificate, "ab") as chain:
        chain.write(between.path.read_bytes())
    assert not handshake_fails(authority, server)


def handshake_fails(authority, server):
    with interop.our_server(*flags(server)) as port:
        try:
            handshake(port, client_context(authority))
            return False
        except ssl.SSLCertVerificationError:
            return True


def test_callers_of_each_authority_in_the_file_are_let_in(tmp_path, authority, stranger):
    both = tmp_path / "both.pem"
    both.write_bytes(authority.path.read_bytes() + stranger.path.read_bytes())
    with interop.our_server(*flags(authority.issue_server()), "--tls-client-ca", both) as port:
        for each in (authority, stranger):
            with channel(port, authority, each.issue("one", dns=["one.test"])) as opened:
                assert username(opened) == "one.test"


def quickly(certificate):
    """Flags of a server that gives handshakes a tenth of their time, and less."""
    return [*flags(certificate), "--limit", "preface-milliseconds=300"]


def test_a_peer_that_does_not_begin_its_handshake_is_cut(authority):
    with interop.our_server(*quickly(authority.issue_server())) as port:
        with socket.create_connection(("127.0.0.1", port), 20) as silent:
            assert silent.recv(4096) == b""


def test_a_peer_that_stops_within_its_handshake_is_cut(authority):
    """It sends half of its first message, and nothing after."""
    with interop.our_server(*quickly(authority.issue_server())) as port:
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        half = client_context(authority).wrap_bio(
            incoming, outgoing, server_hostname="localhost")
        with contextlib.suppress(ssl.SSLWantReadError):
            half.do_handshake()
        hello = outgoing.read()
        with socket.create_connection(("127.0.0.1", port), 20) as stuck:
            stuck.sendall(hello[: len(hello) // 2])
            assert stuck.recv(4096) == b""


def test_a_peer_that_shakes_hands_and_says_nothing_is_cut(authority):
    with interop.our_server(*quickly(authority.issue_server())) as port:
        with socket.create_connection(("127.0.0.1", port), 20) as plain:
            with client_context(authority).wrap_socket(
                    plain, server_hostname="localhost") as silent:
                heard = b"".join(iter(lambda: silent.recv(4096), b""))
        assert b"preface_timeout" in heard, "GOAWAY says why"


# --- Our client


def our_client(port, *given):
    ran = interop.run_our_client(port, "empty_unary", *given)
    return ran.returncode, ran.stdout


def test_our_client_refuses_a_server_of_another_authority(tls_port, stranger):
    code, said = our_client(tls_port, "--tls-ca", stranger.path)
    assert code == 1 and "UNAVAILABLE" in said.upper() and "certificate verify failed" in said


def test_our_client_refuses_a_server_by_another_name(tls_port, authority):
    code, said = our_client(
        tls_port, "--tls-ca", authority.path, "--tls-name", "customers.siyu.test")
    assert code == 1 and "for another name" in said


def test_our_client_refuses_a_server_at_another_address(authority):
    certificate = authority.issue("elsewhere", addresses=["127.0.0.2"])
    with interop.our_server(*flags(certificate)) as port:
        code, said = our_client(port, "--tls-ca", authority.path)
    assert code == 1 and "for another name" in said


@pytest.mark.parametrize("dns, called, is_taken", [
    (["customers.siyu.test"], "Customers.Siyu.Test", True),
    (["other.test", "*.siyu.test"], "customers.siyu.test", True),
    (["*.siyu.test"], "a.customers.siyu.test", False),
    (["*.siyu.test"], "siyu.test", False),
    (["*.test"], "siyu.test", False),
    (["customers.siyu.test"], "customers.siyu.test.evil.test", False),
    ([], "customers.siyu.test", False),
])
def test_our_client_holds_a_server_to_the_name_it_was_told(authority, dns, called, is_taken):
    """Every one of these is for our address too, which must not count; and so its common name."""
    certificate = authority.issue("customers.siyu.test", dns=dns, addresses=["127.0.0.1"])
    with interop.our_server(*flags(certificate)) as port:
        code, said = our_client(port, "--tls-ca", authority.path, "--tls-name", called)
    if is_taken:
        assert (code, said) == (0, "OK: empty_unary\n")
    else:
        assert code == 1 and "for another name" in said


def test_our_client_says_that_the_server_wants_a_certificate(mutual_port, authority):
    code, said = our_client(mutual_port, "--tls-ca", authority.path)
    assert code == 1 and "certificate required" in said


def test_our_client_refuses_a_server_without_alpn_h2(authority):
    """Python's ssl as a server that speaks TLS and has never heard of HTTP/2."""
    certificate = authority.issue_server()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate.certificate, certificate.key)
    with interop.tls_listener(context) as port:
        code, said = our_client(port, "--tls-ca", authority.path)
    assert code == 1 and "ALPN" in said


# --- Files that change


@pytest.fixture
def files(tmp_path):
    """Where a server's certificate and key stand, to be replaced."""
    return pathlib.Path(tmp_path / "tls.pem"), pathlib.Path(tmp_path / "tls.key")


def put(certificate, files):
    """Replaces the files as a careful operator does: each at once."""
    for source, target in zip(certificate, files):
        fresh = target.with_suffix(".new")
        shutil.copy(source, fresh)
        fresh.replace(target)


def shown(port, authority):
    """The common name the server shows to a new connection."""
    return common_name(handshake(port, client_context(authority))[1])


class Conversation:
    """A FullDuplexCall that goes on: asked for bytes, the server answers."""

    def __init__(self, opened):
        self._request = interop.message("StreamingOutputCallRequest")
        self._questions = interop.Questions()
        self._answers = opened.stream_stream(
            DUPLEX, lambda request: request.SerializeToString(),
            interop.message("StreamingOutputCallResponse").FromString)(
                iter(self._questions), timeout=60)

    def ask(self, size):
        request = self._request()
        request.response_parameters.add(size=size)
        self._questions.put(request)
        return len(next(self._answers).payload.body)

    def end(self):
        self._questions.end()
        assert list(self._answers) == []
        assert self._answers.code() == grpc.StatusCode.OK


def test_new_connections_see_changed_files_and_running_calls_go_on(files, authority):
    put(authority.issue_server("first"), files)
    with interop.our_server("--tls-cert", files[0], "--tls-key", files[1]) as port:
        with channel(port, authority) as opened:
            call = Conversation(opened)
            assert call.ask(10) == 10
            assert shown(port, authority) == "first"
            put(authority.issue_server("second"), files)
            assert shown(port, authority) == "second"
            assert call.ask(20) == 20
            call.end()


def test_half_written_files_change_nothing_until_they_are_whole(files, authority):
    first, second = authority.issue_server("first"), authority.issue_server("second")
    put(first, files)
    with interop.our_server("--tls-cert", files[0], "--tls-key", files[1]) as port:
        whole = second.certificate.read_bytes()
        for broken in (b"", whole[: len(whole) // 2], whole):
            # The last is whole, but its key is still to come.
            files[0].write_bytes(broken)
            assert shown(port, authority) == "first"
        files[0].unlink()
        assert shown(port, authority) == "first"
        put(second, files)
        assert shown(port, authority) == "second"


def test_a_new_client_authority_lets_in_its_own_and_no_others(tmp_path, authority, stranger):
    trusted = tmp_path / "clients.pem"
    shutil.copy(authority.path, trusted)
    ours = authority.issue("ours", dns=["ours.test"])
    theirs = stranger.issue("theirs", dns=["theirs.test"])
    with interop.our_server(*flags(authority.issue_server()), "--tls-client-ca", trusted) as port:
        with channel(port, authority, ours) as old:
            assert username(old) == "ours.test"
            shutil.copy(stranger.path, trusted)
            with channel(port, authority, theirs) as opened:
                assert username(opened) == "theirs.test"
            with pytest.raises(ssl.SSLError):
                handshake(port, client_context(authority, ours))
            # Connections that stand keep what they were made with.
            assert username(old) == "ours.test"
