"""What files of event categories, support verbs, reporting and status words may say: how an act is told, and on whose word."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from rawi.lore.schema.entry import Entry


class Frame(Entry):
    """Who stands where around a trigger.

    Slots: ``subject``, ``object``, ``genitive`` (after a verbal noun), a preposition as written (``إلى``, ``ل``, ``ب``, ``مع`` …),
    ``speaker`` (whose words the clause stands in) or ``content`` (who is to act in the clause that says what is asked or warned of).
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
    needs_recipient: bool = False  # a hope that names nobody who is to fulfil it asks for nothing


class TriggerEntry(Entry, kw_only=True):
    """A verb, verbal noun or both that tell of one act. ``example`` is read by the tests and must give ``reads``.

    ``verb`` holds the two principal parts (``زار يزور``); its forms and participles are generated. ``noun`` lists verbal nouns
    (masdar) with their plurals; with article, case endings and possessive pronouns they are generated. ``having`` names words (any
    one of them) that must stand near after the trigger for it to count (``قطع … علاقات``), ``beside`` words of which one must stand
    there too (``طلب … سفير … مغادرة``), ``lacking`` words that forbid it, ``by`` words of which one must tell who acts
    (``محتجون … أغلقوا``). In all of them ``@protesters`` stands for that class of ``language/word_classes.toml``.
    ``stance``: the noun is an act when somebody expresses, affirms or renews it (``أكد دعم``, ``أعرب عن استعداد``). ``alone``: the noun
    with its actor tells of an event without any supporting verb (``زيارة الوزير إلى بغداد``).
    ``together``: where two or more are its subject, none of the ``having`` words has to stand near (``بحث الرئيسان``).
    ``reads``: ``actor، actor > recipient، recipient``, names as in the example; states by their common name.
    """

    frame: str
    verb: str | None = None
    noun: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    stance: bool = False
    together: bool = False
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
    instead_of: tuple[str, ...] = ()  # modes that an entry sets, which these words make this one


class EventFile(Entry):
    """One PLOVER category: its frames, its triggers, the words that choose its modes."""

    category: str
    verbal: bool  # an act of speech: its speaker is the actor, not a source
    frame: dict[str, Frame]
    trigger: tuple[TriggerEntry, ...] = ()
    modes: tuple[ModeWords, ...] = ()


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
    reports: bool = False  # it tells what others did: أعلن، نفى
    example: str
    reads: str


class WordClasses(Entry):
    """Words that triggers name together: ``@protesters`` in ``having``, ``lacking`` or ``by`` stands for all words of that class."""

    words: dict[str, tuple[str, ...]]

    def spelt_out(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """``words`` with the members of each class in place of its name."""
        return tuple(member for word in words for member in (self.words[word[1:]] if word.startswith("@") else (word,)))


class SupportVerbs(Entry):
    """All groups of support verbs, by name."""

    group: dict[str, SupportGroup]


class ReportingVerb(Entry, kw_only=True):
    """A verb of saying or passing on. ``source``: slots that hold further links of the chain (``نقلت … عن``).

    ``tells_object``: its object is whom it is said to (``أبلغ الوكالة أن``).
    """

    verb: str
    kind: Literal["say", "carry", "add", "deny", "claim", "learn"]
    source: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    tells_object: bool = False
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
    sayings: tuple[str, ...]  # nouns behind which a clause says what: إعلان فلان أن
    outlet_heads: tuple[str, ...]
    any_source: tuple[str, ...]  # also takes up an outlet: وأضاف المصدر
    same: tuple[str, ...]  # the very same: المصدر ذاته
    witnesses: tuple[str, ...]  # whom a description alone makes a source: شهود
    norms: tuple[str, ...]  # what one acts by, which is nobody's word: وفق القانون
    items: tuple[str, ...]  # what an outlet prints: نبأ
    reports: tuple[str, ...]  # what may be denied: نفى صحة أنباء
    contains: tuple[str, ...]  # verbs: جاء في بيان
    openers: tuple[str, ...]  # of a clause that names a source: حسبما
    asides: tuple[str, ...]  # of one that does so only with a verb of reporting: كما
    contained_in: str
    passed_on: str
    spoken_by: str  # أعلنت بغداد على لسان متحدث
    aside_slot: str  # على ما ذكرت الوكالة
    topic_slots: tuple[str, ...]  # what a verb of reporting is about, so that it names no source: كما تحدث عن
    report_slots: tuple[str, ...]  # what a denied report is about: أنباء حول زيارة
    headline_slots: tuple[str, ...]  # رويترز عن مصادر: …
    told_slots: tuple[str, ...]
    maker_slots: tuple[str, ...]


class Homograph(Entry, kw_only=True):
    """A spelling that is a verb only before certain neighbours: ``عبر الوزير عن``, not ``عبر الحدود``."""

    word: str
    before_actor: tuple[str, ...] = ()  # kinds of mentions
    before_word: tuple[str, ...] = ()  # without article
    followed_by: str | None = None
    reads: str | None = None  # the verb's form behind a conjunction: ورد is و and رد


class Homographs(Entry):
    """Spellings that are a verb or something else."""

    homograph: tuple[Homograph, ...]


class ClauseWords(Entry):
    """Words by which clauses are built and nouns tell of acts.

    ``no_promise``, ``takes_place``, ``addressing``, ``goes_on``, ``is_held``, ``abilities``, ``musts``, ``passing``, ``suffers``,
    ``carrying``, ``affirming`` and ``occasioning`` are verbs (``بقي يبقى``); what ends in ``_slots`` are names of slots, as
    ``function_words.toml`` gives them.
    """

    counting: tuple[str, ...]
    epithets: tuple[str, ...]
    construct_adjectives: tuple[str, ...]
    adjectives: tuple[str, ...]  # without the article
    impersonal: tuple[str, ...]
    unspoken: tuple[str, ...]
    forces: tuple[str, ...]  # as written before a pronoun
    leads: tuple[str, ...]
    expressing: tuple[str, ...]
    earlier: tuple[str, ...]
    sanctions: tuple[str, ...]
    no_promise: tuple[str, ...]
    told_by_date: tuple[str, ...]
    helps: tuple[str, ...]
    threat_conditions: tuple[str, ...]
    acting: tuple[str, ...]
    acts: tuple[str, ...]
    above_all: tuple[str, ...]
    needs_addressee: tuple[str, ...]
    calls: tuple[str, ...]
    needs_object: tuple[str, ...]
    carrying_out: tuple[str, ...]
    never_doers: tuple[str, ...]
    single_out: tuple[str, ...]
    of_another: tuple[str, ...]
    camps: tuple[str, ...]
    camped: tuple[str, ...]
    in_a_state: tuple[str, ...]
    about: tuple[str, ...]
    scattering: tuple[str, ...]
    firsts: tuple[str, ...]
    takes_place: tuple[str, ...]
    stays_unnamed: tuple[str, ...]
    naming: tuple[str, ...]
    own_name: tuple[str, ...]
    once_before: tuple[str, ...]
    addressing: tuple[str, ...]
    statements: tuple[str, ...]
    goes_on: tuple[str, ...]
    is_held: tuple[str, ...]
    gatherings: tuple[str, ...]
    hours: tuple[str, ...]
    needful: tuple[str, ...]  # without the article
    abilities: tuple[str, ...]
    musts: tuple[str, ...]
    texts: tuple[str, ...]
    passing: tuple[str, ...]
    unreal: tuple[str, ...]
    suffers: tuple[str, ...]
    suffering: tuple[str, ...]
    within: tuple[str, ...]
    done_in_person: tuple[str, ...]  # names of frames
    issued: tuple[str, ...]
    moments: tuple[str, ...]
    before_perfect: tuple[str, ...]
    burdens: tuple[str, ...]
    adding: tuple[str, ...]
    free_relatives: tuple[str, ...]
    subjunctive: tuple[str, ...]
    coordinators: tuple[str, ...]
    everybody: tuple[str, ...]
    some_of_them: tuple[str, ...]
    of_them: tuple[str, ...]
    masculine_states: tuple[str, ...]  # country codes
    light: tuple[str, ...]
    light_slots: tuple[str, ...]
    light_bare: tuple[str, ...]
    befalling: tuple[str, ...]
    roughly: tuple[str, ...]
    belongings: tuple[str, ...]
    carrying: tuple[str, ...]
    at_slots: tuple[str, ...]
    occasion_slots: tuple[str, ...]
    topic_slots: tuple[str, ...]
    other_time_slots: tuple[str, ...]
    goal_slots: tuple[str, ...]
    target_slots: tuple[str, ...]
    since_slots: tuple[str, ...]
    coming: tuple[str, ...]
    which_one: tuple[str, ...]  # without the article
    affirming: tuple[str, ...]
    occasioning: tuple[str, ...]
    passing_nouns: tuple[str, ...]


ContextName = Literal[
    "political", "military", "intelligence", "peacekeeping", "economic", "diplomatic", "resource", "culture", "disease", "enviro_disaster",
    "migration", "humanitarian", "legal", "human_rights", "rights_freedoms", "gender", "lgbt", "terrorism", "human_security",
    "religion_ethnicity", "government", "election", "legislative", "cbrn", "cyber", "political_institutions", "corruption", "crime",
    "crime_murder", "crime_theft", "crime_drugs", "crime_sexual",
]  # fmt: skip


class ContextExample(Entry):
    """A sentence, and the category of the event in it that has (or has not) the context."""

    text: str
    type: str


class Context(Entry, kw_only=True):
    """What tells that an act is about something; ``contexts.toml`` explains each list."""

    name: ContextName
    words: tuple[str, ...]
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    between_states: tuple[str, ...] = ()
    example: ContextExample
    not_example: ContextExample | None = None


class Contexts(Entry):
    """PLOVER's contexts, in the order in which an event lists them."""

    context: tuple[Context, ...]


class Grievances(Entry):
    """Words by which a protest says whom it is against; each list is explained in the file. Folded when read, without clitics."""

    against: tuple[str, ...]
    demand: tuple[str, ...]
    removal: tuple[str, ...]
    suffered: tuple[str, ...]
    doers: tuple[str, ...]
    venues: tuple[str, ...]
    prisons: tuple[str, ...]


PartySlot = Literal[
    "among", "inviter", "by_means_of", "attacker", "fighters", "struck", "seized", "together", "spoken_of", "asked_for", "purpose", "owner"
]


class PartyWords(Entry):
    """Words and slots by which an act's parties are told beside its frame; each list is explained in the file."""

    buildings: tuple[str, ...]
    missions: tuple[str, ...]
    deals: tuple[str, ...]
    mere_people: tuple[str, ...]
    slots: dict[PartySlot, tuple[str, ...]]


class StatusWords(Entry):
    """Words that say that an act is still to come, only possible, did not happen, or is background."""

    future: tuple[str, ...]
    hypothetical: tuple[str, ...]
    negated: tuple[str, ...]
    conditions: tuple[str, ...]
    possible: tuple[str, ...]
    untrue: tuple[str, ...]
    will_not: tuple[str, ...]
    soon: tuple[str, ...]
    will_be: tuple[str, ...]
    background: tuple[str, ...]
    already: tuple[str, ...]
    next: tuple[str, ...]
    sport: tuple[str, ...]  # who attacks and meets only on the field
    match: tuple[str, ...]  # as written, without conjunction


class TopicVerb(Entry):
    """A verb behind which a readout tells what talks were about; ``reads`` is what stands there in the example."""

    verb: str
    example: str
    reads: str


class ReadoutWords(Entry):
    """How readouts tell what talks were about; ``between`` may stand between such a verb and its topic."""

    between: tuple[str, ...]
    topic: tuple[TopicVerb, ...]


class Share(Entry):
    """How many of the events that were read were right; ``score`` is the chance that the next one is, 0 to 1."""

    read: int
    right: int
    score: Annotated[float, msgspec.Meta(ge=0, le=1)]


class Confidence(Entry):
    """How often events are right, by the way in which they were told (``act/one/verb/body``), as ``benchmarks/confidence.py`` measures it.

    A way's ``score`` is its own share of right events, the next coarser way's score counting as ``weight`` events more.
    """

    weight: int
    overall: Share
    way: dict[str, Share]
