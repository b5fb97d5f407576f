from secondunit.adapters.formats.fdx.spans import Source, narrow

MARKUP = '<a x="1 > 0"><Text/><b>é𝄞</b ></a>'


def test_elements_end_where_their_tags_do_whatever_their_attributes_hold() -> None:
    source = Source(MARKUP.encode())
    opening = source.start_tag(0)
    assert MARKUP.encode()[:opening] == b'<a x="1 > 0">'
    start = source.find("<b", opening, len(MARKUP.encode()))
    end = source.end_of(start, "b")
    assert MARKUP.encode()[start:end].decode() == "<b>é𝄞</b >"
    assert source.end_of(opening, "Text") == opening + len("<Text/>")


def test_the_same_is_found_in_utf_16() -> None:
    for codec in ("utf-16-le", "utf-16-be"):
        data = MARKUP.encode(codec)
        source = Source(data)
        start = source.find("<b", 0, len(data))
        assert data[start : source.end_of(start, "b")].decode(codec) == "<b>é𝄞</b >"
        assert narrow(data)[0] == 2
