"""What the pages and the interface for programs show of the demo chronicle."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from rawi.chronicle import Chronicle
from rawi.model import Actor, Article, Event, Mention, Record, Trigger
from visiting import STORY, client, sent, token_of


def call_of(demo_room: TestClient) -> dict[str, Any]:
    """The telephone call that the demo is about."""
    rows: list[dict[str, Any]] = demo_room.get("/api/occurrences", params={"mode": "phone", "limit": 200}).json()["rows"]
    return max(rows, key=lambda row: int(row["tellings"]))


def test_the_timeline_has_the_newest_day_first(demo_room: TestClient) -> None:
    days = re.findall(r'<h2 class="day"><time datetime="([\d-]+)"', demo_room.get("/ar/").text)
    assert days == sorted(days, reverse=True)
    assert days


@pytest.mark.parametrize(
    ("query", "there", "away"),
    [
        ("type=RETREAT", "Retreat", 'class="tag kind verbal-coop"'),
        ("actor=TUR", "Türkiye", "Algeria"),
        (f"actor=RUS&other=SYR&text={quote('بوتين')}", "Vladimir Putin", "Emmanuel Macron"),
        ("since=2025-02-20", "European Union", "Vladimir Putin"),
        ("min_voices=50", "Nothing here matches", 'class="occ '),
    ],
)
def test_a_filter_is_an_address(demo_room: TestClient, query: str, there: str, away: str) -> None:
    main = demo_room.get(f"/en/?{query}").text.partition("<main")[2]
    shown = main.partition("</form>")[2]
    assert there in shown
    assert away not in shown


@pytest.mark.parametrize(
    "path",
    [
        "/en/?type=NONE", "/en/?since=soon", "/en/?min_voices=x", "/en/?min_score=2", "/en/?cursor=nonsense", "/en/?other=SYR",
        "/en/?actor=" + "x" * 300,
        "/en/dyad?one=SYR", "/en/network?by=planet", "/en/?actor=a%00b", "/api/occurrences?limit=0", "/api/occurrences?limit=1000", "/api/search",
        "/api/totals?format=xml", "/api/facets?format=csv",
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_is_told_so(demo_room: TestClient, path: str) -> None:
    answer = demo_room.get(path)
    assert answer.status_code == 400, answer.text[-600:]


@pytest.mark.parametrize(
    "path", ["/ar/occurrence/0000000000000000", "/en/article/nothing", "/en/actor/nobody", "/api/readouts/x", "/ar/occurrence/..%2f..%2fetc"]
)
def test_what_is_not_there_is_told_so(demo_room: TestClient, path: str) -> None:
    assert demo_room.get(path).status_code == 404


def test_an_occurrence_shows_every_telling_with_its_words(demo_room: TestClient) -> None:
    call = call_of(demo_room)
    page = demo_room.get(f"/ar/occurrence/{call['id']}").text
    assert page.count('class="telling"') == call["tellings"] >= 4
    assert page.count('<mark class="ev">') == call["tellings"]
    assert "وكالة تاس" in page
    assert page.count('class="box root"') == call["voices"]


def test_readouts_stand_side_by_side(demo_room: TestClient) -> None:
    page = demo_room.get(f"/en/readouts/{call_of(demo_room)['id']}").text
    head = re.findall(r'<th scope="col"><bdi[^>]*>(\w+)</bdi>', page)
    assert sorted(head) == ["Russia", "Syria"]
    assert "says nothing of it" in page


def test_an_article_leads_to_its_occurrences_and_actors(demo_room: TestClient) -> None:
    page = demo_room.get(f"/en/article/{call_of(demo_room)['article']}").text
    occurrences = re.findall(r'href="(/en/occurrence/[^"]+)"', page)
    actors = re.findall(r'href="(/en/actor/[^"]+)"', page)
    assert occurrences
    assert actors
    assert {demo_room.get(path).status_code for path in (*occurrences, *actors)} == {200}


def test_an_actor_has_offices_partners_and_acts(demo_room: TestClient) -> None:
    page = demo_room.get(f"/en/actor/{quote('person/SYR/احمد الشرع', safe='')}").text
    assert "Vladimir Putin" in page
    assert "Offices, as Rawi knows them" in page
    assert "29 January 2025 – now" in page


def test_every_link_of_every_page_leads_somewhere(demo_room: TestClient) -> None:
    starts = [
        "/ar/",
        "/en/search?q=" + quote("سوريا"),
        "/en/actors",
        "/ar/dyad?one=RUS&other=SYR",
        "/en/network?by=actor",
        "/ar/sources",
        "/en/about",
    ]
    links = {link for start in starts for link in re.findall(r'href="([^"#]+)"', demo_room.get(start).text.replace("&amp;", "&"))}
    wrong = {}
    for link in sorted(links):
        path = link if link.startswith("/") else "/ar/" + link
        if (status := demo_room.get(path).status_code) != 200:
            wrong[path] = status
    assert wrong == {}


def test_cursors_lead_through_everything_once(demo_room: TestClient) -> None:
    seen: list[str] = []
    path: str | None = "/api/occurrences?limit=7"
    while path:
        answer = demo_room.get(path)
        seen += [row["id"] for row in answer.json()["rows"]]
        path = answer.links["next"]["url"] if "next" in answer.links else None
    assert len(seen) == len(set(seen)) == demo_room.get("/api/totals").json()["occurrences"]


@pytest.mark.parametrize(
    "path",
    [
        "occurrences",
        "articles",
        "search?q=" + quote("سوريا"),
        "network",
        "sources",
        "weeks",
        "dyad?one=RUS&other=SYR",
        "actors?name=" + quote("بوتين"),
        "totals",
    ],
)
def test_every_table_is_there_as_json_and_csv(demo_room: TestClient, path: str) -> None:
    sign = "&" if "?" in path else "?"
    table = list(csv.reader(io.StringIO(demo_room.get(f"/api/{path}{sign}format=csv").text)))
    assert len(table) > 1
    assert len({len(row) for row in table}) == 1
    answer = demo_room.get(f"/api/{path}")
    assert answer.json()
    assert demo_room.get(f"/api/{path}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_a_read_text_is_stored_only_when_asked(own_room: TestClient) -> None:
    before = own_room.get("/api/totals").json()["articles"]
    page = sent(own_room, text=STORY)
    assert own_room.get("/api/totals").json()["articles"] == before
    store = re.search(r'action="(/ar/read/[\w-]+/store)"', page)
    assert store
    assert own_room.post(store[1], data={"form": "wrong"}).status_code == 403
    stored = own_room.post(store[1], data={"form": token_of(page)})
    assert stored.status_code == 200
    assert "/ar/article/" in str(stored.url)
    assert own_room.get("/api/totals").json()["articles"] == before + 1


def test_tellings_are_parted_and_joined_by_hand(own_room: TestClient) -> None:
    ident = call_of(own_room)["id"]
    page = own_room.get(f"/en/occurrence/{ident}").text
    telling = re.findall(r'name="telling" value="(\w+)"', page)[-1]
    parted = own_room.post(f"/en/occurrence/{ident}/split", data={"form": token_of(page), "telling": telling})
    assert parted.status_code == 200
    now = call_of(own_room)
    assert own_room.get(f"/api/occurrences/{telling}").json()["row"]["id"] != now["id"]
    joined = own_room.post(f"/en/occurrence/{now['id']}/join", data={"form": token_of(page), "other": telling})
    assert joined.status_code == 200
    assert own_room.get(f"/api/occurrences/{telling}").json()["row"]["tellings"] == now["tellings"] + 1


def test_a_read_only_room_changes_nothing(demo_db: Path) -> None:
    room = client(db=str(demo_db), read_only=True)
    ident = call_of(room)["id"]
    page = room.get(f"/en/occurrence/{ident}").text
    assert 'name="telling"' not in page
    assert room.post(f"/en/occurrence/{ident}/split", data={"form": token_of(room.get("/en/read").text), "telling": "x"}).status_code == 403
    read = sent(room, text=STORY)
    assert "/store" not in read


def test_a_room_without_a_chronicle_reads_only(room: TestClient) -> None:
    assert str(room.get("/ar/").url).endswith("/ar/read")
    assert room.get("/en/search?q=x").status_code == 404
    assert room.get("/api/occurrences").status_code == 404


HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def hostile(tmp_path: Path) -> TestClient:
    """A room on a chronicle into which somebody put a record with bad intent."""
    title, body = f"{HOSTILE}\u202e =HYPERLINK(1)", f'=cmd|calc {HOSTILE} "onerror=x" \u202e {{{{ 7*7 }}}}'
    text = f"{title}\n\n{body}"
    names = (f"{HOSTILE}\u202e", "=1+1")
    actors = tuple(
        Actor(id=f"a{n}", kind="person", name=name, latin=name, country="SYR", role=HOSTILE, mentions=(Mention(start=0, end=5, by="name"),))
        for n, name in enumerate(names, 1)
    )
    event = Event(
        type="CONSULT", mode="phone", contexts=(), actors=("a1", "a2"), recipients=(), date="2025-02-12", place=HOSTILE, status="actual",
        sources=("a1",), start=len(title) + 2, end=len(text), evidence=body, trigger=Trigger(start=len(title) + 2, end=len(title) + 6), rule=HOSTILE,
        summary=HOSTILE,
    )  # fmt: skip
    article = Article(
        id="x",
        title=title,
        outlet=HOSTILE,
        author=HOSTILE,
        section=HOSTILE,
        url="javascript:alert(1)",
        published="2025-02-12T10:00:00",
        paragraphs=(body,),
    )
    with Chronicle(tmp_path / "hostile.db") as chronicle:
        account = chronicle.add([Record(id="x", article=article, text=text, actors=actors, events=(event,))])
    assert account.added == 1, account
    return client(db=str(tmp_path / "hostile.db"))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_hostile_record_is_harmless_on_every_page(hostile: TestClient, language: str) -> None:
    row = hostile.get("/api/occurrences").json()["rows"][0]
    actor = row["actors"][0]["id"]
    paths = [
        "/", f"/?outlet={quote(HOSTILE)}&actor={quote(HOSTILE)}", f"/search?q={quote('cmd')}", f"/occurrence/{row['id']}",
        f"/readouts/{row['id']}",
        f"/article/{row['article']}", f"/actor/{quote(actor, safe='')}", "/actors?name=script", f"/dyad?one={quote(actor)}&other=SYR",
        "/network?by=actor",
        "/sources",
    ]  # fmt: skip
    for path in paths:
        answer = hostile.get(f"/{language}{path}")
        assert answer.status_code in (200, 400, 404), (path, answer.text[-500:])
        assert answer.text.count("<script") == 1, path
        assert "\u202e" not in answer.text, path
        assert "javascript:" not in re.sub(r"<bdi[^>]*>.*?</bdi>", "", answer.text), path
        assert not re.search(r"<[^>]*\sonerror=", answer.text), path


def test_a_table_holds_no_formula(hostile: TestClient) -> None:
    for path in ("occurrences", "articles", "sources", "network?by=actor"):
        table = csv.reader(io.StringIO(hostile.get(f"/api/{path}{'&' if '?' in path else '?'}format=csv").text))
        assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "@"))], path
