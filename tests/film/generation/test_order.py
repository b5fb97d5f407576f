from dataclasses import replace

from tests.film.generation.builder import CAMERA, make_board, make_provider, make_request, make_shot

from secondunit.core.ids import Digest
from secondunit.film.generation.model import Capabilities, Control
from secondunit.film.generation.order import CONTROLS, STAGE, OrderInputs, seed_of
from secondunit.film.rights.permit import Policy
from secondunit.film.shots.model import Move


def _inputs(provider: Capabilities, *, frames: int = 48) -> OrderInputs:
    shots = (make_shot("1A", frames=frames), make_shot("1B"))
    return OrderInputs(
        shots=shots,
        requests=tuple(make_request(shot) for shot in shots),
        boards=(),
        provider=provider,
        policy=Policy(),
    )


ELSEWHERE = replace(CAMERA, eye=(2.0, 1.5, 4.0))


def test_every_shot_gets_one_order_that_names_what_must_be_honoured() -> None:
    proposal = STAGE.propose(_inputs(make_provider()), ())
    assert [item.fact.number for item in proposal.items] == ["1A", "1B"]
    assert proposal.items[0].fact.controls == CONTROLS
    assert proposal.findings == ()


def test_a_shot_that_does_not_move_opens_on_its_board() -> None:
    inputs = _inputs(make_provider())
    board = make_board(inputs.shots[0])
    order = STAGE.propose(replace(inputs, boards=(board,)), ()).items[0].fact
    assert order.controls == (*CONTROLS, Control.FIRST_FRAME)
    assert order.first_frame == board.media.digest
    assert order.media() == (board.media.digest,)


def test_a_board_with_arrows_is_no_first_frame_and_nor_is_one_nobody_takes() -> None:
    inputs = _inputs(make_provider())
    boards = (make_board(inputs.shots[0]),)
    moving = tuple(replace(request, move=Move.HANDHELD) for request in inputs.requests)
    deaf = make_provider(controls=CONTROLS)
    for asked in (replace(inputs, requests=moving), replace(inputs, provider=deaf)):
        order = STAGE.propose(replace(asked, boards=boards), ()).items[0].fact
        assert order.controls == CONTROLS
        assert order.media() == ()


def test_a_shot_that_moves_follows_its_boards_move_where_the_provider_can() -> None:
    inputs = _inputs(make_provider())
    board = make_board(inputs.shots[0])
    board = replace(board, clip=replace(board.media, digest=Digest("move")))
    moving = tuple(
        replace(request, move=Move.HANDHELD, camera=(*request.camera, ELSEWHERE))
        for request in inputs.requests
    )
    for controls, media in ((tuple(Control), (Digest("move"),)), (CONTROLS, ())):
        asked = replace(
            inputs, requests=moving, boards=(board,), provider=make_provider(controls=controls)
        )
        order = STAGE.propose(asked, ()).items[0].fact
        assert order.media() == media
        assert (Control.DRIVING_CLIP in order.controls) is bool(media)


def test_an_unsupported_control_is_refused_and_never_dropped() -> None:
    proposal = STAGE.propose(_inputs(make_provider(controls=(Control.PROMPT,))), ())
    assert proposal.items == ()
    assert "camera-move" in proposal.findings[0].message


def test_a_provider_outside_is_refused_by_default() -> None:
    proposal = STAGE.propose(_inputs(make_provider(outside=True)), ())
    assert proposal.items == ()
    assert {finding.rule for finding in proposal.findings} == {"rights.egress"}


def test_a_shot_longer_than_the_provider_makes_is_a_finding_of_its_own() -> None:
    proposal = STAGE.propose(_inputs(make_provider(), frames=241), ())
    assert [item.fact.number for item in proposal.items] == ["1B"]
    assert proposal.findings[0].where == "shot 1A"


def test_seeds_differ_by_shot_and_take_and_stay_the_same() -> None:
    shot = make_shot("1A").id
    assert seed_of(shot, 1) == seed_of(shot, 1) != seed_of(shot, 2)
    assert 0 <= seed_of(shot, 1) < 2**31
