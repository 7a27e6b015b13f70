import json
import re

import pytest

from termaccord.model import Finding, Place, Rendering, Severity, Span
from termaccord.project.baseline import (
    Baseline,
    Entry,
    Outlook,
    entries,
    gone,
    parse,
    renewed,
    serialize,
    sift,
)
from termaccord.project.errors import UsageError

OUTLOOK = Outlook(
    paths={"ru/a.txt": "corpus/ru/a.txt"},
    languages={"ru/a.txt": "ru"},
    names={"c-1": "Совет портов", "c-2": "Совет портов", "c-9": "Тихая вода"},
)


def place(start: int, file: str = "ru/a.txt") -> Place:
    return Place(file, "", Span(start, start + 5), start)


def term(text: str, start: int = 0, concept: str = "c-1") -> Finding:
    return Finding("T01", "", place(start), Severity.ERROR, concept=concept, text=text)


def number(text: str, start: int = 0, file: str = "ru/a.txt") -> Finding:
    return Finding("N01", "", place(start, file), Severity.ERROR, text=text)


def conflict(*forms: str, concept: str = "c-9", start: int = 0) -> Finding:
    variants = tuple(Rendering(form, (place(start + i),)) for i, form in enumerate(forms))
    return Finding("C10", "", place(start), concept=concept, variants=variants)


def known(*findings: Finding) -> Baseline:
    return Baseline("ports", entries(findings, OUTLOOK))


def new(baseline: Baseline, *findings: Finding) -> list[Finding]:
    return list(sift(findings, baseline, OUTLOOK)[0])


def test_a_known_conflict_may_move() -> None:
    assert (
        new(known(conflict("Quiet Water", "Still Water")), conflict("Still Water", "Quiet Water", start=70))
        == []
    )


def test_a_new_rendering_of_a_known_conflict_is_new() -> None:
    baseline = known(conflict("Quiet Water", "Still Water"))
    worse = conflict("Quiet Water", "Still Water", "Calm Waters")

    assert new(baseline, worse) == [worse]


def test_a_conflict_that_has_lost_a_rendering_is_known() -> None:
    baseline = known(conflict("Quiet Water", "Still Water", "Calm Waters"))

    assert new(baseline, conflict("Quiet Water", "Still Water")) == []


def test_a_concept_whose_id_has_changed_is_known_by_its_name() -> None:
    assert new(known(term("пристань")), term("пристань", concept="c-2")) == []


def test_another_concept_is_new() -> None:
    found = term("пристань", concept="c-9")

    assert new(known(term("пристань")), found) == [found]


def test_a_rejected_term_is_known_in_every_form() -> None:
    assert new(known(term("пристань")), term("пристани", 40), term("пристанью", 80)) == []


def test_what_only_its_words_tell_apart_is_counted() -> None:
    baseline = known(number("12", 3), number("12", 9))

    assert new(baseline, number("12", 30), number("12", 90)) == []
    assert new(baseline, number("12", 3), number("12", 9), number("12", 20)) == [number("12", 20)]
    assert new(baseline, number("12", 3, "ru/b.txt")) == [number("12", 3, "ru/b.txt")]


def test_what_is_gone_is_told_unless_nobody_looked() -> None:
    baseline = known(term("пристань"), number("12"))
    _, met = sift([number("12")], baseline, OUTLOOK)

    assert [e.code for e in gone(baseline, met, lambda _entry: True)] == ["T01"]
    assert gone(baseline, met, lambda _entry: False) == ()


def test_an_update_keeps_what_was_not_looked_for() -> None:
    baseline = known(term("пристань"), number("12"))
    found = entries([conflict("Quiet Water", "Still Water")], OUTLOOK)

    kept = renewed(baseline, found, "ports", lambda entry: entry.code == "T01")

    assert [e.code for e in kept.entries] == ["C10", "N01"]


def test_a_baseline_comes_back_as_it_was_written_whatever_the_order() -> None:
    findings = [conflict("Still Water", "Quiet Water"), number("12"), number("12", 7), term("пристань")]

    written = serialize(known(*findings))

    assert written == serialize(known(*reversed(findings)))
    assert parse(written, "b.json") == known(*findings)
    assert b'"line"' not in written


def test_an_entry_says_what_it_is_about() -> None:
    assert known(term("пристанью", 5), term("пристани")).entries == (
        Entry("T01", "Совет портов", "c-1", ("пристани",), ("corpus/ru/a.txt",), 2),
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"null",
        b"[[document]]",
        b'{"format": "sarif", "version": 1}',
        b'{"format": "termaccord baseline", "version": 1, "project": "x", "findings": [1]}',
        b'{"format": "termaccord baseline", "version": 1, "project": "x", "findings": [{"code": "T01"}]}',
    ],
)
def test_what_is_no_baseline_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UsageError, match=re.escape("b.json is no baseline")):
        parse(data, "b.json")


def test_a_later_version_is_one_sentence() -> None:
    data = json.dumps({"format": "termaccord baseline", "version": 9, "project": "", "findings": []})

    with pytest.raises(UsageError, match="version 9"):
        parse(data.encode(), "b.json")
