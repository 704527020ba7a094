"""Every method of the four services, asked by every kind of caller, from outside."""

import grpc
import pytest

from outside import Corp, Refusal, System
from outside.fixtures import fresh_corp_name
from outside.methods import every_method, replies
from outside.tokens import TokenKeys

# Those that anybody may call.
PUBLIC = {"/siyu.directory.v1.TokenService/IssueToken"}


@pytest.fixture(scope="module")
def guarded(binary):
    with System("tokens") as running:
        yield running


@pytest.fixture
def name(request):
    return fresh_corp_name(request.node.name)


@pytest.fixture
def caller(guarded):
    """Makes callers, each with a token."""
    made = []

    def make(name, token):
        made.append(Corp(guarded, name, token=token))
        return made[-1]

    yield make
    for corp in made:
        corp.close()


def answer(corp, method, timeout=20):
    """How the method refuses an empty request; None when it answers, or streams and has nothing."""
    try:
        replies(corp.channel(method.context), method, [b""], timeout)
    except grpc.RpcError as error:
        return Refusal.of(error)
    return None


def test_every_method_has_a_right_and_few_are_public():
    methods = every_method()
    assert len(methods) > 100
    assert {each.path for each in methods if each.right == "public"} == PUBLIC
    for each in methods:
        first = each.right.split(".")[0]
        assert first in (each.context, "audit", "jobs", "public"), each


def test_every_method_refuses_who_may_not_call_it(guarded, caller, name, tmp_path):
    keys = guarded.transport.keys
    callers = {
        "without a token": (
            caller(name, ""), ("UNAUTHENTICATED", "TOKEN_REQUIRED")),
        "with another's token": (
            caller(name, TokenKeys(tmp_path).token(name)), ("UNAUTHENTICATED", "BAD_TOKEN")),
        "with a token of yesterday": (
            caller(name, keys.token(name, seconds=-1)), ("UNAUTHENTICATED", "TOKEN_EXPIRED")),
        "with another corp's token": (
            caller(name, keys.token("other")), ("PERMISSION_DENIED", "FOREIGN_CORP")),
        "with a token for other things": (
            caller(name, keys.token(name, scope="weather.read")),
            ("PERMISSION_DENIED", "SCOPE_REQUIRED")),
        "as a service that names no corp": (
            caller(None, keys.token("*")), ("INVALID_ARGUMENT", "BAD_CORP")),
    }
    for method in every_method():
        for who, (corp, expected) in callers.items():
            if method.path in PUBLIC:
                assert answer(corp, method).code == "INVALID_ARGUMENT", (method.path, who)
                continue
            found = answer(corp, method)
            assert found and (found.code, found.reason) == expected, (method.path, who, found)


def test_every_method_lets_in_who_has_its_right_alone_and_a_service(guarded, caller, name):
    keys = guarded.transport.keys
    service = caller(name, keys.token("*"))
    callers = {}
    for method in every_method():
        if method.right not in callers:
            callers[method.right] = caller(name, keys.token(name, scope=method.right)) \
                if method.path not in PUBLIC else caller(name, "")
        for corp in (callers[method.right], service):
            found = answer(corp, method, 0.5 if method.descriptor.server_streaming else 20)
            assert found is None or found.code not in ("UNAUTHENTICATED", "PERMISSION_DENIED"), (
                method.path, found)


def test_a_path_that_is_not_a_methods_own_reaches_none_with_any_token(guarded, caller, name):
    corp = caller(name, guarded.transport.keys.token(name))
    channel = corp.channel("directory")
    assert channel.unary_unary("/siyu.directory.v1.CorpService/GetCorp")(b"", timeout=10)
    for path in (
            "//siyu.directory.v1.CorpService/GetCorp", "/siyu.directory.v1.CorpService/GetCorp/",
            "/siyu.directory.v1.CorpService//GetCorp", "/siyu.directory.v1.CorpService/getcorp",
            "/SIYU.directory.v1.CorpService/GetCorp", "/siyu.directory.v1.CorpService%2FGetCorp",
            "/siyu.directory.v1.CorpService/GetCorp?x",
            "/x/../siyu.directory.v1.CorpService/GetCorp"):
        with pytest.raises(grpc.RpcError) as error:
            channel.unary_unary(path)(b"", timeout=10)
        assert error.value.code() == grpc.StatusCode.UNIMPLEMENTED, path
    # No path at all for HTTP/2, which resets the stream.
    with pytest.raises(grpc.RpcError) as error:
        channel.unary_unary("siyu.directory.v1.CorpService/GetCorp")(b"", timeout=10)
    assert "RST_STREAM" in error.value.details()
