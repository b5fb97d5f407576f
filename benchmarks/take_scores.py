"""What the scorer finds of takes with one fault, on scenes that it was not calibrated on.

Run it with ``python -m benchmarks.take_scores``; with ``--calibrate`` it first learns from one half
of the scenes and writes ``data/scoring.toml``. The other half is reported. One picture a take, the
hardest case: a clip gives three to five.
"""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from benchmarks.boards import DATA, requests
from benchmarks.take_faults import LIMB, cases
from benchmarks.take_motion import MOVES, motion_cases
from numpy.typing import NDArray

from secondunit.film.generation.scoring.calibration import (
    DETECTORS,
    FILE,
    Calibration,
    Detector,
    read_calibration,
)
from secondunit.film.generation.scoring.reading.features import features, read_frame, read_plate
from secondunit.film.shots.model import Build, PanelRequest

SCENES, SEED = 80, 7
FAULTS: dict[str, tuple[str, ...]] = {
    "framing": ("pan 5°", "pan 1.5°", "lens x1.25", "lens x1.06", "0.6 m higher", "mirrored"),
    "mirror": ("mirrored",),
    "missing": ("person missing",),
    "extra": ("person too many",),
    "swap": ("people swapped",),
    "wardrobe": ("wardrobe changed", "wardrobe tinted"),
    "pose": (LIMB,),
    "motion": tuple(MOVES),
}
REPORTED: tuple[tuple[str, str, str], ...] = (
    *(("framing", fault, ">= .99") for fault in FAULTS["framing"]),
    *(("motion", fault, ">= .99") for fault in FAULTS["motion"]),
    ("missing", "person missing", ">= .99"),
    ("extra", "person too many", ">= .99"),
    ("swap", "people swapped", ">= .99"),
    ("wardrobe", "wardrobe changed", ">= .99"),
    ("wardrobe", "wardrobe tinted", ">= .99"),
    ("pose", LIMB, ">= .92"),
    ("pose", "turned 50°", "printed"),
    ("pose", "turned 20°", "printed"),
)
MARGIN = 0.35
"""Deviations of right takes by which a threshold lies above the worst of them: scenes differ more
than takes of a scene do."""
Bag = NDArray[np.float64]
"""``(candidates, features)`` of one take."""


@dataclass(slots=True)
class Corpus:
    """Takes, read: scene, fault and bag of each, by detector."""

    takes: list[tuple[int, str, dict[str, Bag]]] = field(default_factory=list)
    seconds: float = 0.0
    frames: int = 0

    def bags(self, name: str, odd: int, faults: Sequence[str]) -> list[tuple[str, Bag]]:
        return [
            (fault, bags[name])
            for scene, fault, bags in self.takes
            if scene % 2 == odd and (not fault or fault in faults) and name in bags
        ]


def panels(count: int) -> list[PanelRequest]:
    """Shots of the worked production with people in them, spread over it."""
    people = {Build.MAN, Build.WOMAN, Build.CHILD}
    every = [
        panel
        for panel in requests(width=480, height=270)
        if any(figure.build in people for figure in panel.figures)
    ]
    return [every[int(place * len(every) / count)] for place in range(count)]


def read_corpus(count: int = SCENES, seed: int = SEED) -> Corpus:
    corpus = Corpus()
    for asked, takes in cases(panels(count), seed):
        plate = read_plate(asked.frames[0], asked.parts)
        read_frame(plate, takes[0].picture)  # compiled by now
        for take in takes:
            began = time.process_time()
            found = features(read_frame(plate, take.picture))
            corpus.seconds += time.process_time() - began
            corpus.frames += 1
            bags = {name: np.array(rows) for name, rows in found.items() if rows}
            corpus.takes.append((take.scene, take.fault, bags))
    corpus.takes += motion_cases(panels(count // 5), seed)
    return corpus


def learn(bags: list[tuple[str, Bag]]) -> Detector:
    """A logistic judge of the worst candidate of each take: chosen, fitted, chosen again."""
    wrong = np.array([bool(fault) for fault, _ in bags], dtype=np.float64)
    chosen = np.array([bag[np.argmax(bag.sum(axis=1))] for _, bag in bags])
    judge = _fit(chosen, wrong)
    for _ in range(8):
        chosen = np.array([bag[np.argmax(_sums(judge, bag))] for _, bag in bags])
        judge = _fit(chosen, wrong)
    right = np.array([_sums(judge, bag).max() for fault, bag in bags if not fault])
    top = float(right.max() + MARGIN * right.std())
    return Detector(
        mean=judge.mean, scale=judge.scale, weights=judge.weights, bias=judge.bias, threshold=top
    )


def _fit(rows: Bag, wrong: NDArray[np.float64], hold: float = 0.01) -> Detector:
    """Newton's method on the log loss, both kinds weighing the same, with a small ridge."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    inputs = np.c_[np.clip((rows - mean) / scale, -8, 8), np.ones(len(rows))]
    share = np.where(wrong > 0, 0.5 / wrong.sum(), 0.5 / (1 - wrong).sum()) * len(rows)
    weights = np.zeros(inputs.shape[1])
    ridge = hold * len(rows) * np.r_[np.ones(len(weights) - 1), 1e-4]
    for _ in range(40):
        sure = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        slope = inputs.T @ (share * (sure - wrong)) + ridge * weights
        bend = (inputs * (share * sure * (1 - sure))[:, None]).T @ inputs + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return Detector(
        mean=_numbers(mean), scale=_numbers(scale), weights=_numbers(weights[:-1]),
        bias=float(weights[-1]), threshold=0.0,
    )  # fmt: skip


def _numbers(values: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)


def _sums(judge: Detector, bag: Bag) -> NDArray[np.float64]:
    return np.array([judge.judge(row) for row in bag])


def auc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """Chance that a wrong take has the larger sum."""
    a, b = np.array(right), np.array(wrong)
    return float((b[:, None] > a[None]).mean() + 0.5 * (b[:, None] == a[None]).mean())


def excesses(detectors: dict[str, Detector], bags: dict[str, Bag], *, motion: bool) -> list[float]:
    return [
        float(_sums(judge, bags[name]).max()) - judge.threshold
        for name, judge in detectors.items()
        if name in bags and name != "mirror" and (name == "motion") == motion
    ]


def calibrate(corpus: Corpus) -> str:
    """The calibration as a file, learnt from the scenes of even number."""
    detectors = {name: learn(corpus.bags(name, 0, FAULTS[name])) for name in DETECTORS}
    worst = [
        (max(excesses(detectors, bags, motion=False)), float(not fault))
        for scene, fault, bags in corpus.takes
        if scene % 2 == 0 and "motion" not in bags
    ]
    sums, right = np.array(worst).T
    fitted = _fit(sums[:, None], 1 - right)
    slope = fitted.weights[0] / fitted.scale[0]
    offset = fitted.bias - slope * fitted.mean[0]
    lines = [
        "# What the scorer's numbers mean: learnt from synthetic takes, our own renders with one",
        "# thing wrong, relit, graded, cluttered, warped, blurred, grained and coded as JPEG.",
        "# Made by: python -m benchmarks.take_scores --calibrate. It has seen no generator's take:",
        "# its probabilities rank takes, and hold for synthetic ones alone (DR-020).",
        'source = "Second Unit, benchmarks/take_scores.py, half of the scenes"',
        f'checked_on = "{datetime.date(2026, 11, 25).isoformat()}"',
        f"scenes = {SCENES}",
        f"seed = {SEED}",
        "verify = true",
        "",
        "[whole]",
        f"slope = {slope:.4f}",
        f"offset = {offset:.4f}",
    ]
    for name, judge in detectors.items():
        lines += ["", f"[detectors.{name}]"]
        for what in ("mean", "scale", "weights"):
            said = ", ".join(f"{value:.5g}" for value in getattr(judge, what))
            lines.append(f"{what} = [{said}]")
        lines += [f"bias = {judge.bias:.4f}", f"threshold = {judge.threshold:.4f}"]
    return "\n".join(lines) + "\n"


def report(corpus: Corpus, calibration: Calibration) -> list[tuple[str, str, str]]:
    """The other half of the scenes."""
    found = []
    detectors = dict(calibration.detectors)
    for name, fault, bar in REPORTED:
        bags = corpus.bags(name, 1, (fault,))
        sums = [(what, float(_sums(detectors[name], bag).max())) for what, bag in bags]
        right = [value for what, value in sums if not what]
        wrong = [value for what, value in sums if what]
        caught = np.mean([value > detectors[name].threshold for value in wrong])
        found.append(
            (
                f"take with {fault} ({len(wrong)}): AUC, caught",
                f"{auc(right, wrong):.3f}, {100 * caught:.0f} %",
                bar,
            )
        )
    for motion, what in ((False, "one picture"), (True, "motion")):
        alarms = [
            max(excesses(detectors, bags, motion=motion)) > 0
            for scene, fault, bags in corpus.takes
            if scene % 2 and not fault and ("motion" in bags) == motion
        ]
        found.append(
            (f"right takes called wrong by any detector, {what} ({len(alarms)})",
             f"{100 * np.mean(alarms):.1f} %", "<= 5 %")
        )  # fmt: skip
    spent = corpus.seconds / max(corpus.frames, 1)
    found.append(("scoring a frame of 480x260, processor seconds", f"{spent:.3f} s", "<= .05 s"))
    return found


def rows() -> list[tuple[str, str, str]]:
    text = (DATA / FILE).read_text(encoding="utf-8")
    return report(read_corpus(), read_calibration(text))


def main() -> None:
    corpus = read_corpus()
    if "--calibrate" in sys.argv:
        (DATA / FILE).write_text(calibrate(corpus), encoding="utf-8")
    text = (DATA / FILE).read_text(encoding="utf-8")
    for what, measured, bar in report(corpus, read_calibration(text)):
        print(f"{what:<66} {measured:>16}   {bar}")


if __name__ == "__main__":
    main()
