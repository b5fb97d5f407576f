from dataclasses import replace

from tests.film.generation.builder import make_order, make_request, make_shot

from secondunit.core.ids import Digest
from secondunit.film.generation.bible import Bible, Character, Handle, Reference
from secondunit.film.shots.model import Build, Figure, PanelRequest
from secondunit.pipeline.ordering.casting import UNCAST, Casting, likenesses_in

FRONT = Reference(file="mina.png", sha256=Digest("a" * 64), owner="holder-mina", consent="c1")
BACK = replace(FRONT, file="mina-2.png", sha256=Digest("b" * 64), days=(2,))
MINA = Character(
    name="MINA",
    words="a girl of nine",
    reference=(FRONT, BACK),
    handles={"comfyui": Handle(name="mina9")},
)
BIBLE = Bible(character=(MINA,))


def _with_mina() -> PanelRequest:
    figure = Figure(
        name="MINA",
        build=Build.CHILD,
        height=1.3,
        colour=(1, 2, 3),
        accent=(1, 2, 3),
        hair=(0, 0, 0),
        silhouette="bun",
    )
    return replace(make_request(make_shot("1A")), figures=(figure,))


def test_only_pictures_that_may_be_used_and_fit_the_day_are_handed_over() -> None:
    casting = Casting(bible=BIBLE, keep=lambda reference: reference.sha256)
    assert casting.pictures(["MINA"], 1, "runway") == (FRONT.sha256,)
    assert casting.pictures(["MINA"], 2, "runway") == (FRONT.sha256, BACK.sha256)
    revoked = Casting(bible=BIBLE, keep=lambda _reference: None)
    assert revoked.pictures(["MINA"], 2, "runway") == ()
    assert UNCAST.pictures(["MINA"], 2, "runway") == ()


def test_a_likeness_is_named_where_its_picture_or_its_trained_word_is_sent() -> None:
    order = replace(make_order("1A"), spec=_with_mina(), provider="comfyui")
    assert likenesses_in(BIBLE, order) == ()
    assert likenesses_in(BIBLE, replace(order, references=(FRONT.sha256,))) == ("holder-mina",)
    assert likenesses_in(BIBLE, replace(order, prompt="mina9, standing")) == ("holder-mina",)
    elsewhere = replace(order, spec=make_request(make_shot("1A")), references=(FRONT.sha256,))
    assert likenesses_in(BIBLE, elsewhere) == ()


def test_people_are_described_as_the_bible_says() -> None:
    casting = Casting(bible=BIBLE, keep=lambda _reference: None)
    (said,) = casting.people(1)
    assert (said.figure, said.words, said.handles) == (
        "MINA",
        "a girl of nine",
        {"comfyui": "mina9"},
    )
