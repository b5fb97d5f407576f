from secondunit.film.rights.permit import Policy, Transfer, check_transfer


def _transfer(*, leaves: bool, trains: bool) -> Transfer:
    return Transfer(
        subject="shot 1A", provider="cloud", leaves_the_machine=leaves, trains_on_inputs=trains
    )


def test_what_stays_on_the_machine_may_go_on() -> None:
    assert check_transfer(_transfer(leaves=False, trains=False), Policy()) == ()


def test_nothing_leaves_unless_the_production_says_so() -> None:
    denied = check_transfer(_transfer(leaves=True, trains=False), Policy())
    assert [finding.rule for finding in denied] == ["rights.egress"]
    allowed = Policy(providers_outside=("cloud",))
    assert check_transfer(_transfer(leaves=True, trains=False), allowed) == ()


def test_nothing_goes_to_a_provider_that_learns_from_it_even_when_allowed() -> None:
    allowed = Policy(providers_outside=("cloud",))
    denied = check_transfer(_transfer(leaves=True, trains=True), allowed)
    assert [finding.rule for finding in denied] == ["rights.R01"]
