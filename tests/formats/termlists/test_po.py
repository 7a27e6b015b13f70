"""A glossary as a PO compendium, and a PO file as a glossary."""

import polib
from tests.formats.termlists.harbour import HARBOUR

from termaccord.formats.termlists import po
from termaccord.model import Status, Subject

FOREIGN = r"""
msgid ""
msgstr ""
"Language: ru\n"
"Content-Type: text/plain; charset=UTF-8\n"

#. Shown on the quay
msgid "weir"
msgstr "плотина"

#, fuzzy
msgid "pier"
msgstr "пирс?"

msgid "%d boat"
msgid_plural "%d boats"
msgstr[0] "%d лодка"
msgstr[1] "%d лодки"

#~ msgid "old"
#~ msgstr "старое"
"""


def test_each_usable_term_is_a_message_and_homonyms_are_told_apart() -> None:
    catalog = polib.pofile(po.written(HARBOUR, "en", "ru").data.decode())

    assert [(entry.msgctxt, entry.msgid, entry.msgstr) for entry in catalog] == [
        (None, "Harbour Board", "Портовый совет"),
        (None, "HB", "Портовый совет"),
        (None, "lock", "шлюз"),
        ("c-door-lock", "lock", "замок"),
    ]
    assert "source also: Port Panel" in catalog[0].comment


def test_what_comments_say_comes_back() -> None:
    made = po.written(HARBOUR, "en", "ru")

    assert {loss.subject for loss in made.losses} == {Subject.DATA_CATEGORY}
    board = po.parse(made.data, "harbour.po").value.concepts[0]
    assert [(term.text, term.status) for term in board.languages[0].terms] == [
        ("Harbour Board", Status.PREFERRED),
        ("HB", Status.ADMITTED),
        ("Port Panel", Status.DEPRECATED),
    ]


def test_a_foreign_catalog_is_a_glossary_of_its_sure_messages() -> None:
    reading = po.parse(FOREIGN.encode(), "app.po")

    assert [[s.terms[0].text for s in c.languages] for c in reading.value.concepts] == [
        ["weir", "плотина"],
        ["%d boat", "%d лодка"],
    ]
    assert reading.value.concepts[0].extra[0].text == "Shown on the quay"
    assert [finding.code for finding in reading.findings] == ["F309", "F314"]
