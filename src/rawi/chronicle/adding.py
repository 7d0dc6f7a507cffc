"""Adding records: a batch is one transaction, so that a chronicle that was stopped at any moment holds whole batches and nothing else."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row, and_, bindparam, delete, func, select, update

from rawi.chronicle import families, occurrences, resolving, searching
from rawi.chronicle.days import ALWAYS, month_of
from rawi.chronicle.outlets import ARTICLES, COPIES
from rawi.chronicle.results import Account, Failure
from rawi.chronicle.schema import actor, article, carried, named, outlet, reach, telling, version
from rawi.chronicle.store import Store, add_counts, in_parts, insert, insert_new
from rawi.chronicle.told import Prepared, prepare, record_of
from rawi.chronicle.whom import Actors
from rawi.lore import load
from rawi.model import Article, Record

BATCH = 200  # records in one transaction
RECODED = 50  # articles read anew in one
T = TypeVar("T")


class Adder:
    """Adds records to a database and remembers what it has seen there."""

    def __init__(self, store: Store, actors: Actors) -> None:
        self.store, self.actors = store, actors
        self._actors_there: set[int] = set()
        self._outlets_there: set[int] = set()

    def add(self, records: Iterable[Record], batch: int = BATCH, told: Callable[[Account], None] | None = None) -> Account:
        """Add records, ``batch`` at a time; ``told`` is called after each batch with the account so far."""
        start, account, source = time.perf_counter(), Account(), iter(records)
        while some := list(islice(source, batch)):
            ready, failed = _ready(some)
            counts = self._in_one_transaction(lambda work, ready=ready: work.add(ready))  # type: ignore[misc]
            account = Account(
                added=account.added + counts["added"], updated=account.updated + counts["updated"], known=account.known + counts["known"],
                failed=account.failed + tuple(failed), seconds=time.perf_counter() - start,
            )  # fmt: skip
            if told is not None:
                told(account)
        return account

    def recode(self, read: Callable[[Article], Record], batch: int = RECODED, told: Callable[[int], None] | None = None) -> int:
        """Read anew the current text of every article that was read with other knowledge than the present; returns how many there were."""
        done = 0
        while number := self._in_one_transaction(lambda work: work.recode(read, batch)):
            done += number
            if told is not None:
                told(done)
        return done

    def _in_one_transaction(self, work: Callable[[_Batch], T]) -> T:
        try:
            with self.store.writing() as connection:
                return work(_Batch(connection, self))
        except BaseException:  # what was remembered of this batch is not there
            self._actors_there.clear()
            self._outlets_there.clear()
            self.actors.forget()
            raise

    def new_actors(self, idents: Iterable[int]) -> list[int]:
        """Those that were not seen yet; they count as seen from now on."""
        new = [i for i in idents if i not in self._actors_there]
        self._actors_there.update(new)
        return new

    def new_outlets(self, idents: Iterable[int]) -> list[int]:
        new = [i for i in idents if i not in self._outlets_there]
        self._outlets_there.update(new)
        return new


def _ready(records: Sequence[Record]) -> tuple[list[Prepared], list[Failure]]:
    """What can be added, and what cannot: a record that contradicts itself, as when an event names an actor that it does not list."""
    ready, failed = [], []
    for record in records:
        try:
            ready.append(prepare(record, load.version()))
        except (KeyError, ValueError, OverflowError) as error:
            cause = f"an event names {error}, whom the record does not list" if isinstance(error, KeyError) else str(error)
            failed.append(Failure(what=record.article.url or record.id or "a record", why=cause))
    return ready, failed


class _Batch:
    """One batch in its transaction."""

    def __init__(self, connection: Connection, adder: Adder) -> None:
        self.connection, self.adder = connection, adder
        self.blocks: set[int] = set()
        self.clusters: set[int] = set()
        self.gone: set[int] = set()  # occurrences that lost a telling
        self.articles: Counter[int] = Counter()  # by actor, how many more name it
        self.carried: Counter[tuple[Any, ...]] = Counter()  # by month, outlet and root
        self.counts: Counter[str] = Counter(added=0, updated=0, known=0)

    def add(self, ready: Sequence[Prepared]) -> Counter[str]:
        fresh = self._sorted_out(ready)
        if fresh:
            self._insert(fresh)
            self.join([p.id for p in fresh])
        return self.counts

    def recode(self, read: Callable[[Article], Record], most: int) -> int:
        """Read some articles anew whose knowledge is not the present; returns how many."""
        of = and_(version.c.article == article.c.id, version.c.id == article.c.version)
        stale = select(article.c.id, version.c.record).join(version, of).where(article.c.knowledge != load.version())
        old = {ident: record_of(blob) for ident, blob in self.connection.execute(stale.order_by(article.c.id).limit(most))}
        fresh = [prepare(msgspec.structs.replace(read(record.article), knowledge=load.version()), load.version()) for record in old.values()]
        self._remove(list(old))
        for one in fresh:
            same = and_(version.c.article == one.id, version.c.id == one.version)
            self.connection.execute(update(version).where(same).values(record=one.blob, knowledge=one.knowledge))
        if fresh:
            self._insert(fresh)
            self.join([one.id for one in fresh])
        return len(fresh)

    # --- what is new -----------------------------------------------------------------------------------------------------------

    def _sorted_out(self, ready: Sequence[Prepared]) -> list[Prepared]:
        """Those whose text becomes the current one of its article; older versions are only kept."""
        there = self._there(ready)
        versions = self._versions(there)
        by_text = self._by_text(ready)
        fresh: dict[int, Prepared] = {}
        for one in ready:
            if one.version in versions.get(one.id, {}):
                self.counts["known"] += 1
                continue
            if one.record.article.url is None and by_text.get(one.text, one.id) != one.id:
                self.counts["known"] += 1  # an article with an address has this text
                continue
            known = versions.setdefault(one.id, {})
            self.counts["updated" if known else "added"] += 1
            current = max(known.values(), default=None)
            known[one.version] = order = (_time(one.record), len(known))
            insert(self.connection, version, [_version(one, len(known))])
            if current is None or order > current:
                fresh[one.id] = one
            if one.record.article.url is not None:
                by_text[one.text] = one.id
                if fresh.pop(one.text, None) is not None:  # it came a moment ago without an address
                    self.connection.execute(delete(version).where(version.c.article == one.text))
        self._remove([p.id for p in fresh.values() if p.id in there] + self._without_address(fresh.values()))
        return list(fresh.values())

    def _there(self, ready: Sequence[Prepared]) -> set[int]:
        found: set[int] = set()
        for part in in_parts({p.id for p in ready}):
            found.update(self.connection.execute(select(article.c.id).where(article.c.id.in_(part))).scalars())
        return found

    def _versions(self, articles: Iterable[int]) -> dict[int, dict[int, tuple[str, int]]]:
        """By article its versions, each with what orders it: the time that it tells, then when it came."""
        found: dict[int, dict[int, tuple[str, int]]] = {}
        for part in in_parts(articles):
            for row in self.connection.execute(select(version).where(version.c.article.in_(part))):
                found.setdefault(row.article, {})[row.id] = (moment(row.updated or row.published), row.number - 1)
        return found

    def _by_text(self, ready: Sequence[Prepared]) -> dict[int, int]:
        """Articles with an address, by their text in their outlet."""
        found: dict[int, int] = {}
        for part in in_parts({p.text for p in ready}):
            rows = self.connection.execute(select(article.c.text, article.c.id).where(article.c.text.in_(part), article.c.url.is_not(None)))
            found.update(rows.all())
        return found

    def _without_address(self, fresh: Iterable[Prepared]) -> list[int]:
        """Articles that were known by their text alone, and now have an address: they become it."""
        texts = {p.text for p in fresh if p.record.article.url is not None}
        found: list[int] = []
        for part in in_parts(texts):
            found += self.connection.execute(select(article.c.id).where(article.c.id.in_(part), article.c.url.is_(None))).scalars()
        for part in in_parts(found):
            self.connection.execute(delete(version).where(version.c.article.in_(part)))
        return found

    # --- writing ---------------------------------------------------------------------------------------------------------------

    def _insert(self, fresh: Sequence[Prepared]) -> None:
        connection = self.connection
        self._insert_outlets(fresh)
        seq = (connection.execute(select(func.max(article.c.seq))).scalar() or 0) + 1
        insert(connection, article, [{**one.article, "seq": seq + at} for at, one in enumerate(fresh)])
        searching.add(connection, [(seq + at, one.title_stems, one.body_stems) for at, one in enumerate(fresh)])
        self._insert_actors(fresh)
        insert(connection, named, [row for one in fresh for row in one.named])
        insert(connection, telling, [row for one in fresh for row in one.tellings])
        insert_new(connection, reach, [row for one in fresh for row in one.reach])
        self._carry_roots([row for one in fresh for row in one.tellings], 1)
        self.blocks.update(row["block"] for one in fresh for row in one.tellings)
        self.clusters.update(row["cluster"] for one in fresh for row in one.tellings)
        texts = [families.Text(one.id, one.article["day"], one.sketch) for one in fresh]
        self._families_changed(families.add(connection, texts))
        self._carry([one.id for one in fresh], ARTICLES, 1)

    def _insert_outlets(self, fresh: Sequence[Prepared]) -> None:
        names = {one.outlet: one.record.article.outlet for one in reversed(fresh) if one.outlet is not None}
        new = self.adder.new_outlets(names)
        insert_new(self.connection, outlet, [{"id": ident, "name": names[ident], "country": None} for ident in new])

    def _insert_actors(self, fresh: Sequence[Prepared]) -> None:
        rows = {ident: row for one in fresh for ident, row in one.actors.items()}
        self.articles.update(ident for one in fresh for ident in one.actors)
        insert_new(self.connection, actor, [{**rows[ident], "articles": 0} for ident in self.adder.new_actors(rows)])

    # --- an article whose text is replaced -------------------------------------------------------------------------------------

    def _remove(self, idents: Sequence[int]) -> None:
        """Take back all that was derived from these articles' current texts."""
        for part in in_parts(idents):
            rows = self.connection.execute(select(article).where(article.c.id.in_(part))).all()
            searching.remove(self.connection, [(row.seq, *self._stems(row)) for row in rows])
            tellings = self.connection.execute(select(telling).where(telling.c.article.in_(part))).all()
            blocks = {t.block for t in tellings}
            self.blocks |= blocks
            self.clusters.update(t.cluster for t in tellings)
            self.gone.update(t.occurrence for t in tellings)
            self.articles.subtract(self.connection.execute(select(named.c.actor).where(named.c.article.in_(part))).scalars())
            self._carry_roots([dict(t._mapping) for t in tellings], -1)
            self._carry(part, ARTICLES, -1)
            self._families_changed(families.remove(self.connection, part))
            for table in (telling, named):
                self.connection.execute(delete(table).where(table.c.article.in_(part)))
            self.connection.execute(delete(article).where(article.c.id.in_(part)))
            resolving.drop_empty_reach(self.connection, blocks)

    def _stems(self, row: Row[Any]) -> tuple[str, str]:
        blob = self.connection.execute(select(version.c.record).where(version.c.article == row.id, version.c.id == row.version)).scalar_one()
        old = prepare(record_of(blob), row.knowledge)
        return old.title_stems, old.body_stems

    def _families_changed(self, changed: families.Changed) -> None:
        """Whose family is another has another voice; what are copies is counted by outlet."""
        self._carry(changed.copied, COPIES, 1)
        self._carry(changed.alone, COPIES, -1)
        for part in in_parts(changed.moved):
            self.clusters.update(self.connection.execute(select(telling.c.cluster).where(telling.c.article.in_(part)).distinct()).scalars())

    # --- what outlets carry ----------------------------------------------------------------------------------------------------

    def _carry(self, articles: Iterable[int], what: str, sign: int) -> None:
        for part in in_parts(articles):
            rows = self.connection.execute(select(article.c.day, article.c.outlet).where(article.c.id.in_(part), article.c.outlet.is_not(None)))
            for day, of in rows:
                self._count_carried(day, of, what, sign)

    def _carry_roots(self, tellings: Iterable[Mapping[str, Any]], sign: int) -> None:
        for row in tellings:
            if row["outlet"] is not None:
                self._count_carried(row["published"], row["outlet"], row["root"], sign)

    def _count_carried(self, day: int, of: int, what: str, sign: int) -> None:
        for month in (ALWAYS, month_of(day)):
            self.carried[month, of, what] += sign

    # --- joining ---------------------------------------------------------------------------------------------------------------

    def join(self, articles: Sequence[int] = ()) -> None:
        """Join anew what was touched, and write the occurrences that come of it."""
        connection, actors = self.connection, self.adder.actors
        more = [{"a": ident, "n": count} for ident, count in self.articles.items() if count]
        if more:
            connection.execute(update(actor).where(actor.c.id == bindparam("a")).values(articles=actor.c.articles + bindparam("n")), more)
        add_counts(connection, carried, self.carried, keys=("month", "outlet", "root"))
        self.clusters |= resolving.join_again(connection, actors, self.blocks)
        self.clusters |= resolving.link_by_wording(connection, articles)
        occurrences.write(connection, actors, self.clusters, self.gone)


def _version(one: Prepared, number: int) -> dict[str, Any]:
    about = one.record.article
    return {
        "article": one.id, "id": one.version, "number": number, "published": about.published, "updated": about.updated, "title": about.title,
        "knowledge": one.knowledge, "record": one.blob,
    }  # fmt: skip


def _time(record: Record) -> str:
    return moment(record.article.updated or record.article.published)


def moment(time: str | None) -> str:
    """A time as text that sorts: in UTC; a bare day or a time without zone as it stands; nothing before all."""
    try:
        when = dt.datetime.fromisoformat(time or "")
    except ValueError:
        return time or ""
    return when.astimezone(dt.UTC).isoformat() if when.tzinfo else when.isoformat()
