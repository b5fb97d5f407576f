"""Turn shots into orders for takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondunit.core.evidence import from_fact, from_rule
from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.ids import ItemId, ShotId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.film.generation.admit import named, why_ended
from secondunit.film.generation.charge import price, sold_seconds
from secondunit.film.generation.ladder import Hold, Material, take_hold
from secondunit.film.generation.model import Capabilities, Control, Order
from secondunit.film.generation.phrases import Phrases
from secondunit.film.generation.prompt import Described, write_prompt
from secondunit.film.rights.permit import Policy, Transfer, check_transfer
from secondunit.film.shots.camera.grammar import read_aspect
from secondunit.film.shots.model import Panel, PanelRequest, ShotSpec
from secondunit.film.shots.panel import is_still

CONTROLS = (Control.FRAMING, Control.CAMERA_MOVE, Control.BLOCKING, Control.LIGHT, Control.DURATION)
"""What every order of a planned shot asks for; what a provider does not honour as such is conceded
to what it takes instead, and the order says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderInputs:
    """What orders are made from.

    Args:
        shots: The shot list, in script order.
        requests: How the renderer sees each of them, in the same order.
        boards: Their panels.
        provider: The provider the takes are ordered from.
        policy: What the production allows.
    """

    shots: tuple[ShotSpec, ...]
    requests: tuple[PanelRequest, ...]
    boards: tuple[Panel, ...]
    provider: Capabilities
    policy: Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One shot to be ordered.

    Args:
        shot: The shot.
        request: How the renderer sees it.
        material: What there is of it beside its spec.
        take: Take number, from 1.
        insisted: Controls that may not be conceded: without them nothing is ordered.
        phrases: Words for providers that take them; None for no words.
        people: What the bible says of those in it.
    """

    shot: ShotSpec
    request: PanelRequest
    material: Material
    take: int = 1
    insisted: tuple[Control, ...] = ()
    phrases: Phrases | None = None
    people: tuple[Described, ...] = ()


class OrderStage:
    """Proposes one order a shot; a shot that the provider cannot honour is a finding."""

    key = "generation.order"
    version = 5

    def plan(self, inputs: OrderInputs) -> Sequence[Ask]:
        """Nothing is asked."""
        del inputs
        return ()

    def propose(self, inputs: OrderInputs, answers: Sequence[Answer]) -> Proposal[Order]:
        """One order a shot, after the rights have been checked."""
        del answers
        boards = {board.shot: board for board in inputs.boards}
        findings: list[Finding] = []
        items: list[Item[Order]] = []
        for shot, request in zip(inputs.shots, inputs.requests, strict=True):
            wish = Wish(
                shot=shot, request=request, material=board_material(request, boards.get(shot.id))
            )
            refused = _check_rights(shot, inputs)
            order, found = place_order(wish, inputs.provider)
            findings += (*refused, *found)
            if order is not None and not blocking(refused):
                items.append(_item(order, inputs.provider))
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=tuple(items),
            findings=tuple(findings),
        )


STAGE = OrderStage()


def place_order(wish: Wish, provider: Capabilities) -> tuple[Order | None, tuple[Finding, ...]]:
    """The order for one take of a shot, held as tightly as the provider can be.

    Args:
        wish: The shot, and what there is of it.
        provider: Whom it is ordered from.

    Returns:
        The order, with its concessions written on it; or None, with findings that say why.
    """
    shot = wish.shot
    asked = (*CONTROLS, *(each for each in wish.insisted if each not in CONTROLS))
    material = replace(wish.material, words=wish.phrases is not None)
    hold = take_hold(asked, material, provider)
    findings = list(_check(wish, provider, hold))
    if hold is None or blocking(findings):
        return None, tuple(findings)
    order = Order(
        shot=shot.id,
        number=shot.number,
        provider=provider.key,
        seed=seed_of(shot.id, wish.take),
        duration=shot.duration,
        rate=shot.rate,
        controls=hold.controls,
        spec=wish.request,
        first_frame=hold.first_frame,
        driving_clip=hold.driving_clip,
        take=wish.take,
        model=provider.model,
        rung=hold.rung,
        guides=hold.guides,
        references=hold.references,
        concessions=hold.concessions,
        size=_size(shot.aspect, provider),
    )
    if Control.SEED in provider.controls and Control.SEED not in order.controls:
        order = replace(order, controls=(*order.controls, Control.SEED))
    if Control.PROMPT not in order.controls or wish.phrases is None:
        return order, tuple(findings)
    prompt = write_prompt(
        shot,
        wish.request,
        wish.phrases,
        people=wish.people,
        provider=provider.key,
        longest=provider.longest_prompt,
    )
    if prompt.left_out:
        findings.append(_note("words-left-out", shot, f"no room for: {'; '.join(prompt.left_out)}"))
    return replace(order, prompt=prompt.words), tuple(findings)


def board_material(request: PanelRequest, board: Panel | None) -> Material:
    """What the boards have of a shot: the picture it opens on, or the move it follows.

    A board of a shot that moves carries arrows and is no first frame. The first take follows the
    board in its sway as well; the seed is for those after it.
    """
    if board is None:
        return Material(moves=not is_still(request))
    if is_still(request):
        return Material(first_frame=board.media.digest)
    return Material(
        last_frame=board.end.digest if board.end is not None else None,
        driving_clip=board.clip.digest if board.clip is not None else None,
        moves=True,
    )


def seed_of(shot: ShotId, take: int) -> int:
    """The seed of a take: below 2**31, different for every take of every shot."""
    return int(digest([shot, take])[:7], 16)


def _check_rights(shot: ShotSpec, inputs: OrderInputs) -> tuple[Finding, ...]:
    provider = inputs.provider
    return check_transfer(
        Transfer(
            subject=f"shot {shot.number}",
            provider=provider.key,
            leaves_the_machine=provider.leaves_the_machine,
            trains_on_inputs=provider.trains_on_inputs,
        ),
        inputs.policy,
    )


def _check(wish: Wish, provider: Capabilities, hold: Hold | None) -> list[Finding]:
    """Why a shot cannot be ordered, all reasons at once."""
    shot, found = wish.shot, []
    if ended := why_ended(provider):
        found.append(_error("model-ended", shot, *ended))
    missing = [control for control in wish.insisted if control not in provider.controls]
    if hold is None and not missing:
        missing = [control for control in CONTROLS if control not in provider.controls]
    if missing or hold is None:
        needs = f", and needs {', '.join(provider.needs)}" if provider.needs else ""
        said = f"cannot honour {', '.join(missing)}" if missing else "has nothing to hold on to"
        message = f"{named(provider)} {said}{needs}"
        remedy = "Order the shot from a provider that can, or draw what it needs first."
        found.append(_error("control-unsupported", shot, message, remedy))
    sold = sold_seconds(shot.duration, shot.rate, provider)
    if sold is None or (not provider.seconds and shot.duration > provider.max_frames):
        longest = f"{max(provider.seconds)} s" if provider.seconds else f"{provider.max_frames}"
        message = f"{shot.duration} frames; {named(provider)} makes {longest}"
        found.append(_error("too-long", shot, message, "Split the shot, or order it elsewhere."))
    return found


def _size(aspect: str, provider: Capabilities) -> str:
    """The size sold whose shape is nearest to the shot's; of equals the first, the usual one."""
    wanted = read_aspect(aspect)

    def off(size: str) -> float:
        width, _, height = size.partition("x")
        return abs(int(width) / int(height) / wanted - 1)

    return min(provider.sizes, key=off) if provider.sizes else ""


def _item(order: Order, provider: Capabilities) -> Item[Order]:
    cost = price(order.duration, order.rate, provider)
    return Item(
        id=ItemId(stable_id("order", order.shot)),
        label=f"Shot {order.number} · {order.provider} · {order.duration} frames · {cost}",
        fact=order,
        evidence=(
            from_fact(order.shot, "generation.one-order-a-shot"),
            from_rule("generation.permit: rights checked before the order", provider.key),
        ),
    )


def _error(rule: str, shot: ShotSpec, message: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule=f"generation.{rule}",
        where=f"shot {shot.number}",
        message=message,
        remedy=remedy,
    )


def _note(rule: str, shot: ShotSpec, message: str) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        rule=f"generation.{rule}",
        where=f"shot {shot.number}",
        message=message,
    )
