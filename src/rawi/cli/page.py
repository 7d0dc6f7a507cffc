"""``rawi page``: the article as it was read from a page, and where each part of it was found."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.errors import PageError
from rawi.model import Article

_FIELDS = ("title", "published", "updated", "outlet", "url", "author", "section", "deck")


@click.command("page")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--why", is_flag=True, help="Say beside each part where on the page it was found.")
@click.option("--url", help="The page's address, where the file does not hold it.")
@click.option("--json", "as_json", is_flag=True, help="Print the article as JSON, one line an article.")
def command(file: Path, why: bool, url: str | None, as_json: bool) -> None:
    """Show the article in FILE as Rawi reads it: title, time, author, picture, paragraphs, related stories.

    FILE is a page (.html), a text, JSON Lines, a feed, a web archive, a folder, or - for standard input.
    """
    failed = False
    for article, sources in _read(file, url):
        if isinstance(article, PageError):
            click.echo(f"rawi: {article}", err=True)
            failed = True
        elif as_json:
            click.echo(_json(article))
        else:
            click.echo(_shown(article, sources if why else {}))
    if failed:
        raise SystemExit(2)


def _read(file: Path, url: str | None) -> list[tuple[Article | PageError, dict[str, str]]]:
    """The articles in the file. A single page is read with its sources, all else without."""
    from rawi.pages import explain_html, sources

    if file.suffix.lower() in (".html", ".htm", ".xhtml") and file.is_file():
        try:
            found = explain_html(file.read_bytes(), url)
        except PageError as error:
            return [(type(error)(f"{file}: {error}"), {})]
        return [(found.article, found.why)]
    return [(article, {}) for article in sources(str(file))]


def _json(article: Article) -> str:
    import msgspec

    return msgspec.json.encode(article).decode()


def _shown(article: Article, why: dict[str, str]) -> str:
    """The article as lines, each part by its name; ``why`` adds where it was found."""
    lines = [_line(name, getattr(article, name), why.get(name)) for name in _FIELDS]
    if article.tags:
        lines.append(_line("tags", "، ".join(article.tags), None))
    if article.image is not None:
        lines.append(_line("caption", article.image.caption, why.get("image")))
        lines.append(_line("credit", article.image.credit, None))
        lines.append(_line("picture", article.image.url, None))
    lines.append(_line("paragraphs", str(len(article.paragraphs)), why.get("paragraphs")))
    lines.extend(f"    {text}" for text in article.paragraphs)
    lines.extend(_line("related", f"{link.title}  {link.url or ''}".rstrip(), None) for link in article.related)
    lines.extend(_line("warning", text, None) for text in article.warnings)
    return "\n".join(line for line in lines if line)


def _line(name: str, value: str | None, source: str | None) -> str:
    if not value:
        return ""
    return f"{name:11} {value}" + (f"   [{source}]" if source else "")
