from collections import Counter

from secondunit.film.screenplay.plain.places import find_places

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
