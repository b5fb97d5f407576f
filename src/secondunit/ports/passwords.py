"""Passwords, never kept as they are."""

from __future__ import annotations

from typing import Protocol


class Passwords(Protocol):
    """Hashes passwords and checks them."""

    def hash(self, password: str) -> str:
        """What is kept of a password."""

    def fits(self, kept: str, password: str) -> bool:
        """True when this is the password; takes as long when it is not."""

    def secret(self) -> str:
        """A new secret for a cookie or a link: 256 bits, safe in an address."""
