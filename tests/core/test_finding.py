from secondunit.core.finding import Finding, Severity, blocking


def test_only_errors_block() -> None:
    found = [Finding(severity=severity, rule="r", where="w", message="m") for severity in Severity]
    assert [finding.severity for finding in blocking(found)] == [Severity.ERROR]
