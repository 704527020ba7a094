"""Certificates for tests: an authority of the test's own, and what it signs, as PEM files."""

import collections
import datetime
import ipaddress
import pathlib

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

# The paths of a certificate and its private key.
Certificate = collections.namedtuple("Certificate", "certificate key")

DAY = datetime.timedelta(days=1)


class Authority:
    """Signs what a test asks for. Its own certificate is at `path`, signed by itself or by another
    authority."""

    def __init__(self, folder, name="authority", above=None):
        self._folder = pathlib.Path(folder)
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        self._key = ec.generate_private_key(ec.SECP256R1())
        above = above or self
        own = (
            above._draft(self._name, self._key, -DAY, DAY)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(above._key, hashes.SHA256()))
        self.path = self._write(f"{name}.pem", _pem(own))

    def issue(self, name, *, dns=(), addresses=(), uris=(), begins=-DAY, ends=DAY):
        """A certificate with these subject alternative names, valid from and to now plus these."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        draft = self._draft(subject, key, begins, ends)
        names = [
            *map(x509.DNSName, dns),
            *(x509.IPAddress(ipaddress.ip_address(address)) for address in addresses),
            *map(x509.UniformResourceIdentifier, uris),
        ]
        if names:
            draft = draft.add_extension(x509.SubjectAlternativeName(names), critical=False)
        signed = draft.sign(self._key, hashes.SHA256())
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption())
        return Certificate(
            self._write(f"{name}.pem", _pem(signed)), self._write(f"{name}.key", private))

    def issue_server(self, name="server", **more):
        """For a server that is called by 127.0.0.1 or localhost."""
        return self.issue(name, dns=["localhost"], addresses=["127.0.0.1"], **more)

    def _draft(self, subject, key, begins, ends):
        now = datetime.datetime.now(datetime.timezone.utc)
        return (
            x509.CertificateBuilder().subject_name(subject).issuer_name(self._name)
            .public_key(key.public_key()).serial_number(x509.random_serial_number())
            .not_valid_before(now + begins).not_valid_after(now + ends))

    def _write(self, name, content):
        path = self._folder / name
        path.write_bytes(content)
        return path


def _pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM)


def common_name(der):
    """The subject's common name in a certificate as it came over the wire."""
    subject = x509.load_der_x509_certificate(der).subject
    [name] = subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return name.value
