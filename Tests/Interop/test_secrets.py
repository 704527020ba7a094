"""Secrets are where they belong and nowhere else: not in logs, answers, the stores or the process's
surroundings, however wrongly they are shown."""

import pathlib

import grpc
import pytest

from outside import CONTEXTS, Corp, System, protos
from outside.scenes import audience, request_id
from outside.tokens import TokenKeys

directory = protos.directory


@pytest.fixture
def guarded(binary):
    system = System("tokens")
    try:
        for service in system.services.values():
            service.start(SIYU_LOG_LEVEL="trace")
        for service in system.services.values():
            service.wait_until_serving()
        yield system
    finally:
        system.__exit__()


class Answers:
    """Everything that was answered to calls that went wrong, as the client has it."""

    def __init__(self):
        self.text = ""
        self.count = 0

    def refused(self, call, *arguments, **options):
        with pytest.raises(grpc.RpcError) as error:
            call(*arguments, **options)
        self.count += 1
        self.text += repr((
            error.value.code(), error.value.details(), error.value.initial_metadata(),
            error.value.trailing_metadata(), error.value.debug_error_string()))


def test_no_secret_shows_in_logs_answers_stores_or_processes(guarded, tmp_path):
    keys = guarded.transport.keys
    secrets = {
        "the private key": keys.private.read_text().splitlines()[2],
        "the services' token": pathlib.Path(guarded.transport.folder, "peer-token").read_text(),
        "the operator's token": keys.token("acme", "operator"),
    }
    answers = Answers()
    operator = Corp(guarded, "acme", token=secrets["the operator's token"])
    created = operator.apps.CreateApp(directory.CreateAppRequest(
        app=directory.App(app_id="crm", name="crm", scopes=["*"]), request_id="create"))
    secrets["an app's secret"] = created.secret
    rotated = operator.apps.RotateSecret(directory.RotateSecretRequest(
        app_id="crm", request_id="rotate"))
    secrets["its next secret"] = rotated.secret

    public = Corp(guarded, "acme", token="")
    issued = public.tokens.IssueToken(directory.IssueTokenRequest(
        corpid="acme", app_id="crm", secret=created.secret, request_id="issue"))
    secrets["an app's token"] = issued.access_token
    app = Corp(guarded, "acme", token=issued.access_token)
    wrong = "siyu_CANARYCANARYCANARYCANARYCANARYCANARYCANARY"
    secrets["a wrong secret"] = wrong
    for corpid, app_id in (("acme", "crm"), ("acme", "other"), ("other", "crm"), ("../x", "crm")):
        answers.refused(public.tokens.IssueToken, directory.IssueTokenRequest(
            corpid=corpid, app_id=app_id, secret=wrong))
    # Too long, and no text at all: the field is named, and not shown.
    answers.refused(public.tokens.IssueToken, directory.IssueTokenRequest(
        corpid="acme", app_id="crm", secret=wrong * 9))
    answers.refused(
        public.raw("/siyu.directory.v1.TokenService/IssueToken"),
        b"\x0a\x04acme\x12\x03crm\x1a" + bytes([len(wrong) + 1]) + wrong.encode() + b"\xff")
    # The same request_id for another call.
    answers.refused(operator.apps.RotateSecret, directory.RotateSecretRequest(
        app_id="crm", revoke_others=True, request_id="rotate"))

    stranger = TokenKeys(tmp_path)
    bad_tokens = {
        "another's token": stranger.token("acme"),
        "a token under our name": stranger.token("acme", headers={"kid": keys.kid}),
        "an old token": keys.token("acme", seconds=-1),
        "a token for nothing": keys.token("acme", scope=""),
        "another corp's token": keys.token("other"),
        "no token": "CANARY.CANARYCANARY.CANARY",
    }
    secrets |= bad_tokens
    for token in bad_tokens.values():
        corp = Corp(guarded, "acme", token=token)
        for call, request in (
                (corp.corps.GetCorp, directory.GetCorpRequest()),
                (corp.tags.ListTags, protos.customers.ListTagsRequest()),
                (corp.moments.ListMoments, protos.communities.ListMomentsRequest()),
                (corp.broadcasts.ListBroadcasts, protos.broadcasts.ListBroadcastsRequest())):
            answers.refused(call, request)
        corp.close()

    # A peer that is away, so that services fail while they hold tokens; and files that are spoilt.
    app.tags.ListTags(protos.customers.ListTagsRequest())
    guarded["customers"].kill()
    broadcasts = protos.broadcasts
    answers.refused(
        app.broadcast_previews.PreviewBroadcast,
        broadcasts.PreviewBroadcastRequest(broadcast=broadcasts.Broadcast(
            name="x", content=broadcasts.Content(text="x"), audience=audience(department_ids=[1]))),
        timeout=3)
    guarded["customers"].restart(SIYU_LOG_LEVEL="trace")
    keys.public.write_text(secrets["a wrong secret"])
    for token in (issued.access_token, stranger.token("acme")):
        corp = Corp(guarded, "acme", token=token, app=request_id())
        try:
            corp.corps.GetCorp(directory.GetCorpRequest())
        except grpc.RpcError as error:
            answers.text += repr(error)
        corp.close()
    for corp in (operator, public, app):
        corp.close()
    assert answers.count > 30

    places = {"an answer": answers.text.encode()}
    for context in CONTEXTS:
        service = guarded[context]
        process = pathlib.Path("/proc", str(service.process.pid))
        places[f"the command line of {context}"] = (process / "cmdline").read_bytes()
        places[f"the environment of {context}"] = (process / "environ").read_bytes()
        places[f"the log of {context}"] = service.log.read_bytes()
        for file in sorted((service.data / context).iterdir()):
            places[str(file.name) + f" of {context}"] = file.read_bytes()
    assert len([place for place in places if "db" in place]) > 4
    for what, secret in secrets.items():
        # The signature is the secret part of a token; what it says, others may know.
        needle = secret.rsplit(".", 1)[-1].strip().encode()[:40]
        assert len(needle) > 5
        for place, content in places.items():
            assert needle not in content, f"{what} is in {place}"
