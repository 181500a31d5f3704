"""Who may speak to the studio: tried from outside, as an attacker would."""

import pytest

TOKEN = "a-token-of-24-characters"  # noqa: S105


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "testserver.evil", "[::2]:80"])
def test_another_host_name_is_refused(studio, host):
    answer = studio.get("/api/health", headers={"host": host})
    assert (answer.status_code, answer.json()["code"]) == (403, "E908")


@pytest.mark.parametrize("host", ["localhost:8017", "127.0.0.1", "testserver:99"])
def test_its_own_host_names_are_served_on_any_port(studio, host):
    assert studio.get("/api/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://testserver:81"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_may_not_change_anything(studio, headers):
    answer = studio.post("/api/scenarios", json={"id": "stolen"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "E908")
    assert "stolen" not in [one["id"] for one in studio.get("/api/scenarios").json()["scenarios"]]


def test_a_form_of_another_site_is_no_json(studio):
    answer = studio.post("/api/scenarios", content='{"id": "x"}', headers={"content-type": "text/plain"})
    assert answer.status_code == 415


def test_every_answer_forbids_what_the_page_does_not_need(studio):
    for path in ("/api/health", "/api/nothing", "/api/experiments/zzz"):
        policy = studio.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe-eval" not in policy
        assert studio.get(path).headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("how", [{}, {"headers": {"authorization": "Bearer wrong"}}, {"params": {"token": TOKEN}}])
def test_without_the_token_nothing_is_answered(guarded, how):
    answer = guarded.get("/api/experiments", **how)
    assert (answer.status_code, answer.json()["code"]) == (401, "E909")


def test_the_token_opens_it_in_a_header_or_after_the_first_visit(guarded):
    assert guarded.get("/api/health", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    first = guarded.get("/", params={"token": TOKEN}, follow_redirects=False)
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert guarded.get("/api/health").status_code == 200  # the client keeps the cookie


@pytest.mark.parametrize("body", [b"x" * 5_000_000, b'{"files": {"a.yaml": "' + b"y" * 4_500_000 + b'"}}'])
def test_a_body_that_is_too_large_is_refused(studio, body):
    answer = studio.post(
        "/api/scenarios/kremlin-call/check", content=body, headers={"content-type": "application/json"}
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "E102")


def test_a_body_that_hides_its_size_is_cut_off(studio):
    def parts():
        for _ in range(60):
            yield b" " * 100_000

    answer = studio.post(
        "/api/scenarios/kremlin-call/check", content=parts(), headers={"content-type": "application/json"}
    )
    assert answer.status_code == 413
