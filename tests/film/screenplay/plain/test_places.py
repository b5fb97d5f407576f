from collections import Counter

from secondunit.film.screenplay.plain.places import find_places, is_bare_name

NOBODY: Counter[str] = Counter()
PLACES = find_places(
    ["INT. BELL HOUSE - ROPE LOFT - DAY", "EXT. QUAY - NIGHT", "INT. JUDE'S VAN - DAY"],
    Counter({"JUDE": 9}),
)


def test_a_place_of_another_heading_counts_more_than_any_place() -> None:
    assert PLACES.score("QUAY", NOBODY) > PLACES.score("FERRY", NOBODY) > 0
    assert PLACES.score("BACK TO THE QUAY", NOBODY) > PLACES.score("QUAY", NOBODY)


def test_the_name_of_who_speaks_is_no_place() -> None:
    assert PLACES.score("JUDE", Counter({"JUDE": 9})) < 0
    assert "JUDE" not in PLACES.words


def test_what_is_seen_is_no_place() -> None:
    for seen in ("A ROCKET.", "RUN!", "HIS HAND", "SHE IS GONE"):
        assert PLACES.score(seen, NOBODY) < 0, seen


def test_the_head_of_a_name_tells_the_kind_of_place() -> None:
    none = find_places([], NOBODY)
    assert none.score("GRAMMAR SCHOOL", NOBODY) > none.score("SCHOOL RULES", NOBODY) > 0


def test_a_kind_of_place_that_says_no_more_is_one_more_surely() -> None:
    none = find_places([], NOBODY)
    bare = none.score("LIVING ROOM", NOBODY)
    for more in ("A LIVING ROOM", "SMASHING THE ROOM.", "SFX: ROOM", "THE ROOM!"):
        assert none.score(more, NOBODY) < bare - 3, more


def test_a_number_or_a_letter_tells_which_of_its_kind() -> None:
    none = find_places([], NOBODY)
    for which in ("EXAM ROOM #1", "EXAM ROOM 12", "EXAM ROOM \u201cA\u201d", "EXAM ROOM B"):
        assert none.score(which, NOBODY) == none.score("EXAM ROOM", NOBODY), which


def test_a_compound_is_of_the_kind_that_it_ends_in() -> None:
    none = find_places([], NOBODY)
    assert none.score("SAILSHOP", NOBODY) == none.score("SHOP", NOBODY)


def test_two_owners_of_a_room_do_not_make_it_a_deed() -> None:
    none = find_places([], NOBODY)
    room = none.score("OREN AND JUDE'S KITCHEN", NOBODY)
    assert room > none.score("OREN AND JUDE RUN", NOBODY) + 4


def test_cards_and_notices_name_nothing() -> None:
    for card in ("SCENE B", "END ACT TWO", "MAIN TITLES", "VARIOUS SHOTS", "MUSIC CUE: A BELL"):
        assert not is_bare_name(card), card
    assert is_bare_name("JUDE'S VAN")
