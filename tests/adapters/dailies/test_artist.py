import io

import numpy as np
from PIL import Image
from tests.film.generation.scoring.builder import frame_of, take_of

from secondunit.adapters.dailies.artist import EvidenceArtist
from secondunit.film.generation.scoring.expected import Shown
from secondunit.film.generation.scoring.model import Aspect, EvidenceMark, Fault, Score


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def score(*faults: Fault, aspect: Aspect = Aspect.WARDROBE) -> Score:
    mark = EvidenceMark(
        frame=8, box=(0.2, 0.3, 0.4, 0.6), expected="torso", came="another colour",
        expected_colour=(180, 40, 40), came_colour=(30, 200, 90), wrong=bool(faults),
    )  # fmt: skip
    return Score(aspect=aspect, value=0.2, said="another colour", faults=faults, marks=(mark,))


def test_what_is_wrong_is_boxed_in_red_with_both_colours() -> None:
    shown = Shown(frame=8, picture=take_of())
    drawn = pixels(EvidenceArtist().overlay(score(Fault.WARDROBE), frame_of(), shown))
    assert (np.abs(drawn - (214, 48, 38)).sum(axis=2) < 6).sum() > 800
    assert (np.abs(drawn - (30, 200, 90)).sum(axis=2) < 6).sum() > 100
    right = pixels(EvidenceArtist().overlay(score(), frame_of(), shown))
    assert (np.abs(right - (214, 48, 38)).sum(axis=2) < 6).sum() == 0


def test_framing_shows_the_outlines_as_they_were_asked() -> None:
    shown = Shown(frame=8, picture=take_of())
    drawn = pixels(EvidenceArtist().overlay(score(aspect=Aspect.FRAMING), frame_of(), shown))
    assert (np.abs(drawn - (0, 200, 230)).sum(axis=2) < 6).sum() > 500


def test_the_same_evidence_gives_the_same_bytes_and_strips_lie_side_by_side() -> None:
    artist, shown = EvidenceArtist(), Shown(frame=8, picture=take_of())
    assert artist.overlay(score(), frame_of(), shown) == artist.overlay(score(), frame_of(), shown)
    assert pixels(artist.strip([take_of(), take_of()])).shape[1] == 960
    assert pixels(artist.strip([])).size
