import pytest

from secondunit.adapters.egress.sigv4 import AwsKeys, aws_keys, sign, signed_headers
from secondunit.core.errors import NotConfigured
from secondunit.ports.gate import Outgoing

KEYS = AwsKeys(
    access="AKIDEXAMPLE",
    secret="wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
    session="",
    region="us-east-1",
)
STAMP = "20150830T123600Z"


def signature(outgoing: Outgoing) -> str:
    return sign(outgoing, "service", KEYS, STAMP)["Authorization"].rpartition("=")[2]


def test_requests_are_signed_as_the_published_test_suite_has_them() -> None:
    """Source: AWS Signature Version 4 test suite: get-vanilla, get-vanilla-query-order-key-case,
    post-vanilla."""
    plain = Outgoing(method="GET", url="https://example.amazonaws.com/")
    assert signature(plain) == "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    query = Outgoing(method="GET", url="https://example.amazonaws.com/?Param2=value2&Param1=value1")
    assert signature(query) == "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    post = Outgoing(method="POST", url="https://example.amazonaws.com/")
    assert signature(post) == "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"


def test_a_changed_body_has_another_signature() -> None:
    url = "https://bedrock-runtime.us-east-1.amazonaws.com/model/x/invoke"
    one, two = (Outgoing(method="POST", url=url, body=body) for body in (b"a", b"b"))
    assert signature(one) != signature(two)


def test_a_session_is_signed_and_the_secret_is_in_no_header() -> None:
    keys = AwsKeys(access="AK", secret="very-secret", session="token", region="eu-west-1")
    headers = sign(
        Outgoing(method="GET", url="https://s3.eu-west-1.amazonaws.com/b/k"), "s3", keys, STAMP
    )
    assert headers["x-amz-security-token"] == "token"
    assert "x-amz-security-token" in headers["Authorization"]
    assert "x-amz-content-sha256" in headers
    assert "very-secret" not in f"{headers} {keys!r}"


def test_keys_come_from_the_environment_and_the_region_from_the_host(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)
    outgoing = Outgoing(method="GET", url="https://bedrock.us-west-2.amazonaws.com/")
    with pytest.raises(NotConfigured, match="no usable key"):
        signed_headers(outgoing, "bedrock")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AK")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "very-secret")
    assert aws_keys("bedrock.us-west-2.amazonaws.com").region == "us-west-2"
    assert "/us-west-2/bedrock/" in signed_headers(outgoing, "bedrock")["Authorization"]
