"""Sign a request as AWS asks: Signature Version 4, with the keys of the environment.

Source: AWS General Reference, "Create a signed AWS API request" (algorithm AWS4-HMAC-SHA256).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlsplit

from secondunit.core.errors import NotConfigured
from secondunit.ports.gate import Outgoing

ALGORITHM = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsKeys:
    """Credentials and region; shows none of them.

    Args:
        access: Access key id.
        secret: Secret access key.
        session: Session token, or "".
        region: AWS region.
    """

    access: str
    secret: str
    session: str
    region: str

    def __repr__(self) -> str:
        return f"AwsKeys({self.region})"


def aws_keys(host: str) -> AwsKeys:
    """Credentials from the usual environment variables; the region from the host.

    Raises:
        NotConfigured: They are not there.
    """
    access = os.environ.get("AWS_ACCESS_KEY_ID", "").strip()
    secret = os.environ.get("AWS_SECRET_ACCESS_KEY", "").strip()
    parts = host.split(".")
    named = parts[1] if len(parts) >= 4 and parts[-2:] == ["amazonaws", "com"] else ""
    region = named or os.environ.get("AWS_REGION", "").strip()
    if not access or not secret or not region:
        raise NotConfigured(
            "AWS has no usable key in the environment",
            remedy="Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION.",
        )
    session = os.environ.get("AWS_SESSION_TOKEN", "").strip()
    return AwsKeys(access=access, secret=secret, session=session, region=region)


def signed_headers(outgoing: Outgoing, service: str) -> Mapping[str, str]:
    """The headers that sign a request now.

    Raises:
        NotConfigured: There are no keys.
    """
    host = urlsplit(outgoing.url).hostname or ""
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    return sign(outgoing, service, aws_keys(host), stamp)


def sign(outgoing: Outgoing, service: str, keys: AwsKeys, stamp: str) -> Mapping[str, str]:
    """The headers that sign a request.

    Args:
        outgoing: The request.
        service: AWS service (``bedrock``).
        keys: Credentials.
        stamp: UTC time as ``20261125T180000Z``.
    """
    parts = urlsplit(outgoing.url)
    host = parts.netloc
    payload = hashlib.sha256(outgoing.body).hexdigest()
    own = {"host": host, "x-amz-date": stamp}
    if service == "s3":
        own["x-amz-content-sha256"] = payload
    if keys.session:
        own["x-amz-security-token"] = keys.session
    named = own | {
        key.lower(): " ".join(value.split())
        for key, value in outgoing.headers.items()
        if key.lower() == "content-type" or key.lower().startswith("x-amz-")
    }
    names = ";".join(sorted(named))
    canonical = "\n".join(
        [
            outgoing.method,
            _path(parts.path or "/", service),
            _query(parts.query),
            *(f"{name}:{named[name]}" for name in sorted(named)),
            "",
            names,
            payload,
        ]
    )
    scope = f"{stamp[:8]}/{keys.region}/{service}/aws4_request"
    hashed = hashlib.sha256(canonical.encode()).hexdigest()
    to_sign = "\n".join([ALGORITHM, stamp, scope, hashed])
    signature = hmac.new(_signing_key(keys, stamp[:8], service), to_sign.encode(), "sha256")
    credential = f"{ALGORITHM} Credential={keys.access}/{scope}"
    own.pop("host")
    return own | {
        "Authorization": f"{credential}, SignedHeaders={names}, Signature={signature.hexdigest()}"
    }


def _path(path: str, service: str) -> str:
    """Every service but S3 signs the path encoded once more than it is sent."""
    return path if service == "s3" else quote(path, safe="/-_.~")


def _query(query: str) -> str:
    pairs = sorted(
        (quote(key, safe="-_.~"), quote(value, safe="-_.~"))
        for key, value in parse_qsl(query, keep_blank_values=True)
    )
    return "&".join(f"{key}={value}" for key, value in pairs)


def _signing_key(keys: AwsKeys, day: str, service: str) -> bytes:
    key = f"AWS4{keys.secret}".encode()
    for part in (day, keys.region, service, "aws4_request"):
        key = hmac.new(key, part.encode(), "sha256").digest()
    return key
