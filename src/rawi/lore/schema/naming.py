"""What files of names and of the words around names may say: titles, offices, heads of bodies' names, words that take up an actor."""

from __future__ import annotations

from typing import Literal

from rawi.lore.schema.entry import Entry, Sector


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


class NameParticles(Entry):
    """The small words inside names (``بن``, ``آل``, ``فان``), and what each group of them tells; said in the file."""

    latin: dict[str, str]
    binding: tuple[str, ...]
    first: tuple[str, ...]
    servant: tuple[str, ...]
    leading: tuple[str, ...]
    kin: tuple[str, ...]
    sons: tuple[str, ...]
    closing: tuple[str, ...]
    ordinals: tuple[str, ...]
    open: tuple[str, ...]


class GivenNames(Entry):
    """Parts of personal names as the press writes them, each with its usual English spelling.

    ``ambiguous`` lists those of them that are also everyday words (``أمل``, ``جميل``): alone they prove no name.
    ``wavering`` maps letters by which one foreign sound is written, now one, now the other, to one of them; vowels to nothing.
    ``loanwords`` are foreign words that are no names of people (``تسونامي``), though they are shaped like them.
    """

    particles: NameParticles
    wavering: dict[str, str]
    given: dict[str, str]  # Arabic, Turkish, Persian and Kurdish given names
    foreign: dict[str, str]  # other given names, and Chinese and Korean surnames, which stand first
    family: dict[str, str]  # Arab family names, and foreign surnames that are often in the news
    loanwords: tuple[str, ...]
    ambiguous: tuple[str, ...] = ()


class Romanization(Entry):
    """Nouns and adjectives that names of bodies and groups are made of, with their vowels in English letters; without article."""

    words: dict[str, str]


class OfficeWords(Entry):
    """One office: how it is called, in which forms, and in English.

    ``title`` stands before a name or a nationality as it is (``وزير الخارجية``); ``genitive_form`` is its form
    with an indefinite second part, which takes a country after it (``وزير خارجية فرنسا``). ``head`` marks a bare
    office word that another noun completes (``وزير``, ``رئيس``). ``same_as`` is the title of the same office under another name.
    """

    title: str
    latin: str
    sector: Sector = "GOV"
    head: bool = False
    same_as: str | None = None
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
    only_title: bool = False  # without a name behind it, it is hardly a person (``العالم``)


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
    foremost: tuple[tuple[str, ...], ...]  # offices by which a bare surname means one of several, the highest rank first
    noble: tuple[str, ...]
    offices: tuple[OfficeWords, ...]
    professions: tuple[ProfessionWord, ...]
    groups: tuple[GroupWord, ...]
    blessings: tuple[str, ...] = ()


class Anaphora(Entry):
    """Words that take up an actor named before."""

    pairs: dict[Literal["people", "sides", "states"], tuple[str, ...]]
    words: dict[
        Literal["counterpart", "one_counterpart", "with_whom", "latter", "side", "own_state", "spokesman", "delegation", "office_of_two"],
        tuple[str, ...],
    ]
    membership: tuple[str, ...]  # verbs that say who belongs to a delegation


class Phrases(Entry):
    """Words by which a noun phrase goes on or ends, without article; what each list means is said in the file."""

    qualities: tuple[str, ...]
    people_of: tuple[str, ...]
    linking_heads: tuple[str, ...]
    offices_to_bodies: tuple[str, ...]
    headed_by_people: tuple[str, ...]
    led_by_people: tuple[str, ...]
    generic_heads: tuple[str, ...]
    feminine_plurals: tuple[str, ...]
    aliases: tuple[str, ...]
    uncounted: tuple[str, ...]
    reflexives: tuple[str, ...]
    owned: tuple[str, ...]
    belonging: tuple[str, ...]
    befall: tuple[str, ...]
    fired: tuple[str, ...]
    serving_men: tuple[str, ...]
    unfinished: tuple[str, ...]
    envoys: tuple[str, ...]
    from_anywhere: tuple[str, ...]
    platforms: tuple[str, ...]
    armed_heads: tuple[str, ...]
    ruling: tuple[str, ...]
    masculine_states: tuple[str, ...]
    adverbials: tuple[str, ...]
    no_offices: tuple[str, ...]
    relations: tuple[str, ...]
    qualifiers: tuple[str, ...]
    without: tuple[str, ...]
    partitive: tuple[str, ...]
    inside: tuple[str, ...]
    on_behalf: tuple[str, ...]
    outlet_heads: tuple[str, ...]
    personal_offices: tuple[str, ...]
    abstracts: tuple[str, ...]
    deeds: tuple[str, ...]
    posted: tuple[str, ...]
    whose: tuple[str, ...]
    systems: tuple[str, ...]
    kinds_of_system: tuple[str, ...]
    portfolios: tuple[str, ...]
    ministries: tuple[str, ...]
    governing_boards: tuple[str, ...]
    charged: tuple[str, ...]
    serving: tuple[str, ...]
    responsible: tuple[str, ...]
    joined_genitives: tuple[str, ...]
    office_prepositions: dict[str, tuple[str, ...]]
