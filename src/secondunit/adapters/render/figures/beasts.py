"""The proportions of four-legged animals, by kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """An animal's proportions, as fractions of its shoulder height.

    Args:
        length: Shoulder to rump.
        girth: Half height of the barrel.
        neck: Length of the neck.
        rise: Of the neck, degrees.
        head: Length of the head.
        ear: Length of the ears.
        tail: Length of the tail.
        lift: Of the tail, degrees.
        trunk: Length of a trunk.
        snout: Length of the muzzle, 1 for a dog's.
        fan: How far the ears lie out to the sides, 0 to 1.
        horn: Length of the horns.
        limb: Thickness of the legs, 1 for a dog's.
        belly: How far the barrel hangs below a dog's.
    """

    length: float = 1.05
    girth: float = 0.21
    neck: float = 0.34
    rise: float = 42.0
    head: float = 0.40
    ear: float = 0.17
    tail: float = 0.50
    lift: float = 38.0
    trunk: float = 0.0
    snout: float = 1.0
    fan: float = 0.12
    horn: float = 0.0
    limb: float = 1.0
    belly: float = 0.0


KINDS = {
    "horse": Kind(
        length=0.95, girth=0.20, neck=0.56, rise=48, head=0.42, ear=0.10, lift=-58, snout=1.15
    ),
    "cow": Kind(
        length=1.15,
        girth=0.27,
        rise=12,
        head=0.38,
        ear=0.15,
        tail=0.6,
        lift=-75,
        snout=1.1,
        fan=1.0,
        horn=0.16,
        belly=0.05,
    ),
    "cat": Kind(
        length=1.25,
        girth=0.22,
        neck=0.14,
        rise=40,
        head=0.42,
        ear=0.16,
        tail=0.9,
        lift=55,
        snout=0.45,
        limb=0.85,
    ),
    "goat": Kind(
        length=1.0, girth=0.23, neck=0.36, rise=50, head=0.34, tail=0.2, lift=40, fan=0.8, horn=0.22
    ),
    "pig": Kind(
        length=1.4,
        girth=0.36,
        neck=0.12,
        rise=0,
        head=0.50,
        ear=0.13,
        tail=0.16,
        lift=50,
        snout=0.85,
        fan=0.5,
        belly=0.10,
        limb=0.9,
    ),
    "donkey": Kind(
        length=0.95, girth=0.22, neck=0.46, rise=40, head=0.44, ear=0.24, lift=-62, snout=1.1
    ),
    "deer": Kind(
        length=0.95,
        girth=0.18,
        neck=0.50,
        rise=58,
        head=0.32,
        ear=0.17,
        tail=0.14,
        limb=0.75,
        fan=0.5,
        horn=0.42,
    ),
    "bear": Kind(
        length=1.15,
        girth=0.36,
        neck=0.16,
        rise=14,
        head=0.44,
        ear=0.08,
        tail=0.08,
        lift=10,
        snout=0.8,
        fan=0.5,
        limb=1.7,
        belly=0.06,
    ),
    "lion": Kind(
        length=1.15,
        girth=0.24,
        neck=0.22,
        rise=28,
        head=0.44,
        ear=0.08,
        tail=0.75,
        lift=-20,
        snout=0.62,
        limb=1.25,
        fan=0.4,
    ),
    "elephant": Kind(
        length=1.0,
        girth=0.36,
        neck=0.06,
        rise=20,
        head=0.40,
        ear=0.30,
        tail=0.4,
        lift=-75,
        trunk=0.62,
        snout=0.6,
        fan=1.0,
        limb=2.0,
        belly=0.03,
    ),
    "rabbit": Kind(
        length=1.1,
        girth=0.36,
        neck=0.10,
        rise=50,
        head=0.50,
        ear=0.60,
        tail=0.1,
        lift=50,
        snout=0.5,
        limb=0.9,
        belly=0.10,
    ),
    "sheep": Kind(
        girth=0.34,
        neck=0.20,
        rise=32,
        head=0.34,
        ear=0.14,
        tail=0.2,
        lift=-50,
        snout=0.8,
        fan=1.0,
        belly=0.05,
        limb=0.8,
    ),
}
DOG = Kind()
