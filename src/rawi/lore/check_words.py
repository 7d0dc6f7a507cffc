"""Checks of what Rawi knows of words: triggers, their frames, verbs of reporting and support, verb forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rawi.errors import KnowledgeError
from rawi.lore.knowledge import Arabic, Claims, Knowledge, wrong
from rawi.lore.mistakes import label
from rawi.lore.schema import EventFile, Frame, FunctionWords, PartyWords, Reporting, SupportVerbs, TriggerEntry, Verbs, WordClasses

STATUSES = frozenset(("actual", "future", "hypothetical", "negated", "historical"))
MODES: dict[str, tuple[str, ...]] = {  # PLOVER 2.0
    "AGREE": (),
    "CONSULT": ("visit", "phone", "third-party", "multilateral"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "allege", "investigate"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
               "misinformation", "cyber"),
    "ASSAULT": ("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms",
                "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
                "unconventional"),
}  # fmt: skip
_ROLES = ("actor", "recipient", "partner", "content", "noun_actor", "noun_recipient", "noun_partner")


def events(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """Categories and modes are PLOVER's; the frames that triggers name exist; ``reads`` can be read."""
    classes = knowledge.one(WordClasses).words
    for file, content in knowledge.of(EventFile):
        if content.category not in MODES:
            yield wrong(file, "", f"no category is called {content.category}", "give one of PLOVER's sixteen")
            continue
        if not file.endswith(f"/{content.category.lower()}.toml"):
            yield wrong(file, "", f"category is {content.category}", "name the file after it")
        for words in content.modes:
            yield from _mode(file, f"modes {words.mode}", content.category, words.mode)
        for entry in content.trigger:
            yield from _mode(file, label(entry), content.category, entry.mode)
            yield from _trigger(file, entry, content, arabic)
            for word in (*entry.having, *entry.beside, *entry.lacking, *entry.by):
                if word.startswith("@") and word[1:] not in classes:
                    yield wrong(file, entry, f"there is no class of words {word}", f"give one of {', '.join('@' + c for c in sorted(classes))}")


def _mode(file: str, entry: str, category: str, mode: str | None) -> Iterator[str]:
    if mode is not None and mode not in MODES[category]:
        known = f"give one of {', '.join(MODES[category])}" if MODES[category] else "leave it out"
        yield wrong(file, entry, f"{category} has no mode {mode}", known)


def _trigger(file: str, entry: TriggerEntry, content: EventFile, arabic: Arabic) -> Iterator[str]:
    if entry.frame not in content.frame:
        yield wrong(file, entry, f"no frame is called {entry.frame}", f"give one of {', '.join(content.frame)}")
    if not entry.verb and not entry.noun:
        yield wrong(file, f"a trigger of {entry.frame}", "it has neither verb nor noun", "give at least one")
    if entry.status not in STATUSES:
        yield wrong(file, entry, f"no status is called {entry.status}", f"give one of {', '.join(sorted(STATUSES))}")
    yield from _reads(file, label(entry), entry.reads)
    yield from _parts(file, entry.verb, arabic)


def _reads(file: str, entry: str, reads: str) -> Iterator[str]:
    sides = [side.strip() for side in reads.split(">")]
    names = [name.strip() for side in sides for name in side.split("،") if side]
    if len(sides) > 2 or not names or not all(names) or "," in reads:
        mend = "write actor، actor > recipient، recipient, with ، between names; either side may be empty"
        yield wrong(file, entry, f"reads is {reads!r}", mend)


def _parts(file: str, parts: str | None, arabic: Arabic) -> Iterator[str]:
    try:
        if parts is not None:
            arabic.lemma(parts)
    except KnowledgeError as error:
        cause = str(error).removeprefix(parts or "").lstrip(" :")
        yield wrong(file, parts or "", cause, "write the perfect and the imperfect of he, as زار يزور")


def frames(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """Slots are ones that the reading of clauses fills; each frame is used."""
    words = knowledge.one(FunctionWords)
    spoken = {arabic.key(k): v for k, v in {**words.prepositions, **words.compound_prepositions}.items()}
    slots = _slots(words)
    for file, content in knowledge.of(EventFile):
        used = {entry.frame for entry in content.trigger}
        for name, frame in content.frame.items():
            if name not in used:
                yield wrong(file, f"frame {name}", "no trigger uses it", "drop it, or name it in a trigger")
            yield from _mode(file, f"frame {name}", content.category if content.category in MODES else "AID", frame.mode)
            for role, slot in _filled(frame):
                yield from _slot(file, f"frame {name}, {role}", slot, slots, spoken.get(arabic.key(slot)))


def _filled(frame: Frame) -> Iterator[tuple[str, str]]:
    for role in _ROLES:
        yield from ((role, slot) for slot in getattr(frame, role) or ())


def _slots(words: FunctionWords) -> frozenset[str]:
    named = {*words.prepositions.values(), *words.compound_prepositions.values()}
    return frozenset((*named, "subject", "object", "object2", "genitive", "speaker", "content", "ب", "ل", "ك"))


def _slot(file: str, entry: str, slot: str, slots: frozenset[str], meant: str | None) -> Iterator[str]:
    if slot not in slots:
        mend = f"function_words.toml reads it as {meant}: write that" if meant else "list it in function_words.toml"
        yield wrong(file, entry, f"no slot is called {slot}", mend)


def triggers(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """No verb or noun tells of two acts at once: same word, and `having` that one text may meet twice."""
    claims: dict[str, list[tuple[str, str, TriggerEntry]]] = defaultdict(list)
    classes = knowledge.one(WordClasses)
    for file, content in knowledge.of(EventFile):
        for entry in content.trigger:
            for lemma in _lemmas(entry, arabic):
                claims[lemma].append((lemma, file, entry))
            for noun in entry.noun:
                claims[arabic.fold(noun)].append((noun, file, entry))
    for entries in claims.values():
        for at, (word, file, entry) in enumerate(entries):
            for _, other_file, other in entries[:at]:
                if (shared := _both(entry, other, classes, arabic)) is not None:
                    where = f"{other.frame} of {'the same file' if other_file == file else other_file}"
                    cause = f"{where} has it too" + (f" with {'، '.join(sorted(shared))}" if shared else "")
                    mend = "leave it to one, or tell them apart by having and lacking"
                    yield wrong(file, f"{word} ({entry.frame})", cause, mend)


def _lemmas(entry: TriggerEntry, arabic: Arabic) -> Iterator[str]:
    try:
        if entry.verb:
            yield arabic.lemma(entry.verb)
    except KnowledgeError:
        return  # named by _parts


def _both(one: TriggerEntry, other: TriggerEntry, classes: WordClasses, arabic: Arabic) -> set[str] | None:
    """The words that let both count (none where neither asks for any); None where no text can meet both."""
    by, by_too = (set(_known(entry.by, classes)) for entry in (one, other))
    if by.isdisjoint(by_too) and (by or by_too):
        return None  # who acts tells them apart
    for entry, against in ((one, other), (other, one)):
        if entry.beside and set(_known(entry.beside, classes)) <= set(_known(against.lacking, classes)):
            return None  # what one asks for beside, the other forbids
    having, having_too = ({arabic.fold(w): w for w in _known(entry.having, classes)} for entry in (one, other))
    lacking = {arabic.fold(w) for w in _known((*one.lacking, *other.lacking), classes)}
    if not having and not having_too:
        return set()
    return {having[word] for word in (having.keys() & having_too.keys()) - lacking} or None


def _known(words: tuple[str, ...], classes: WordClasses) -> tuple[str, ...]:
    return classes.spelt_out(tuple(w for w in words if not w.startswith("@") or w[1:] in classes.words))  # `events` names the others


def reporting(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """Each verb and phrase of reporting is listed once, with a chain and slots that exist."""
    claims, slots = Claims(), _slots(knowledge.one(FunctionWords))
    for file, content in knowledge.of(Reporting):
        for verb in content.verb:
            yield from _parts(file, verb.verb, arabic)
            if claims.claim(arabic.fold(verb.verb), file, verb):
                yield wrong(file, verb, "the verb is listed twice", "join the entries")
            for slot in (*verb.source, *verb.content):
                yield from _slot(file, verb.verb, slot, slots, None)
            if not verb.chain and verb.kind != "add":
                yield wrong(file, verb, "chain is empty", "name the sources of the example, nearest first")
        for phrase in content.phrase:
            if claims.claim(arabic.fold(phrase.words), file, phrase):
                yield wrong(file, phrase, "the phrase is listed twice", "drop one")


def support(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """Verbs, slots, status and readings of the groups of support verbs."""
    slots = _slots(knowledge.one(FunctionWords))
    for file, content in knowledge.of(SupportVerbs):
        for name, group in content.group.items():
            for verb in group.verbs:
                yield from _parts(file, verb, arabic)
            for slot in group.slot:
                yield from _slot(file, f"group {name}", slot, slots, None)
            if group.status is not None and group.status not in STATUSES:
                yield wrong(file, f"group {name}", f"no status is called {group.status}", "see rawi/model.py")
            yield from _reads(file, f"group {name}", group.reads)


def parties(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """The slots by which parties are told beside a frame exist."""
    slots = _slots(knowledge.one(FunctionWords))
    for file, content in knowledge.of(PartyWords):
        for name, named in content.slots.items():
            for slot in named:
                yield from _slot(file, f"slots {name}", slot, slots, None)


def verbs(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """Verbs stand once, in the one spelling that the forms are generated from."""
    for file, content in knowledge.of(Verbs):
        seen: set[str] = set()
        for verb in content.verbs:
            yield from _parts(file, verb.parts, arabic)
            if verb.parts in seen:
                yield wrong(file, verb.parts, "the verb is listed twice", "drop one")
            seen.add(verb.parts)
            lemmas = list(_lemmas(TriggerEntry(frame="", verb=verb.parts, example="", reads=""), arabic))
            if lemmas and lemmas != [verb.parts]:
                yield wrong(file, verb.parts, "it has marks that tell nothing apart", f"write {lemmas[0]}")
