from tests.film.shots.exchange.lists import compare, exported


def test_what_is_written_reads_back_as_what_stands() -> None:
    compared = compare(exported())
    assert compared.same == len(exported()) - 1
    assert (compared.changes, compared.new, compared.missing) == ((), (), ())
