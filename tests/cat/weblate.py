"""A Weblate of the tests' own: its program, a database that lives as long as they do, no web server."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory
from typing import Any

from tests.cat.material import ROOT
from tests.cat.programs import need, run

PYTHON = Path(os.environ.get("TERMACCORD_WEBLATE", ROOT / ".venv/weblate/bin/python"))
"""Of the environment that Weblate is installed in; `make test-cat-all` makes it."""
PACKAGES = "postgresql postgresql-contrib, and then make test-cat-all"
DEBIAN = Path(__file__).with_name("debian")


def asked(folder: Path, question: dict[str, Any]) -> dict[str, Any]:
    """What Weblate answers, from a database that is new."""
    need(str(PYTHON), str(_programs() / "initdb"), package=PACKAGES)
    (folder / "question.json").write_text(json.dumps(question), "utf-8")
    with _database() as port:
        environment = {
            "DJANGO_SETTINGS_MODULE": "weblate_settings",
            "PYTHONPATH": str(DEBIAN),
            "TERMACCORD_WEBLATE_DATA": str(folder / "data"),
            "TERMACCORD_WEBLATE_PORT": str(port),
            "GIT_CONFIG_GLOBAL": "/dev/null",
        }
        python = PYTHON.absolute()
        weblate = python.with_name("weblate")
        run([weblate, "migrate", "--noinput", "--skip-checks"], folder, 300, environment)
        command = [python, DEBIAN / "weblate_look.py", "question.json", "answer.json"]
        run(command, folder, 300, environment)
    return dict(json.loads((folder / "answer.json").read_text("utf-8")))


@contextmanager
def _database() -> Iterator[int]:
    """A PostgreSQL that listens on this machine alone and forgets everything."""
    with TemporaryDirectory(prefix="termaccord-weblate-") as folder, socket() as one:
        one.bind(("127.0.0.1", 0))
        port = int(one.getsockname()[1])
        one.close()
        programs, data = _programs(), Path(folder) / "data"
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        _as_postgres(f"{programs}/initdb -D {data} -A trust -E UTF8 --locale=C.UTF-8")
        _as_postgres(f"{programs}/pg_ctl -D {data} -o '{options}' -l {data}/log -w start")
        try:
            for order in ("create role weblate superuser login", "create database weblate owner weblate"):
                _as_postgres(f"psql -h 127.0.0.1 -p {port} -d postgres -c '{order}'")
            yield port
        finally:
            _as_postgres(f"{programs}/pg_ctl -D {data} -m immediate stop")


def _as_postgres(command: str) -> None:
    """PostgreSQL refuses to run as root."""
    quiet = f"{command} >/dev/null"
    user = ["su", "postgres", "-s", "/bin/sh", "-c"] if os.geteuid() == 0 else ["sh", "-c"]
    run([*user, quiet], Path("/"), 120)


def _programs() -> Path:
    """Where Debian keeps the programs of its newest PostgreSQL."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    return folders[-1] if folders else Path("/usr/lib/postgresql")
