from secondunit.film.rights.model import AssetClass, Denial, EgressVerdict


def test_one_denial_keeps_a_call_inside_and_a_warning_does_not() -> None:
    word = Denial(rule="R04", message="the terms have to be read again in 12 days")
    assert EgressVerdict(warnings=(word,)).allowed
    assert not EgressVerdict(denials=(word,)).allowed


def test_what_is_made_of_a_face_and_a_script_is_as_secret_as_the_face() -> None:
    assert max(AssetClass.CONFIDENTIAL, AssetClass.BIOMETRIC) is AssetClass.BIOMETRIC
