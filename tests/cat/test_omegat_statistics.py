"""
OmegaT's match statistics beside those of `termaccord memory analyse`, on the same text and the same memory.

Full matches, repetitions, segments that are like one of the memory and new ones are the same by both definitions, and so are
segments and characters.
By definition different are the bands of fuzzy matches: OmegaT's statistics count words, spaces and punctuation that are the same,
so that a word exchanged in a long sentence is in its topmost band together with full matches, while we count characters and take
off points. OmegaT does not know our band “in context”: a segment in context is a full match there, or a repetition.
"""

import json
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from tests.cat.material import committed
from tests.cat.omegat import Project, Sight, lines, seen

from termaccord.interfaces.cli.main import main

pytestmark = pytest.mark.cat

NEW = (
    "Осенью садовник пересадил смородину поближе к забору.",
    "Кот проспал весь концерт под роялем.",
    "Эту пуговицу пришивали трижды, и всё напрасно.",
)
FUZZY = ("95-99", "85-94", "75-84", "50-74")
THEIRS = ("95%-100%", "85%-94%", "75%-84%", "50%-74%")


def changed(text: str) -> str:
    """The segment with a word of the middle exchanged for one that stands nowhere."""
    words = text.split(" ")
    middle = next(n for n in range(len(words) // 2, len(words)) if words[n].isalpha())
    return " ".join([*words[:middle], "шурупчик", *words[middle + 1 :]])


@pytest.fixture(scope="module")
def text() -> list[str]:
    """Segments of one sentence from the memory: as they are, changed, repeated; and new ones."""
    known = [s for m in committed() if m.outlet == "courier" for s, _ in m.pairs if s.count(".") == 1]
    long = [s for s in known if 12 <= len(s.split()) <= 19 and s.endswith(".")]
    return [*known[:20], *map(changed, long[20:]), *NEW, known[4], known[0], known[2], NEW[0]]


@pytest.fixture(scope="module")
def omegat(text: list[str], tmp_path_factory: pytest.TempPathFactory) -> Sight:
    files = {f"tm/{m.path.name}": m.data for m in committed() if m.source == "ru"}
    files["source/text.txt"] = lines(text)
    return seen(Project(tmp_path_factory.mktemp("omegat"), "ru", "en", files))


@pytest.fixture(scope="module")
def ours(text: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, int]]:
    """Figures by band, and `total`."""
    root = tmp_path_factory.mktemp("project")
    (root / "termaccord.toml").touch()
    (root / "tmx").mkdir()
    for memory in committed():
        (root / "tmx" / memory.path.name).write_bytes(memory.data)
    path = root / "text.txt"
    path.write_bytes(lines(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        arguments = ("memory", "analyse", "text.txt", "--source-language", "ru", "--target-language", "en")
        answer = CliRunner().invoke(main, [*arguments, "--format", "json"], standalone_mode=False)
    summary = json.loads(answer.stdout)["summary"]
    return {**summary["bands"], "total": summary["total"]}


def segments(figures: dict[str, dict[str, int]], *bands: str) -> int:
    return sum(figures[band]["segments"] for band in bands if band in figures)


def unique(sight: Sight) -> Iterator[int]:
    """The numbers of the segments that stand for the first time."""
    texts = [text for text, _ in sight.segments]
    return (number for number, text in enumerate(texts) if text not in texts[:number])


def test_both_cut_the_text_into_the_same_segments_and_characters(
    text: list[str], omegat: Sight, ours: dict[str, dict[str, int]]
) -> None:
    assert [source for source, _ in omegat.segments] == text
    assert segments(ours, "total") == omegat.statistics["Total"] == len(text)
    assert ours["total"]["characters"] == sum(map(len, text))


def test_full_matches_are_as_many(omegat: Sight, ours: dict[str, dict[str, int]]) -> None:
    full = sum(omegat.best(number) == 100 for number in unique(omegat))

    assert segments(ours, "context", "100") == full == 20


def test_repetitions_are_as_many(omegat: Sight, ours: dict[str, dict[str, int]]) -> None:
    assert segments(ours, "repetition") == omegat.statistics["Repetitions"] == 4


def test_fuzzy_matches_are_as_many(omegat: Sight, ours: dict[str, dict[str, int]]) -> None:
    theirs = sum(50 <= omegat.best(number) < 100 for number in unique(omegat))

    assert segments(ours, *FUZZY) == theirs == sum(omegat.statistics[band] for band in THEIRS) - 20 > 10


def test_new_segments_are_as_many(omegat: Sight, ours: dict[str, dict[str, int]]) -> None:
    assert segments(ours, "new") == omegat.statistics["No match"] == len(NEW)
