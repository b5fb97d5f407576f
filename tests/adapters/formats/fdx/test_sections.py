from tests.adapters.formats.fdx.whole_script import read, whole_file


def test_what_stands_outside_the_paragraphs_is_read() -> None:
    about = read(whole_file()).data
    assert about is not None
    assert [(each.number, each.name, each.is_full) for each in about.revisions] == [
        (1, "Blue", False),
        (2, "Pink", True),
    ]
    assert (about.active_revision, about.is_revising) == (2, True)
    assert [(each.character, each.actor) for each in about.voices] == [("OREN", "Man 1")]
    assert [(each.key, each.text) for each in about.alternates] == [
        ("8", "One sugar."),
        ("9", "No sugar."),
    ]
    assert [(each.title, each.text) for each in about.beats] == [("The toast", "Burnt.")]
    assert dict(about.numbering)["NumberScheme"] == "1A"


def test_a_tag_leads_to_its_definition_and_its_category() -> None:
    about = read(whole_file()).data
    assert about is not None
    (tag,) = about.tags
    (definition,) = (each for each in about.definitions if each.key in tag.definitions)
    (category,) = (each for each in about.categories if each.key == definition.category)
    assert (tag.number, definition.label, category.name) == (7, "TOAST", "Props")


def test_the_head_of_a_page_says_what_is_filled_in() -> None:
    about = read(whole_file()).data
    assert about is not None
    assert about.header is not None
    assert (about.header.text, about.header.is_visible) == ("Blue, {Page #}.", True)
    assert about.footer is not None
    assert not about.footer.is_visible
