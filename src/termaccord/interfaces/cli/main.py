"""The group of all commands; each command's module is loaded only when it is called."""

import gc
import locale
import os
import sys
from contextlib import suppress

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.lazy import lazy_group
from termaccord.interfaces.translation import _, spoken, teach_click
from termaccord.project.errors import UsageError

COMMANDS = {
    "build": "termaccord.interfaces.cli.build",
    "align": "termaccord.interfaces.cli.align",
    "extract": "termaccord.interfaces.cli.extract",
    "lint": "termaccord.interfaces.cli.lint",
    "lookup": "termaccord.interfaces.cli.lookup",
    "terms": "termaccord.interfaces.cli.terms.group",
    "memory": "termaccord.interfaces.cli.memory.group",
    "convert": "termaccord.interfaces.cli.convert",
    "validate": "termaccord.interfaces.cli.validate",
    "rules": "termaccord.interfaces.cli.rules",
}


@lazy_group(
    COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help=_("Parallel texts in; a TBX glossary, a TMX memory and every inconsistent rendering out."),
)
@click.version_option(
    package_name="termaccord", message="%(prog)s %(version)s", help=_("Show the version and exit.")
)
def main() -> None:
    """Take part as the root of all commands."""


def _single_threaded() -> None:
    """
    Let linear algebra use one thread, unless the user has said otherwise; it reads this once, when it is loaded.

    What is large is shared out over processes, and threads of theirs would fight over the cores.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def entry() -> None:
    """The script: a user's mistake is one sentence and exit status 2, never a traceback."""
    # Records hold no cycles, and to look for some takes a third of the time.
    gc.set_threshold(100_000, 50, 100)
    _single_threaded()
    teach_click()
    with suppress(locale.Error, AttributeError):  # Windows has no such category
        locale.setlocale(locale.LC_MESSAGES, "")  # the system's reasons, such as “Permission denied”
    try:
        status = main.main(prog_name="termaccord", standalone_mode=False)
    except UsageError as error:
        console.complain(spoken(error.message))
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except (click.Abort, KeyboardInterrupt):
        console.complain(_("interrupted; nothing was left half written"))
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    except Exception as error:
        if type(error).__module__ != "sqlite3":
            raise
        console.complain(
            _(
                "an index or the memory cannot be read ({reason}); move .termaccord away, or the folder that --memory names: "
                "what the project's files hold is read again, the rest with “termaccord memory import”"
            ).format(reason=error)
        )
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)
