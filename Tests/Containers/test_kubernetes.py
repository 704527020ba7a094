"""The Kubernetes manifests: what the API server would take, and what ties them together."""

import copy

import kubernetes_validate
import pytest
import yaml

from outside import CONTEXTS
from stack import COMPOSE, PORTS

# The oldest release that is looked after when the newest is.
VERSIONS = ["1.34", kubernetes_validate.latest_version()]


def manifests():
    return [
        document for path in sorted((COMPOSE / "kubernetes").glob("*.yaml"))
        for document in yaml.safe_load_all(path.read_text())]


def the(kind, name):
    [found] = [each for each in manifests()
               if (each["kind"], each["metadata"]["name"]) == (kind, name)]
    return found


def compose():
    return yaml.safe_load((COMPOSE / "compose.yaml").read_text())


@pytest.mark.parametrize("version", VERSIONS)
def test_every_manifest_is_valid_and_has_no_field_there_is_not(version):
    assert len(manifests()) == 2 + 2 * len(CONTEXTS)
    for each in manifests():
        kubernetes_validate.validate(each, version, strict=True)


def test_the_validator_finds_what_is_wrong():
    broken = copy.deepcopy(the("StatefulSet", "directory"))
    broken["spec"]["template"]["spec"]["containers"][0]["readinessProb"] = {}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(broken, VERSIONS[-1], strict=True)


@pytest.mark.parametrize("name", CONTEXTS)
def test_each_service_finds_its_pod_and_each_pod_its_secret(name):
    service, own = the("Service", name)["spec"], the("StatefulSet", name)["spec"]
    labels = own["template"]["metadata"]["labels"]
    assert service["selector"] == own["selector"]["matchLabels"] == labels
    assert own["serviceName"] == name and own["replicas"] == 1
    assert the("PodDisruptionBudget", "siyu")["spec"]["selector"]["matchLabels"].items() <= (
        labels.items())
    pod = own["template"]["spec"]
    [container] = pod["containers"]
    assert container["args"] == ["serve", name]
    settings = {"SIYU_LISTEN": f"0.0.0.0:{PORTS[name]}"}
    if name == "directory":
        settings["SIYU_TOKEN_KEY"] = "/run/siyu/keys/token-key.pem"
    assert {each["name"]: each["value"] for each in container["env"]} == settings
    assert [port["containerPort"] for port in container["ports"]] == [PORTS[name]]
    assert [port["port"] for port in service["ports"]] == [PORTS[name]]
    volume, keys = pod["volumes"]
    [claim] = own["volumeClaimTemplates"]
    assert volume["secret"]["secretName"] == f"{name}-tls"
    assert keys["secret"]["secretName"] == "siyu-keys"
    # The key to sign with is directory's alone.
    assert ("items" in keys["secret"]) == (name != "directory")
    assert {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]} == {
        claim["metadata"]["name"]: "/var/lib/siyu", volume["name"]: "/run/siyu/tls",
        keys["name"]: "/run/siyu/keys"}


@pytest.mark.parametrize("name", CONTEXTS)
def test_each_pod_keeps_to_the_restricted_security_standard(name):
    pod = the("StatefulSet", name)["spec"]["template"]["spec"]
    own = pod["containers"][0]["securityContext"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] == 10001
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert own["allowPrivilegeEscalation"] is False and own["readOnlyRootFilesystem"] is True
    assert own["capabilities"] == {"drop": ["ALL"]}


def test_the_settings_are_those_of_compose_yaml():
    settings = compose()["x-environment"]
    ours = the("ConfigMap", "siyu")["data"]
    settings["SIYU_LOG_LEVEL"] = ours["SIYU_LOG_LEVEL"]
    assert ours == settings
