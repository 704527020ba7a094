"""Tokens from end to end: keys, an app and its secret, a token, and everything that ends one."""

import json
import os
import subprocess
import time

import grpc
import jwt
import pytest

from outside import BINARY, CONTEXTS, Corp, Refusal, System, eventually, protos, refusal
from outside.fixtures import fresh_corp_name
from outside.processes import run_siyu, surroundings
from outside.scenes import request_id, small_corp
from outside.tokens import TokenKeys, claims_of, write_secret
from outside.transports import GUARDED_NAMES

directory, customers = protos.directory, protos.customers

REQUIRED = Refusal("UNAUTHENTICATED", "TOKEN_REQUIRED", None)
BAD = Refusal("UNAUTHENTICATED", "BAD_TOKEN", None)
EXPIRED = Refusal("UNAUTHENTICATED", "TOKEN_EXPIRED", None)
REVOKED = Refusal("UNAUTHENTICATED", "TOKEN_REVOKED", None)
SCOPE = Refusal("PERMISSION_DENIED", "SCOPE_REQUIRED", None)
FOREIGN = Refusal("PERMISSION_DENIED", "FOREIGN_CORP", None)


@pytest.fixture(scope="module", params=GUARDED_NAMES)
def guarded(request, binary):
    with System(request.param) as running:
        yield running


@pytest.fixture
def name(request):
    return fresh_corp_name(request.node.name)


@pytest.fixture
def operator(guarded, name):
    corp = Corp(guarded, name, app="operator")
    yield corp
    corp.close()


def make_app(operator, app_id, *scopes):
    """Returns the app's secret."""
    return operator.apps.CreateApp(directory.CreateAppRequest(
        app=directory.App(app_id=app_id, name=app_id, scopes=scopes),
        request_id=request_id())).secret


def issue(system, corp, app_id, secret, **fields):
    """An app asks for a token, as one that has none."""
    stranger = Corp(system, corp, token="")
    try:
        return stranger.tokens.IssueToken(directory.IssueTokenRequest(
            corpid=corp, app_id=app_id, secret=secret, **fields))
    finally:
        stranger.close()


def answers(system, corp, token):
    """What a read of each service says to a token: None, or how it refuses."""
    caller = Corp(system, corp, token=token)
    reads = [
        (caller.corps.GetCorp, directory.GetCorpRequest()),
        (caller.tags.ListTags, customers.ListTagsRequest()),
        (caller.groups.ListCustomerGroups, protos.communities.ListCustomerGroupsRequest()),
        (caller.broadcasts.ListBroadcasts, protos.broadcasts.ListBroadcastsRequest()),
    ]

    def answer(method, request):
        try:
            method(request)
        except grpc.RpcError as error:
            return Refusal.of(error)
        return None

    try:
        return [answer(*read) for read in reads]
    finally:
        caller.close()


def test_an_apps_token_lets_it_do_what_its_scopes_say_in_all_services(guarded, operator, name):
    secret = make_app(
        operator, "crm", "directory.corp.read", "customers.*", "broadcasts.broadcasts.read")
    issued = issue(guarded, name, "crm", secret)
    claims = claims_of(issued.access_token)
    assert (claims["corp"], claims["sub"], claims["aud"]) == (name, "crm", "siyu")
    assert claims["exp"] - claims["iat"] == 7200 and 7190 <= issued.expires_in <= 7200
    assert claims["scope"].split() == list(issued.scopes)
    jwt.decode(  # By the keys that everybody has, and another library.
        issued.access_token, jwt.PyJWK(guarded.transport.keys.jwk).key, algorithms=["ES256"],
        audience="siyu")
    assert answers(guarded, name, issued.access_token) == [None, None, SCOPE, None]


def test_services_call_each_other_for_a_caller_with_a_token(guarded, operator, name):
    small_corp(operator, customers=4)
    preview = operator.audiences.PreviewAudience(customers.PreviewAudienceRequest(
        audience=customers.Audience(department_ids=[10])))
    eventually(
        lambda: operator.audiences.PreviewAudience(customers.PreviewAudienceRequest(
            audience=customers.Audience(department_ids=[10]))).customer_count == 4,
        f"customers has heard of the members, after {preview.customer_count}")


def test_every_service_refuses_what_is_no_token_of_its_corp(guarded, name, tmp_path):
    keys = guarded.transport.keys
    stranger = TokenKeys(tmp_path)
    wrong = {
        "none": ("", REQUIRED),
        "another's key": (stranger.token(name), BAD),
        "another's key under our name": (stranger.token(name, headers={"kid": keys.kid}), BAD),
        "expired": (keys.token(name, seconds=-1), EXPIRED),
        "another corp's": (keys.token("other"), FOREIGN),
        "for others than us": (keys.token(name, claims={"aud": "weather"}), BAD),
        "no access token": (keys.token(name, headers={"typ": "JWT"}), BAD),
        "without a corp": (keys.token(name, claims={"corp": None}), BAD),
        "without an end": (keys.token(name, claims={"exp": None}), BAD),
        "a corp that is a path": (keys.token("../demo"), BAD),
        "no scope": (keys.token(name, scope=""), SCOPE),
        "a scope that is none": (keys.token(name, scope="customers.* ***"), BAD),
        "for nobody": (
            stranger.token(name, headers={"kid": keys.kid}, claims={"aud": []}), BAD),
        "signed for nobody": (keys.token(name, claims={"aud": []}), BAD),
        "not a token": ("abc", BAD),
    }
    for what, (token, expected) in wrong.items():
        assert answers(guarded, name, token) == [expected] * 4, what


def test_two_tokens_of_an_app_are_valid_and_a_third_ends_the_oldest(guarded, operator, name):
    secret = make_app(operator, "crm", "*")
    first, second, third = (issue(guarded, name, "crm", secret).access_token for _ in range(3))
    assert answers(guarded, name, first)[0] == REVOKED, "directory knows at once"
    for token in (second, third):
        assert answers(guarded, name, token) == [None] * 4
    eventually(
        lambda: answers(guarded, name, first) == [REVOKED] * 4, "the others have heard of it")


def test_a_revoked_token_is_refused_by_all_also_after_a_kill(guarded, operator, name):
    secret = make_app(operator, "crm", "*")
    issued = issue(guarded, name, "crm", secret)
    assert answers(guarded, name, issued.access_token) == [None] * 4
    operator.tokens.RevokeToken(directory.RevokeTokenRequest(
        jti=issued.jti, request_id=request_id()))
    for context in CONTEXTS:
        if context == "directory":
            assert answers(guarded, name, issued.access_token)[0] == REVOKED
    eventually(
        lambda: answers(guarded, name, issued.access_token) == [REVOKED] * 4, "all have heard")
    for context in CONTEXTS:
        guarded[context].kill()
        guarded[context].restart()
    assert answers(guarded, name, issued.access_token) == [REVOKED] * 4


def test_a_revoked_token_s_streams_end_and_those_of_others_go_on(guarded, operator, name):
    secret = make_app(operator, "crm", "*")
    first, second = (issue(guarded, name, "crm", secret) for _ in range(2))
    watchers = {}
    for token in (first, second):
        watcher = Corp(guarded, name, token=token.access_token)
        watchers[token.jti] = [
            watcher.changes(context).WatchChanges(
                getattr(protos, context).WatchChangesRequest(), timeout=60)
            for context in CONTEXTS]
    # Directory has told of the app; the others have nothing to tell, and are given time to begin. One that
    # begins later is refused with the same words.
    for calls in watchers.values():
        next(calls[CONTEXTS.index("directory")])
    time.sleep(0.5)
    operator.tokens.RevokeToken(directory.RevokeTokenRequest(
        jti=first.jti, request_id=request_id()))
    for call in watchers[first.jti]:
        with pytest.raises(grpc.RpcError) as ended:
            for _ in call:
                pass
        assert Refusal.of(ended.value) == REVOKED
    assert all(call.is_active() for call in watchers[second.jti])
    for call in watchers[second.jti]:
        call.cancel()


def test_a_secret_is_rotated_and_the_app_goes_on(guarded, operator, name):
    first = make_app(operator, "crm", "*")
    second = operator.apps.RotateSecret(directory.RotateSecretRequest(
        app_id="crm", request_id=request_id())).secret
    for secret in (first, second):
        assert answers(guarded, name, issue(guarded, name, "crm", secret).access_token)[0] is None
    third = operator.apps.RotateSecret(directory.RotateSecretRequest(
        app_id="crm", revoke_others=True, request_id=request_id())).secret
    for secret in (first, second):
        with pytest.raises(grpc.RpcError) as error:
            issue(guarded, name, "crm", secret)
        assert Refusal.of(error.value) == Refusal("UNAUTHENTICATED", "WRONG_SECRET", None)
    assert answers(guarded, name, issue(guarded, name, "crm", third).access_token)[0] is None


def test_keys_are_changed_while_the_services_run(binary, tmp_path):
    with System("tokens") as system:
        old, new = system.transport.keys, TokenKeys(tmp_path)
        tokens = old.token("acme"), new.token("acme")
        assert answers(system, "acme", tokens[0]) == [None] * 4
        assert answers(system, "acme", tokens[1]) == [BAD] * 4
        old.publish(old, new)
        eventually(lambda: answers(system, "acme", tokens[1]) == [None] * 4, "the new one counts")
        assert answers(system, "acme", tokens[0]) == [None] * 4
        old.publish(new)
        eventually(lambda: answers(system, "acme", tokens[0]) == [BAD] * 4, "the old one is out")
        assert answers(system, "acme", tokens[1]) == [None] * 4


def test_the_command_makes_keys_and_tokens_that_the_services_take(binary, tmp_path):
    keys = tmp_path / "keys"
    made = run_siyu("token", "keys", "--out", str(keys))
    assert made.returncode == 0, made.stderr
    private, public = keys / "token-key.pem", keys / "token-keys.json"
    assert private.stat().st_mode & 0o777 == 0o600
    again = run_siyu("token", "keys", "--out", str(keys))
    assert again.returncode == 1 and "exists" in again.stderr
    before = private.read_bytes()
    kept = run_siyu("token", "keys", "--out", str(keys), "--if-missing")
    assert kept.returncode == 0 and private.read_bytes() == before
    issued = run_siyu(
        "token", "issue", "--key", str(private), "--corp", "acme", "--app", "admin", "--scope",
        "directory.*", "--scope", "jobs.read", "--hours", "1")
    token = issued.stdout.strip()
    [jwk] = json.loads(public.read_text())["keys"]
    claims = jwt.decode(token, jwt.PyJWK(jwk).key, algorithms=["ES256"], audience="siyu")
    assert (claims["corp"], claims["sub"], claims["scope"]) == (
        "acme", "admin", "directory.* jobs.read")
    assert claims["exp"] - claims["iat"] == 3600
    shown = show(public, token)
    assert shown.returncode == 0 and "admin" in shown.stdout and token not in shown.stdout
    tampered = show(public, token[:-10] + "AAAAAAAAAA")
    assert tampered.returncode == 1 and len(tampered.stderr.splitlines()) == 1


def show(public, token):
    return subprocess.run(
        [str(BINARY), "token", "show", "--keys", str(public)], input=token, text=True,
        capture_output=True, timeout=20, check=False, env=surroundings())


WRONG = {
    "a scope that is none": (["--scope", "customers"], "customers"),
    "a corp that is none": (["--corp", "../x"], "../x"),
    "an app that is none": (["--app", "a b"], "a b"),
    "a time that is none": (["--hours", "0"], "--hours"),
    "a key that is not there": (["--key", "/nonexistent.pem"], "/nonexistent.pem"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_token_issue_exits_2_with_one_clear_line(binary, tmp_path, what):
    flags = {
        "--key": str(TokenKeys(tmp_path).private), "--corp": "acme", "--app": "x",
        "--scope": "*"}
    arguments, word = WRONG[what]
    flags[arguments[0]] = arguments[1]
    ended = run_siyu("token", "issue", *(each for pair in flags.items() for each in pair))
    assert ended.returncode == 2 and not ended.stdout
    assert len(ended.stderr.splitlines()) == 1 and word in ended.stderr


def test_keys_that_others_may_read_and_keys_that_do_not_fit_are_refused(binary, tmp_path):
    keys, others = TokenKeys(tmp_path), TokenKeys(tmp_path, "others")
    serve = ["serve", "directory", "--token-keys", str(keys.public), "--token-key"]
    ended = run_siyu(*serve, str(others.private))
    assert ended.returncode == 2 and others.kid in ended.stderr
    os.chmod(keys.private, 0o644)
    ended = run_siyu(*serve, str(keys.private))
    assert ended.returncode == 2 and "chmod 600" in ended.stderr
    ended = run_siyu("serve", "customers", "--token-keys", str(keys.public))
    assert ended.returncode == 2 and "--peer-token" in ended.stderr
    token = write_secret(tmp_path / "token", keys.token("*").encode())
    ended = run_siyu(
        "serve", "customers", "--token-keys", str(keys.public), "--peer-token", str(token), "--peers",
        "directory=192.0.2.1:7401")
    assert ended.returncode == 2 and "192.0.2.1" in ended.stderr and "--peer-tls-ca" in ended.stderr
    ended = run_siyu("serve", "directory", "--token-keys", str(keys.public), "--listen",
                     "0.0.0.0:0", "--data", str(tmp_path / "data"))
    assert ended.returncode == 2 and "--tls-cert" in ended.stderr
