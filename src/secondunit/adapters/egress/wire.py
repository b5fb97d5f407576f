"""An open way to one provider, for one call that was allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from secondunit.adapters.egress.addresses import Resolve, aim, resolve
from secondunit.adapters.egress.client import Sending, send_once
from secondunit.adapters.egress.keys import KeyPlace, Scheme, Secret, fetch_key
from secondunit.adapters.egress.screening import screen, unclean_media
from secondunit.adapters.egress.sigv4 import signed_headers
from secondunit.core.errors import AnswerLost, InputError, RightsNotCleared, StudioError
from secondunit.core.ids import digest_bytes
from secondunit.film.rights.content import Watch
from secondunit.film.rights.log import Sent
from secondunit.film.rights.model import ProviderTerms
from secondunit.ports.gate import Incoming, Outgoing

METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"})

OURS = frozenset({"host", "content-length", "transfer-encoding", "connection", "authorization"})
"""Headers that the wire alone sets."""


@dataclass(slots=True, kw_only=True)
class Allowed:
    """What one open wire may do.

    Args:
        terms: On which it was allowed.
        place: Where the key is.
        watch: What no request may hold.
        before: Called with each request that has a body before its first byte leaves.
        resolver: Gives the addresses of a host.
    """

    terms: ProviderTerms
    place: KeyPlace
    watch: Watch
    before: Callable[[Sent], None]
    resolver: Resolve = resolve
    sent: list[Sent] = field(default_factory=list)
    is_open: bool = True


class BoundWire:
    """The Wire port, bound to one allowed call.

    Args:
        allowed: What it may do.
    """

    def __init__(self, allowed: Allowed) -> None:
        self._allowed = allowed

    def __repr__(self) -> str:
        return f"BoundWire({self._allowed.terms.seller.provider})"

    def send(self, outgoing: Outgoing) -> Incoming:
        """Send a request and give the whole answer, whatever its status; never twice.

        Raises:
            RightsNotCleared: The host is none of the provider's, or something in it may not leave.
            NotConfigured: The key is not where the production says.
            InputError: The request is none.
            Unavailable: Nobody answers, and nothing was sent.
            AnswerLost: It was sent, and no whole answer came: it may have been done, and charged.
        """
        allowed = self._allowed
        if not allowed.is_open:
            raise RightsNotCleared("the way out is closed", remedy="Ask the gate for a new one.")
        _require_plain(outgoing)
        target = aim(outgoing.url, allowed.terms, allowed.resolver)
        if not allowed.terms.local:
            _require_clean(outgoing, allowed.watch)
        if target.only_fetch and (outgoing.method != "GET" or outgoing.body):
            raise RightsNotCleared(
                f"{target.host} is only for fetching results", remedy="Send nothing there."
            )
        place = KeyPlace() if target.only_fetch else allowed.place
        key = fetch_key(allowed.terms.seller.provider, place)
        headers = {"User-Agent": "secondunit", "Accept-Encoding": "identity", **outgoing.headers}
        headers |= _key_headers(place, key, outgoing)
        note = Sent(
            method=outgoing.method,
            host=f"{target.host}:{target.port}",
            address=target.address,
            byte_count=len(outgoing.body),
            body=digest_bytes(outgoing.body),
        )
        if outgoing.body or outgoing.method not in {"GET", "HEAD"}:
            allowed.before(note)
        sending = Sending(
            method=outgoing.method,
            target=target,
            headers=headers,
            body=outgoing.body,
            timeout_seconds=outgoing.timeout_seconds,
            largest=outgoing.most_bytes,
        )
        with self._noted(note, key):
            came = send_once(sending)
        if came.status >= 400:
            came = replace(came, body=key.hide_in_bytes(came.body))
        allowed.sent.append(replace(note, status=came.status, answered=len(came.body)))
        return came

    @contextmanager
    def _noted(self, note: Sent, key: Secret) -> Iterator[None]:
        """Keep what became of a request that got no whole answer.

        Raises:
            StudioError: As it was raised inside.
        """
        try:
            yield
        except StudioError as error:
            lost = "lost" if isinstance(error, AnswerLost) else "unsent"
            self._allowed.sent.append(replace(note, error=f"{lost}: {key.hide_in(error.message)}"))
            raise


def _require_plain(outgoing: Outgoing) -> None:
    if outgoing.method not in METHODS:
        raise InputError(f"“{outgoing.method}” is no method", remedy="Use one of HTTP's own.")
    for name, value in outgoing.headers.items():
        odd = any(ord(letter) < 32 or ord(letter) > 126 for letter in name + value)
        if name.lower() in OURS or odd:
            raise InputError(f"header “{name[:40]}” may not be set", remedy="Leave it to the gate.")


def _require_clean(outgoing: Outgoing, watch: Watch) -> None:
    """Look through everything that would leave: address, headers and body.

    Raises:
        RightsNotCleared: Something in it may not.
    """
    heads = "\n".join([outgoing.url, *(f"{k}: {v}" for k, v in outgoing.headers.items())])
    for part, data in (("its address or headers", heads.encode()), ("its body", outgoing.body)):
        seen = screen(data, watch)
        if seen.barred:
            raise RightsNotCleared(
                f"G04 a word that must not leave is in {part}",
                remedy="Take it out of what is asked; secondunit rights policy show lists them.",
            )
        if seen.hidden:
            raise RightsNotCleared(
                f"G04 a hidden character is in {part}", remedy="Take hidden characters out."
            )
        if seen.people:
            raise RightsNotCleared(
                f"R16 {', '.join(seen.people)} is named in {part} without consent to it",
                remedy="Leave the name out, or have legal record a consent with the use “name”.",
            )
    if kind := unclean_media(outgoing.body):
        raise RightsNotCleared(
            f"G04 a file of {kind} that would leave carries more than its picture",
            remedy="Clean it before it is handed over.",
        )


def _key_headers(place: KeyPlace, key: Secret, outgoing: Outgoing) -> Mapping[str, str]:
    match place.scheme:
        case Scheme.NONE:
            return {}
        case Scheme.BEARER:
            return {"Authorization": f"Bearer {key.reveal()}"}
        case Scheme.HEADER:
            return {place.header: key.reveal()}
        case Scheme.SIGV4:
            labels = urlsplit(outgoing.url).netloc.split(".")
            return signed_headers(outgoing, "s3" if "s3" in labels else place.service)
