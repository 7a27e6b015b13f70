"""
What Weblate has when a memory was imported and glossaries were uploaded, and what it offers for segments.

QUESTION_FILE ANSWER_FILE, both JSON; runs under the Python that Weblate is installed for.
"""

import io
import json
import sys
import zipfile
from pathlib import Path

import django

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402  # Django wants to be set up first
from rest_framework.test import APIClient  # noqa: E402
from weblate.auth.models import User  # noqa: E402
from weblate.formats.models import FILE_FORMATS  # noqa: E402
from weblate.glossary.models import get_glossary_terms  # noqa: E402
from weblate.lang.models import Language  # noqa: E402
from weblate.memory.models import Memory  # noqa: E402
from weblate.trans.models import Unit  # noqa: E402

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
PROJECT = "tests"

question = json.loads(Path(sys.argv[1]).read_text("utf-8"))
source = Language.objects.get(code=question["source"])
target = Language.objects.get(code=question["target"])


def imported() -> list[list[str]]:
    """Every pair of the memory, after the import."""
    with Path(question["memory"]).open("rb") as file:
        Memory.objects.import_tmx(None, file, origin="tests", from_file=True, shared=True, status=1)
    return [[one.source, one.target] for one in Memory.objects.all().order_by("pk")]


def offered(text: str) -> list[str]:
    found = Memory.objects.lookup(source, target, text, None, None, True, threshold=75)
    return [one.target for one in found]


class Site:
    """Weblate as a program sees it over the network."""

    def __init__(self) -> None:
        user, _ = User.objects.get_or_create(
            username="tester", defaults={"is_superuser": True, "email": "t@example.org", "full_name": "T"}
        )
        self.client = APIClient()
        self.client.force_authenticate(user)

    def post(self, address: str, data: dict[str, object], kind: str = "json") -> dict[str, object]:
        answer = self.client.post(f"/api/{address}", data, format=kind)
        if answer.status_code >= 300:
            raise SystemExit(f"{address}: {answer.status_code} {answer.data}")
        return answer.data

    def made(self) -> str:
        """A project with the segments as a component; the name of its glossary."""
        self.post("projects/", {"name": PROJECT, "slug": PROJECT, "web": "https://example.org/"})
        component = {
            "name": "text",
            "slug": "text",
            "file_format": "po",
            "filemask": "po/*.po",
            "new_base": "po/text.pot",
            "vcs": "local",
            "repo": "local:",
            "source_language": source.code,
            "zipfile": SimpleUploadedFile("text.zip", packed()),
        }
        self.post(f"projects/{PROJECT}/components/", component, "multipart")
        listed = self.client.get(f"/api/projects/{PROJECT}/components/").data["results"]
        return next(one["slug"] for one in listed if one["is_glossary"])

    def uploaded(self, glossary: str, name: str) -> dict[str, object]:
        file = SimpleUploadedFile("glossary.tbx", Path(name).read_bytes())
        address = f"translations/{PROJECT}/{glossary}/{target.code}/file/"
        return self.post(address, {"file": file, "method": "add"}, "multipart")


def packed() -> bytes:
    entries = "".join(
        f'\nmsgid {json.dumps(text, ensure_ascii=False)}\nmsgstr ""\n' for text in question["texts"]
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("po/text.pot", HEAD + entries)
        archive.writestr(f"po/{target.code}.po", f'{HEAD}"Language: {target.code}\\n"\n{entries}')
    return data.getvalue()


def read(name: str) -> list[dict[str, object]]:
    """A glossary as Weblate reads it where it is the file of a component."""
    file = FILE_FORMATS["tbx"](name, language_code=target.code, source_language=source.code)
    return [
        {"source": u.source, "target": u.target, "forbidden": "forbidden" in u.flags.format()}
        for u in file.all_units
    ]


def glossary_units() -> list[dict[str, object]]:
    units = Unit.objects.filter(translation__component__is_glossary=True, translation__language=target)
    return [
        {"source": u.source, "target": u.target, "forbidden": "forbidden" in u.all_flags}
        for u in units.order_by("pk")
    ]


def terms_in_texts() -> dict[str, list[list[str]]]:
    units = Unit.objects.filter(translation__component__slug="text", translation__language=target)
    return {unit.source: [[term.source, term.target] for term in get_glossary_terms(unit)] for unit in units}


site = Site()
glossary = site.made()
answer = {
    "memory": imported(),
    "offered": {text: offered(text) for text in question["texts"]},
    "uploaded": [site.uploaded(glossary, name) for name in question["glossaries"]],
    "glossary": glossary_units(),
    "read": [one for name in question["glossaries"] for one in read(name)],
    "terms": terms_in_texts(),
}
Path(sys.argv[2]).write_text(json.dumps(answer, default=str), "utf-8")
