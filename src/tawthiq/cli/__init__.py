"""The command line. Results go to stdout, everything else to stderr.

Exit codes: 0 what was asked holds or is done; 1 it does not hold; 2 the command was
called wrongly; 3 it could not be found out. A command never says 1 for 3.

Heavy imports stay inside the commands, so that ``--help`` and a cold start are quick;
what touches the database is imported after ``start``, which sets it up.
"""

from __future__ import annotations

import sys

import typer

from tawthiq.cli.backing_up import backup
from tawthiq.cli.cases import case, example
from tawthiq.cli.checking import check
from tawthiq.cli.checkpointing import checkpoint
from tawthiq.cli.counting import count
from tawthiq.cli.ends import COULD_NOT, WRONGLY_CALLED
from tawthiq.cli.evidence_commands import evidence, package
from tawthiq.cli.importing import import_table
from tawthiq.cli.law import law
from tawthiq.cli.linking import link
from tawthiq.cli.options import Tongue, own_tongue
from tawthiq.cli.places import places
from tawthiq.cli.serving import serve
from tawthiq.cli.verifying import verify
from tawthiq.cli.victims import victims
from tawthiq.cli.witnessing import witness
from tawthiq.errors import TawthiqError, UnknownNameError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Tawthiq (توثيق): from what sources claim to a statement whose numbers lead back.",
)
app.command("serve")(serve)
app.command("check")(check)
app.command("count")(count)
app.command("import")(import_table)
app.command("link")(link)
app.command("verify")(verify)
app.command("checkpoint")(checkpoint)
app.add_typer(witness, name="witness")
app.add_typer(backup, name="backup")
app.add_typer(example, name="example")
app.add_typer(case, name="case")
app.add_typer(places, name="places")
app.add_typer(law, name="law")
app.command("package")(package)
app.add_typer(evidence, name="evidence")
app.add_typer(victims, name="victims")


def main() -> None:
    """Run a command; an error raised on purpose is a sentence and never a traceback."""
    try:
        app()
    except UnknownNameError as error:
        _leave(error, WRONGLY_CALLED)
    except TawthiqError as error:
        _leave(error, COULD_NOT)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(COULD_NOT)
    except KeyboardInterrupt:
        sys.exit(130)


def _leave(error: TawthiqError, code: int) -> None:
    said = error.ar if own_tongue() is Tongue.ARABIC else error.en
    sys.stderr.write(f"tawthiq: {said}\n")
    sys.exit(code)
