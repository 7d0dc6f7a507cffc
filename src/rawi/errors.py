"""Everything that Rawi raises on purpose, in one tree.

RawiError                    catch this to catch all of them
├── UsageError               the call itself is wrong: an option, a date, a file that is not there
├── PageError                the bytes given hold no article that can be read
│   ├── NotArabicError       an article, but in another language
│   └── LeftOutError         a record of an archive that is no Arabic article, as most in a crawl are not
├── KnowledgeError           a knowledge file says something that cannot be right
└── ChronicleError           a chronicle cannot be opened, read or written as asked
    └── NotThereError        it holds nothing of that id or name

Every message is one line that names the place, the cause and, where there is one, the mend; the command line
prints it as it stands and ends with exit code 2.
"""


class RawiError(Exception):
    """The root of the tree."""


class UsageError(RawiError):
    """The caller asked for something that cannot be done as asked."""


class PageError(RawiError):
    """No article can be read from these bytes."""


class NotArabicError(PageError):
    """The article is not in Arabic."""


class LeftOutError(PageError):
    """A record of an archive that is no Arabic article: crawls hold such, so nothing that was asked for is missing.

    ``reason`` says in a word or two why, alike for all records left out for the same reason: ``not in Arabic``.
    """

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message, reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.args[0])


class KnowledgeError(RawiError):
    """A knowledge file is wrong; the message names the file and the entry."""


class ChronicleError(RawiError):
    """A chronicle cannot be opened, read or written; what it held before is still there."""


class NotThereError(ChronicleError):
    """The chronicle holds no such article, occurrence or actor."""
