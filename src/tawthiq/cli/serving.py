"""``tawthiq serve``: the pages, on this machine only."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tawthiq.cli.options import Home

_HOST = "127.0.0.1"  # this machine and nobody else
_LARGEST_REQUEST = 121_000_000  # bytes; the pages take files of 120 MB and say so


def serve(
    home: Home = None,
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 8000,
    example: Annotated[
        str, typer.Option(help="Load this example first, where it is not there yet.")
    ] = "",
) -> None:
    """Serve the pages at http://127.0.0.1:8000, to this machine and nobody else."""
    from tawthiq.actions.start import start

    found = start(home or "")
    if example:
        from tawthiq.actions.load_example import load_example
        from tawthiq.actions.rights import whoever_runs_this
        from tawthiq.store.queries.cases import has_case

        if not has_case(example):
            sys.stderr.write(f"loading the example {example} into {found.folder} …\n")
            load_example(example, by=whoever_runs_this())
    _listen(port)


def _listen(port: int) -> None:
    import waitress
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    try:
        server = waitress.create_server(
            application,
            host=_HOST,
            port=port,
            threads=4,
            max_request_body_size=_LARGEST_REQUEST,
        )
    except OSError as error:
        sys.stderr.write(
            f"tawthiq: port {port} cannot be used ({error.strerror}); choose another with --port\n"
        )
        raise typer.Exit(3) from error
    sys.stdout.write(f"http://{_HOST}:{port}/\n")
    sys.stdout.flush()
    server.run()
