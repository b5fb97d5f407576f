"""Orders to Bedrock: sent, waited for, fetched from the bucket."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from secondunit.adapters.providers.bedrock.forms import FORMS, Asked, picture_of
from secondunit.adapters.received import bare, count_frames, fit_to_leave
from secondunit.adapters.shelf import Shelf
from secondunit.adapters.talk import Talk
from secondunit.core.errors import AnswerUnreadable, NotConfigured, NotFound, Unavailable
from secondunit.core.ids import Digest, canonical_json
from secondunit.core.money import FREE, Money
from secondunit.film.generation.admit import require_makeable
from secondunit.film.generation.charge import price
from secondunit.film.generation.model import Capabilities, Lookup, Order, Waiting
from secondunit.film.generation.offers import Offer
from secondunit.ports.encoder import Encoder
from secondunit.ports.gate import Incoming
from secondunit.ports.provider import Delivered, OrderState, Outcome, Provider, Tools

PROVIDER = Capabilities(
    key="bedrock",
    version="2023-09-30",
    media_type="video/mp4",
    controls=(),
    max_frames=120 * 60,
    deterministic=False,
    leaves_the_machine=True,
    trains_on_inputs=False,
    lookup=Lookup.NONE,
    trials_only=True,
)
"""Version of the runtime API. A model that answers at once has no way to find a lost answer."""

STATES = {
    "InProgress": OrderState.RUNNING,
    "Completed": OrderState.DONE,
    "Failed": OrderState.FAILED,
}

MODERATION = ("filter", "blocked", "responsible ai", "moderat")
"""Words of a failure that say that moderation stopped it."""


class Bedrock:
    """One model on Bedrock.

    Args:
        offer: The model.
        talk: The way to it.
        shelf: Where pictures and handles are kept.
        encoder: Counts clips.
    """

    def __init__(self, offer: Offer, talk: Talk, shelf: Shelf, encoder: Encoder | None) -> None:
        self._offer = offer
        self._talk = talk
        self._shelf = shelf
        self._encoder = encoder
        self._at_once = offer.provider.waiting is Waiting.ANSWERED
        self._form = FORMS[offer.settings["form"]]

    def capabilities(self) -> Capabilities:
        """What it can do; constant while the process runs."""
        return self._offer.provider

    def estimate(self, order: Order) -> Money:
        """By its data file; Bedrock's answers name no cost."""
        return price(order.duration, order.rate, self._offer.provider)

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Place an order; a picture is made before this returns.

        Raises:
            ControlUnsupported: It asks for a control that is not declared.
            Refused: It is outside what is made, or Bedrock refuses it.
            Conflict: The key was used for a different order.
            ProviderError: As the answer says; AnswerLost where nobody knows.
        """
        require_makeable(order, self._offer.provider, media)
        if known := self._shelf.recall(key, order):
            return known
        body = self._form(Asked(order=order, offer=self._offer, media=fit_to_leave(media)))
        if self._at_once:
            model = quote(self._offer.provider.model, safe="")
            sent = {"Content-Type": "application/json", "Accept": "application/json"}
            answer = self._talk.send("POST", f"/model/{model}/invoke", canonical_json(body), sent)
            return self._shelf.remember(order, key, self._keep(order, key, answer))
        asked = {
            "clientRequestToken": key[:256],
            "modelId": self._offer.provider.model,
            "modelInput": body,
            "outputDataConfig": {"s3OutputDataConfig": {"s3Uri": f"s3://{self._bucket()}"}},
        }
        answer = self._talk.post("/async-invoke", asked)
        return self._shelf.remember(order, key, self._talk.placed(answer, "invocationArn"))

    def find(self, key: str) -> str | None:
        """The handle where its answer came; else submit the same key again, where it is a token."""
        return self._shelf.recall(key)

    def poll(self, handle: str) -> OrderState:
        """Where the order stands.

        Raises:
            NotFound: There is no such order.
        """
        return self.outcome(handle).state

    def outcome(self, handle: str) -> Outcome:
        """Where the order stands, and what it costs by the price list.

        Raises:
            NotFound: There is no such order.
            AnswerUnreadable: It is in a state that Bedrock's documents do not name.
        """
        if self._at_once:
            found = self._shelf.outcome(handle)
            if found is None:
                raise NotFound(f"there is no picture {handle}", remedy="Submit the order again.")
            return found
        said = self._invocation(handle)
        state = STATES.get(str(said.get("status")))
        if state is None:
            raise AnswerUnreadable(
                f"bedrock says a clip is “{said.get('status')}”", remedy="Report this as a fault."
            )
        note = str(said.get("failureMessage") or "")
        moderated = state is OrderState.FAILED and _is_moderation(note)
        return Outcome(
            state=OrderState.REFUSED if moderated else state,
            cost=self._cost(handle, state, moderated=moderated),
            note=note,
            moderated=moderated,
        )

    def fetch(self, handle: str) -> Delivered:
        """The picture that came with the answer, or the clip from the bucket.

        Raises:
            NotFound: There is no such order.
            Unavailable: It is not done.
            AnswerUnreadable: What came is no picture or clip.
        """
        found = self.outcome(handle)
        if found.state is not OrderState.DONE:
            raise Unavailable(f"the take is {found.state}", remedy="Poll until it is done.")
        kept = self._shelf.delivered(handle) if self._at_once else None
        if kept is not None:
            return kept
        said, kind = self._invocation(handle), self._offer.provider.media_type
        try:
            place = str(said["outputDataConfig"]["s3OutputDataConfig"]["s3Uri"])  # type: ignore[index]  # of JSON
        except (KeyError, TypeError) as error:
            raise AnswerUnreadable(
                "bedrock says it is done and names no place", remedy="Look into the bucket."
            ) from error
        data = bare(self._talk.get(self._address(place)).body, kind)
        frames = count_frames(data, kind, self._encoder, PROVIDER.key)
        return Delivered(data=data, media_type=kind, frames=frames, cost=found.cost, milliseconds=0)

    def cancel(self, handle: str) -> None:
        """Nothing: Bedrock has no way to stop what it has begun.

        Raises:
            NotFound: There is no such order.
        """
        self.outcome(handle)

    def _invocation(self, handle: str) -> Mapping[str, object]:
        return self._talk.json(self._talk.get(f"/async-invoke/{quote(handle, safe='')}"))

    def _keep(self, order: Order, key: str, answer: Incoming) -> str:
        """Keep the picture that came with the answer."""
        handle, kind = self._shelf.place(order, key, {}), self._offer.provider.media_type
        data, why = picture_of(self._talk.json(answer))
        cost = self.estimate(order)
        if data is None:
            moderated = _is_moderation(why)
            state = OrderState.REFUSED if moderated else OrderState.FAILED
            free = moderated and self._offer.settings.get("moderated") == "free"
            charged = FREE if free or not moderated else cost
            self._shelf.end(
                handle, Outcome(state=state, cost=charged, note=why, moderated=moderated)
            )
            return handle
        plain = bare(data, kind)
        frames = count_frames(plain, kind, self._encoder, PROVIDER.key)
        made = Delivered(data=plain, media_type=kind, frames=frames, cost=cost, milliseconds=0)
        self._shelf.end(handle, Outcome(state=OrderState.DONE, cost=cost), made)
        return handle

    def _cost(self, handle: str, state: OrderState, *, moderated: bool) -> Money:
        """The price of the seconds sold; nothing for what failed or is moderated for nothing."""
        free = moderated and self._offer.settings.get("moderated") == "free"
        if free or (state is OrderState.FAILED and not moderated):
            return FREE
        known = self._shelf.sent(handle)
        if known is not None:
            return self.estimate(known)
        said = self._offer.provider
        micro = said.price_per_take + max(said.seconds) * said.price_per_second
        return Money(minor=-(-micro // 1_000_000), currency=said.currency)

    def _bucket(self) -> str:
        bucket = self._talk.account.settings.get("bucket", "")
        if not bucket:
            raise NotConfigured(
                "bedrock has no bucket to write clips into",
                remedy=f"Set bucket in [accounts.{self._talk.account.name}.settings].",
            )
        return bucket

    def _address(self, place: str) -> str:
        """The address of a clip in the bucket, path-style."""
        account = self._talk.account
        beside = f"https://s3.{account.region}.amazonaws.com"
        base = account.settings.get("results", beside).rstrip("/")
        path = place.removeprefix("s3://").rstrip("/")
        return f"{base}/{path}/output.mp4"


def make_provider(tools: Tools) -> Provider:
    """The provider for one call.

    Raises:
        NotConfigured: There is no model, no way out, no address, or no form of that name.
    """
    if tools.offer is None or tools.offer.settings.get("form") not in FORMS:
        raise NotConfigured(
            "bedrock is asked for no model whose form it knows",
            remedy=f"Name a model; its settings.form is one of {', '.join(FORMS)}.",
        )
    talk = Talk(PROVIDER.key, tools, {})
    return Bedrock(tools.offer, talk, Shelf(PROVIDER.key, tools.folder), tools.encoder)


def _is_moderation(why: str) -> bool:
    return any(word in why.casefold() for word in MODERATION)
