"""translate-toolkit, Debian's and the one that this project is installed with."""

import json
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from subprocess import DEVNULL, Popen
from urllib.error import URLError

from tests.cat.programs import ENVIRONMENT, need, run

PACKAGES = "translate-toolkit python3-levenshtein python3-cheroot"
PYTHONS = {"Debian": "/usr/bin/python3", "PyPI": sys.executable}
LOOK = Path(__file__).with_name("debian") / "look.py"
Pairs = list[tuple[str, str]]
HEAD = """msgid ""
msgstr ""
"Project-Id-Version: shop 1\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {target}\\n"
"X-Source-Language: {source}\\n"
"""


def read(origin: str, folder: Path, *files: Path) -> dict[str, Pairs]:
    """Source and target of each unit, by the file's name, as the toolkit's factory opens it."""
    if origin == "Debian":
        need("/usr/bin/pretranslate", package=PACKAGES)
    said = run([PYTHONS[origin], LOOK, *files], folder)
    found = json.loads(said.splitlines()[-1])["files"]
    return {Path(name).name: [(source, target) for source, target in units] for name, units in found.items()}


def po(source: str, target: str, *sources: str) -> bytes:
    """A PO file with nothing translated."""
    entries = "".join(f'\nmsgid {json.dumps(text, ensure_ascii=False)}\nmsgstr ""\n' for text in sources)
    return (HEAD.format(source=source, target=target) + entries).encode()


@contextmanager
def tmserver(folder: Path, memory: Path, source: str, target: str) -> Iterator[str]:
    """Debian's memory server with one file in it; gives the address to ask, on this machine."""
    need("build_tmdb", "tmserver", package=PACKAGES)
    base = folder / "tm.sqlite"
    run(["build_tmdb", "-d", base, "-s", source, "-t", target, memory], folder)
    port = _free()
    command = ["tmserver", "-b", "127.0.0.1", "-p", str(port), "-d", str(base)]
    server = Popen(command, stdout=DEVNULL, stderr=DEVNULL, cwd=folder, env=ENVIRONMENT)
    try:
        address = f"http://127.0.0.1:{port}/tmserver/{source}/{target}/unit/"
        _wait(address)
        yield address
    finally:
        server.terminate()
        server.wait(20)


def asked(address: str, text: str) -> list[dict[str, object]]:
    """The server's matches for a segment, best first."""
    with urllib.request.urlopen(address + urllib.parse.quote(text, safe=""), timeout=30) as answer:  # noqa: S310  # our own server
        return list(json.loads(answer.read()))


def _free() -> int:
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            asked(address, "x")
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)
