"""Concepts put away in an index and taken out again."""

from hypothesis import HealthCheck, given, settings
from tests.formats.strategies import GLOSSARIES, odd_glossaries

from termaccord.model import Finding, Glossary, Place, Severity, say
from termaccord.store.lookup.shelf import noted, recalled, shelved, taken

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(GLOSSARIES | odd_glossaries(1))
def test_nothing_is_lost_on_the_shelf(glossary: Glossary) -> None:
    assert tuple(taken(shelved(concept)) for concept in glossary.concepts) == glossary.concepts


def test_a_finding_is_told_again_about_the_file_as_it_is_called_now() -> None:
    message = say("{file}: {count} terms without a language", file="old.tbx", count=3)
    finding = Finding("F001", message, Place("old.tbx", "c-1", line=4, column=2), Severity.ERROR)
    again = recalled(noted(finding), "new.tbx")

    assert (again.place.file, again.place.line, again.severity) == ("new.tbx", 4, Severity.ERROR)
    assert (again.message.template, again.message.arguments["count"]) == (message.template, 3)


def test_braces_in_a_plain_sentence_are_no_places_to_fill() -> None:
    finding = Finding("F001", "a term “{x}” is odd", Place("a.tbx"))

    assert recalled(noted(finding), "a.tbx").message == "a term “{x}” is odd"
