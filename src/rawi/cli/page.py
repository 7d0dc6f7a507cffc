"""``rawi page``: the article as it was read from a page, and where each part of it was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from rawi.cli.inputs import ALLOW_PRIVATE, say_left_out
from rawi.errors import LeftOutError, PageError
from rawi.model import Article

_PAGES = (".html", ".htm", ".xhtml")
_FIELDS = ("title", "published", "updated", "outlet", "url", "author", "section", "deck")


@click.command("page")
@click.argument("file", metavar="FILE|URL")
@click.option("--why", is_flag=True, help="Say beside each part where on the page it was found.")
@click.option("--url", help="The page's address, where the file does not hold it.")
@click.option("--json", "as_json", is_flag=True, help="Print the article as JSON, one line an article.")
@click.option("--capture", is_flag=True, help="Save the page and, as JSON, what is read from it: a test to be corrected by hand.")
@click.option("--to", type=click.Path(path_type=Path), default=Path("tests/pages/saved"), show_default=True, help="With --capture: the folder.")
@click.option("--name", help="With --capture: the name of the two files; otherwise from the page's.")
@ALLOW_PRIVATE
def command(file: str, why: bool, url: str | None, as_json: bool, capture: bool, to: Path, name: str | None, allow_private: bool) -> None:
    """Show the article in FILE as Rawi reads it: title, time, author, picture, paragraphs, related stories.

    FILE is a page (.html), a text, JSON Lines, a feed, a web archive, a folder, an address, or - for standard input.
    """
    if capture:
        from rawi.cli.capture import capture as capture_page

        click.echo(capture_page(*_page(file, url, allow_private), to, name))
        return
    failed, left_out = False, Counter[str]()
    for article, sources in _read(file, url, allow_private):
        if isinstance(article, LeftOutError):
            left_out[article.reason] += 1
        elif isinstance(article, PageError):
            click.echo(f"rawi: {article}", err=True)
            failed = True
        elif as_json:
            click.echo(_json(article))
        else:
            click.echo(_shown(article, sources if why else {}))
    say_left_out(left_out)
    if failed:
        raise click.exceptions.Exit(2)


def _read(file: str, url: str | None, allow_private: bool) -> Iterator[tuple[Article | PageError, dict[str, str]]]:
    """The articles in the file. A single page is read with its sources, all else without."""
    from rawi.pages import explain_html, sources

    if not _is_address(file) and not (Path(file).suffix.lower() in _PAGES and Path(file).is_file()):
        yield from ((article, {}) for article in sources(file))
        return
    try:
        content, address = _page(file, url, allow_private)
    except PageError as error:
        yield error, {}
        return
    try:
        yield explain_html(content, address)
    except PageError as error:
        yield type(error)(f"{file}: {error}"), {}


def _page(file: str, url: str | None, allow_private: bool) -> tuple[bytes, str | None]:
    """A page's bytes and its address where it is known. Raises :class:`PageError` where it cannot be had."""
    if _is_address(file):
        from rawi.pages.fetch import Fetcher, Manners

        got = Fetcher(Manners(allow_private=allow_private)).fetch(file)
        return got.body or b"", url or got.url
    try:
        return Path(file).read_bytes(), url
    except OSError as error:
        raise PageError(f"{file}: {error.strerror}; give a page or an address") from None


def _is_address(file: str) -> bool:
    return file.startswith(("http://", "https://"))


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
