"""Who gets in: the right host, the token, forms of this server only, nothing too large; and what binds every answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from sayso.web.safety import HEADERS, MOST_BYTES, POLICY, form_token
from tests.web.rooms import HERE, HOST, TOKEN, client_of, room_of

FORM = {"csrf": form_token(TOKEN), "text": "The ferry sails, Ada Quill said."}
POSTED = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def stranger(night: TestClient) -> TestClient:
    """The same pages, asked for by somebody who brings no token."""
    return TestClient(night.app, HERE, follow_redirects=False)


def test_another_host_is_turned_away_whatever_it_brings(night: TestClient) -> None:
    for host in ("evil.example", f"{HOST}.evil.example", "127.0.0.1", "127.0.0.1:1", "localhost", ""):
        answer = night.get("/", headers={"Host": host})
        assert answer.status_code == 421, host
        assert TOKEN not in answer.text


@pytest.mark.parametrize(
    "address", ["/", "/L/night/", "/read", "/api/ledgers", "/api/openapi.json", "/draft/x", "/nothing", "//static/x"]
)
def test_without_the_token_nothing_is_shown(stranger: TestClient, address: str) -> None:
    answer = stranger.get(HERE + address)
    assert answer.status_code == 401
    assert "locked" in answer.text
    assert "night" not in answer.text


@pytest.mark.parametrize("bearer", ["", "Bearer", "Bearer wrong", "Basic open sesame", "Bearer öpen", TOKEN[:-1]])
def test_a_wrong_bearer_does_not_open(stranger: TestClient, bearer: str) -> None:
    answer = stranger.get("/", headers={b"Authorization": bearer.encode("latin-1")})
    assert answer.status_code == 401


def test_a_program_opens_with_a_bearer(stranger: TestClient) -> None:
    assert stranger.get("/api/ledgers", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


@pytest.mark.parametrize("path", ["/static/../L/night/", "/static/%2e%2e/L/night/", "/static//etc/passwd"])
def test_the_package_s_own_files_open_nothing_else(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code in (401, 404)
    assert "Ada Quill" not in answer.text


def test_the_package_s_own_files_need_no_token(stranger: TestClient) -> None:
    assert stranger.get("/static/house.css").status_code == 200


def test_the_token_in_the_address_becomes_a_cookie_and_leaves_the_address(stranger: TestClient) -> None:
    answer = stranger.get("/L/night/search", params={"q": "a&b", "token": TOKEN, "does": ""})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/L/night/search?q=a%26b&does="
    cookie = answer.headers["set-cookie"]
    assert all(word in cookie.lower() for word in ("httponly", "samesite=strict", "path=/"))
    assert stranger.get("/L/night/").status_code == 200


@pytest.mark.parametrize(
    "path", ["//evil.example", "//evil.example/x", "/%2F/evil.example", "/%5Cevil.example", "/\\evil.example", "///e.e"]
)
def test_the_token_never_leads_to_another_host(stranger: TestClient, path: str) -> None:
    answer = stranger.get(f"{HERE}{path}?token=open%20sesame")
    place = answer.headers.get("location", "/")
    assert place.startswith("/")
    assert not place.startswith(("//", "/\\"))


def test_a_wrong_token_in_the_address_sets_no_cookie(stranger: TestClient) -> None:
    answer = stranger.get("/?token=wrong")
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_a_token_in_the_address_sends_no_form(stranger: TestClient) -> None:
    assert stranger.post(f"/read?token={TOKEN}", data=FORM).status_code == 401


@pytest.mark.parametrize("origin", ["http://evil.example", "null", f"http://{HOST}.evil.example", "http://127.0.0.1"])
def test_a_form_of_another_site_is_refused(night: TestClient, origin: str) -> None:
    assert night.post("/read", data=FORM, headers={"Origin": origin}).status_code == 403


def test_a_form_of_this_site_is_taken(night: TestClient) -> None:
    assert night.post("/read", data=FORM, headers={"Origin": HERE}).status_code == 303


@pytest.mark.parametrize("csrf", [None, "", "wrong", form_token("another"), "ö", TOKEN])
def test_a_form_without_its_own_token_is_refused(night: TestClient, csrf: str | None) -> None:
    given = {"text": FORM["text"]} | ({} if csrf is None else {"csrf": csrf})
    answer = night.post("/read", data=given)
    assert answer.status_code == 403
    assert "another run of the server" in answer.text


def test_the_form_s_token_does_not_tell_the_key(night: TestClient) -> None:
    assert TOKEN not in night.get("/read").text
    assert form_token(TOKEN) in night.get("/read").text


def test_what_is_too_large_is_refused_unread(night: TestClient) -> None:
    answer = night.post("/read", content=b"", headers={"Content-Length": str(MOST_BYTES + 1)})
    assert answer.status_code == 413


def test_what_is_too_large_is_refused_even_if_it_does_not_say_so(night: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        yield b"csrf=x&text="
        for _ in range(17):
            yield b"a" * (MOST_BYTES // 16)

    answer = night.post("/read", content=parts(), headers=POSTED)
    assert "content-length" not in answer.request.headers
    assert answer.status_code == 413
    assert "This is larger than" in answer.text


@pytest.mark.parametrize("length", ["-1", "x", "", "1e9", "٣", "9" * 400])
def test_a_length_that_is_none_is_refused(night: TestClient, length: str) -> None:
    answer = night.post("/read", content=b"", headers={b"Content-Length": length.encode()})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/L/night/", 200),
        ("GET", "/api/L/night/", 200),
        ("GET", "/api/L/night/?format=csv", 200),
        ("GET", "/", 303),
        ("GET", "/nothing", 404),
        ("GET", "/api/nothing", 404),
        ("GET", "/L/night/?page=x", 422),
        ("POST", "/L/night/", 405),
        ("PUT", "/read", 405),
        ("POST", "/read", 403),
        ("GET", "/static/house.css", 200),
        ("GET", "/static/none", 404),
    ],
)
def test_every_answer_is_bound_by_the_same_headers(night: TestClient, method: str, address: str, status: int) -> None:
    answer = night.request(method, address)
    assert answer.status_code == status
    assert HEADERS.items() <= {name.title(): value for name, value in answer.headers.items()}.items() | {
        ("X-Content-Type-Options", answer.headers["x-content-type-options"])
    }
    if not address.startswith("/static/") or status != 200:
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("headers", "status"), [({"Host": "evil.example"}, 421), ({"Authorization": ""}, 401)])
def test_refusals_are_bound_too(night: TestClient, headers: dict[str, str], status: int) -> None:
    answer = night.get("/", headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"] == POLICY


def test_the_policy_lets_in_nothing_but_the_server_s_own() -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in POLICY.split(";"))
    assert rules["default-src"] == "'none'"
    assert set(rules.values()) == {"'none'", "'self'"}


def test_a_fault_of_ours_is_bound_as_well_and_shows_nothing_of_the_code(night: TestClient, path: object) -> None:
    from pathlib import Path

    assert isinstance(path, Path)
    room = room_of(path)
    with client_of(room, raise_server_exceptions=False) as client:
        room.contents = None  # type: ignore[method-assign,assignment]  # a fault that no test could find otherwise
        answer = client.get("/L/night/")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == POLICY
    assert "Traceback" not in answer.text
    assert "NoneType" not in answer.text


def test_no_page_lets_another_origin_read_it(night: TestClient) -> None:
    answer = night.get("/api/ledgers", headers={"Origin": "http://evil.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]
    asked = night.options("/api/ledgers", headers={"Access-Control-Request-Method": "GET"})
    assert not [name for name in asked.headers if name.startswith("access-control-allow")]
