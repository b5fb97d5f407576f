"""Makes the passes of a shot, frame by frame: one cast of rays for all that is asked of a frame."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.exr.cryptomatte import write_cryptomatte
from secondunit.adapters.exr.image import MEDIA_TYPE as EXR
from secondunit.adapters.exr.image import write_exr
from secondunit.adapters.render.casting.tracer import RAYS, Tracer
from secondunit.adapters.render.drawing.picture import draw_ink, print_on_paper, tone
from secondunit.adapters.render.light.shade import Light
from secondunit.adapters.render.mesh import Floats
from secondunit.adapters.render.panel import renderer_version
from secondunit.adapters.render.passes.camera import (
    CameraFrame,
    camera_frame,
    write_camera_json,
    write_camera_usda,
)
from secondunit.adapters.render.passes.flow import forward_flow
from secondunit.adapters.render.passes.ids import Ids, find_ids, id_colours, masks
from secondunit.adapters.render.passes.moment import Moment, Stand, cast_moment, stand_at
from secondunit.adapters.render.passes.outlook import Outlook, look_ahead
from secondunit.adapters.render.passes.pose import find_people, write_people
from secondunit.adapters.render.passes.shape import (
    camera_normals,
    depth_metres,
    depth_tone,
    edges,
    features,
    normals_tone,
)
from secondunit.adapters.render.passes.stick_figures import draw_people
from secondunit.adapters.render.staged.designed import Designs
from secondunit.adapters.render.staged.shot import Staged
from secondunit.core.errors import InputError
from secondunit.film.shots.panel import is_still
from secondunit.film.shots.passes import PassKind, PassRequest
from secondunit.ports.passes import MadePass
from secondunit.ports.renderer import Picture

PNG, JSON, USD = "image/png", "application/json", "model/vnd.usda"
_ONLY_CAMERA = frozenset({PassKind.CAMERA})


class ShotPasses:
    """Makes passes from what rays meet. The same request, the same bytes.

    Args:
        designs: Where designers' models come from; without it a set's own pieces are drawn.
        tracer: Who finds what pixels see.
    """

    def __init__(self, designs: Designs | None = None, tracer: Tracer = RAYS) -> None:
        self._designs = designs
        self._tracer = tracer
        self.version = f"passes-1+{renderer_version(tracer)}"

    def make_passes(self, request: PassRequest) -> Iterator[MadePass]:
        """The passes, frame by frame, then what belongs to the whole range.

        Raises:
            InputError: The frame, the lens or the aspect is impossible, or no frame is asked for.
        """
        _require(request)
        staged = Staged(request.panel, self._designs)
        outlook = look_ahead(staged, request)
        still = is_still(request.panel)
        cameras: list[CameraFrame] = []
        made: list[MadePass] = []
        stand = stand_at(staged, request, request.first)
        for frame in range(request.first, request.last + 1):
            after = stand_at(staged, request, frame + 1) if _needs_next(request, still) else stand
            cameras.append(replace(camera_frame(stand), frame=frame))
            if not still or not made:
                made = list(_of_frame((staged, self._tracer), (stand, after), request, outlook))
            yield from (replace(each, frame=frame) for each in made)
            stand = after
        if PassKind.CAMERA in request.kinds:
            yield _whole(".json", JSON, write_camera_json(cameras, request))
            yield _whole(".usda", USD, write_camera_usda(cameras, request))


class _Read:
    """What is read from one moment, each once."""

    def __init__(self, staged: Staged, moment: Moment, request: PassRequest) -> None:
        self.staged = staged
        self.moment = moment
        self.request = request

    @cached_property
    def light(self) -> Light:
        return self.staged.light(self.moment.stand.scene)

    @cached_property
    def toned(self) -> tuple[Picture, NDArray[np.uint8]]:
        return tone(self.moment.stand.scene, self.light, self.moment.samples)

    @cached_property
    def ink(self) -> NDArray[np.uint8]:
        return draw_ink(self.moment.stand.scene, self.moment.samples)

    @cached_property
    def depth(self) -> Floats:
        return depth_metres(self.moment)

    @cached_property
    def normals(self) -> Floats:
        return camera_normals(self.moment)

    @cached_property
    def ids(self) -> Ids:
        return find_ids(self.moment, self.request)

    @cached_property
    def colours(self) -> NDArray[np.uint8]:
        return id_colours(self.ids, self.request)


def _require(request: PassRequest) -> None:
    """Refuse what cannot be made.

    Raises:
        InputError: There is no camera, no such frame, or the picture is too small or too large.
    """
    panel = request.panel
    if not panel.camera:
        raise InputError(f"shot {panel.shot} has no camera", remedy="Give it one camera key.")
    if min(panel.width, panel.height) < 32 or max(panel.width, panel.height) > 8192:
        raise InputError(
            f"a frame of {panel.width}x{panel.height} cannot be made",
            remedy="Ask for 32 to 8192 pixels each way.",
        )
    if not 0 <= request.first <= request.last < request.duration:
        raise InputError(
            f"frames {request.first} to {request.last} are not in a shot of {request.duration}",
            remedy="Count frames from 0.",
        )


def _needs_next(request: PassRequest, still: bool) -> bool:  # noqa: FBT001  a fact of the shot
    return not still and (request.last > request.first or PassKind.FLOW in request.kinds)


def _of_frame(
    stage: tuple[Staged, Tracer],
    stands: tuple[Stand, Stand],
    request: PassRequest,
    outlook: Outlook,
) -> Iterator[MadePass]:
    """The passes of a frame, in the order of the kinds.

    Args:
        stage: The shot on its stage, and who looks.
        stands: What stands before the camera at the frame and at the next.
        request: What is asked for.
        outlook: What holds for the whole shot.
    """
    if set(request.kinds) <= _ONLY_CAMERA:
        return
    (staged, tracer), (stand, after) = stage, stands
    read = _Read(staged, cast_moment(stand, tracer), request)
    for kind in request.kinds:
        if kind in {PassKind.BOARD, PassKind.BEAUTY, PassKind.INK}:
            yield _picture(kind, read)
        elif kind in {PassKind.DEPTH, PassKind.NORMALS, PassKind.EDGES}:
            yield from _shape(kind, read, outlook.near)
        elif kind in {PassKind.IDS, PassKind.CRYPTOMATTE}:
            yield from _whose(kind, read, outlook)
        elif kind is PassKind.POSE:
            yield from _pose(read)
        elif kind is PassKind.FLOW:
            flow = forward_flow(read.moment, after)
            yield _exr(kind, {"flow.x": flow[..., 0], "flow.y": flow[..., 1]})


def _picture(kind: PassKind, read: _Read) -> MadePass:
    if kind is PassKind.BEAUTY:
        return _png(kind, read.toned[0])
    if kind is PassKind.INK:
        return _png(kind, 255 - np.maximum(read.ink, features(read.moment)))
    return _png(kind, print_on_paper(*read.toned, read.ink, read.light))


def _shape(kind: PassKind, read: _Read, near: float) -> Iterator[MadePass]:
    if kind is PassKind.DEPTH:
        yield _exr(kind, {"Z": read.depth})
        yield _png(kind, depth_tone(read.depth, near))
    elif kind is PassKind.NORMALS:
        yield _exr(
            kind,
            {f"N.{axis}": read.normals[..., place] for place, axis in enumerate("XYZ")},
            half=True,
        )
        yield _png(kind, normals_tone(read.normals))
    else:
        yield _png(kind, edges(read.moment, read.normals))


def _whose(kind: PassKind, read: _Read, outlook: Outlook) -> Iterator[MadePass]:
    if kind is PassKind.CRYPTOMATTE:
        ids = read.ids
        data = write_cryptomatte(ids.ids, ids.coverage, ids.names, read.colours)
        yield MadePass(kind=kind, frame=0, part="", suffix=".exr", media_type=EXR, data=data)
        return
    yield _png(kind, read.colours)
    figures = zip(read.request.panel.figures, read.request.labels, strict=True)
    wanted = {label for figure, label in figures if figure.name in outlook.framed}
    for name, mask in masks(read.ids, wanted):
        yield _png(kind, mask, name)


def _pose(read: _Read) -> Iterator[MadePass]:
    window = read.moment.stand.view.window
    people = find_people(read.moment, read.request)
    data = write_people(people, window.width, window.height)
    yield MadePass(kind=PassKind.POSE, frame=0, part="", suffix=".json", media_type=JSON, data=data)
    yield _png(PassKind.POSE, draw_people(people, window.width, window.height))


def _png(kind: PassKind, pixels: NDArray[np.uint8], part: str = "") -> MadePass:
    """Pixels alone: no chunk of text, no profile, no time."""
    from PIL import Image

    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=2)
    return MadePass(
        kind=kind, frame=0, part=part, suffix=".png", media_type=PNG, data=out.getvalue()
    )


def _exr(kind: PassKind, channels: dict[str, Floats], *, half: bool = False) -> MadePass:
    halves = {name: plane.astype(np.float16) for name, plane in channels.items()} if half else {}
    data = write_exr(halves or channels)
    return MadePass(kind=kind, frame=0, part="", suffix=".exr", media_type=EXR, data=data)


def _whole(suffix: str, media_type: str, data: bytes) -> MadePass:
    return MadePass(
        kind=PassKind.CAMERA, frame=None, part="", suffix=suffix, media_type=media_type, data=data
    )
