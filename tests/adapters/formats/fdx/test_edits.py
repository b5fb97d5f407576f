from secondunit.adapters.formats.fdx.edits import Edits


def test_what_is_not_named_stays_byte_for_byte() -> None:
    edits = Edits(b"one two three", "utf-8")
    edits.put(4, 7, "2")
    edits.put(13, 13, "!")
    assert edits.apply() == b"one 2 three!"
    assert edits.apply(4, 13) == b"2 three!"


def test_a_larger_change_swallows_those_inside_it() -> None:
    edits = Edits(b"one two three", "utf-8")
    edits.put(4, 7, "2")
    edits.put(3, 7, "")
    assert edits.apply() == b"one three"


def test_additions_at_one_place_keep_their_order_and_stand_before_a_change_there() -> None:
    edits = Edits(b"ac", "utf-8")
    edits.put(1, 2, "C")
    edits.put(1, 1, "b1")
    edits.put(1, 1, "b2")
    assert edits.apply() == b"ab1b2C"


def test_markup_goes_in_in_the_encoding_of_the_file() -> None:
    edits = Edits("<a>é</a>".encode("utf-16-le"), "utf-16-le")
    edits.put(6, 8, "ö")
    assert edits.apply().decode("utf-16-le") == "<a>ö</a>"
    narrow = Edits(b"<a></a>", "us-ascii")
    narrow.put(3, 3, "ö")
    assert narrow.apply() == b"<a>&#246;</a>"
