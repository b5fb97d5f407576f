"""Forms: what they carry, checked before anything else."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Depends, Form, Header, Request

from secondunit.core.errors import InputError
from secondunit.entrypoints.web.doors import signed_in
from secondunit.entrypoints.web.visitor import require_csrf

SHORTEST_PASSWORD = 12
"""Source: OWASP ASVS 5.0, 6.2: eight at least; a studio with unreleased work asks for more."""

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def own_form(request: Request, csrf: Annotated[str, Form()]) -> None:
    """Let only our own pages change anything.

    Raises:
        RightsNotCleared: The token is not the session's, or the page is another's.
        SignInFirst: Nobody is signed in.
    """
    _require(request, csrf)


def own_call(request: Request, x_csrf: Annotated[str, Header()]) -> None:
    """The same of a call that a page's own program makes.

    Raises:
        RightsNotCleared: The token is not the session's, or the page is another's.
        SignInFirst: Nobody is signed in.
    """
    _require(request, x_csrf)


OWN_FORM, OWN_CALL = Depends(own_form), Depends(own_call)
"""One of them on every route that changes something."""


def _require(request: Request, sent: str) -> None:
    require_csrf(
        signed_in(request),
        sent,
        request.headers.get("origin", ""),
        request.headers.get("host", ""),
    )


def read_address(text: str) -> str:
    """An e-mail address in lower case.

    Raises:
        InputError: It is none.
    """
    address = text.strip().lower()
    if not _ADDRESS.fullmatch(address) or len(address) > 254:
        raise InputError(f"“{text}” is no e-mail address", remedy="Write it as ana@studio.example.")
    return address


def read_name(text: str) -> str:
    """A person's name in one line.

    Raises:
        InputError: It is empty.
    """
    name = " ".join(text.split())[:120]
    if not name:
        raise InputError("a name is missing", remedy="Write the name as it stands in credits.")
    return name


def read_password(text: str) -> str:
    """A password that is long enough.

    Raises:
        InputError: It is not.
    """
    if not SHORTEST_PASSWORD <= len(text) <= 500:
        raise InputError(
            f"a password has {SHORTEST_PASSWORD} characters or more",
            remedy="A few words in a row are easy to keep in mind.",
        )
    return text
