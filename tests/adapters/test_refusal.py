from secondunit.adapters.decoding import decode
from secondunit.adapters.refusal import guesses, not_text, refused
from secondunit.core.finding import Severity, blocking


def test_a_refusal_names_the_file_the_rule_and_the_remedy() -> None:
    reading = refused("a.docx, line 3", "broken-xml", "it breaks off", "Save it again.")
    (finding,) = reading.findings
    assert reading.screenplay is None
    assert (finding.where, finding.rule) == ("a.docx, line 3", "screenplay.broken-xml")
    assert finding.remedy == "Save it again."
    assert blocking(reading.findings)


def test_a_file_that_is_no_text_is_told_what_it_is() -> None:
    (finding,) = not_text("a.fountain", decode(b"{\\rtf1 INT. HALL}")).findings
    assert "RTF" in finding.message


def test_a_guess_about_the_encoding_warns_and_a_sure_one_is_silent() -> None:
    (finding,) = guesses("a.fountain", decode("ÉLOÏSE".encode("cp1252")))
    assert finding.severity is Severity.WARNING
    assert guesses("a.fountain", decode("ÉLOÏSE".encode())) == ()
