"""The camera of each frame, as numbers for other programs: JSON, and text of USD."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.lens import View
from secondunit.adapters.render.passes.moment import Stand
from secondunit.film.shots.passes import PassRequest

AXES = (
    "metres; world: x right, y up, z towards the audience, ground at y = 0; camera: x right, y up,"
    " looks along -z; matrix: camera to world, rows of a matrix that multiplies columns; pixels"
    " from the upper left corner of the picture, centres at .5"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraFrame:
    """The camera at one frame.

    Args:
        frame: The frame, from 0.
        view: What it sees.
        focal_mm: Its focal length.
    """

    frame: int
    view: View
    focal_mm: float


def camera_frame(stand: Stand) -> CameraFrame:
    """The camera of what stands before it."""
    return CameraFrame(frame=stand.frame, view=stand.view, focal_mm=stand.camera.focal_mm)


def write_camera_json(frames: Sequence[CameraFrame], request: PassRequest) -> bytes:
    """Matrix and intrinsics of each frame."""
    said = {
        "axes": AXES,
        "rate": [request.rate.numerator, request.rate.denominator],
        "duration": request.duration,
        "frames": [_frame(each, request) for each in frames],
    }
    return json.dumps(said, indent=1).encode()


def write_camera_usda(frames: Sequence[CameraFrame], request: PassRequest) -> bytes:
    """The camera as a USD layer, with a sample a frame.

    Source: OpenUSD, UsdGeomCamera (apertures and focal length in the same unit) and UsdGeomXformOp
    (matrices multiply rows, so they are written transposed).
    """
    matrices = ", ".join(f"{each.frame}: {_usd_matrix(each)}" for each in frames)
    focal = ", ".join(f"{each.frame}: {each.focal_mm!r}" for each in frames)
    wide, high = (f"{each!r}" for each in _aperture(frames[0]))
    rate = f"{request.rate.numerator / request.rate.denominator!r}"
    return f"""#usda 1.0
(
    defaultPrim = "camera"
    endTimeCode = {frames[-1].frame}
    metersPerUnit = 1
    startTimeCode = {frames[0].frame}
    timeCodesPerSecond = {rate}
    upAxis = "Y"
)

def Camera "camera"
{{
    float2 clippingRange = (0.05, 2000)
    float focalLength.timeSamples = {{ {focal} }}
    float horizontalAperture = {wide}
    float verticalAperture = {high}
    matrix4d xformOp:transform.timeSamples = {{ {matrices} }}
    uniform token[] xformOpOrder = ["xformOp:transform"]
}}
""".encode()


def camera_matrix(view: View) -> NDArray[np.float64]:
    """``(4, 4)`` camera to world, for columns."""
    matrix = np.eye(4)
    matrix[:3, 0], matrix[:3, 1], matrix[:3, 2] = view.right, view.up, -view.forward
    matrix[:3, 3] = view.eye
    return matrix


def _frame(each: CameraFrame, request: PassRequest) -> dict[str, object]:
    view, window = each.view, each.view.window
    wide, high = _aperture(each)
    return {
        "frame": each.frame,
        "matrix": [[round(cell, 9) for cell in row] for row in camera_matrix(view).tolist()],
        "width": window.width,
        "height": window.height,
        "fx": round(float(view.focal_px), 6),
        "fy": round(float(view.focal_px), 6),
        "cx": window.width / 2,
        "cy": window.height / 2,
        "focal_mm": round(each.focal_mm, 6),
        "aperture_mm": [round(wide, 6), round(high, 6)],
        "squeeze": request.panel.lens.squeeze,
    }


def _aperture(each: CameraFrame) -> tuple[float, float]:
    """Millimetres of the sensor that the picture shows, after the squeeze is undone."""
    scale = each.focal_mm / float(each.view.focal_px)
    return each.view.window.width * scale, each.view.window.height * scale


def _usd_matrix(each: CameraFrame) -> str:
    rows = camera_matrix(each.view).T.tolist()
    return "( " + ", ".join(f"({', '.join(f'{cell:.9g}' for cell in row)})" for row in rows) + " )"
