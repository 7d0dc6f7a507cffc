"""``rawi serve``: the reading room."""

from __future__ import annotations

import os
import socket

import click

from rawi.errors import UsageError


@click.command("serve")
@click.option(
    "--db", default="rawi.db", show_default=True, metavar="FILE|URL", help="The chronicle: a file, made where there is none, or postgresql://…"
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; other than this machine's own it needs a token.")
@click.option("--port", default=8321, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on; 0 takes a free one.")
@click.option("--token", envvar="RAWI_TOKEN", help="What readers sign in with, and programs send as a bearer; also RAWI_TOKEN.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="A further name that the room answers to.")
@click.option("--read-only", is_flag=True, help="Show and read, but store nothing.")
@click.option("--cors", metavar="ORIGIN", help="An origin whose pages may read /api.")
def command(db: str, host: str, port: int, token: str | None, allow_host: tuple[str, ...], read_only: bool, cors: str | None) -> None:
    """Open the reading room in a browser: articles, their records, and the chronicle.

    It stays open until Ctrl-C. Nothing is loaded from elsewhere, and only this machine can reach it unless --host says otherwise.
    """
    from rawi.web.settings import Settings

    settings = Settings(db=db, host=host, token=token, allow_hosts=allow_host, read_only=read_only, cors=cors)
    import uvicorn

    from rawi.web import make_app
    from rawi.web.warming import warm

    with _listen(host, port) as listener:
        app = make_app(settings)
        warm(app, settings)
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"The reading room is open at http://{shown}:{listener.getsockname()[1]}/  (Ctrl-C closes it)")
        config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=False, proxy_headers=False,
                                timeout_keep_alive=20, limit_concurrency=200, h11_max_incomplete_event_size=32768)  # fmt: skip
        uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises :class:`UsageError` where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)  # whoever comes before the room is ready waits
    except OSError as error:
        listener.close()
        raise UsageError(f"--host {host} --port {port}: {error.strerror or error}; give another --port") from None
    return listener
