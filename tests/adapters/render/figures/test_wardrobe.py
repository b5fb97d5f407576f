from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.adapters.render.builder import ADA, BRAM

from secondunit.adapters.render.figures.mannequin import Posture, make_body
from secondunit.adapters.render.figures.wardrobe import outfit_of
from secondunit.adapters.render.mesh import Mesh
from secondunit.adapters.render.palette import SKIN
from secondunit.film.shots.model import Figure, Garment, Look, Pose, Region, Texture

NAVY, CREAM = (30, 40, 90), (240, 230, 210)


def wearing(*garments: Garment, injuries: tuple[Region, ...] = ()) -> Figure:
    look = Look(name="day 2", garments=garments, injuries=injuries)
    return replace(BRAM, looks=(look,))


def meshes(figure: Figure, look: str = "day 2") -> list[Mesh]:
    return list(make_body(figure, Posture(pose=Pose.STAND, look=look)).meshes)


def area(mesh: Mesh) -> float:
    corner = mesh.points[mesh.faces]
    cross = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    return float(np.linalg.norm(cross, axis=1).sum() / 2)


def test_without_a_look_a_figure_wears_its_own_colours() -> None:
    own = outfit_of(ADA, "").colours
    expected = {"torso": ADA.colour, "arms": ADA.colour, "legs": ADA.accent, "hands": SKIN}
    assert {region: own[region] for region in expected} == expected


def test_what_no_garment_covers_is_skin() -> None:
    vest = wearing(Garment(region=Region.TORSO, colour=NAVY))
    worn = outfit_of(vest, "day 2").colours
    expected = {"torso": NAVY, "arms": SKIN, "legs": SKIN, "feet": SKIN}
    assert {region: worn[region] for region in expected} == expected
    assert outfit_of(vest, "").colours["arms"] == BRAM.colour


def test_the_garment_put_on_last_is_the_one_that_shows() -> None:
    shirt = Garment(region=Region.TORSO, colour=CREAM, texture=Texture.STRIPES)
    coat = Garment(region=Region.TORSO, colour=NAVY)
    worn = outfit_of(wearing(shirt, coat), "day 2")
    assert not worn.textures
    assert worn.colours["torso"] == NAVY


@pytest.mark.parametrize("texture", [Texture.STRIPES, Texture.CHECKS])
@pytest.mark.parametrize("colour", [NAVY, CREAM])
def test_patterns_share_the_cloth_with_a_tone_that_stands_off(
    texture: Texture, colour: tuple[int, int, int]
) -> None:
    figure = wearing(Garment(region=Region.TORSO, colour=colour, texture=texture))
    jacket = [mesh for mesh in meshes(figure) if mesh.part == "jacket"]
    by = {mesh.material: area(mesh) for mesh in jacket}
    assert 0.3 < by["torso:mark"] / (by["torso"] + by["torso:mark"]) < 0.7
    plain = next(mesh for mesh in meshes(figure, "") if mesh.part == "jacket")
    assert sum(by.values()) == pytest.approx(area(plain), rel=0.02)
    worn = outfit_of(figure, "day 2").colours
    assert abs(sum(worn["torso"]) - sum(worn["torso:mark"])) > 200


def test_dots_lie_on_the_cloth() -> None:
    figure = wearing(Garment(region=Region.LEGS, colour=NAVY, texture=Texture.DOTS))
    made = meshes(figure)
    dots = next(m for m in made if m.part == "leg.l" and m.material == "legs:mark")
    leg = next(m for m in made if m.part == "leg.l" and m.material == "legs")
    assert len(dots.faces) > 100
    away = np.linalg.norm(dots.points[10::11, None] - leg.points[None], axis=2).min(axis=1)
    assert away.max() < 0.1


def test_injuries_are_bandaged_where_they_are() -> None:
    hurt = wearing(injuries=(Region.HEAD, Region.ARMS, Region.HANDS))
    bandages = {m.part for m in meshes(hurt) if m.material == "bandage"}
    assert {"bandage", "arm.r.bandage", "hand.r"} <= bandages
    assert not any("leg" in part or part.endswith(".l") for part in bandages)
    assert not any(m.material == "bandage" for m in meshes(hurt, ""))


def test_hair_can_change_with_the_look() -> None:
    dyed = replace(BRAM, looks=(Look(name="day 2", hair=(200, 30, 30)),))
    assert outfit_of(dyed, "day 2").colours["hair"] == (200, 30, 30)
    assert outfit_of(dyed, "day 2").colours["torso"] == BRAM.colour
