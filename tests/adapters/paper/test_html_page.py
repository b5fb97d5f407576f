from secondunit.adapters.paper.html_page import html_page


def test_a_page_escapes_its_title_and_asks_for_nothing_from_outside() -> None:
    page = html_page("<b>Toast</b>", "<p>body</p>", "p{margin:0}").decode()
    assert "<title>&lt;b&gt;Toast&lt;/b&gt;</title>" in page
    assert "http" not in page
    assert "<script" not in page


def test_strips_keep_their_colours_on_the_page_and_in_print() -> None:
    page = html_page("Toast", "", "").decode()
    assert ".ext-night td{background:" in page
    assert "print-color-adjust:exact" in page
