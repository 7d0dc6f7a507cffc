"""Fetching: polite to servers, and unharmed by those that misbehave. All of them run on 127.0.0.1."""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from misbehaving import MORE, PAGE, STORY, TITLE, Server, served

from rawi.errors import PageError, UsageError
from rawi.pages import addresses, sources
from rawi.pages.fetch import Fetcher, Manners, read_url, visit
from rawi.pages.visits import Visits

QUICK = Manners(delay=0, timeout=0.3, total=0.7, largest=1_000_000, backoff=0.01, allow_private=True)


@pytest.fixture(autouse=True)
def _no_waiting_in_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rawi.cli.fetch._DEFAULT", QUICK)


@pytest.fixture(name="server")
def _server() -> Iterator[Server]:
    with served() as server:
        yield server


@pytest.fixture(name="waits")
def _waits() -> list[float]:
    """The seconds that a fetcher would have waited."""
    return []


@pytest.fixture(name="fetcher")
def _fetcher(waits: list[float]) -> Fetcher:
    return Fetcher(QUICK, waits.append)


def refused(fetcher: Fetcher, url: str) -> str:
    """The one line that says why a page was not fetched, without the address that it begins with."""
    started = time.monotonic()
    with pytest.raises(PageError) as caught:
        fetcher.fetch(url)
    message = str(caught.value)
    assert "\n" not in message
    assert time.monotonic() - started < 3 * QUICK.total + 1
    return message


def test_a_page_is_fetched_and_read(server: Server, fetcher: Fetcher) -> None:
    article = read_url(f"{server.url}/a", fetcher)
    assert (article.id, article.url) == (f"{server.url}/a", f"{server.url}/a")
    assert article.paragraphs == (STORY, MORE)


def test_the_server_is_told_who_asks(server: Server) -> None:
    Fetcher(QUICK._replace(contact="desk@example.org")).fetch(f"{server.url}/a")
    _, headers, _ = server.asked[-1]
    assert headers["user-agent"].startswith("Rawi/")
    assert "desk@example.org" in headers["user-agent"]
    assert headers["host"] == server.url.removeprefix("http://")
    assert "cookie" not in headers


def test_a_zipped_page_is_unzipped(server: Server, fetcher: Fetcher) -> None:
    assert fetcher.fetch(f"{server.url}/zipped").body == PAGE.encode()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/slow", "no answer within 0.3 s"),
        ("/dripping", "not read to its end within 0.7 s"),
        ("/dripping-head", "not read to its end within 0.7 s"),
        ("/endless", "larger than 1,000,000 bytes"),
        ("/bomb", "larger than 1,000,000 bytes"),
        ("/says-huge", "larger than 1,000,000 bytes"),
        ("/says-more", "breaks the rules of HTTP"),
        ("/cut-zip", "cut off"),
        ("/brotli", "packs its pages as br"),
        ("/nonsense", "breaks the rules of HTTP"),
        ("/circle", "redirected in a circle"),
        ("/chain/9", "redirected more than 5 times"),
        ("/to-file", "no address of a page (file:///etc/passwd)"),
        ("/forbidden", "HTTP 403 (Forbidden)"),
        ("/gone", "HTTP 410 (Gone)"),
        ("/picture", "this is image/png"),
        ("/empty", "an empty page"),
    ],
)
def test_a_server_that_misbehaves_costs_one_line(server: Server, fetcher: Fetcher, path: str, said: str) -> None:
    message = refused(fetcher, f"{server.url}{path}")
    assert message.startswith(f"{server.url}{path}: ")
    assert said in message


def test_a_server_that_says_too_little_gives_what_it_said(server: Server, fetcher: Fetcher) -> None:
    assert read_url(f"{server.url}/says-less", fetcher).paragraphs == (STORY, MORE)


def test_a_refusal_is_not_asked_again(server: Server, fetcher: Fetcher) -> None:
    refused(fetcher, f"{server.url}/forbidden")
    assert server.paths() == ["/forbidden"]


def test_what_may_pass_is_asked_again_after_longer_and_longer_waits(server: Server, fetcher: Fetcher, waits: list[float]) -> None:
    server.failing["/busy/503/x"] = 2
    assert fetcher.fetch(f"{server.url}/busy/503/x").body
    assert len(server.paths()) == 3
    assert 0 < waits[0] < waits[1]


def test_a_slow_server_is_given_three_tries(server: Server, fetcher: Fetcher) -> None:
    refused(fetcher, f"{server.url}/slow")
    assert server.paths() == ["/slow"] * 3


def test_a_server_says_when_to_come_back(server: Server, fetcher: Fetcher, waits: list[float]) -> None:
    server.failing["/busy/429/7"] = 1
    assert fetcher.fetch(f"{server.url}/busy/429/7").body
    assert waits == [7.0]


def test_a_server_may_say_it_by_a_date(fetcher: Fetcher) -> None:
    from rawi.pages.fetch import _retry_after

    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert 85 < _retry_after(later) <= 90
    assert _retry_after("Wed, 12 Feb 2020 10:00:00 GMT") == 0
    assert _retry_after("soon") == 0


def test_a_server_that_wants_an_hour_is_left_alone(server: Server, fetcher: Fetcher, waits: list[float]) -> None:
    assert "wants to be left alone for 3600 s" in refused(fetcher, f"{server.url}/busy/429/3600")
    assert waits == []
    assert len(server.paths()) == 1


def test_one_host_is_asked_at_intervals(server: Server, waits: list[float]) -> None:
    fetcher = Fetcher(QUICK._replace(delay=5), waits.append)
    fetcher.fetch(f"{server.url}/a")
    fetcher.fetch(f"{server.url}/b")
    assert len(waits) == 2  # after robots.txt, and between the pages
    assert all(4.5 < wait <= 5 for wait in waits)


def test_redirects_are_followed_to_where_they_end(server: Server, fetcher: Fetcher) -> None:
    got = fetcher.fetch(f"{server.url}/chain/2")
    assert (got.asked, got.url) == (f"{server.url}/chain/2", f"{server.url}/story")


# ── robots.txt ────────────────────────────────────────────────────────────────────────────────────────────────────

ROBOTS = "User-agent: *\nDisallow: /closed\nAllow: /closed/open$\nDisallow: /*.php\nCrawl-delay: 3\n"


@pytest.mark.parametrize(
    ("path", "open_"),
    [("/a", True), ("/closed", False), ("/closed/1", False), ("/closed/open", True), ("/x/y.php?id=1", False), ("/to-closed", False)],
)
def test_robots_txt_is_obeyed(server: Server, fetcher: Fetcher, path: str, open_: bool) -> None:
    server.robots = (200, ROBOTS)
    if open_:
        assert fetcher.fetch(f"{server.url}{path}").body
    else:
        assert "robots.txt asks programs not to read" in refused(fetcher, f"{server.url}{path}")
        assert path not in server.paths() or path == "/to-closed"


def test_rules_for_us_go_before_those_for_all(server: Server, fetcher: Fetcher) -> None:
    server.robots = (200, "User-agent: *\nDisallow: /\n\nUser-agent: rawi\nDisallow: /closed\n")
    assert fetcher.fetch(f"{server.url}/a").body


def test_a_site_may_ask_for_longer_intervals(server: Server, fetcher: Fetcher, waits: list[float]) -> None:
    server.robots = (200, ROBOTS)
    fetcher.fetch(f"{server.url}/a")
    assert len(waits) == 1
    assert 2.5 < waits[0] <= 3


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_that_cannot_say_its_rules_is_left_alone(server: Server, fetcher: Fetcher, status: int) -> None:
    server.robots = (status, "")
    assert f"robots.txt cannot be read (HTTP {status})" in refused(fetcher, f"{server.url}/a")
    assert server.paths() == []


def test_rules_are_read_once_a_site(server: Server, fetcher: Fetcher) -> None:
    for path in "abc":
        fetcher.fetch(f"{server.url}/{path}")
    assert len(server.asked) == 4


# ── addresses ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:{port}/a", "http://localhost:{port}/a", "http://[::1]:{port}/a", "http://[::ffff:127.0.0.1]:{port}/a", "http://2130706433:{port}/a",
     "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://192.168.1.1/", "http://0.0.0.0:{port}/", "http://[fe80::1]/"],
)  # fmt: skip
def test_private_networks_are_not_asked(server: Server, url: str) -> None:
    message = refused(Fetcher(QUICK._replace(allow_private=False)), url.format(port=server.server_port))
    assert "private network" in message or "no machine of this name" in message
    assert server.asked == []


def test_a_name_that_leads_to_a_private_machine_is_not_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))])
    monkeypatch.setattr(addresses, "getproxies", dict)
    assert "private network (127.0.0.1)" in refused(Fetcher(QUICK._replace(allow_private=False)), f"http://news.example:{server.server_port}/a")
    assert server.asked == []


def test_the_address_that_was_checked_is_the_one_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "getproxies", dict)
    monkeypatch.setattr(addresses, "_resolved", lambda *_: ["127.0.0.1"])
    got = Fetcher(QUICK).fetch(f"http://news.example:{server.server_port}/a")
    assert got.url == f"http://news.example:{server.server_port}/a"
    assert server.asked[-1][1]["host"] == f"news.example:{server.server_port}"


@pytest.mark.parametrize(
    "url", ["ftp://a.example/x", "page.html", "http://", "http://[", "https://user:secret@a.example/", "http://a.example:99999/"]
)
def test_what_is_no_address_is_said(fetcher: Fetcher, url: str) -> None:
    assert "address" in refused(fetcher, url)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes its certificate with openssl")
def test_a_certificate_must_be_the_name_s_though_the_checked_address_is_asked(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=news.example"
    made = [*make.split(), "-addext", "subjectAltName=DNS:news.example", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(made, cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    monkeypatch.setattr(addresses, "getproxies", dict)
    monkeypatch.setattr(addresses, "_resolved", lambda *_: ["127.0.0.1"])
    fetcher = Fetcher(QUICK)
    assert fetcher.fetch(f"https://news.example:{server.server_port}/a").body
    assert "CERTIFICATE_VERIFY_FAILED" in refused(fetcher, f"https://other.example:{server.server_port}/a")


# ── visits ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_unchanged_page_is_not_sent_again(server: Server, fetcher: Fetcher, tmp_path: Path) -> None:
    url, visits = f"{server.url}/changing", Visits(tmp_path / "state")
    got, noted = visit(fetcher, visits, url)
    visits.note(noted)
    assert got.body
    got, noted = visit(fetcher, Visits(tmp_path / "state"), url)
    assert (got.body, noted.outcome, noted.etag) == (None, "unchanged", '"v1"')
    assert server.asked[-1][1]["if-none-match"] == '"v1"'


def test_a_page_sent_again_as_it_was_counts_as_unchanged(server: Server, fetcher: Fetcher) -> None:
    visits = Visits()
    visits.note(visit(fetcher, visits, f"{server.url}/a")[1])
    assert visit(fetcher, visits, f"{server.url}/a")[1].outcome == "unchanged"


def test_visits_outlive_a_line_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "state"
    visits = Visits(path)
    visits.fail("https://a.example/1", "HTTP 503")
    visits.fail("https://a.example/1", "HTTP 503")
    path.write_bytes(path.read_bytes() + b'{"url":"https://a.example/2","at"')
    again = Visits(path)
    known = again.get("https://a.example/1")
    assert known is not None
    assert known.failures == 2
    assert again.get("https://a.example/2") is None
    again.fail("https://a.example/3", "HTTP 503")
    assert Visits(path).get("https://a.example/3") is not None


def test_a_file_of_something_else_is_not_taken_for_visits(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"id": 1}\n{"id": 2}\n')
    with pytest.raises(UsageError, match="line 1: not a line of visits"):
        Visits(path)


def test_visits_are_written_anew_when_they_repeat_themselves(tmp_path: Path) -> None:
    path = tmp_path / "state"
    visits = Visits(path)
    for _ in range(150):
        visits.fail("https://a.example/1", "HTTP 503")
    assert Visits(path).get("https://a.example/1") is not None
    assert len(path.read_bytes().splitlines()) == 1


# ── commands ──────────────────────────────────────────────────────────────────────────────────────────────────────

ASKED = ["--allow-private", "--delay", "0", "--timeout", "0.3"]


def run(name: str, *arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    import importlib

    command: click.Command = importlib.import_module(f"rawi.cli.{name}").command
    done = CliRunner().invoke(command, list(arguments), input=stdin, standalone_mode=True)
    if isinstance(done.exception, UsageError):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def test_fetch_prints_rows_that_read_takes(server: Server, tmp_path: Path) -> None:
    code, out, err = run("fetch", f"{server.url}/a", "-", *ASKED, stdin=f"{server.url}/b\n\n")
    assert (code, err) == (0, "rawi: 2 fetched\n")
    assert [json.loads(line)["url"] for line in out.splitlines()] == [f"{server.url}/a", f"{server.url}/b"]
    (tmp_path / "rows.jsonl").write_text(out)
    assert [article.paragraphs for article in sources(tmp_path / "rows.jsonl") if not isinstance(article, PageError)] == [(STORY, MORE)] * 2


def test_fetch_fills_a_folder_of_pages_that_know_their_address(server: Server, tmp_path: Path) -> None:
    code, out, _ = run("fetch", f"{server.url}/a", f"{server.url}/b", "--out", str(tmp_path / "pages"), *ASKED)
    assert (code, out) == (0, "")
    found = [article for article in sources(tmp_path / "pages") if not isinstance(article, PageError)]
    assert [article.url for article in found] == [f"{server.url}/a", f"{server.url}/b"]


def test_fetch_reads_what_it_fetches(server: Server) -> None:
    code, out, _ = run("fetch", f"{server.url}/a", "--read", *ASKED)
    record = json.loads(out)
    assert code == 0
    assert (record["id"], record["article"]["paragraphs"]) == (f"{server.url}/a", [STORY, MORE])


def test_fetch_goes_on_where_it_stood(server: Server, tmp_path: Path) -> None:
    urls = [f"{server.url}/{path}" for path in ("a", "busy/503/0", "b")]
    server.failing["/busy/503/0"] = 3
    state = ["--state", str(tmp_path / "state"), "--out", str(tmp_path / "rows.jsonl"), *ASKED]
    code, _, err = run("fetch", *urls, *state)
    assert code == 2
    assert "HTTP 503" in err
    server.asked.clear()
    assert run("fetch", *urls, *state)[0] == 0
    assert server.paths() == ["/busy/503/0"]
    assert run("fetch", *urls, *state, "--again")[2] == "rawi: 3 unchanged\n"
    assert len((tmp_path / "rows.jsonl").read_text().splitlines()) == 3


def test_fetch_says_what_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx2", None)
    with pytest.raises(UsageError, match=r"pip install 'rawi\[fetch\]'"):
        Fetcher()


def feeds_file(path: Path, server: Server, **more: str) -> str:
    extra = "".join(f"{key} = {value}\n" for key, value in more.items())
    path.write_text(f'[[feed]]\nurl = "{server.url}/feed"\noutlet = "ضفة النهر"\n{extra}', encoding="utf-8")
    return str(path)


def test_watch_reads_each_new_story_once(server: Server, tmp_path: Path) -> None:
    listed, out = feeds_file(tmp_path / "feeds.toml", server), tmp_path / "records.jsonl"
    arguments = ("watch", listed, "--out", str(out), "--once", *ASKED)
    server.feed = ["/s1", "/s2"]
    assert run(*arguments)[::2] == (0, f"rawi: 2 new in {out}\n")
    assert run(*arguments)[::2] == (0, "")
    server.feed = ["/s3", "/s2", "/s1"]
    assert run(*arguments)[0] == 0
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [record["article"]["title"] for record in records] == [f"{TITLE} {name}" for name in ("s1", "s2", "s3")]
    assert {record["article"]["outlet"] for record in records} == {"ضفة النهر"}
    assert server.paths().count("/s1") == 1


def test_watch_tries_a_failing_story_at_three_polls_and_a_foreign_one_once(server: Server, tmp_path: Path) -> None:
    listed, out = feeds_file(tmp_path / "feeds.toml", server), tmp_path / "records.jsonl"
    server.feed = ["/gone", "/english", "/s1"]
    codes = [run("watch", listed, "--out", str(out), "--once", *ASKED)[0] for _ in range(4)]
    assert codes == [2, 2, 2, 0]
    assert [server.paths().count(path) for path in ("/gone", "/english", "/s1")] == [3, 1, 1]


def test_watch_stopped_in_the_middle_misses_nothing(server: Server, tmp_path: Path) -> None:
    from rawi.pages.watch import News, Watcher, read_list

    listed, state = read_list(Path(feeds_file(tmp_path / "feeds.toml", server))), tmp_path / "state"
    server.feed = ["/s1", "/s2", "/s3"]
    round_ = Watcher(listed, Fetcher(QUICK), Visits(state)).poll()
    next(round_), next(round_)  # the second is not stored: the first counts as seen
    round_.close()  # type: ignore[attr-defined]
    rest = list(Watcher(listed, Fetcher(QUICK), Visits(state)).poll())
    assert [news.address.rpartition("/")[2] for news in rest if isinstance(news, News)] == ["s2", "s3"]


def test_watch_follows_an_index_of_sitemaps_to_what_is_new(server: Server, tmp_path: Path) -> None:
    listed, out = tmp_path / "feeds.toml", tmp_path / "records.jsonl"
    listed.write_text(f'[[feed]]\nurl = "{server.url}/sitemaps.xml"\n')
    arguments = ("watch", str(listed), "--out", str(out), "--once", *ASKED)
    for feed, count in ((["/s1"], 1), (["/s2", "/s1"], 2), (["/s2", "/s1"], 2)):
        server.feed = feed
        assert run(*arguments)[0] == 0
        assert len(out.read_text("utf-8").splitlines()) == count
    assert "/old-sitemap.xml" not in server.paths()
    assert "/long-ago" not in server.paths()


def test_fetch_follows_feeds_and_sitemaps(server: Server) -> None:
    server.feed = ["/s1", "/s2"]
    code, out, _ = run("fetch", "--follow", f"{server.url}/sitemaps.xml", f"{server.url}/feed", *ASKED)
    assert code == 0
    assert [json.loads(line)["url"].rpartition("/")[2] for line in out.splitlines()] == ["s1", "s2"]  # each once


def test_a_sitemap_without_dates_is_said(server: Server) -> None:
    code, out, err = run("fetch", "--follow", f"{server.url}/undated-sitemap.xml", *ASKED)
    assert (code, out) == (2, "")
    assert "dates none of its pages" in err


@pytest.mark.parametrize("name", ["read", "page"])
def test_an_address_is_read_like_a_file(server: Server, name: str) -> None:
    code, out, _ = run(name, f"{server.url}/a", "--json", "--allow-private")
    assert code == 0
    assert STORY in out
    code, out, err = run(name, f"{server.url}/a", "--json")
    assert (code, out) == (2, "")
    assert "--allow-private" in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("feed = 3", "write .*feed"),
        ("[[feed]]\nurl = 'x'\nname = 'y'", "unknown field"),
        ("[[feed]]\nurl = 'x'\nevery = 0", "give minutes"),
        ("x", "write .*feed"),
    ],
)
def test_a_list_of_feeds_that_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "feeds.toml").write_text(text)
    with pytest.raises(UsageError, match=said):
        run("watch", str(tmp_path / "feeds.toml"), "--out", str(tmp_path / "o.jsonl"))
