from hypothesis import given
from hypothesis import strategies as st
from tests.adapters.formats.fdx.whole_script import find, read, reword, said, whole_file

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.adapters.formats.fdx.retouch import find_changes, follow, reword_runs

DATA = whole_file()
SCRIPT = read(DATA)
WORDS = st.lists(st.sampled_from(["he", "runs", " ", ".", "a&b"]), max_size=12).map("".join)


@given(WORDS, WORDS, st.integers(0, 12))
def test_changes_make_one_text_the_other_however_it_is_cut_into_runs(
    old: str, new: str, cut: int
) -> None:
    runs = [old[:cut], old[cut:]]
    assert "".join(reword_runs(runs, find_changes(old, new))) == new


@given(WORDS, WORDS)
def test_the_end_of_a_text_is_followed_to_the_end_of_the_other(old: str, new: str) -> None:
    assert follow(find_changes(old, new), len(old)) == len(new)


def test_runs_tags_and_revisions_of_untouched_words_stay() -> None:
    out = FORMAT.write(reword(SCRIPT, "Oren butters the", "Tired, Oren slowly butters his"), DATA)
    assert out.losses == ()
    line = find(read(out.data), "slowly")
    assert line.data is not None
    assert [line.text[e.start : e.end] for e in line.emphasis] == ["butters", "butters"]
    assert [line.text[t.start : t.end] for t in line.data.tagged] == ["TOAST & JAM"]
    assert [line.text[r.start : r.end] for r in line.data.revised] == ["butters"]
    assert b'<Text RevisionID="1" Style="Bold+Strikeout">butters</Text>' in out.data


def test_a_word_renamed_within_a_tag_keeps_it() -> None:
    line = find(read(FORMAT.write(reword(SCRIPT, "TOAST", "BREAD"), DATA).data), "BREAD")
    assert line.data is not None
    assert [line.text[t.start : t.end] for t in line.data.tagged] == ["BREAD & JAM"]


def test_a_cue_is_changed_with_its_extension() -> None:
    changed = reword(SCRIPT, "OREN", "OLD OREN")
    out = FORMAT.write(changed, DATA).data
    assert said(read(out)) == said(changed)
    assert b"<Text>OLD OREN (V.O.)</Text>" in out


def test_words_of_a_paragraph_without_any_run_are_put_in() -> None:
    data = DATA.replace(b"<Text>OMITTED</Text>", b"")
    script = read(data)
    changed = reword(script, "OMITTED", "")
    heading = next(line for line in script.scenes[2].lines if line.number == "3")
    assert heading.text == ""
    assert said(read(FORMAT.write(changed, data).data)) == said(script)
