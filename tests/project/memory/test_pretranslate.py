"""Files filled from a memory: the right translation, the right state, and a true account of it."""

import polib
import pytest
from tests.project.memory.memories import matcher, pair

from termaccord.formats.filling import Standing
from termaccord.model import Inline, TranslationUnit, Variant
from termaccord.project.memory.reckoning.filling import Pretranslated, Wish, pretranslate

FERRY = "The night ferry leaves the old harbour at ten."
PAROM = "Ночной паром отходит из старой гавани в десять."
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n'


def catalog(*sources: str) -> str:
    return HEAD + "".join(f'\nmsgid "{source}"\nmsgstr ""\n' for source in sources)


def filled(data: str, *units: TranslationUnit, wish: Wish | None = None, name: str = "a.po") -> Pretranslated:
    return pretranslate(data.encode(), name, matcher(*units), wish=wish)


def entries(result: Pretranslated) -> dict[str, tuple[str, bool]]:
    return {e.msgid: (e.msgstr, e.fuzzy) for e in polib.pofile(result.data.decode())}


def test_exact_matches_are_put_in_as_done_and_fuzzy_ones_for_review() -> None:
    result = filled(
        catalog("Snow fell.", FERRY, "Tickets are sold on board!"),
        pair(FERRY, PAROM),
        pair("Tickets are sold on board.", "Билеты продаются на борту."),
    )

    found = entries(result)
    assert found[FERRY] == (PAROM, False)
    assert found["Tickets are sold on board!"][1]
    assert found["Snow fell."] == ("", False)
    assert [(band.name, count) for band, count in result.by_band] == [("100", 1), ("95-99", 1)]
    assert (result.without, result.closed) == (1, 0)


def test_without_fuzzy_matches_only_exact_ones_are_put_in() -> None:
    result = filled(
        catalog(FERRY, "Tickets!"), pair(FERRY, PAROM), pair("Tickets.", "Билеты."), wish=Wish(fuzzy=False)
    )

    assert entries(result) == {FERRY: (PAROM, False), "Tickets!": ("", False)}


def test_exact_matches_can_be_marked_for_review_too() -> None:
    result = filled(catalog(FERRY), pair(FERRY, PAROM), wish=Wish(review=True))

    assert entries(result) == {FERRY: (PAROM, True)}


def test_where_the_memory_knows_two_translations_a_person_decides() -> None:
    result = filled(
        catalog("Quay", "x"),
        pair("Pier", "Пирс"),
        pair("Quay", "Причал"),
        pair("Boat", "Судно"),
        pair("Quay", "Набережная"),
    )

    assert entries(result)["Quay"][1]
    assert result.several == 1


def test_a_match_in_context_decides_between_two_translations() -> None:
    result = filled(
        catalog("Pier", "Quay", "Boat"),
        pair("Pier", "Пирс"),
        pair("Quay", "Причал"),
        pair("Boat", "Судно"),
        pair("Sand", "Песок"),
        pair("Quay", "Набережная"),
    )

    assert entries(result)["Quay"] == ("Причал", False)
    assert result.several == 0


def test_every_plural_form_gets_its_own() -> None:
    data = HEAD + '\nmsgid "%d boat"\nmsgid_plural "%d boats"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n'
    units = (
        pair("%d boat", "%d лодка", "%d boat[0]"),
        pair("%d boats", "%d лодки", "%d boat[1]"),
        pair("%d boats", "%d лодок", "%d boat[2]"),
    )

    result = filled(data, *units)

    (entry,) = polib.pofile(result.data.decode())
    assert (entry.msgstr_plural, entry.fuzzy) == ({0: "%d лодка", 1: "%d лодки", 2: "%d лодок"}, False)


def test_a_plural_form_out_of_a_plain_segment_is_looked_at() -> None:
    data = HEAD + '\nmsgid "%d boat"\nmsgid_plural "%d boats"\nmsgstr[0] ""\nmsgstr[1] ""\n'

    result = filled(data, pair("%d boat", "%d лодка"), pair("%d boats", "%d лодок"))

    (entry,) = polib.pofile(result.data.decode())
    assert entry.fuzzy


def test_white_space_around_a_segment_is_that_of_the_file() -> None:
    result = filled(catalog(f"  {FERRY}\\n"), pair(FERRY, PAROM))

    ((target, _),) = entries(result).values()
    assert target == f"  {PAROM}\n"


def test_nothing_found_gives_the_same_bytes() -> None:
    result = filled(catalog("Snow fell."), pair(FERRY, PAROM))

    assert result.data == catalog("Snow fell.").encode()
    assert not result.changed


def test_codes_of_the_memory_become_those_of_the_file() -> None:
    bold = Inline("open", "bpt", "<b>", (("i", "1"),)), Inline("close", "ept", "</b>", (("i", "1"),))
    unit = TranslationUnit(
        "", (Variant("en", ("The ", bold[0], "ferry", bold[1])), Variant("ru", (bold[0], "Паром", bold[1])))
    )
    data = (
        '<xliff version="1.2"><file original="a" source-language="en" target-language="ru"><body><trans-unit id="1">'
        "<source>The <g id='42'>ferry</g></source></trans-unit></body></file></xliff>"
    )

    result = filled(data, unit, name="a.xlf")

    assert "><g id='42'>Паром</g></target>" in result.data.decode()
    assert result.bare == 0


def test_what_cannot_be_read_is_an_error_and_stays() -> None:
    result = filled("<xliff", name="a.xlf")

    assert result.data == b"<xliff"
    assert any(finding.severity == "error" for finding in result.findings)


@pytest.mark.parametrize("least", [60, 90])
def test_matches_below_the_least_score_stay_out(least: int) -> None:
    result = filled(
        catalog("The night ferry leaves the new harbour at nine."), pair(FERRY, PAROM), wish=Wish(least=least)
    )

    assert result.changed is (least == 60)
    assert all(one.standing is Standing.FUZZY for one in result.made)


def test_what_stands_beside_a_repaired_match_is_the_memory_as_it_is() -> None:
    data = (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" '
        'target-language="ru" datatype="plaintext"><body><trans-unit id="1"><source>Lower 3 boats.</source></trans-unit>'
        "</body></file></xliff>"
    )

    result = filled(data, pair("Lower 12 boats.", "Спустите 12 лодок."), name="a.xlf").data.decode()

    assert ">Спустите 3 лодки.</target><alt-trans" in result
    assert "<source>Lower 12 boats.</source><target>Спустите 12 лодок.</target></alt-trans>" in result


def test_the_same_code_is_the_same_whether_or_not_a_tool_describes_it() -> None:
    data = (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" '
        'target-language="ru" datatype="plaintext"><body><trans-unit id="1"><source>Quay<ph id="7">&lt;br/&gt;</ph>'
        "</source></trans-unit></body></file></xliff>"
    )
    line = Inline("alone", "ph", "<br/>", (("x", "1"), ("type", "lb")))
    sides = Variant("en", ("Quay", line)), Variant("ru", ("Причал", line))

    result = filled(data, TranslationUnit("", sides), name="a.xlf")

    assert [one.fill.score for one in result.made] == [102]
    assert (
        '<target state="translated" state-qualifier="exact-match">Причал<ph id="7">' in result.data.decode()
    )
