"""Keys and tokens as a stranger makes them: by `cryptography` and PyJWT, from RFC 7517, 7638 and 9068."""

import base64
import hashlib
import json
import os
import pathlib
import time
import uuid

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec


def _base64(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


class TokenKeys:
    """A P-256 key: `private` is its PEM file, `public` a JWKS file of it."""

    def __init__(self, folder, name="token"):
        folder = pathlib.Path(folder)
        self.private = folder / f"{name}-key.pem"
        self.public = folder / f"{name}-keys.json"
        self._key = ec.generate_private_key(ec.SECP256R1())
        numbers = self._key.public_key().public_numbers()
        point = {
            "crv": "P-256", "kty": "EC", "x": _base64(numbers.x.to_bytes(32)),
            "y": _base64(numbers.y.to_bytes(32))}
        thumbprint = hashlib.sha256(
            json.dumps(point, sort_keys=True, separators=(",", ":")).encode()).digest()
        self.kid = _base64(thumbprint)
        self.jwk = {**point, "kid": self.kid, "alg": "ES256", "use": "sig"}
        write_secret(self.private, self._key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption()))
        self.publish(self)

    def publish(self, *keys):
        """Puts these keys into the JWKS file, in the place of all there are."""
        draft = self.public.with_suffix(".draft")
        draft.write_text(json.dumps({"keys": [each.jwk for each in keys]}))
        draft.replace(self.public)

    def token(
            self, corp, app="test", scope="*", seconds=7200, headers=None, claims=None,
            data_scope=None):
        """A token from now on; `claims` take the place of those there are, and None leaves one out."""
        if data_scope is not None:
            claims = {"aud": "siyu-data-scope", "data_scope": data_scope, **(claims or {})}
        now = int(time.time())
        said = {
            "iss": "tests", "sub": app, "aud": "siyu", "corp": corp, "scope": scope, "iat": now,
            "exp": now + seconds, "jti": uuid.uuid4().hex, **(claims or {})}
        said = {name: value for name, value in said.items() if value is not None}
        return jwt.encode(
            said, self._key, algorithm="ES256",
            headers={"kid": self.kid, "typ": "at+jwt", **(headers or {})})


def write_secret(path, content):
    """A file that nobody but its owner may read, from the first moment on."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    return path


def claims_of(token):
    """What a token says, unchecked."""
    return jwt.decode(token, options={"verify_signature": False})
