"""Words by band, as a translator is paid: what is known, what comes again, what is new."""

from pathlib import Path

import pytest
from tests.project.memory.memories import matcher, pair

from termaccord.model import Inline, UsageError
from termaccord.project.memory.reckoning.bands import bands
from termaccord.project.memory.reckoning.counting import Analysis, Manner, analyse
from termaccord.project.memory.sources import Condition, SourceSegment, SourceText, open_sources

FERRY = "The night ferry leaves the old harbour at ten."
KNOWN = matcher(
    pair("Timetable", "Расписание"),
    pair(FERRY, "Ночной паром отходит из старой гавани в десять."),
    pair("Tickets are sold on board.", "Билеты продаются на борту."),
)


def text(*segments: str | SourceSegment, path: str = "a.txt") -> SourceText:
    return SourceText(
        path, "en", "", tuple(s if isinstance(s, SourceSegment) else SourceSegment((s,)) for s in segments)
    )


def words(analysis: Analysis, file: int | None = None) -> dict[str, int]:
    volumes = analysis.volumes if file is None else analysis.files[file].volumes
    return {band: volume.words for band, volume in volumes.items()}


def test_every_segment_counts_in_the_band_of_its_best_match() -> None:
    found = analyse(
        [text("Snow.", "Timetable", "Tickets are sold on board!", "Nothing of this kind was said.")],
        KNOWN,
        "ru",
    )

    assert words(found) == {"100": 1, "95-99": 5, "new": 7}


def test_a_segment_between_the_same_neighbours_is_a_match_in_context() -> None:
    found = analyse([text("Timetable", FERRY, "Tickets are sold on board.")], KNOWN, "ru")

    assert found.volumes["context"].segments == 3


def test_the_first_of_equal_segments_counts_with_its_match_and_the_others_as_repetitions() -> None:
    new = "A fog came up from the sea."
    found = analyse(
        [text(new, FERRY, new, FERRY, path="a.txt"), text("Rain.", new, new, path="b.txt")], KNOWN, "ru"
    )

    assert words(found, 0) == {"repetition": 7 + 9, "100": 9, "new": 7}
    assert words(found, 1) == {"repetition": 7, "cross-file-repetition": 7, "new": 1}
    assert found.total.words == sum(words(found).values())


def test_a_repetition_with_other_codes_is_none() -> None:
    bold = Inline("open", "bpt", "<b>", (("i", "1"),)), Inline("close", "ept", "</b>", (("i", "1"),))
    again = Inline("open", "bpt", "<b>", (("i", "5"),)), Inline("close", "ept", "</b>", (("i", "5"),))
    plain, one, two = (
        ("Fog ahead",),
        ("Fog ", bold[0], "ahead", bold[1]),
        ("Fog ", again[0], "ahead", again[1]),
    )

    found = analyse([text(*(SourceSegment(content) for content in (plain, one, two)))], KNOWN, "ru")

    assert words(found) == {"repetition": 2, "new": 4}
    assert found.volumes["repetition"].tags == 2


def test_what_is_done_or_closed_is_told_apart_unless_asked_otherwise() -> None:
    segments = (
        SourceSegment((FERRY,), Condition.TRANSLATED),
        SourceSegment(("Keep off",), Condition.LOCKED),
        SourceSegment(("Snow",), Condition.OPEN),
    )

    assert words(analyse([text(*segments)], KNOWN, "ru")) == {"locked": 2, "translated": 9, "new": 1}
    everything = analyse([text(*segments)], KNOWN, "ru", Manner(include_translated=True))
    assert words(everything) == {"locked": 2, "100": 9, "new": 1}


def test_likeness_to_segments_before_counts_where_it_is_asked_for() -> None:
    texts = [
        text(
            "The blue lantern burned at the pier all night.", "The red lantern burned at the pier all night."
        )
    ]

    assert words(analyse(texts, KNOWN, "ru")) == {"new": 18}
    assert words(analyse(texts, KNOWN, "ru", Manner(internal=True))) == {"85-94": 9, "new": 9}


def test_bands_can_be_chosen() -> None:
    found = analyse([text("Tickets are sold on board!")], KNOWN, "ru", Manner(bands=bands((70,))))

    assert words(found) == {"70-99": 5}
    with pytest.raises(UsageError):
        bands((100,))


def test_progress_is_told_over_all_files() -> None:
    told: list[tuple[int, int]] = []

    analyse(
        [text("One"), text("Two", "Three")],
        KNOWN,
        "ru",
        step=lambda _, done, everything: told.append((done, everything)),
    )

    assert told == [(1, 3), (2, 3), (3, 3)]


PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ru\\n"

msgid "Open"
msgstr ""

msgid "Done"
msgstr "Готово"

#, fuzzy
msgid "Perhaps"
msgstr "Может быть"

#~ msgid "Gone"
#~ msgstr "Нет"
"""


def test_any_file_gives_its_source_segments(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text("The fog lifted. The ferry left.", "utf-8")
    (tmp_path / "b.po").write_text(PO, "utf-8")
    (tmp_path / "c.ru.txt").write_text("Туман рассеялся.", "utf-8")

    found = open_sources([str(tmp_path)], "en", "ru")

    assert [(Path(t.path).name, t.language, [s.text for s in t.segments]) for t in found.texts] == [
        ("a.en.txt", "en", ["The fog lifted.", "The ferry left."]),
        ("b.po", "en", ["Open", "Done", "Perhaps"]),
    ]
    assert [s.condition for s in found.texts[1].segments] == [
        Condition.OPEN,
        Condition.TRANSLATED,
        Condition.OPEN,
    ]
    (told,) = found.findings
    assert "c.ru.txt is in ru" in told.message


def test_several_texts_in_other_languages_are_told_in_one_sentence(tmp_path: Path) -> None:
    for name in ("a.ru.txt", "b.ru.txt", "c.en.txt"):
        (tmp_path / name).write_text("Туман рассеялся." if "ru" in name else "The fog lifted.", "utf-8")

    found = open_sources([str(tmp_path)], "en", "ru")

    assert [text.language for text in found.texts] == ["en"]
    assert ["2 texts in" in finding.message for finding in found.findings] == [True]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"\xff\xfe")
    (tmp_path / "b.xlf").write_text("<xliff", "utf-8")
    (tmp_path / "c.en.txt").write_text("The fog lifted.", "utf-8")

    found = open_sources([str(tmp_path)], "en", "ru")

    assert [Path(t.path).name for t in found.texts] == ["c.en.txt"]
    assert any("b.xlf" in finding.place.file for finding in found.findings)


def test_a_path_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="no such file"):
        open_sources(["nowhere"])
