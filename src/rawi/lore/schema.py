"""What a knowledge file may say: one type a kind of file. A field that is not here is an error that names its file.

Names are given in Arabic as the press writes them, in full hamza spelling and without vowel marks; matching folds
spelling (``أ إ آ`` to ``ا``, ``ى`` to ``ي``, ``ة`` to ``ه`` …), so a variant is listed only where letters differ otherwise.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
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


class WordCounts(Entry):
    """How often written words stand in news: under N, the words seen 2**N to 2**(N+1)-1 times, folded."""

    seen: dict[str, str]


class Segmentation(Entry):
    """Words that are never split into clitic and stem."""

    whole: tuple[str, ...]
    not_article: tuple[str, ...]  # begin with ال of their own: ``التزام``


class FunctionWords(Entry):
    """The closed classes of words that build clauses."""

    prepositions: dict[str, str]
    compound_prepositions: dict[str, str]
    classes: dict[str, tuple[str, ...]]
    segmentation: Segmentation


class SupportGroup(Entry, kw_only=True):
    """Verbs that carry a verbal noun as their act: ``أجرى مباحثات``, ``قام بزيارة``, ``تم توقيع``.

    ``slot`` is where the noun stands (``object``, ``subject`` or a preposition), ``actor`` where the noun's actor stands (``subject``, or
    ``none`` when only ``من قبل`` can name it), ``kind`` which nouns it carries (``act``: all; ``stance``: those marked so).
    """

    verbs: tuple[str, ...]
    slot: tuple[str, ...]
    actor: Literal["subject", "none", "recipient"] = "subject"
    kind: Literal["act", "stance"] = "act"
    status: str | None = None  # future for plans, negated for cancellations
    example: str
    reads: str


class SupportVerbs(Entry):
    """All groups of support verbs, by name."""

    group: dict[str, SupportGroup]


class ReportingVerb(Entry, kw_only=True):
    """A verb of saying or passing on. ``source``: slots that hold further links of the chain (``نقلت … عن``)."""

    verb: str
    kind: Literal["say", "carry", "add", "deny", "claim"]
    source: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    example: str
    chain: tuple[str, ...]


class ReportingPhrase(Entry):
    """A phrase that names a source beside the clause: ``وفق``, ``بحسب``, ``نقلا عن``, ``على حد قول``."""

    words: str
    example: str
    chain: tuple[str, ...]


class Reporting(Entry):
    """Verbs and phrases of attribution."""

    verb: tuple[ReportingVerb, ...]
    phrase: tuple[ReportingPhrase, ...]
    carriers: tuple[str, ...]  # nouns that stand for their maker's word: بيان، تصريح، مقابلة …


class BodyHead(Entry):
    """Nouns that head names of bodies of one sector."""

    sector: Sector
    words: tuple[str, ...]
    proper: bool = False
    quoted: bool = False  # needs a known name or quotes
    origin: bool = False  # needs an adjective of nationality right after it


class PlaceHeads(Entry):
    """Nouns that head names of places."""

    words: tuple[str, ...]


class BodyHeads(Entry):
    """All heads of bodies' names."""

    head: tuple[BodyHead, ...]
    places: PlaceHeads


class DateExample(Entry):
    """A sentence and the date expression in it. ``found`` absent: it holds none. ``published`` is a Wednesday."""

    text: str
    found: str | None = None
    value: str | None = None
    published: str = "2025-02-12"


class NumberExample(Entry):
    """A number in words and its value."""

    text: str
    value: int


class NumberWord(Entry):
    """A number and its words without article; ``bound`` forms count only with a tail (``أحد عشر``)."""

    value: int
    cardinal: tuple[str, ...]
    example: NumberExample
    ordinal: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()


class Numbers(Entry):
    """All number words."""

    tail: tuple[str, ...]
    unit: tuple[NumberWord, ...]
    ten: tuple[NumberWord, ...]
    hundred: tuple[NumberWord, ...]
    scale: tuple[NumberWord, ...]


class MonthNames(Entry):
    """One Gregorian month in its four namings. ``weak`` names also mean something else."""

    number: int
    levantine: tuple[str, ...]
    gulf: tuple[str, ...]
    tunisian: tuple[str, ...]
    moroccan: tuple[str, ...]
    example: DateExample
    not_example: DateExample | None = None
    also: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class NumberedNames(Entry):
    """A Hijri month (1 is Muharram) or a weekday (ISO: 1 is Monday, without article) and its names."""

    number: int
    names: tuple[str, ...]
    example: DateExample
    not_example: DateExample | None = None


class Era(Entry):
    """What marks a year as Hijri or Gregorian."""

    calendar: Literal["gregorian", "hijri"]
    names: tuple[str, ...]
    example: DateExample


class ZoneNames(Entry):
    """What stands after ``بتوقيت`` and the IANA zone that it means; ``local`` where only the place knows."""

    zone: str
    names: tuple[str, ...]


class Calendars(Entry):
    """Months, weekdays, eras, zones, and the countries (ISO 3166-1 alpha-3) that read numeric dates another way."""

    month_first: tuple[str, ...]
    hijri_first: tuple[str, ...]
    month: tuple[MonthNames, ...]
    hijri: tuple[NumberedNames, ...]
    weekday: tuple[NumberedNames, ...]
    era: tuple[Era, ...]
    zone: tuple[ZoneNames, ...]


class RelativeDay(Entry):
    """Words for a day counted from the day of publication."""

    offset: int
    words: tuple[str, ...]
    example: DateExample
    not_example: DateExample | None = None


class DateModifier(Entry):
    """``الماضي``, ``الجاري``, ``المقبل``: which one is meant, ``steps`` back or forth."""

    sense: Literal["past", "current", "future"]
    words: tuple[str, ...]
    example: DateExample
    steps: int = 1


class DateUnit(Entry):
    """Words for days, months, years; ``count`` is what a dual or a singular says by itself."""

    unit: Literal["day", "month", "year"]
    words: tuple[str, ...]
    count: int | None = None
    example: DateExample | None = None
    not_example: DateExample | None = None


class Decade(Entry):
    """``ثمانينيات``: its first year within the century."""

    start: int
    words: tuple[str, ...]
    example: DateExample | None = None
    not_example: DateExample | None = None


class DateWords(Entry):
    """Words that frame a date: ``يوم``, ``شهر``, ``عام``, ``مطلع``, ``من … إلى`` …"""

    day: tuple[str, ...]
    two_days: tuple[str, ...]
    days: tuple[str, ...]
    month: tuple[str, ...]
    the_month: tuple[str, ...]
    months: tuple[str, ...]
    year: tuple[str, ...]
    years: tuple[str, ...]
    this: tuple[str, ...]
    position: tuple[str, ...]
    first_day: tuple[str, ...]
    tonight: tuple[str, ...]
    part_of_day: tuple[str, ...]
    part: tuple[str, ...]
    century: tuple[str, ...]
    from_: tuple[str, ...] = msgspec.field(name="from")
    until: tuple[str, ...]
    between: tuple[str, ...]
    in_: tuple[str, ...] = msgspec.field(name="in")
    on: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    that: tuple[str, ...]
    next_day: tuple[str, ...]
    same: tuple[str, ...]
    corresponding: tuple[str, ...]


class NotDates(Entry):
    """Neighbours that make of a date word something else: a prayer, a newspaper, a square, a count."""

    today_after: tuple[str, ...]
    today_before: tuple[str, ...]
    weekday_after: tuple[str, ...]
    weekday_before: tuple[str, ...]
    heads: tuple[str, ...]
    year_after: tuple[str, ...]
    year_before: tuple[str, ...]
    outlets: tuple[str, ...]
    outlet_words: tuple[str, ...]
    starting: tuple[str, ...]


class TenseCues(Entry):
    """Words before a bare weekday or yearless day that tell whether it is behind or ahead."""

    future: tuple[str, ...]
    planned: tuple[str, ...]
    past: tuple[str, ...]
    not_future: tuple[str, ...]


class NamedDay(Entry):
    """A day of the year that, after certain nouns, means one day of history."""

    text: str
    month: int
    day: int
    after: tuple[str, ...]
    value: str
    example: DateExample


class SameDay(Entry):
    """Phrases that mean the day of what was just told."""

    phrases: tuple[str, ...]
    example: DateExample


class ClockExample(Entry):
    """A time of day as written, and what it says."""

    text: str
    hour: int
    minute: int
    zone: str | None = None


class Clock(Entry):
    """Words of a time of day. ``parts`` are minutes: ``والنصف`` 30, ``إلا ربعا`` -15."""

    hour: tuple[str, ...]
    morning: tuple[str, ...]
    evening: tuple[str, ...]
    noon: tuple[str, ...]
    night: tuple[str, ...]
    zone: tuple[str, ...]
    greenwich: tuple[str, ...]
    parts: dict[str, int]
    example: ClockExample


class RelativeDates(Entry):
    """Everything that says when without a calendar."""

    day: tuple[RelativeDay, ...]
    modifier: tuple[DateModifier, ...]
    unit: tuple[DateUnit, ...]
    decade: tuple[Decade, ...]
    words: DateWords
    not_dates: NotDates
    cues: TenseCues
    named: tuple[NamedDay, ...]
    same_day: SameDay
    clock: Clock


class GivenNames(Entry):
    """Parts of personal names as the press writes them, each with its usual English spelling.

    ``ambiguous`` lists those of them that are also everyday words (``أمل``, ``جميل``): alone they prove no name.
    """

    given: dict[str, str]  # Arabic, Turkish, Persian and Kurdish given names
    foreign: dict[str, str]  # other given names, and Chinese and Korean surnames, which stand first
    family: dict[str, str]  # Arab family names, and foreign surnames that are often in the news
    ambiguous: tuple[str, ...] = ()


class OfficeWords(Entry):
    """One office: how it is called, in which forms, and in English.

    ``title`` stands before a name or a nationality as it is (``وزير الخارجية``); ``genitive_form`` is its form
    with an indefinite second part, which takes a country after it (``وزير خارجية فرنسا``). ``head`` marks a bare
    office word that another noun completes (``وزير``, ``رئيس``).
    """

    title: str
    latin: str
    sector: Sector = "GOV"
    head: bool = False
    also: tuple[str, ...] = ()
    feminine: str | None = None
    plural: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()
    genitive_form: str | None = None


class ProfessionWord(Entry):
    """What somebody is, before a name: ``صحفي``, ``ناشط``; masculine singular without article."""

    word: str
    latin: str
    sector: Sector | None = None
    feminine: str | None = None
    forms: tuple[str, ...] = ()  # duals and plurals


class GroupWord(Entry):
    """A noun that makes an unnamed actor of kind group (``متظاهرون``, ``مصدر``), without article."""

    word: str
    latin: str
    sector: Sector = "CVL"
    source: bool = False  # stands for somebody who speaks: مصدر, مسؤول
    forms: tuple[str, ...] = ()  # every other number, gender and case


class Titles(Entry):
    """Words around names. ``honorifics`` are kept out of names; those in ``blessings`` follow the name."""

    honorifics: tuple[str, ...]
    ranks: tuple[str, ...]  # military and police ranks, with article
    noble: tuple[str, ...]
    offices: tuple[OfficeWords, ...]
    professions: tuple[ProfessionWord, ...]
    groups: tuple[GroupWord, ...]
    blessings: tuple[str, ...] = ()


class Anaphora(Entry):
    """Words that take up an actor named before."""

    pairs: dict[Literal["people", "sides", "states"], tuple[str, ...]]
    words: dict[Literal["counterpart", "latter", "side", "own_state"], tuple[str, ...]]
    membership: tuple[str, ...]  # verbs that say who belongs to a delegation


class PageLayout(Entry):
    """Words in class and id names of pages, by the part of a page that they tell of."""

    furniture: tuple[str, ...]
    furniture_names: tuple[str, ...]
    body: tuple[str, ...]
    likely: tuple[str, ...]
    caption: tuple[str, ...]
    credit: tuple[str, ...]
    byline: tuple[str, ...]
    date: tuple[str, ...]
    deck: tuple[str, ...]
    section: tuple[str, ...]
    ads: tuple[str, ...]
    related: tuple[str, ...]
    menu: tuple[str, ...]
    comments: tuple[str, ...]
    tags: tuple[str, ...]


class PageMetas(Entry):
    """Names of ``<meta>`` elements that hold a part of an article, lower-case, the most trusted first."""

    published: tuple[str, ...]
    updated: tuple[str, ...]
    author: tuple[str, ...]


class PageWords(Entry):
    """The words that outlets print around an article: buttons, heads of lists, bylines, credits, labels of dates."""

    buttons: tuple[str, ...]
    notes: tuple[str, ...]
    labels: tuple[str, ...]
    source_lines: tuple[str, ...]
    related_heads: tuple[str, ...]
    teaser_leads: tuple[str, ...]  # before a link to another story, on its line
    rights: tuple[str, ...]  # set phrases of the copyright line
    site_heads: tuple[str, ...]
    bylines: tuple[str, ...]
    byline_labels: tuple[str, ...]
    byline_ends: tuple[str, ...]
    not_authors: tuple[str, ...]
    captions: tuple[str, ...]
    credits: tuple[str, ...]
    credit_names: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    morning: tuple[str, ...]
    evening: tuple[str, ...]
    weekdays: tuple[str, ...]
    home: tuple[str, ...]
    section_labels: tuple[str, ...]
    languages: dict[str, tuple[str, ...]]  # ISO 639-1: little words that only that language has
    metas: PageMetas
    layout: PageLayout


class StatusWords(Entry):
    """Words that say that an act is still to come, only possible, did not happen, or is background."""

    future: tuple[str, ...]
    hypothetical: tuple[str, ...]
    negated: tuple[str, ...]
    background: tuple[str, ...]
    sport: tuple[str, ...]  # who attacks and meets only on the field


class Verb(NamedTuple):
    """One verb: principal parts as ``rawi.arabic.verbs.lemma`` writes them, whether it takes objects, meaning."""

    parts: str
    transitivity: Literal["trans", "intrans", "both"]
    gloss: str


class Verbs(Entry):
    """The verbs of the news, and the spellings that look like a form of theirs but are mostly something else.

    The lists hold folded spellings without proclitics. ``noun_like``: never a finite verb or participle.
    ``verb_only_initial``: a finite verb only where the syntax says so. ``not_masdar``: never a verbal noun.
    """

    verbs: tuple[Verb, ...]
    noun_like: tuple[str, ...] = ()
    verb_only_initial: tuple[str, ...] = ()
    not_masdar: tuple[str, ...] = ()
