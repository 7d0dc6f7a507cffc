"""Find and read the knowledge files: TOML in, typed entries out. What is wrong is named by file and entry."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from rawi.errors import KnowledgeError
from rawi.lore.schema import (
    Anaphora,
    BodyFile,
    BodyHeads,
    Calendars,
    ClauseWords,
    Confidence,
    Contexts,
    Country,
    Entry,
    EventFile,
    FunctionWords,
    GivenNames,
    Grievances,
    Homographs,
    Numbers,
    OutletFile,
    PageWords,
    PartyWords,
    Phrases,
    ReadoutWords,
    RelativeDates,
    Reporting,
    Romanization,
    StatusWords,
    SupportVerbs,
    Titles,
    TriggerEntry,
    Verbs,
    WordClasses,
    WordCounts,
)

T = TypeVar("T")

# Where the knowledge lies; ``RAWI_KNOWLEDGE`` names another folder, built alike.
HOME = Path(os.environ.get("RAWI_KNOWLEDGE") or Path(__file__).parent.parent / "knowledge").resolve()

FOLDERS: dict[str, type[Entry]] = {
    "bodies": BodyFile,
    "countries": Country,
    "events": EventFile,
    "outlets": OutletFile,
}
LANGUAGE: dict[str, type[Entry]] = {
    "anaphora": Anaphora,
    "body_heads": BodyHeads,
    "calendars": Calendars,
    "clauses": ClauseWords,
    "confidence": Confidence,
    "contexts": Contexts,
    "function_words": FunctionWords,
    "given_names": GivenNames,
    "grievances": Grievances,
    "homographs": Homographs,
    "numbers": Numbers,
    "page_words": PageWords,
    "parties": PartyWords,
    "phrases": Phrases,
    "readouts": ReadoutWords,
    "relative_dates": RelativeDates,
    "reporting": Reporting,
    "romanization": Romanization,
    "status_words": StatusWords,
    "support_verbs": SupportVerbs,
    "titles": Titles,
    "verbs": Verbs,
    "word_classes": WordClasses,
    "word_counts": WordCounts,
}


def read(path: Path, kind: type[T]) -> T:
    """One knowledge file as ``kind``. Raises :class:`KnowledgeError` naming file, entry and cause."""
    try:
        content = path.read_bytes()
    except OSError as error:
        mend = "install rawi again, or correct RAWI_KNOWLEDGE"
        raise KnowledgeError(f"{path}: {error.strerror}; {mend}") from None
    return decode(content, kind, shown(path))


def decode(content: bytes, kind: type[T], name: str) -> T:
    """The content of the knowledge file called ``name`` as ``kind``. Raises :class:`KnowledgeError`."""
    try:
        return msgspec.toml.decode(content, type=kind)
    except ValueError as error:
        from rawi.lore.mistakes import of_decoding  # needed only for what should not happen

        raise KnowledgeError(f"{name}: {of_decoding(error, content, kind)}") from None


def shown(path: Path) -> str:
    """A file's name in messages: ``knowledge/countries/SYR.toml``."""
    return f"knowledge/{path.relative_to(HOME).as_posix()}"


def kind_of(path: Path) -> type[Entry]:
    """What a knowledge file must hold. Raises :class:`KnowledgeError` for one that nothing would read."""
    folder, name = path.parent.name, path.stem
    kind = LANGUAGE.get(name) if folder == "language" else FOLDERS.get(folder)
    if kind is None:
        mend = "name it in LANGUAGE of rawi/lore/load.py" if folder == "language" else "move or remove it"
        raise KnowledgeError(f"{shown(path)}: nothing reads this file; {mend}")
    return kind


def language(name: str, kind: type[T]) -> T:
    """The file ``knowledge/language/NAME.toml``, which holds what Rawi knows of the Arabic language."""
    return read(HOME / "language" / f"{name}.toml", kind)


def countries() -> Iterator[Country]:
    """Every country file, by its code."""
    for path in sorted((HOME / "countries").glob("*.toml")):
        country = read(path, Country)
        if country.iso3 != path.stem:
            raise KnowledgeError(f"knowledge/countries/{path.name}: iso3 is {country.iso3}; name the file after it")
        yield country


def bodies() -> Iterator[tuple[str, BodyFile]]:
    """Every file of bodies that belong to no single country, with its name."""
    for path in sorted((HOME / "bodies").glob("*.toml")):
        yield path.stem, read(path, BodyFile)


def outlets() -> Iterator[tuple[str, OutletFile]]:
    """Every file of outlets, with its name."""
    for path in sorted((HOME / "outlets").glob("*.toml")):
        yield path.stem, read(path, OutletFile)


def events() -> Iterator[tuple[str, EventFile]]:
    """Every event category's file, with its name; classes of words are spelt out. Raises :class:`KnowledgeError`."""
    classes = language("word_classes", WordClasses)
    for path in sorted((HOME / "events").glob("*.toml")):
        file = read(path, EventFile)
        try:
            yield path.stem, msgspec.structs.replace(file, trigger=tuple(_spelt_out(entry, classes) for entry in file.trigger))
        except KeyError as error:
            raise KnowledgeError(f"{shown(path)}: there is no class of words {error}; name it in language/word_classes.toml") from None


def _spelt_out(entry: TriggerEntry, classes: WordClasses) -> TriggerEntry:
    having, beside, lacking, by = (classes.spelt_out(words) for words in (entry.having, entry.beside, entry.lacking, entry.by))
    return msgspec.structs.replace(entry, having=having, beside=beside, lacking=lacking, by=by)


@cache
def files() -> tuple[Path, ...]:
    """All knowledge files, in a fixed order."""
    return tuple(sorted(HOME.rglob("*.toml")))


def stamp() -> str:
    """What changes whenever a knowledge file does: a digest of names, sizes and times."""
    digest = hashlib.blake2b(digest_size=10)
    for path in files():
        about = os.stat(path)
        digest.update(f"{path.name}:{about.st_size}:{about.st_mtime_ns};".encode())
    return digest.hexdigest()


@cache
def version() -> str:
    """The knowledge's version: a digest of its content, the same on every machine."""
    digest = hashlib.blake2b(digest_size=4)
    for path in files():
        digest.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
