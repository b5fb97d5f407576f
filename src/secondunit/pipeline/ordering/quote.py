"""What takes would cost and whether they may be sent, before a named person orders them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondunit.core.finding import Finding, blocking
from secondunit.core.ids import digest
from secondunit.core.money import Money, Paid, paid
from secondunit.film.generation.guide import guide_asks
from secondunit.film.generation.ladder import Material
from secondunit.film.generation.model import Capabilities, Control, Guide, Order
from secondunit.film.generation.order import Wish, board_material, place_order
from secondunit.film.generation.phrases import FILE as PHRASES_FILE
from secondunit.film.generation.phrases import read_phrases
from secondunit.film.generation.take import STAGE as TAKE
from secondunit.film.rights.model import EgressVerdict
from secondunit.film.shots.board import STAGE as BOARD
from secondunit.film.shots.board import set_of_shot
from secondunit.film.shots.cast.story_days import story_days
from secondunit.film.shots.model import Panel, PanelRequest, ShotSpec
from secondunit.film.shots.panel import panel_request
from secondunit.film.shots.stage_plan import StagePlan
from secondunit.pipeline.catalogue import TAKE_SIZE, stage_plan
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.ordering.casting import UNCAST, Casting
from secondunit.pipeline.queries import View
from secondunit.pipeline.run import answer_asks
from secondunit.ports.suppliers import Suppliers
from secondunit.ports.take_bin import OrderedTake, TakeBin

GUIDE_SIZE = (960, 540)
"""Pixels of the frame of a guide, matte included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be ordered.

    Args:
        shots: The shots.
        provider: Whom from.
        takes: Of each shot.
        insisted: Controls that must be honoured as such, or nothing is ordered.
        casting: What the bible says of those in them.
    """

    shots: tuple[ShotSpec, ...]
    provider: Capabilities
    takes: int = 1
    insisted: tuple[Control, ...] = ()
    casting: Casting = UNCAST


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One take as it would be ordered.

    Args:
        take: The take, in no bin yet.
        account: The account that pays, or "" where the provider is on this machine.
        estimate: The most it costs.
        verdict: What the rules say of sending it.
    """

    take: OrderedTake
    account: str
    estimate: Money
    verdict: EgressVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Everything that would be ordered, and what cannot be.

    Args:
        quoted: Take by take, in the order of the list.
        findings: Why shots cannot be ordered, and what an order had to leave out.
    """

    quoted: tuple[Quoted, ...]
    findings: tuple[Finding, ...]

    @property
    def cost(self) -> Paid:
        """What all of it costs at most, by currency."""
        return paid(each.estimate for each in self.quoted)

    @property
    def denied(self) -> tuple[Quoted, ...]:
        """Takes that may not be sent."""
        return tuple(each for each in self.quoted if not each.verdict.allowed)

    @property
    def is_whole(self) -> bool:
        """True when every shot that was asked for can be ordered and may be sent."""
        return not self.denied and not blocking(self.findings)


def quote_takes(
    view: View, takes: TakeBin, suppliers: Suppliers, wanted: Wanted, signature: Signature
) -> Quote:
    """Make the orders, price them and ask the rules; nothing is placed.

    Passes that the provider can be held by are drawn, once for all takes, and kept.

    Args:
        view: The production.
        takes: Its bin.
        suppliers: Where takes come from.
        wanted: What is asked for.
        signature: Who orders.

    Raises:
        NotFound: There is no such provider or model.
        ProviderError: A pass could not be drawn.
    """
    plan = stage_plan(view)
    boards: dict[str, Panel] = {panel.shot: panel for panel in view.values(BOARD.key)}
    phrases = None
    if Control.PROMPT in wanted.provider.controls:
        phrases = read_phrases(view.table(PHRASES_FILE))
    quoted: list[Quoted] = []
    findings: dict[Finding, None] = {}
    days = story_days(view.screenplay())
    for shot in wanted.shots:
        request, day = _request(plan, shot, TAKE_SIZE), days.get(shot.scene)
        material = replace(
            _material(view, shot, plan, wanted, board_material(request, boards.get(shot.id))),
            references=wanted.casting.pictures(
                [mark.figure for mark in request.marks], day, wanted.provider.key
            ),
        )
        first = _next_number(view, takes, shot)
        for number in range(first, first + wanted.takes):
            wish = Wish(
                shot=shot,
                request=request,
                material=material,
                take=number,
                insisted=wanted.insisted,
                phrases=phrases,
                people=wanted.casting.people(day),
            )
            order, found = place_order(wish, wanted.provider)
            findings |= dict.fromkeys(found)
            if order is not None:
                quoted.append(_quoted(view, suppliers, order, signature))
    return Quote(quoted=tuple(quoted), findings=tuple(findings))


def _quoted(view: View, suppliers: Suppliers, order: Order, signature: Signature) -> Quoted:
    take = OrderedTake(
        key=digest(order),
        shot=order.shot,
        slate=f"{order.number}-{order.take}",
        take=order.take,
        order=order,
        by=signature.by,
        role=signature.role,
        at=view.office.clock.now(),
    )
    supply = suppliers.supply(order)
    return Quoted(
        take=take,
        account=supply.account,
        estimate=supply.estimate,
        verdict=suppliers.permit(take),
    )


def _next_number(view: View, takes: TakeBin, shot: ShotSpec) -> int:
    """The first take number that neither the bin nor the studio's own takes have given."""
    own: Sequence[int] = [each.take for each in view.values(TAKE.key) if each.shot == shot.id]
    return max(takes.next_number(shot.id), *(number + 1 for number in own), 1)


def _material(
    view: View, shot: ShotSpec, plan: StagePlan, wanted: Wanted, material: Material
) -> Material:
    """What the boards have of a shot, with the passes that its provider can be held by."""
    request = _request(plan, shot, GUIDE_SIZE)
    asked = guide_asks(shot, request, wanted.provider, wanted.insisted)
    if not asked:
        return material
    answers, _ = answer_asks(view, [each for _, each in asked], _quietly)
    guides = tuple(
        Guide(control=control, media=answer.media[0].digest)
        for (control, _), answer in zip(asked, answers, strict=True)
    )
    return replace(material, guides=guides)


def _request(plan: StagePlan, shot: ShotSpec, size: tuple[int, int]) -> PanelRequest:
    place = set_of_shot(shot, plan.sets, plan.set_of)
    return panel_request(shot, place, plan.figures, *size)


def _quietly(_done: int, _asked: int) -> None:
    """Passes of a few shots are drawn while one waits; nobody is told of each."""
