from secondunit.adapters.passwords import Argon2Passwords


def test_a_password_fits_what_was_kept_of_it_and_no_other_does() -> None:
    passwords = Argon2Passwords()
    kept = passwords.hash("a long way down the causeway")
    assert kept.startswith("$argon2id$")
    assert passwords.fits(kept, "a long way down the causeway")
    assert not passwords.fits(kept, "a long way down the Causeway")
    assert not passwords.fits("no hash", "anything")


def test_no_two_secrets_are_alike() -> None:
    passwords = Argon2Passwords()
    assert len({passwords.secret() for _ in range(100)}) == 100
