from secondunit.core.ids import read_json
from secondunit.core.text_ask import KIND, TextRequest, ask_text

QUESTION = TextRequest(
    key="k", model="m", system="s", prompt="the secret scene", shape="n", schema="{}", most_tokens=9
)


def test_a_stage_can_do_without_the_answer_of_a_text_model() -> None:
    asked = ask_text("Sc. 1", QUESTION)
    assert asked.optional
    assert (asked.kind, asked.subject) == (KIND, "Sc. 1")
    assert read_json(asked.body, TextRequest) == QUESTION


def test_what_is_asked_is_in_no_subject_that_a_log_could_show() -> None:
    assert "secret" not in ask_text("Sc. 1", QUESTION).subject
