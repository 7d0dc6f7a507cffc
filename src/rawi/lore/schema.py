"""What a knowledge file may say: one type a kind of file. A field that is not here is an error that names its file.

Names are given in Arabic as the press writes them, in full hamza spelling and without vowel marks; matching folds
spelling (``أ إ آ`` to ``ا``, ``ى`` to ``ي``, ``ة`` to ``ه`` …), so a variant is listed only where letters differ otherwise.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of all entries."""


Sector = Literal[
    "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "REB", "CRM", "UAF", "CVL", "LAB", "REL", "BUS", "MED", "EDU",
    "HLH", "REF", "IGO", "NGO", "ELI", "AGR", "ENV",
]  # fmt: skip


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
    YYYY-MM or YYYY-MM-DD. ``several`` marks an office that many hold at once (deputies, envoys).
    """

    title: str
    start: str
    end: str | None = None
    several: bool = False


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
    machine_time: Literal["true", "local-as-utc", "utc-as-local"] = "true"  # a known lie about its zone


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


class Frame(Entry):
    """Who stands where around a trigger.

    Slots: ``subject``, ``object``, ``genitive`` (after a verbal noun) or a preposition as written (``إلى``, ``ل``, ``ب``, ``مع`` …).
    They are tried in order and the first that holds an actor fills the role. ``partner`` slots join the actors (meetings, calls,
    agreements). ``content`` slots hold what is asked, refused or promised; their words choose the mode where none is set.
    """

    mode: str | None = None
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    noun_actor: tuple[str, ...] = ("genitive",)
    noun_recipient: tuple[str, ...] | None = None  # None: the verb's prepositions, and ``ل`` for its object
    noun_partner: tuple[str, ...] | None = None


class TriggerEntry(Entry, kw_only=True):
    """A verb, verbal noun or both that tell of one act. ``example`` is read by the tests and must give ``reads``.

    ``verb`` holds the two principal parts (``زار يزور``); its forms and participles are generated. ``noun`` lists verbal nouns
    (masdar) with their plurals; with article, case endings and possessive pronouns they are generated. ``having`` names words (any
    one of them) that must stand near after the trigger for it to count (``قطع … علاقات``); ``lacking`` words that forbid it.
    ``stance``: the noun is an act when somebody expresses, affirms or renews it (``أكد دعم``, ``أعرب عن استعداد``). ``alone``: the noun
    with its actor tells of an event without any supporting verb (``زيارة الوزير إلى بغداد``).
    ``reads``: ``actor، actor > recipient، recipient``, names as in the example; states by their common name.
    """

    frame: str
    verb: str | None = None
    noun: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    stance: bool = False
    alone: bool = False
    mode: str | None = None
    example: str
    reads: str
    status: str = "actual"
    not_example: str | None = None


class ModeWords(Entry):
    """Words whose presence in the clause (trigger, object, means) chooses the mode of an event of this category."""

    mode: str
    words: tuple[str, ...]


class EventFile(Entry):
    """One PLOVER category: its frames, its triggers, the words that choose its modes."""

    category: str
    verbal: bool  # an act of speech: its speaker is the actor, not a source
    frame: dict[str, Frame]
    trigger: tuple[TriggerEntry, ...] = ()
    modes: tuple[ModeWords, ...] = ()
