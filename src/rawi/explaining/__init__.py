"""Why a record says what it says: each found thing with the entry of the knowledge and the rule that made it.

>>> from rawi.model import Article
>>> told = explain(Article(title="", paragraphs=("التقى وزير الخارجية المصري بدر عبد العاطي نظيره الأردني أيمن الصفدي.",), published="2025-02-12"))
>>> [(role.name, role.slot) for role in told.events[0].roles]
[('بدر عبد العاطي', 'subject'), ('أيمن الصفدي', 'object')]
"""

from __future__ import annotations

from rawi.events.trace import Trace
from rawi.explaining.chains import chains
from rawi.explaining.events import events
from rawi.explaining.parts import Explanation
from rawi.explaining.sentences import sentences
from rawi.explaining.view import View
from rawi.explaining.who import actors, dates
from rawi.model import Article
from rawi.reading import read_closely

__all__ = ["Explanation", "explain"]


def explain(article: Article) -> Explanation:
    """Read an article and say why: about three times the cost of reading it. Never raises for what the text says."""
    trace = Trace()
    view = View(read_closely(article, trace), trace)
    return Explanation(
        id=article.id, title=article.title, actors=actors(view), dates=dates(view), chains=chains(view), events=events(view),
        sentences=sentences(view),
    )  # fmt: skip
