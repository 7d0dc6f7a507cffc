"""A chronicle in other forms: whole, to be read back (:mod:`rawi.chronicle.export.whole`), and what a filter finds, as tables, feeds and graphs.

jsonl     everything: articles with all their versions, and what was joined and split by hand
csv       occurrences, tellings or articles, one a row
parquet   the same (extra ``parquet``)
plover    event rows as PLOVER's data sets have them, one a pair of actor and recipient
graphml   who acts toward whom
rss, ics  occurrences as a feed, and as days of a calendar
"""
