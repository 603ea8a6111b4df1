"""Hosts are asked politely, followed where they lead, and never inside a private network."""

import socket
from itertools import pairwise

import pytest
from fingerpost.linking import Manners, Outcome, ask_all
from fingerpost.linking.asking import USER_AGENT

QUICK = Manners(pause=0, patience=1, intranet=True)


def ask(url, manners=QUICK):
    (reply,) = ask_all([url], manners)
    return reply


@pytest.mark.parametrize(
    ("path", "outcome", "words"),
    [
        ("/good", Outcome.GOOD, "answers"),
        ("/missing", Outcome.FAILED, "the page is not there (404)"),
        ("/gone", Outcome.FAILED, "the page is not there (410)"),
        ("/broken", Outcome.FAILED, "answers with a fault (500)"),
        ("/people-only", Outcome.UNSURE, "answers people only (403)"),
        ("/too-often", Outcome.UNSURE, "answers people only (429)"),
        ("/slow", Outcome.FAILED, "did not answer in time"),
        ("/nonsense", Outcome.FAILED, "answers in a way that no browser understands"),
        ("/round", Outcome.FAILED, "leads from page to page for ever"),
    ],
)
def test_what_a_host_answers_is_told_in_words(web, path, outcome, words):
    reply = ask(web.url(path))

    assert (reply.outcome, reply.words) == (outcome, words)


def test_a_host_that_refuses_to_be_asked_for_the_head_is_asked_for_the_page(web):
    assert ask(web.url("/no-head")).outcome is Outcome.GOOD
    assert web.paths() == [("HEAD", "/no-head"), ("GET", "/no-head")]


@pytest.mark.parametrize("path", ["/moved", "/moved-twice"])
def test_a_page_that_moved_for_good_names_its_new_address(web, path):
    reply = ask(web.url(path))

    assert (reply.outcome, reply.moved_to) == (Outcome.GOOD, web.url("/good"))


def test_a_page_that_is_elsewhere_for_now_keeps_its_address(web):
    reply = ask(web.url("/for-now"))

    assert (reply.moved_to, reply.leads_to) == ("", web.url("/good"))


def test_only_the_part_of_the_way_that_is_for_good_becomes_the_new_address(web):
    assert ask(web.url("/first-for-good")).moved_to == web.url("/for-now")
    assert ask(web.url("/for-now-then-good")).moved_to == ""


def test_a_page_that_became_a_front_page_is_to_be_looked_at(web):
    assert "look whether the page is still there" in ask(web.url("/old/page")).words


def test_an_address_that_leads_to_a_page_that_is_not_there_has_not_moved(web):
    reply = ask(web.url("/closed/page"))

    assert (reply.words, reply.moved_to) == ("the page is not there (404)", "")


def test_who_asks_says_so_and_keeps_no_cookies(web):
    ask_all([web.url("/good"), web.url("/missing")], QUICK)

    headers = [each[3] for each in web.asked]
    assert {each["User-Agent"] for each in headers} == {USER_AGENT}
    assert USER_AGENT.startswith("Fingerpost/")
    assert {f"http://{each['Host']}" for each in headers} == {web.url("")}
    assert not any("Cookie" in each for each in headers)


def test_one_host_is_asked_one_request_at_a_time_with_a_pause(web):
    pages = [web.url(path) for path in ("/good", "/missing", "/moved", "/gone")]
    ask_all(pages, Manners(pause=0.1, intranet=True))

    moments = [each[2] for each in web.asked]
    assert len(moments) == 7
    assert all(later - sooner >= 0.1 for sooner, later in pairwise(moments))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://localhost/",
        "http://10.0.0.1/admin",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://[64:ff9b::a00:1]/",
        "http://[64:ff9b:1::808:808]/",
        "http://[2002:a00:1::1]/",
        "http://[::127.0.0.1]/",
        "http://[fec0::1]/",
    ],
)
def test_a_private_network_is_never_asked(url):
    reply = ask(url, Manners(pause=0))

    assert reply.outcome is Outcome.NOT_ASKED
    assert "private network" in reply.words


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("file:///etc/hostname", "is no web address"),
        ("ftp://example.org/", "is no web address"),
        ("javascript:alert(1)", "is no web address"),
        ("https:///nowhere", "names no host"),
        ("http://me:secret@example.org/", "holds a name or a password"),
        ("http://exa mple.org:99999/", "is no web address"),
    ],
)
def test_an_odd_address_is_not_asked(url, words):
    reply = ask(url)

    assert (reply.outcome, reply.words) == (Outcome.NOT_ASKED, words)


def test_a_page_may_not_lead_to_a_file_nor_into_a_private_network(web, monkeypatch):
    assert ask(web.url("/to-a-file")).outcome is Outcome.NOT_ASKED

    from fingerpost.linking import guarding

    here = guarding._is_public
    monkeypatch.setattr(
        guarding, "_is_public", lambda number: number == "127.0.0.1" or here(number)
    )
    reply = ask(web.url("/to-the-machine-itself"), Manners(pause=0))
    assert reply.outcome is Outcome.NOT_ASKED


def test_where_no_machine_answers_it_may_be_our_own_network(nobody):
    assert ask(nobody).outcome is Outcome.UNREACHED
    assert ask("https://no-such-host.invalid/").outcome is Outcome.UNREACHED


def test_of_a_machine_with_two_numbers_one_is_enough(web, monkeypatch):
    real = socket.getaddrinfo
    nowhere = (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 9, 0, 0))
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *asked, **more: [nowhere, *real(*asked, **more)]
    )

    assert ask(web.url("/good")).outcome is Outcome.GOOD
    assert ask(web.url("/good"), Manners(pause=0)).outcome is Outcome.NOT_ASKED


def test_a_name_that_leads_inside_with_one_of_its_numbers_is_not_asked(monkeypatch):
    numbers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80))
        for number in ("192.88.99.2", "10.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: numbers)

    reply = ask("http://pages.example.org/", Manners(pause=0, patience=0.1))
    assert reply.outcome is Outcome.NOT_ASKED


def test_through_a_proxy_the_proxy_looks_names_up_and_what_is_plainly_inside_is_not_asked(
    web, monkeypatch
):
    monkeypatch.setenv("http_proxy", web.url(""))

    assert ask("http://no-such-host.invalid/page", Manners(pause=0)).outcome is Outcome.GOOD
    assert web.paths() == [("HEAD", "http://no-such-host.invalid/page")]
    for inside in ("10.0.0.1", "127.1", "intranet", "printer.local", "localhost.", "files.lan"):
        assert ask(f"http://{inside}/", Manners(pause=0)).outcome is Outcome.NOT_ASKED
    assert len(web.asked) == 1


@pytest.mark.parametrize("exempt", ["http://pages.example.org:8080", "pages.example.org:8080"])
def test_what_the_proxy_is_not_to_be_asked_for_is_never_asked_unguarded(web, monkeypatch, exempt):
    monkeypatch.setenv("http_proxy", web.url(""))
    monkeypatch.setenv("no_proxy", exempt)
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", web.server_address)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)

    page = "http://pages.example.org:8080/"
    ask(page, Manners(pause=0))

    assert web.paths() in ([], [("HEAD", page)])


def test_a_proxy_for_one_kind_of_address_leaves_the_other_guarded(web, monkeypatch):
    monkeypatch.setenv("http_proxy", web.url(""))
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)

    reply = ask("https://pages.example.org/", Manners(pause=0, patience=0.1))

    assert reply.outcome is Outcome.NOT_ASKED


def test_what_the_proxy_is_not_to_be_asked_for_is_asked_directly(web, nobody, monkeypatch):
    monkeypatch.setenv("http_proxy", nobody)
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    assert ask(web.url("/good")).outcome is Outcome.GOOD


def test_of_a_page_without_end_next_to_nothing_is_taken(web):
    reply = ask(web.url("/endless-page"))

    assert reply.outcome is Outcome.GOOD
    assert web.poured < 20_000_000  # what fits on the way, whoever takes it


def test_a_host_that_never_comes_to_an_end_of_its_answer_is_left(web):
    reply = ask(web.url("/trickle"), Manners(pause=0, patience=0.2, intranet=True))

    assert (reply.outcome, reply.words) == (Outcome.FAILED, "did not answer in time")


def test_a_way_that_is_longer_than_an_address_can_be_is_not_followed(web):
    reply = ask(web.url("/endless-way"))

    assert (reply.outcome, reply.moved_to) == (Outcome.NOT_ASKED, "")


def test_a_host_that_asks_for_rest_is_not_asked_again_at_once(web):
    ask(web.url("/too-often"))
    assert web.paths() == [("HEAD", "/too-often")]
