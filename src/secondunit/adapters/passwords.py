"""Passwords by Argon2id, secrets by the system's source."""

from __future__ import annotations

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


class Argon2Passwords:
    """Argon2id as the library sets it.

    Source: RFC 9106, section 4; the library's defaults are its second recommended option.
    """

    def __init__(self) -> None:
        self._hasher = PasswordHasher()

    def hash(self, password: str) -> str:
        """What is kept of a password."""
        return self._hasher.hash(password)

    def fits(self, kept: str, password: str) -> bool:
        """True when this is the password; takes as long when it is not."""
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False

    def secret(self) -> str:
        """A new secret for a cookie or a link: 256 bits, safe in an address."""
        return secrets.token_urlsafe(32)
