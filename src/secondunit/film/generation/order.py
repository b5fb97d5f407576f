"""Turn shots into orders for takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.evidence import from_fact, from_rule
from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.ids import Digest, ItemId, ShotId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.film.generation.charge import price
from secondunit.film.generation.model import Capabilities, Control, Order
from secondunit.film.rights.permit import Policy, Transfer, check_transfer
from secondunit.film.shots.model import Panel, PanelRequest, ShotSpec
from secondunit.film.shots.panel import is_still

CONTROLS = (Control.FRAMING, Control.CAMERA_MOVE, Control.BLOCKING, Control.LIGHT, Control.DURATION)
"""What every order of a planned shot asks for; a shot that does not move opens on its board, one
that moves follows the move of its board."""


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


class OrderStage:
    """Proposes one order a shot; a shot that the provider cannot honour is a finding."""

    key = "generation.order"
    version = 4

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
            refused = _check(shot, inputs)
            findings += refused
            if not blocking(refused):
                items.append(_item(shot, request, inputs.provider, boards.get(shot.id)))
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=tuple(items),
            findings=tuple(findings),
        )


STAGE = OrderStage()


def _check(shot: ShotSpec, inputs: OrderInputs) -> tuple[Finding, ...]:
    provider = inputs.provider
    where = f"shot {shot.number}"
    findings = list(
        check_transfer(
            Transfer(
                subject=where,
                provider=provider.key,
                leaves_the_machine=provider.leaves_the_machine,
                trains_on_inputs=provider.trains_on_inputs,
            ),
            inputs.policy,
        )
    )
    missing = [control for control in CONTROLS if control not in provider.controls]
    if missing:
        findings.append(
            Finding(
                severity=Severity.ERROR,
                rule="generation.control-unsupported",
                where=where,
                message=f"{provider.key} cannot honour {', '.join(missing)}",
                remedy="Order the shot from a provider that can.",
            )
        )
    if shot.duration > provider.max_frames:
        findings.append(
            Finding(
                severity=Severity.ERROR,
                rule="generation.too-long",
                where=where,
                message=f"{shot.duration} frames; {provider.key} makes {provider.max_frames}",
                remedy="Split the shot, or order it elsewhere.",
            )
        )
    return tuple(findings)


def _item(
    shot: ShotSpec, request: PanelRequest, provider: Capabilities, board: Panel | None
) -> Item[Order]:
    first, driving = _guides(request, provider, board)
    guides = [Control.FIRST_FRAME] if first else [Control.DRIVING_CLIP] if driving else []
    order = Order(
        shot=shot.id,
        number=shot.number,
        provider=provider.key,
        seed=seed_of(shot.id, 1),
        duration=shot.duration,
        rate=shot.rate,
        controls=(*CONTROLS, *guides),
        spec=request,
        first_frame=first,
        driving_clip=driving,
    )
    cost = price(shot.duration, shot.rate, provider)
    return Item(
        id=ItemId(stable_id("order", shot.id)),
        label=f"Shot {shot.number} · {provider.key} · {shot.duration} frames · {cost}",
        fact=order,
        evidence=(
            from_fact(shot.id, "generation.one-order-a-shot"),
            from_rule("generation.permit: rights checked before the order", provider.key),
        ),
    )


def _guides(
    request: PanelRequest, provider: Capabilities, board: Panel | None
) -> tuple[Digest | None, Digest | None]:
    """The picture a take opens on, or the move it follows: what the boards have and it honours.

    The first take follows the board in its sway as well; the seed is for those after it.
    """
    if board is None:
        return None, None
    if is_still(request):
        return (board.media.digest if Control.FIRST_FRAME in provider.controls else None), None
    drives = Control.DRIVING_CLIP in provider.controls
    return None, (board.clip.digest if drives and board.clip is not None else None)


def seed_of(shot: ShotId, take: int) -> int:
    """The seed of a take: below 2**31, different for every take of every shot."""
    return int(digest([shot, take])[:7], 16)
