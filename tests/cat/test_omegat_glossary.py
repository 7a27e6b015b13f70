"""The committed glossary and what is made of it for OmegaT, read by OmegaT's own glossary readers."""

from collections.abc import Iterator

import pytest
from tests.cat.material import GLOSSARY, committed, crossed, glossary
from tests.cat.omegat import Project, Sight, lines, seen

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossaries import FLAVOURS, glossary_for
from termaccord.formats.flavours.glossary.shape import Direction
from termaccord.model import Status

pytestmark = pytest.mark.cat

OURS = glossary(GLOSSARY.read_bytes())
REJECTED = {Status.DEPRECATED, Status.SUPERSEDED}
DIRECTIONS = [("ru", "en"), ("en", "ru")]
FLAVOUR = glossary_for(Tool.OMEGAT, OURS, "for-omegat", "ru", "en").files[0]
NAME = FLAVOUR.name


@pytest.fixture(scope="module", params=DIRECTIONS, ids="-".join)
def looked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Direction, Sight]:
    """A project with both glossaries, and sentences in which their terms stand."""
    source, target = request.param
    side = 0 if source == "ru" else 1
    texts = [pair[side] for m in committed() if m.outlet == "courier" for pair in m.pairs[:12]]
    files = {
        f"glossary/{GLOSSARY.name.replace('csto', 'whole')}": GLOSSARY.read_bytes(),
        f"glossary/{NAME}": FLAVOUR.data,
        "source/text.txt": lines(list(dict.fromkeys(texts))),
    }
    return Direction(source, target), seen(Project(tmp_path_factory.mktemp("omegat"), source, target, files))


def terms(language: str, *, rejected: bool) -> set[str]:
    return {
        term.text
        for concept in OURS.concepts
        for section in concept.languages
        if section.language == language and len(concept.languages) > 1
        for term in section.terms
        if (term.status in REJECTED) == rejected
    }


def test_omegat_reads_every_term_of_the_working_file(looked: tuple[Direction, Sight]) -> None:
    direction, sight = looked
    read = sorted((source, target) for source, target, _ in sight.terms["whole.tbx"])

    assert sight.refused == {}
    assert read == crossed(OURS, direction.source, direction.target)


def test_of_its_flavour_omegat_sees_what_we_say_it_sees(looked: tuple[Direction, Sight]) -> None:
    direction, sight = looked
    shown = FLAVOURS[Tool.OMEGAT].sees(FLAVOUR.data, direction)
    expected = {(s.source, s.target) for s in shown if s.source in terms(direction.source, rejected=False)}

    assert {(source, target) for source, target, _ in sight.terms[NAME]} == expected


def test_omegat_shows_every_line_that_we_say_it_shows(looked: tuple[Direction, Sight]) -> None:
    direction, sight = looked
    shown = FLAVOURS[Tool.OMEGAT].sees(
        FLAVOUR.data, direction
    )  # what it shows the other way stands there turned
    expected = {(s.source, s.target, s.lines) for s in shown}
    read = {(source, target, frozenset(told(comment))) for source, target, comment in sight.terms[NAME]}

    assert read - expected == set()


def told(comment: str) -> Iterator[str]:
    """The lines of a comment, a description without its type."""
    for line in comment.split("\n"):
        kind, colon, text = line.partition(": ")
        yield text if colon and kind in {"subjectField", "definition", "context", "source"} else line


def test_every_good_term_is_offered_and_no_rejected_one(looked: tuple[Direction, Sight]) -> None:
    direction, sight = looked
    sources = {source for source, _, _ in sight.terms[NAME]}
    targets = {target for _, target, _ in sight.terms[NAME]}

    assert sources == terms(direction.source, rejected=False)
    assert targets == terms(direction.target, rejected=False)
    assert not sources & (terms(direction.source, rejected=True) - terms(direction.source, rejected=False))


def test_a_term_that_stands_in_a_sentence_as_it_is_is_found(looked: tuple[Direction, Sight]) -> None:
    direction, sight = looked
    wanted = {
        (number, term)
        for number, (text, _) in enumerate(sight.segments)
        for term in terms(direction.source, rejected=False)
        if f" {term} " in text
    }
    found = {(number, term) for number, pairs in sight.found.items() for term, _ in pairs}

    assert len(wanted) > 20
    assert wanted <= found
