import pytest

from secondunit.adapters.formats.talent_matrix import read_talent
from secondunit.core.errors import InputError

PLAIN = "tiny\r\n4\r\n3\r\n\r\n1 0 1 0    1\r\n1 1 0 1\t2\r\n0 1 1 0    3\r\n\r\n1 2 3 1 \r\n"
DZN = """% a comment with = [1]
num_pieces = 4; num_players = 3;
duration = [1, 2,
  3, 1];
/* rates */ pay = [1, 2, 3];
rehearsal = array2d(1..num_players, 1..num_pieces, [
  1,0,1,0,
  1,1,0,1,
  0,1,1,0,
]);
"""


def test_a_plain_matrix_and_a_data_file_are_read_alike() -> None:
    plain, dzn = read_talent(PLAIN.encode(), "tiny.dat"), read_talent(DZN.encode(), "tiny.dzn")
    assert plain.durations == dzn.durations == (1, 2, 3, 1)
    assert plain.rates == dzn.rates == (1, 2, 3)
    assert plain.casts == dzn.casts == ((0, 1), (1, 2), (0, 2), (1,))
    assert (plain.name, dzn.name) == ("tiny", "tiny.dzn")


def test_bars_make_a_matrix_and_without_rates_everybody_is_paid_alike() -> None:
    found = read_talent(b"duration=[5,6]; m = [|true,false|1,1|];", "b.dzn")
    assert (found.rates, found.casts) == ((1, 1), ((0, 1), (1,)))


def test_a_matrix_without_a_name_takes_that_of_the_file() -> None:
    found = read_talent(b"2 1\n1 0 9\n3 4", "unnamed.dat")
    assert (found.name, found.durations, found.rates) == ("unnamed.dat", (3, 4), (9,))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "empty"),
        ("film", "line 1: the counts"),
        ("film\n4", "line 2: the counts"),
        ("film\nx\n3", "line 2: the count of scenes is “x”"),
        ("film\n0\n3\n", "line 2: 0 scenes"),
        ("film\n2\n1\n1 2 9\n3 4", "line 4: the mark of performer 1 in scene 2 is “2”"),
        ("film\n2\n1\n1 9\n3 4", "line 4: performer 1 has 2 numbers"),
        ("film\n2\n1\n1 0 9\n3 4 5", "line 5: 3 durations for 2 scenes"),
        ("film\n2\n1\n1 0 9\n3 -4", "line 5: the duration of scene 2 is “-4”"),
        ("film\n2\n1\n1 0 1.5\n3 4", "line 4: the rate of performer 1 is “1.5”"),
        ("film\n2 9\n1 0 9\n3 4", "ends after 5 of 29"),
        ("film\n2\n1\n1 0 9\n3 4\n7 7", "line 6: a number follows"),
        ("film\n99999999999999999999\n1\n", "line 2: the count of scenes"),
        ("d = [1,2];", "line 1: the matrix"),
        ("m = [|1,0|];", "line 1: the durations"),
        ("duration=[1,2];\nm = [|1,0|1|];", "line 2: 3 marks"),
        ("duration=[1,2];\npay=[1,2];\nm = [|1,0|];", "line 2: 2 rates for 1 rows"),
        ("duration=[1,2];\nm = [|1,x|];", "line 2: the mark of performer 1 in scene 2"),
        ("duration=[1,\n oh];\nm = [|1,0|];", "line 2: the duration of scene 2 is “oh”"),
        ("duration=[1,2];\n???", "line 2: “name = value;”"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, named: str) -> None:
    with pytest.raises(InputError) as caught:
        read_talent(text.encode(), "film.dat")
    assert named in caught.value.message
    assert caught.value.remedy


def test_what_is_no_text_is_said_to_be_none() -> None:
    with pytest.raises(InputError, match="not a text"):
        read_talent(b"\x89PNG\r\n\x1a\n\x00\x00", "film.dat")
