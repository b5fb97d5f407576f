"""A graph in ComfyUI's API form, and the slots that an order fills."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from secondunit.core.errors import NotConfigured, NotFound
from secondunit.core.ids import Digest
from secondunit.film.generation.model import Control, Order
from secondunit.film.generation.offers import Offer
from secondunit.ports.tables import Tables

Graph = dict[str, dict[str, Any]]
"""Nodes by id, each with ``class_type`` and ``inputs``; a link is [node, output]."""

PICTURES = (
    Control.FIRST_FRAME,
    Control.LAST_FRAME,
    Control.DRIVING_CLIP,
    Control.PERFORMANCE,
    Control.DEPTH,
    Control.POSE,
    Control.EDGES,
    Control.MASKS,
)
"""Controls that are uploaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """One graph with its slots.

    Args:
        name: Of the model, for messages.
        graph: As its file has it.
        settings: Slots, bypasses and files, as the data file has them.
    """

    name: str
    graph: Graph
    settings: Mapping[str, str]

    def fill(self, order: Order, uploaded: Mapping[Digest, str]) -> Graph:
        """The graph of an order.

        Args:
            order: The order.
            uploaded: What the server calls each thing that the order names.
        """
        graph: Graph = json.loads(json.dumps(self.graph))
        for control in Control:
            if control not in order.controls:
                self._leave_out(graph, control)
        for name, value in self._values(order, uploaded).items():
            for node, field in self.places(f"slot-{name}"):
                graph[node]["inputs"][field] = value
        for place, media in zip(self.places("slot-references"), order.references, strict=False):
            graph[place[0]]["inputs"][place[1]] = uploaded[media]
        return graph

    def places(self, name: str) -> list[tuple[str, str]]:
        """Node and input of each place that a setting names; none where it is not set."""
        found = [each.strip() for each in self.settings.get(name, "").split(",") if each.strip()]
        return [(node, field) for node, _, field in (each.partition(".") for each in found)]

    def _values(self, order: Order, uploaded: Mapping[Digest, str]) -> dict[str, object]:
        """What goes into each slot."""
        width, height = _size(order)
        step = int(self.settings.get("frames-step", "0"))
        frames = order.duration if not step else -(-(order.duration - 1) // step) * step + 1
        values: dict[str, object] = {
            "width": width,
            "height": height,
            "frames": int(frames),
            "rate": float(order.rate.fraction),
        }
        for name, value in self.settings.items():
            if name.startswith("file-"):
                values[name.removeprefix("file-")] = value
        if Control.PROMPT in order.controls:
            values["prompt"] = order.prompt
        if Control.SEED in order.controls:
            values["seed"] = order.seed
        for control in PICTURES:
            if (held := order.held_by(control)) is not None:
                values[control.value] = uploaded[held]
        return values

    def _leave_out(self, graph: Graph, control: Control) -> None:
        """Take a control that is not asked for out of the graph."""
        for node, field in self.places(f"drop-{control}"):
            graph[node]["inputs"].pop(field, None)
        node, _, said = self.settings.get(f"bypass-{control}", "").partition(":")
        stand_ins = [each.strip() for each in said.split(",") if each.strip()]
        if not stand_ins:
            return
        inputs = graph.pop(node.strip())["inputs"]
        for other in graph.values():
            for field, link in other["inputs"].items():
                if isinstance(link, list) and link and link[0] == node.strip():
                    other["inputs"][field] = inputs[stand_ins[link[1]]]


def read_workflow(offer: Offer, tables: Tables) -> Workflow:
    """The graph of a model, with every place that its slots name looked up.

    Raises:
        NotConfigured: The file is not there or no graph, a slot names a place that is not in it,
            or a declared control has no slot.
    """
    model = f"comfyui {offer.provider.model}"
    file = offer.settings.get("workflow", "")
    remedy = f"Correct settings of models.{offer.provider.model} in provider_comfyui.toml."
    try:
        graph = json.loads(tables.fetch_table(file))
    except (NotFound, json.JSONDecodeError, OSError) as error:
        raise NotConfigured(f"{model}: workflow “{file}”: {error}", remedy=remedy) from error
    if not _is_graph(graph):
        raise NotConfigured(
            f"{model}: {file} is no graph in API form", remedy="Export it as API in ComfyUI."
        )
    flow = Workflow(name=model, graph=graph, settings=offer.settings)
    for name in offer.settings:
        if not name.startswith(("slot-", "drop-")):
            continue
        for node, field in flow.places(name):
            if node not in graph or field not in graph[node]["inputs"]:
                raise NotConfigured(f"{model}: {name}: {file} has no {node}.{field}", remedy=remedy)
    for name, said in offer.settings.items():
        if name.startswith("bypass-") and said.partition(":")[0].strip() not in graph:
            raise NotConfigured(f"{model}: {name}: {file} has no such node", remedy=remedy)
    slotless = [each for each in offer.provider.controls if not flow.places(f"slot-{each}")]
    if slotless:
        raise NotConfigured(f"{model}: its control {slotless[0]} has no slot", remedy=remedy)
    return flow


def _is_graph(graph: object) -> bool:
    return (
        isinstance(graph, dict)
        and bool(graph)
        and all(
            isinstance(node, dict)
            and isinstance(node.get("class_type"), str)
            and isinstance(node.get("inputs"), dict)
            for node in graph.values()
        )
    )


def _size(order: Order) -> tuple[int, int]:
    width, _, height = order.size.partition("x")
    return (int(width), int(height)) if height else (order.spec.width, order.spec.height)
