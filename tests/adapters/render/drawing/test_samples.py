import numpy as np
from tests.adapters.render.builder import BACK, mark, request, room
from tests.adapters.render.passes.builder import moment_of

from secondunit.adapters.render.casting.tracer import CORNERS
from secondunit.adapters.render.drawing.samples import fine_grid, part_of


def test_every_pixel_stands_once_by_its_centre_or_by_its_fine_samples() -> None:
    samples = moment_of(request(mark())).samples
    both = np.concatenate([samples.plain, samples.fine])
    assert np.array_equal(np.sort(both), np.arange(samples.part.size))
    rays, hits = samples.standing()
    assert len(rays) == len(hits.face) == len(samples.plain) + len(CORNERS) * len(samples.fine)


def test_distances_are_metres_along_the_axis_and_not_along_the_ray() -> None:
    samples = moment_of(request(plan=room(BACK))).samples
    wall = samples.depth[40:80, 100:220]
    assert np.allclose(wall, samples.depth[60, 160], rtol=0.1)
    assert np.ptp(moment_of(request(plan=room(BACK))).samples.depth[60, 100:220]) < 0.01


def test_fine_samples_lie_where_they_were_taken() -> None:
    moment = moment_of(request(mark()))
    samples, scene = moment.samples, moment.stand.scene
    big = fine_grid(samples, samples.part, part_of(scene, samples.fine_hits))
    assert big.shape == (2 * samples.part.shape[0], 2 * samples.part.shape[1])
    row, column = divmod(int(samples.plain[0]), samples.part.shape[1])
    assert (
        big[2 * row : 2 * row + 2, 2 * column : 2 * column + 2] == samples.part[row, column]
    ).all()
