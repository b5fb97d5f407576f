from dataclasses import replace

from tests.film.generation.builder import CAMERA, make_board, make_provider, make_request, make_shot

from secondunit.adapters.tables import PackagedTables
from secondunit.core.ids import Digest, digest
from secondunit.film.generation.ladder import Material
from secondunit.film.generation.model import (
    Capabilities,
    Control,
    Lifecycle,
    LifeStage,
    Rung,
)
from secondunit.film.generation.order import (
    CONTROLS,
    STAGE,
    OrderInputs,
    Wish,
    place_order,
    seed_of,
)
from secondunit.film.generation.phrases import FILE, read_phrases
from secondunit.film.rights.permit import Policy
from secondunit.film.shots.model import Move, ShotSpec

PHRASES = read_phrases(PackagedTables().fetch_table(FILE))


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
    assert proposal.items[0].fact.controls == (*CONTROLS, Control.SEED)
    assert proposal.items[0].fact.concessions == ()
    assert proposal.findings == ()


def test_a_shot_that_does_not_move_opens_on_its_board() -> None:
    inputs = _inputs(make_provider())
    board = make_board(inputs.shots[0])
    order = STAGE.propose(replace(inputs, boards=(board,)), ()).items[0].fact
    assert order.controls == (*CONTROLS, Control.FIRST_FRAME, Control.SEED)
    assert order.rung is Rung.FIRST_FRAME
    assert order.first_frame == board.media.digest
    assert order.media() == (board.media.digest,)


def test_a_board_with_arrows_is_no_first_frame_and_nor_is_one_nobody_takes() -> None:
    inputs = _inputs(make_provider())
    boards = (make_board(inputs.shots[0]),)
    moving = tuple(replace(request, move=Move.HANDHELD) for request in inputs.requests)
    deaf = make_provider(controls=CONTROLS)
    for asked in (replace(inputs, requests=moving), replace(inputs, provider=deaf)):
        order = STAGE.propose(replace(asked, boards=boards), ()).items[0].fact
        assert Control.FIRST_FRAME not in order.controls
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


LIKE_A_SERVICE = replace(
    make_provider(controls=(Control.PROMPT, Control.FIRST_FRAME)),
    model="quick",
    seconds=(5, 10),
    sizes=("1280x720", "720x1280", "960x960"),
    longest_prompt=60,
)


def _wish(shot: ShotSpec | None = None, **said: object) -> Wish:
    shot = shot or make_shot("1A")
    first = Material(first_frame=Digest("frame"))
    return replace(Wish(shot=shot, request=make_request(shot), material=first), **said)  # type: ignore[arg-type]  # fields by name


def test_what_a_service_does_not_honour_as_such_is_conceded_on_the_order() -> None:
    order, findings = place_order(_wish(phrases=PHRASES), LIKE_A_SERVICE)
    assert order is not None
    assert order.controls == (Control.FIRST_FRAME, Control.PROMPT)
    assert {each.control: each.by for each in order.concessions} == {
        Control.FRAMING: Control.FIRST_FRAME,
        Control.CAMERA_MOVE: Control.FIRST_FRAME,
        Control.BLOCKING: Control.FIRST_FRAME,
        Control.LIGHT: Control.FIRST_FRAME,
        Control.DURATION: None,
    }
    assert "5, 10 s" in next(
        each.reason for each in order.concessions if each.control is Control.DURATION
    )
    assert (order.model, order.size, order.rung) == ("quick", "1280x720", Rung.FIRST_FRAME)
    assert 0 < len(order.prompt) <= 60
    assert [finding.rule for finding in findings] == ["generation.words-left-out"]


def test_a_control_that_is_insisted_on_is_not_conceded() -> None:
    order, findings = place_order(_wish(insisted=(Control.DEPTH,)), LIKE_A_SERVICE)
    assert order is None
    assert "depth" in findings[0].message
    assert findings[0].remedy


def test_a_provider_of_words_alone_gets_words_or_nothing() -> None:
    wordy = replace(LIKE_A_SERVICE, controls=(Control.PROMPT,), longest_prompt=0)
    order, _ = place_order(_wish(phrases=PHRASES), wordy)
    assert order is not None
    assert order.rung is Rung.TEXT
    assert {each.by for each in order.concessions} == {Control.PROMPT, None}
    assert place_order(_wish(), wordy)[0] is None


def test_a_model_that_has_ended_is_refused_before_it_is_ordered() -> None:
    over = Lifecycle(stage=LifeStage.ENDED, ends_on="2026-09-30", successor="studio new")
    order, findings = place_order(_wish(), replace(LIKE_A_SERVICE, lifecycle=over))
    assert order is None
    assert findings[0].rule == "generation.model-ended"
    assert "studio new" in findings[0].remedy


def test_a_shot_longer_than_any_length_sold_is_refused() -> None:
    order, findings = place_order(_wish(make_shot("1A", frames=241)), LIKE_A_SERVICE)
    assert order is None
    assert findings[0].rule == "generation.too-long"


def test_another_take_of_the_shot_is_another_order_with_another_seed() -> None:
    first, second = (place_order(_wish(take=take), LIKE_A_SERVICE)[0] for take in (1, 2))
    assert first is not None and second is not None
    assert first.seed != second.seed
    assert digest(first) != digest(second)


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
