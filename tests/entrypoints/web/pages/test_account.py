from collections.abc import Callable

from starlette.testclient import TestClient
from tests.entrypoints.web.conftest import PASSWORD, WELCOME

from secondunit.bootstrap.house import House
from secondunit.entrypoints.web.visitor import COOKIE, later, person_id, token_of
from secondunit.ports.people import Invite

ANA = {"name": "Ana Ruiz", "email": "ana@studio.example", "password": PASSWORD}


def _invite(house: House, *, hours: int = 72) -> str:
    secret = house.passwords.secret()
    now = house.clock.now()
    house.people.add_invite(
        Invite(
            token=token_of(secret),
            email="kim@studio.example",
            title="night-bell",
            role="director",
            by="somebody",
            at=now,
            expires_at=later(now, hours=hours),
        )
    )
    return secret


def test_the_first_visit_makes_the_owner_once(browser: TestClient, house: House) -> None:
    assert browser.post("/welcome", data={"key": "guessed", **ANA}).status_code == 403
    answer = browser.post("/welcome", data={"key": WELCOME, **ANA})
    assert answer.status_code == 303
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "samesite=lax" in answer.headers["set-cookie"].lower()
    assert browser.get("/").text.count('class="card"') == 2
    assert browser.get(f"/welcome?key={WELCOME}").status_code == 404
    assert PASSWORD.encode() not in (house.shelf / "studio.db").read_bytes()


def test_a_wrong_password_and_an_unknown_address_read_alike(
    browser: TestClient, enter: Callable[..., TestClient]
) -> None:
    enter("director")
    wrong = browser.post("/sign-in", data={"email": ANA["email"], "password": "x" * 20})
    unknown = browser.post("/sign-in", data={"email": "no@body.example", "password": "x" * 20})
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.text == unknown.text


def test_signing_in_goes_only_to_pages_of_ours(
    browser: TestClient, enter: Callable[..., TestClient]
) -> None:
    enter("director")
    for asked in ("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"):
        data = {"email": ANA["email"], "password": PASSWORD, "next": asked}
        assert browser.post("/sign-in", data=data).headers["location"] == "/"
    data = {"email": ANA["email"], "password": PASSWORD, "next": "/t/night-bell"}
    assert browser.post("/sign-in", data=data).headers["location"] == "/t/night-bell"


def test_signing_out_ends_the_session_everywhere_its_cookie_is(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str]
) -> None:
    client = enter("director")
    secret = client.cookies[COOKIE]
    client.post("/sign-out", data={"csrf": csrf(client)})
    client.cookies.set(COOKIE, secret)
    assert client.get("/").status_code == 303


def test_an_invitation_is_good_once_for_its_address_and_its_role(
    browser: TestClient, house: House
) -> None:
    secret = _invite(house)
    assert "kim@studio.example" in browser.get(f"/invitation/{secret}").text
    data = {"name": "Kim Oduya", "password": PASSWORD}
    assert browser.post(f"/invitation/{secret}", data=data).headers["location"] == "/t/night-bell"
    kim = person_id("kim@studio.example")
    assert [each.role for each in house.people.memberships(kim)] == ["director"]
    assert browser.get(f"/invitation/{secret}").status_code == 404
    assert browser.post(f"/invitation/{secret}", data=data).status_code == 404


def test_an_invitation_that_lapsed_lets_nobody_in(browser: TestClient, house: House) -> None:
    secret = _invite(house, hours=-1)
    data = {"name": "Kim Oduya", "password": PASSWORD}
    assert browser.post(f"/invitation/{secret}", data=data).status_code == 404
    assert house.people.count() == 0


def test_an_invitation_to_somebody_with_an_account_asks_for_their_password(
    browser: TestClient, house: House, enter: Callable[..., TestClient]
) -> None:
    enter("guest", name="Kim Oduya")
    secret = _invite(house)
    assert browser.post(f"/invitation/{secret}", data={"password": "x" * 20}).status_code == 422
    assert browser.post(f"/invitation/{secret}", data={"password": PASSWORD}).status_code == 303


def test_a_person_ends_their_own_sessions_and_nobody_elses(
    house: House, enter: Callable[..., TestClient], csrf: Callable[[TestClient], str]
) -> None:
    kim, ana = enter("guest", name="Kim Oduya"), enter("director")
    kims = house.people.sessions(person_id("kim@studio.example"))[0].token
    ana.post("/account/sessions/end", data={"csrf": csrf(ana), "token": kims})
    assert kim.get("/account").status_code == 200


def test_the_interface_changes_its_language_with_the_account(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str]
) -> None:
    client = enter("director")
    data = {"csrf": csrf(client), "name": "Ana Ruiz"}
    assert client.post("/account", data={**data, "language": "xx"}).status_code == 422
    client.post("/account", data={**data, "language": "fr"})
    assert '<html lang="fr">' in client.get("/").text
