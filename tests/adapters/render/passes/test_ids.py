import numpy as np
from tests.adapters.render.builder import BACK, RED, camera, mark, request, room
from tests.adapters.render.passes.builder import asked, moment_of

from secondunit.adapters.render.passes.ids import Ids, find_ids, id_colours, masks
from secondunit.film.shots.model import PanelRequest

PAIR = request(mark("ADA", (-0.5, 0, 0)), mark("BRAM", (0.5, 0, 0)), plan=room(BACK))


def ids_of(panel: PanelRequest, *, names: bool = False) -> Ids:
    return find_ids(moment_of(panel), asked(panel, names=names))


def test_figures_and_pieces_have_neutral_names() -> None:
    ids = ids_of(PAIR)
    assert ids.names[:4] == ("figure-01", "figure-02", "figure-03", "figure-04")
    assert set(ids.names[4:]) == {"set-000", "set-001"}


def test_shares_of_a_pixel_add_up_and_fall_by_rank() -> None:
    ids = ids_of(PAIR)
    total = ids.coverage.sum(axis=0)
    assert set(np.unique(total)) <= {0.0, 0.25, 0.5, 0.75, 1.0}
    assert (np.diff(ids.coverage, axis=0) <= 0).all()
    assert ((ids.ids >= 0) == (ids.coverage > 0)).all()


def test_a_mask_has_soft_edges_and_holds_the_figure() -> None:
    found = dict(masks(ids_of(PAIR), ()))
    left, right = found["figure-01"], found["figure-02"]
    assert np.nonzero(left == 255)[1].mean() < 160 < np.nonzero(right == 255)[1].mean()
    assert ((left > 0) & (left < 255)).any()


def test_figures_and_set_share_out_every_pixel_that_is_no_sky() -> None:
    found = dict(masks(ids_of(PAIR), ()))
    total = np.sum([mask.astype(int) for mask in found.values()], axis=0)
    assert (np.abs(total[60:120, 60:260] - 255) <= 2).all()


def test_who_is_wanted_has_a_mask_though_nothing_is_seen() -> None:
    found = dict(masks(ids_of(PAIR), ["figure-03"]))
    assert not found["figure-03"].any()
    assert "figure-04" not in found


def test_each_figure_has_its_own_colour() -> None:
    colours = id_colours(ids_of(PAIR), asked(PAIR))
    assert (colours == RED).all(axis=2).sum() > 300
    assert len(np.unique(colours.reshape(-1, 3), axis=0)) == 3  # two figures, set


def test_a_piece_keeps_its_name_when_another_is_taken_away() -> None:
    from tests.adapters.render.builder import FRONT

    inside = request(mark(), plan=room(FRONT, BACK), keys=(camera((0, 1.4, 5.0), (0, 1.4, 0)),))
    assert "set-002" in ids_of(inside).names
    assert "set-001" not in ids_of(inside).names
