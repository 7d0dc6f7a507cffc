"""What files of countries, bodies and outlets may say: who and what there is in the world."""

from __future__ import annotations

from typing import Literal

from rawi.lore.schema.entry import Entry, Sector


class Place(Entry):
    """A city, region, sea or site: where things happen."""

    name: str
    latin: str
    also: tuple[str, ...] = ()


class Seat(Entry):
    """A palace or quarter that stands for the body that sits in it: ``بعبدا`` for the Lebanese presidency."""

    name: str
    latin: str
    body: str  # the Arabic name of the body, as listed or as the press calls it
    also: tuple[str, ...] = ()


class Office(Entry):
    """One term in an office. ``end`` absent: still held when the entry was last checked.

    ``title`` is the Arabic office without nationality (``وزير الخارجية``, ``رئيس الوزراء``, ``الأمين العام``). Dates are YYYY,
    YYYY-MM or YYYY-MM-DD. ``several`` marks an office that many hold at once (deputies, envoys). ``body`` is the Arabic
    name of the body that the office belongs to, where it is not the person's own.
    """

    title: str
    start: str
    end: str | None = None
    several: bool = False
    body: str | None = None


class Person(Entry):
    """A public person. ``also`` lists other spellings and other usual forms of the whole name, and nicknames.

    ``country`` is the state or body the person acts for; in a country file it is that country's and left out.
    """

    name: str
    latin: str
    also: tuple[str, ...] = ()
    country: str | None = None
    sector: Sector = "GOV"
    gender: Literal["m", "f"] = "m"
    body: str | None = None
    offices: tuple[Office, ...] = ()


class Body(Entry):
    """A ministry, army, party, court, armed group, company, international organization …

    ``country`` is ISO 3166-1 alpha-3, ``IGO``, or ``none`` for a stateless armed group; in a country file it is left out.
    ``short`` are names that a text may use alone for it after, or even without, the full one (``اليونيسف``).
    """

    name: str
    latin: str
    also: tuple[str, ...] = ()
    country: str | None = None
    sector: Sector = "GOV"
    contexts: tuple[str, ...] = ()
    founded: str | None = None
    ended: str | None = None


class Layout(Entry):
    """How an outlet built its pages in a stretch of time, where the general rules read them wrongly. Names are those in ``class`` or ``id``."""

    since: str | None = None  # first and last day (ISO) of publication of the pages meant; neither: all
    until: str | None = None
    body: tuple[str, ...] = ()  # of the element that holds the story, the first that the page has
    drop: tuple[str, ...] = ()  # of elements that are no part of the story


class Outlet(Entry):
    """A news agency, newspaper, channel, radio or site. ``name`` is bare: ``تاس``, not ``وكالة تاس``."""

    name: str
    latin: str
    kind: Literal["agency", "newspaper", "tv", "radio", "site", "magazine"]
    country: str  # ISO 3166-1 alpha-3, or IGO
    ownership: Literal["state", "public", "private", "party"] | None = None
    also: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    zone: str | None = None  # IANA name, where it differs from its country's
    months: str | None = None
    layout: tuple[Layout, ...] = ()
    machine_time: Literal["true", "local-as-utc", "utc-as-local"] = "true"  # a known lie about its zone
    needs_kind: bool = False  # also a word or a place: ``name`` is read only after its kind (``صحيفة البيان``)


class Country(Entry):
    """One state or widely reported territory, with its bodies and dated office holders."""

    iso3: str
    iso2: str
    name: str  # the short common name, as the press uses it most
    latin: str
    formal: str | None = None
    also: tuple[str, ...] = ()
    demonym: tuple[str, ...] = ()  # nisba, masculine singular without article: ``سوري``; its forms are generated
    plural: tuple[str, ...] = ()  # broken plurals of the people: ``روس``, ``أتراك``
    demonym_latin: str | None = None
    status: Literal["member", "observer", "territory"] = "member"
    months: Literal["levantine", "gulf", "maghrebi-tn", "maghrebi-ma", "iranian"] = "gulf"
    zone: str | None = None  # IANA name
    masculine: bool = False  # its name takes a masculine verb: قرر العراق
    family_first: bool = False  # names begin with the family's: their last word takes nobody up
    month_first: bool = False  # writes 2/12/2025 for 12 February
    capital: Place | None = None
    cities: tuple[Place, ...] = ()
    regions: tuple[Place, ...] = ()
    seats: tuple[Seat, ...] = ()
    body: tuple[Body, ...] = ()
    person: tuple[Person, ...] = ()


class BodyFile(Entry):
    """A file of bodies that belong to no single country, or that are listed by kind, with their people."""

    body: tuple[Body, ...] = ()
    person: tuple[Person, ...] = ()


class OutletFile(Entry):
    """A file of outlets, usually one country's or region's."""

    outlet: tuple[Outlet, ...] = ()
