"""
Real English and Russian pairs: the messages of Debian packages and their translations.

`pairs` downloads the packages with apt-get (about half a gigabyte, once, into a cache folder outside the repository),
reads their compiled catalogues and keeps what has three words or more. Nothing is installed.
Usage: python benchmarks/_packages.py, which says what has come from which version.
"""

import io
import os
import re
import shutil
import struct
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

Pair = tuple[str, str]

PACKAGES = (
    "amule-common anjuta-common apt aptitude-common ardour-data audacious-plugins-data audacity-data bash "
    "binutils-common bluefish-data brasero-common caja-common calligra-data cantor cinnamon-l10n "
    "claws-mail-i18n coreutils cryptsetup-bin darktable dia-common digikam-data dnf-data dolphin dpkg "
    "easytag epiphany-browser-data evolution-common evolution-data-server-common exfalso filezilla-common "
    "freeciv-data gajim gcc-12-locales geany-common geary gedit-common gettext gimp-data git gnome-builder "
    "gnome-control-center-data gnome-disk-utility gnome-shell-common gnome-software-common "
    "gnome-terminal-data gnucash-common gnumeric-common gnupg-l10n gpredict gramps grisbi-common grub-common "
    "gtkpod-data gufw gvfs-common hexchat-common hugin-data inkscape iso-codes k3b-i18n kate5-data "
    "kdenlive-data kdepim-addons kdepim-runtime kdevelop-l10n kgeography-data kget kicad kig kio kleopatra "
    "kmail kmymoney-common konsole korganizer kphotoalbum krita-l10n krusader ktorrent-data kwin-data "
    "libc-l10n libglib2.0-data libgtk-3-common libgtk2.0-common libkf5akonadi-data "
    "libkf5kdelibs4support-data libparted-i18n libreoffice-l10n-ru libsane-common libvirt-l10n login "
    "lokalize lyx-common make-guile marco-common mate-applets-common mate-control-center-common "
    "mate-panel-common mate-utils-common mc-data mercurial-common minetest-data mutt nano nautilus-data "
    "neomutt network-manager network-manager-gnome okular orca pidgin-data plasma-desktop-data "
    "plasma-workspace-data pluma-common poedit-common postgresql-15 postgresql-client-15 pulseaudio "
    "remmina-common rhythmbox-data shotwell-common skrooge-common sssd-common sylpheed-i18n synaptic "
    "system-config-printer-common tar tellico-data texinfo thunar-data util-linux-locales vim-runtime "
    "vlc-l10n wget wx3.2-i18n wxmaxima xine-ui xsane-common"
)
"""Language packs, desktops, large applications: each gives two hundred pairs or more."""
NAMES = sorted(PACKAGES.split())
CATALOGUE = re.compile(r"/ru/LC_MESSAGES/[^/]+\.mo$")
LEAST_WORDS = 3
LONGEST = 1000
"""Characters; a few messages are whole licences."""
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def cache() -> Path:
    """Where packages and memories are kept from run to run; TERMACCORD_BENCH names another place."""
    home = os.environ.get("TERMACCORD_BENCH")
    folder = Path(home) if home else Path.home() / ".cache" / "termaccord-bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def pairs() -> list[Pair]:
    """
    All pairs of all packages that can be had, without doubles, in order of their text.

    Empty where there is no apt: the caller falls back on the project's own texts.
    """
    kept = cache() / "pairs.tsv"
    if not kept.exists():
        found = sorted({pair for package in _packages() for pair in _pairs(package)})
        kept.write_text("".join(f"{source}\t{target}\n" for source, target in found), "utf-8")
    lines = kept.read_text("utf-8").splitlines()
    return [(source, target) for source, _, target in (line.partition("\t") for line in lines)]


def _packages() -> list[Path]:
    """The packages' files, downloaded where they are not there yet."""
    folder = cache() / "debs"
    folder.mkdir(exist_ok=True)
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        print("no apt here: the memory is made of the project's own texts", file=sys.stderr)
        return []
    there = {path.name.split("_")[0] for path in folder.glob("*.deb")}
    for name in NAMES:
        if name not in there:
            subprocess.run(
                ["apt-get", "-qq", "download", name], cwd=folder, stderr=subprocess.DEVNULL, check=False
            )
    return sorted(path for path in folder.glob("*.deb") if path.name.split("_")[0] in NAMES)


def _pairs(package: Path) -> Iterator[Pair]:
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(package)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
            for member in archive:
                wanted = member.isfile() and CATALOGUE.search(member.name)
                content = archive.extractfile(member) if wanted else None
                if content:
                    yield from _messages(content)


def _messages(content: io.BufferedIOBase | tarfile.ExFileObject) -> Iterator[Pair]:
    """The messages of a compiled catalogue, each of its plural forms by itself, as GNU gettext's manual lays it out."""
    data = content.read()
    if len(data) < 28:
        return
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    count, sources, targets = struct.unpack_from(f"{order}3I", data, 8)
    for number in range(count):
        texts = []
        for table in (sources, targets):
            length, offset = struct.unpack_from(f"{order}2I", data, table + 8 * number)
            texts.append(data[offset : offset + length])
        try:
            source, target = (text.decode().rpartition("\4")[2].split("\0") for text in texts)
        except UnicodeDecodeError:
            continue
        yield from _worthy({(source[0], target[0]), (source[-1], target[-1])})


def _worthy(candidates: set[Pair]) -> Iterator[Pair]:
    for pair in candidates:
        source, target = (" ".join(UNPRINTABLE.sub(" ", text).split()) for text in pair)
        if len(source.split()) < LEAST_WORDS or not CYRILLIC.search(target) or CYRILLIC.search(source):
            continue
        if max(len(source), len(target)) <= LONGEST:
            yield source, target


def main() -> None:
    found = pairs()
    words = sum(len(source.split()) for source, _ in found)
    print(f"{len(found)} pairs, {words / max(len(found), 1):.1f} words a source")
    yields: Counter[str] = Counter({path.stem: sum(1 for _ in _pairs(path)) for path in _packages()})
    for name, number in yields.most_common():
        print(f"{number:7} {name}")


if __name__ == "__main__":
    main()
