import pytest

from secondunit.film.rights.content import Seen, Watch, fold, has_hidden, look_through

WATCH = Watch(barred=("Project Lantern", "zq-canary-7"), people=(("ana", ("Ana Ruiz", "Anita")),))


@pytest.mark.parametrize(
    "text",
    [
        "a still from project lantern",
        "PROJECT  \n LANTERN",
        "Ｐｒｏｊｅｃｔ Ｌａｎｔｅｒｎ",
        "pro\u200bject lan\u2060tern",
        "file zq-CANARY-7.png",
    ],
)
def test_a_barred_word_is_found_however_it_is_written(text: str) -> None:
    assert look_through(text, WATCH).barred == 1


def test_a_person_is_found_by_any_name_and_only_as_a_whole_word() -> None:
    assert look_through("like ana ruiz, but older", WATCH).people == ("ana",)
    assert look_through("ANITA laughs", WATCH).people == ("ana",)
    assert look_through("banana ruizes", WATCH) == Seen()


@pytest.mark.parametrize("hidden", ["\u200b", "\u2062", "\U000e0041", "\u202e", "\U000e0101"])
def test_a_character_that_shows_nothing_is_found(hidden: str) -> None:
    assert has_hidden(f"A quiet{hidden} room.")


def test_typography_scripts_and_emoji_are_not_hidden() -> None:
    assert not has_hidden("\ufeffL’été — “naïve” 東京 👩‍🚒 می‌خواهم soft\u00adhyphen")


def test_words_are_alike_whatever_their_case_and_width() -> None:
    assert fold("Ｆｉｌｍ  X") == fold("film x")
