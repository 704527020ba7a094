"""The four services over TLS, calling each other as they do in plain."""

import pytest

from outside import CONTEXTS, Corp, System, protos, refusal
from outside.fixtures import fresh_corp_name
from outside.processes import run_siyu
from outside.scenes import (
    audience, broadcast, confirm_all, deliver_all, report_of, request_id, small_corp,
    until_planned,
)
from outside.transports import SECURE_NAMES


@pytest.fixture(scope="module", params=SECURE_NAMES)
def secured(request, binary):
    with System(request.param) as running:
        yield running


@pytest.fixture(scope="module")
def mutual(binary):
    with System("mutual TLS") as running:
        yield running


def run_campaign(corp, scene, name):
    """broadcasts asks customers for the audience, and customers directory for the members."""
    created = broadcast(corp, name=name, audience=audience(department_ids=[10]))
    assert until_planned(corp, created.msgid).recipient_count == len(scene.people)
    confirm_all(corp, created.msgid)
    deliver_all(corp)
    counts = report_of(corp, created.msgid).deliveries
    assert (counts.recipient_count, counts.sent_count) == (len(scene.people), len(scene.people))


def test_a_campaign_runs_through_the_four_over_tls(secured, request):
    corp = Corp(secured, fresh_corp_name(request.node.name))
    run_campaign(corp, small_corp(corp), "金卡日")
    corp.close()


def test_probe_asks_over_tls(secured):
    transport = secured.transport
    for context in CONTEXTS:
        probed = run_siyu("probe", secured[context].address, *transport.call_flags)
        assert (probed.returncode, "SERVING" in probed.stdout) == (0, True), probed.stderr
    named = run_siyu(
        "probe", secured["customers"].address, *transport.call_flags, "--tls-name", "other.test",
        "--timeout-milliseconds", "2000")
    assert named.returncode == 1 and "for another name" in named.stderr


def test_probe_takes_its_files_from_the_environment(mutual):
    caller = mutual.transport.caller
    probed = run_siyu(
        "probe", mutual["customers"].address,
        SIYU_PEER_TLS_CA=str(mutual.transport.authority.path),
        SIYU_PEER_TLS_CERT=str(caller.certificate), SIYU_PEER_TLS_KEY=str(caller.key))
    assert (probed.returncode, "SERVING" in probed.stdout) == (0, True), probed.stderr


def test_probe_shows_what_the_service_itself_shows_when_it_is_asked_by_its_surroundings(mutual):
    own = mutual.transport.caller
    probed = run_siyu(
        "probe", SIYU_LISTEN=mutual["customers"].address,
        SIYU_TLS_CLIENT_CA=str(mutual.transport.authority.path),
        SIYU_TLS_CERT=str(own.certificate), SIYU_TLS_KEY=str(own.key))
    assert (probed.returncode, "SERVING" in probed.stdout) == (0, True), probed.stderr


def test_a_caller_without_certificate_reaches_no_service(mutual):
    probed = run_siyu(
        "probe", mutual["directory"].address, "--tls-ca", str(mutual.transport.authority.path))
    assert probed.returncode == 1 and "certificate required" in probed.stderr


def test_the_app_is_who_the_token_names(mutual, request):
    """An app's repeated request gets its first answer again; another app's is carried out anew."""
    name = fresh_corp_name(request.node.name)
    keys = mutual.transport.keys
    # The metadata siyu-app is the same for all, and says nothing here.
    corps = [
        Corp(mutual, name, token=keys.token(name, app)) for app in ("crm", "pos", "crm")]
    asked = protos.customers.CreateTagGroupRequest(
        group_name="会员等级", tags=[protos.customers.TagDraft(name="金卡")], request_id=request_id())
    first, another, again = (corp.tags.CreateTagGroup(asked) for corp in corps)
    assert (first.created_count, another.created_count) == (1, 0)
    assert again == first
    for corp in corps:
        corp.close()


def test_a_service_names_the_corp_it_calls_for(mutual):
    certificate = mutual.transport.issue_service("customers")
    corp = Corp(mutual, None, certificate=certificate, token="")
    refused = refusal(corp.tags.ListTags, protos.customers.ListTagsRequest())
    assert (refused.code, refused.reason) == ("INVALID_ARGUMENT", "BAD_CORP")
    corp.close()
    corp = Corp(mutual, "acme", certificate=certificate, token="")
    assert not corp.tags.ListTags(protos.customers.ListTagsRequest()).tags
    corp.close()


def test_a_certificate_that_is_no_services_calls_nothing_but_health(mutual):
    """The one without a name, and the one of a caller whose name is not among the services'."""
    nameless = mutual.transport.authority.issue("nameless", addresses=["127.0.0.1"])
    for certificate in (nameless, mutual.transport.caller):
        corp = Corp(mutual, "acme", certificate=certificate, token="")
        refused = refusal(corp.tags.ListTags, protos.customers.ListTagsRequest())
        assert (refused.code, refused.reason) == ("UNAUTHENTICATED", "TOKEN_REQUIRED")
        corp.close()
    probed = run_siyu(
        "probe", mutual["customers"].address, "--tls-ca", str(mutual.transport.authority.path),
        "--tls-cert", str(nameless.certificate), "--tls-key", str(nameless.key))
    assert probed.returncode == 0


def test_the_authority_is_renewed_while_the_services_run(binary, request):
    """One service is restarted, so that all others have to meet it anew."""
    with System("mutual TLS") as running:
        old = Corp(running, fresh_corp_name(request.node.name))
        scene = small_corp(old)
        run_campaign(old, scene, "before")
        running.transport.renew(CONTEXTS)
        run_campaign(old, scene, "on the connections of before")
        old.close()
        running["customers"].kill()
        running["customers"].restart()
        new = Corp(running, old.name)
        run_campaign(new, scene, "after")
        new.close()
