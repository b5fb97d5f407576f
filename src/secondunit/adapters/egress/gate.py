"""The gate: classify, ask the rules twice, record, open a way, record again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from secondunit.adapters.egress.addresses import Resolve, resolve
from secondunit.adapters.egress.cedar import CedarEngine
from secondunit.adapters.egress.keys import KeyPlace
from secondunit.adapters.egress.wire import Allowed, BoundWire
from secondunit.core.errors import InputError, RightsNotCleared
from secondunit.core.ids import Digest, digest_bytes
from secondunit.film.rights.content import Watch, look_through
from secondunit.film.rights.log import (
    CLOSED,
    OPENED,
    REFUSED,
    SENDING,
    Closed,
    Opened,
    Sending,
    Sent,
)
from secondunit.film.rights.model import EgressRequest, EgressVerdict, ProviderTerms, Seller
from secondunit.film.rights.records.people import ConsentStatus, status_on
from secondunit.film.rights.records.register import Register, read_register
from secondunit.film.rights.ruling.facts import Matter
from secondunit.film.rights.ruling.gather import Circumstances, gather, is_outside, watch_of
from secondunit.film.rights.ruling.rules import RuleBook
from secondunit.film.rights.ruling.verdict import explain, judge
from secondunit.film.rights.terms import find_terms
from secondunit.ports.chained_log import ChainedLog
from secondunit.ports.clock import Clock
from secondunit.ports.gate import Wire


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """The policy of a production, read once.

    Args:
        book: Which rules are in force.
        engine: The policy engine with its policies.
        bundle: Digest of rules, policies and schema.
    """

    book: RuleBook
    engine: CedarEngine
    bundle: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What the gate reads anew or looks up.

    Args:
        terms: Terms listed for any production; those of the register stand over them.
        keys: Where each provider's key is.
        providers_named: Providers named in ``production.toml``.
        is_kept: Whether the text of that digest is in the media store, unchanged.
    """

    terms: Sequence[ProviderTerms]
    keys: Mapping[str, KeyPlace]
    providers_named: tuple[str, ...]
    is_kept: Callable[[Digest], bool]


@dataclass(slots=True)
class _Read:
    register: Register = field(default_factory=Register)
    lock: threading.Lock = field(default_factory=threading.Lock)


class EgressGate:
    """The Gate port of one production.

    Args:
        rulings: Its policy.
        files: Terms, keys and media.
        rights: The log its register is made from; read to its end before every verdict, so that
            what was revoked a moment ago holds.
        calls: The log of every call.
        clock: The time.
        resolver: Gives the addresses of a host.
    """

    def __init__(
        self,
        *,
        rulings: Rulings,
        files: Files,
        rights: ChainedLog,
        calls: ChainedLog,
        clock: Clock,
        resolver: Resolve = resolve,
    ) -> None:
        self._rulings = rulings
        self._files = files
        self._rights = rights
        self._calls = calls
        self._clock = clock
        self._resolver = resolver
        self._read = _Read()

    def ask(self, request: EgressRequest, words: str | None = None) -> EgressVerdict:
        """What the rules say, without sending or recording anything.

        Args:
            request: The call.
            words: The words it would send, to be looked through; None leaves that to the wire.

        Raises:
            InputError: The words are not those of the request.
            StoreError: The register cannot be read.
        """
        register = self.register()
        return self._judge(self.matters(request, register, words))

    @contextmanager
    def open(self, request: EgressRequest, words: str | None = None) -> Iterator[Wire]:
        """A way out for one allowed call, recorded before it opens and when it closes.

        Args:
            request: The call.
            words: The words it would send, to be looked through; None leaves that to the wire.

        Raises:
            InputError: The words are not those of the request.
            RightsNotCleared: A rule says no; the message names rule, datum and who can supply it.
            StoreError: The register or the log cannot be read or written: nothing leaves then.
        """
        register = self.register()
        terms = self.terms(request.seller, register)
        verdict = self._judge(self.matters(request, register, words))
        note = Opened(
            request=request,
            bundle=self._rulings.bundle,
            register_length=register.length,
            denied=tuple(each.rule for each in verdict.denials),
            warned=tuple(each.rule for each in verdict.warnings),
        )
        if not verdict.allowed or terms is None:
            self._calls.append(kind=REFUSED, by=request.by, body=note)
            message, remedy = explain(verdict)
            raise RightsNotCleared(f"{request.subject}: {message}", remedy=remedy)
        opened = self._calls.append(kind=OPENED, by=request.by, body=note)
        allowed = Allowed(
            terms=terms,
            place=self._files.keys.get(request.seller.provider, KeyPlace()),
            watch=self._watch(request, register),
            before=lambda sent: self._note_sending(request, opened.sequence, sent),
            resolver=self._resolver,
        )
        error = ""
        try:
            yield BoundWire(allowed)
        except BaseException as caught:
            error = type(caught).__name__
            raise
        finally:
            allowed.is_open = False
            closed = Closed(opened=opened.sequence, sent=tuple(allowed.sent), error=error)
            self._calls.append(kind=CLOSED, by=request.by, body=closed)

    def register(self) -> Register:
        """The register as it stands this moment.

        Raises:
            StoreError: It cannot be read.
        """
        with self._read.lock:
            register = self._read.register
            if entries := self._rights.after(register.length):
                register = read_register(entries, register)
                self._read.register = register
            return register

    def terms(self, seller: Seller, register: Register) -> ProviderTerms | None:
        """The terms a seller works on: this production's own, else those of the file."""
        return find_terms(seller, register.terms, self._files.terms)

    def matters(
        self, request: EgressRequest, register: Register, words: str | None = None
    ) -> tuple[Matter, ...]:
        """What a request puts to the rules.

        Raises:
            InputError: The words are not those of the request.
        """
        if words is not None and request.prompt != digest_bytes(words.encode()):
            raise InputError(
                f"{request.subject}: the words are not those that the request names",
                remedy="Name the digest of the words that will be sent.",
            )
        seen = None if words is None else look_through(words, watch_of(register))
        around = Circumstances(
            register=register,
            terms=self.terms(request.seller, register),
            providers_named=self._files.providers_named,
            post_purposes=self._rulings.book.post_purposes,
            today=self._clock.now()[:10],
            seen=seen,
            is_kept=self._files.is_kept,
        )
        return gather(request, around)

    def _judge(self, matters: Sequence[Matter]) -> EgressVerdict:
        rulings = self._rulings
        return judge(matters, rulings.book, rulings.engine.refusing, rulings.bundle)

    def _watch(self, request: EgressRequest, register: Register) -> Watch:
        """What the wire looks for: words that rules in force keep here, and names not agreed to."""
        if not is_outside(self.terms(request.seller, register)):
            return Watch()
        watch, rules, purpose = watch_of(register), self._rulings.book.rules, request.purpose.value
        agreed = {
            each.holder
            for each in register.consents.values()
            if "name" in each.uses
            and status_on(each, self._clock.now()[:10]) is ConsentStatus.ACTIVE
        }
        return Watch(
            barred=watch.barred if purpose in rules["G04"].block else (),
            people=tuple(each for each in watch.people if each[0] not in agreed)
            if purpose in rules["R16"].block
            else (),
        )

    def _note_sending(self, request: EgressRequest, opened: int, sent: Sent) -> None:
        self._calls.append(kind=SENDING, by=request.by, body=Sending(opened=opened, sent=sent))
