from secondunit.film.call_sheet.model import TO_FILL, Cited, Source, SourceKind


def test_what_is_to_be_filled_in_is_missing_and_nothing_else() -> None:
    source = Source(kind=SourceKind.DATA, ref="call_sheet.toml#base.name")
    assert Cited(text=TO_FILL, source=source).missing
    assert not Cited(text="Rye", source=source).missing
