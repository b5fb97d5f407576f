import numpy as np
from tests.adapters.render.builder import BACK, camera, mark, request, room
from tests.adapters.render.passes.builder import asked

from secondunit.adapters.render.mesh import Floats
from secondunit.adapters.render.passes.flow import forward_flow
from secondunit.adapters.render.passes.moment import cast_moment, stand_at
from secondunit.adapters.render.staged.shot import Staged
from secondunit.film.shots.model import Move, PanelRequest


def flow_of(panel: PanelRequest, frame: int = 12) -> tuple[Floats, np.ndarray]:
    staged, wanted = Staged(panel), asked(panel, duration=25)
    moment = cast_moment(stand_at(staged, wanted, frame))
    figure = moment.stand.scene.parts.figure[moment.samples.part] & (moment.samples.part >= 0)
    return forward_flow(moment, stand_at(staged, wanted, frame + 1)), figure


def test_nothing_flows_where_nothing_moves() -> None:
    flow, _ = flow_of(request(mark(), plan=room(BACK)))
    assert np.abs(flow).max() < 1e-3


def test_a_pan_to_the_right_moves_the_sky_and_the_wall_to_the_left() -> None:
    keys = (camera((0, 1.4, 5), (-0.5, 1.4, 0)), camera((0, 1.4, 5), (0.5, 1.4, 0)))
    flow, _ = flow_of(request(plan=room(BACK), keys=keys, move=Move.PAN))
    assert (flow[..., 0] < -1).all()
    assert np.abs(flow[90, :, 1]).max() < 0.5


def test_a_push_in_flows_outward() -> None:
    keys = (camera((0, 1.4, 6), (0, 1.4, 0)), camera((0, 1.4, 3), (0, 1.4, 0)))
    flow, _ = flow_of(request(plan=room(BACK), keys=keys, move=Move.PUSH_IN))
    assert flow[90, 40, 0] < -0.3
    assert flow[90, 280, 0] > 0.3


def test_a_walker_flows_and_the_set_behind_does_not() -> None:
    flow, figure = flow_of(request(mark(at=(-1, 0, 0), to=(1, 0, 0)), plan=room(BACK)))
    assert np.median(flow[figure][:, 0]) > 1
    assert np.abs(flow[~figure]).max() < 1e-3


def test_after_the_last_frame_nothing_flows() -> None:
    flow, _ = flow_of(request(mark(at=(-1, 0, 0), to=(1, 0, 0))), frame=24)
    assert np.abs(flow).max() < 1e-3
