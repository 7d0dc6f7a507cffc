"""Everything that Rawi raises on purpose, in one tree.

RawiError                    catch this to catch all of them
├── UsageError               the call itself is wrong: an option, a date, a file that is not there
├── PageError                the bytes given hold no article that can be read
│   └── NotArabicError       an article, but in another language
│       └── LeftOutError     the same, in an archive, where pages in other languages are to be expected
└── KnowledgeError           a knowledge file says something that cannot be right

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


class LeftOutError(NotArabicError):
    """A page of an archive that is not in Arabic: crawls hold such, so nothing that was asked for is missing."""


class KnowledgeError(RawiError):
    """A knowledge file is wrong; the message names the file and the entry."""
