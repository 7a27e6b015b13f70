"""A memory is cleaned of what is no use, and everything else stays as it was, to the byte."""

import subprocess
from pathlib import Path

import pytest

from termaccord.formats import tmx
from termaccord.project.errors import UsageError
from termaccord.project.memory.cleaning.clean import Cleaning, clean, rejected, rewrite
from termaccord.project.memory.cleaning.difference import difference
from termaccord.project.memory.cleaning.kinds import BY_NAME, Action, chosen

HEAD = """<?xml version="1.0" encoding="{encoding}"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
 srclang="en" datatype="plaintext"/><body>
"""
GOOD = (
    ("The ferry leaves the upper landing at dawn.", "Паром уходит от верхней пристани на рассвете."),
    ("Tie every boat to two rings.", "Привязывайте каждую лодку к двум кольцам."),
    ("Lock No. 7 opens at 18:30.", "Шлюз № 7 открывается в 18:30."),
    ("Name: ", "Имя: "),
    ("OpenSSL 3.0", "OpenSSL 3.0"),
    ("Save &amp;amp; close &lt;b&gt;now&lt;/b&gt;", "Сохранить &amp;amp; закрыть &lt;b&gt;сейчас&lt;/b&gt;"),
)


def unit(
    number: int, source: str, target: str, extra: str = "", languages: tuple[str, str] = ("en", "ru")
) -> str:
    one, other = languages
    return (
        f'  <tu tuid="{number}">{extra}\n    <tuv xml:lang="{one}"><seg>{source}</seg></tuv>\n'
        f'    <tuv xml:lang="{other}"><seg>{target}</seg></tuv>\n  </tu>\n'
    )


def memory(*pairs: tuple[str, ...], encoding: str = "UTF-8") -> str:
    body = "".join(unit(n, *pair) for n, pair in enumerate(pairs))
    return f"{HEAD.format(encoding=encoding)}{body}</body></tmx>\n"


def cleaned(folder: Path, text: str | bytes, *kinds: str) -> Cleaning:
    path = folder / "memory.tmx"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return clean([(path.name, path)], chosen(kinds, ()))


def told(cleaning: Cleaning) -> list[tuple[str, str, int]]:
    return [(flaw.kind, flaw.action.value, flaw.number) for flaw in cleaning.flaws]


def test_a_good_memory_is_left_alone(tmp_path: Path) -> None:
    cleaning = cleaned(tmp_path, memory(*GOOD))

    assert told(cleaning) == []
    assert cleaning.files[0].after == (tmp_path / "memory.tmx").read_bytes()


FLAWED = {
    ("empty", "drop"): ("Mind the gap.", ""),
    ("untranslated", "drop"): ("Keep the hatch shut at sea.", "Keep the hatch shut at sea."),
    ("wrong-language", "drop"): (
        "Nobody leaves the shore before dawn.",
        "Le phare reste sombre pendant la tempête.",
    ),
    ("damaged", "change"): ("The keeper is asleep.", "РЎРјРѕС‚СЂРёС‚РµР»СЊ СЃРїРёС‚."),
    ("damaged", "drop"): ("The keeper is asleep.", "?????????? ????."),
    ("entities", "change"): ("Nets &amp;amp; hooks", "Сети &amp; крючки"),
    ("spaces", "change"): ("The keeper wakes up.", " Смотритель  просыпается. "),
    ("tags", "tell"): ("Saved %(count)s nets", "Сети сохранены"),
}


@pytest.mark.parametrize("flaw", FLAWED, ids="-".join)
def test_a_flaw_is_found_and_nothing_beside_it(tmp_path: Path, flaw: tuple[str, str]) -> None:
    cleaning = cleaned(tmp_path, memory(*GOOD, FLAWED[flaw], *GOOD[:1]), flaw[0])

    assert told(cleaning) == [(*flaw, len(GOOD))]


def test_what_is_mended_reads_as_it_should(tmp_path: Path) -> None:
    changes = [pair for (_, action), pair in FLAWED.items() if action == "change"]
    after = cleaned(tmp_path, memory(*changes)).files[0].after

    assert after.decode() == memory(
        ("The keeper is asleep.", "Смотритель спит."),
        ("Nets &amp; hooks", "Сети &amp; крючки"),
        ("The keeper wakes up.", "Смотритель просыпается."),
    )


def test_of_units_that_say_the_same_the_surest_stays(tmp_path: Path) -> None:
    sure = '<prop type="x-termaccord-confidence">0.9</prop>'
    doubtful = '<prop type="x-termaccord-confidence">0.6</prop>'
    text = memory((*GOOD[0], doubtful), GOOD[1], (*GOOD[0], sure), GOOD[0])
    cleaning = cleaned(tmp_path, text)

    assert told(cleaning) == [("duplicates", "drop", 0), ("duplicates", "drop", 3)]
    assert cleaning.flaws[0].related[0].line == 12


def test_the_same_words_in_another_context_are_no_duplicates(tmp_path: Path) -> None:
    text = memory(("Open", "Открыть"), ("Open", "Открыть", '<prop type="x-context">menu</prop>'))

    assert told(cleaned(tmp_path, text)) == []


def test_a_conflict_is_told_and_never_dropped(tmp_path: Path) -> None:
    text = memory(GOOD[0], (GOOD[0][0], "Судно отчаливает утром."))

    assert told(cleaned(tmp_path, text, "conflicts")) == [("conflicts", "tell", 1)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_only_the_lines_of_what_goes_are_gone(tmp_path: Path, encoding: str) -> None:
    flawed = [pair for (_, action), pair in FLAWED.items() if action == "drop" and "Le" not in pair[1]]
    name = encoding.removesuffix("-sig")
    before = memory(*GOOD, *flawed, *GOOD[:0], encoding=name).encode(encoding)
    cleaning = cleaned(tmp_path, before)

    assert cleaning.files[0].after.decode(encoding) == memory(*GOOD, encoding=name)


def test_the_difference_is_what_patch_understands(tmp_path: Path) -> None:
    text = memory(GOOD[0], *FLAWED.values(), *GOOD, *GOOD)
    cleaning = cleaned(tmp_path, text)
    (tmp_path / "by.diff").write_bytes(difference(cleaning.files[0]))
    after = cleaning.files[0].after
    subprocess.run(["patch", "-s", "-p0", "memory.tmx", "by.diff"], cwd=tmp_path, check=True)

    assert (tmp_path / "memory.tmx").read_bytes() == after != text.encode()


def test_a_cleaned_memory_is_clean(tmp_path: Path) -> None:
    text = memory(*FLAWED.values(), *GOOD, *GOOD)
    cleaning = cleaned(tmp_path, text)
    rewrite(cleaning)
    again = clean([("memory.tmx", tmp_path / "memory.tmx")], chosen((), ()))

    assert cleaning.would_change
    assert not again.would_change


def test_what_goes_is_kept_elsewhere_with_the_reason(tmp_path: Path) -> None:
    cleaning = cleaned(tmp_path, memory(*GOOD, ("Mind the gap.", "")))
    kept = tmx.parse(rejected(cleaning), "rejected.tmx").clean()

    assert [(u.id, u.variants[0].text, u.notes) for u in kept.units] == [
        ("6", "Mind the gap.", ("empty: the segment in ru is empty",))
    ]


def test_of_three_languages_only_the_guilty_one_goes(tmp_path: Path) -> None:
    third = '</seg></tuv>\n    <tuv xml:lang="de"><seg>'
    text = memory((GOOD[1][0], f"{GOOD[1][1]}{third}"))
    cleaning = cleaned(tmp_path, text)
    rewrite(cleaning)

    assert [(f.kind, f.variant) for f in cleaning.flaws] == [("empty", 2)]
    assert (tmp_path / "memory.tmx").read_text("utf-8") == memory(GOOD[1])


def test_a_memory_that_breaks_off_is_left_as_it_is(tmp_path: Path) -> None:
    cleaning = cleaned(tmp_path, memory(("Mind the gap.", ""), *GOOD)[:-60])

    assert cleaning.unread == ("memory.tmx",)
    assert not cleaning.would_change


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    cleaning = cleaned(tmp_path, memory(("Mind the gap.", ""), *GOOD))
    (tmp_path / "memory.tmx").write_text(memory(*GOOD), "utf-8")

    with pytest.raises(UsageError, match="has changed"):
        rewrite(cleaning)


def test_a_kind_that_nobody_knows_is_said() -> None:
    with pytest.raises(UsageError, match="did you mean “duplicates”"):
        chosen(("duplicate",), ())


def test_every_kind_says_what_it_is() -> None:
    assert all(kind.summary and isinstance(kind.action, Action) for kind in BY_NAME.values())


def test_a_code_of_html_that_nothing_speaks_against_stays(tmp_path: Path) -> None:
    text = memory(("Search &amp;amp; Replace", "Найти и заменить"))

    assert told(cleaned(tmp_path, text, "entities")) == []


def test_commands_that_stand_on_both_sides_are_no_wrong_language(tmp_path: Path) -> None:
    line = "moor the boat with ring and rope --to=pier &lt;{}&gt; or moor the boat with ring only --to=quay"
    text = memory((line.format("number"), line.format("номер")))

    assert [action for _, action, _ in told(cleaned(tmp_path, text, "wrong-language"))] in ([], ["tell"])


SHIFTED = (
    ("The mill by the weir burned down in 1893.", "Мельница у плотины сгорела в 1893 году."),
    ("Nobody has rebuilt it since.", "С тех пор её никто не восстановил."),
    ("The old bridge has four arches of grey granite.", "У старого моста четыре пролёта из серого гранита."),
    ("Every spring the children count the storks.", "Каждую весну дети считают аистов."),
    ("Tickets for the museum are sold at the station.", "Билеты в музей продают на вокзале."),
    ("The baker closes his shop at noon on Sundays.", "По воскресеньям пекарь закрывает лавку в полдень."),
)


def test_translations_that_have_changed_places_are_misaligned(tmp_path: Path) -> None:
    pairs = list(SHIFTED)
    pairs[2], pairs[3] = (pairs[2][0], pairs[3][1]), (pairs[3][0], pairs[2][1])
    cleaning = cleaned(tmp_path, memory(*pairs), "misaligned")

    assert told(cleaning) == [("misaligned", "drop", 2), ("misaligned", "drop", 3)]


def test_translations_in_their_places_are_not(tmp_path: Path) -> None:
    assert told(cleaned(tmp_path, memory(*SHIFTED), "misaligned")) == []


def test_a_side_may_go_while_another_one_is_mended(tmp_path: Path) -> None:
    third = '</seg></tuv>\n    <tuv xml:lang="de"><seg>'
    cleaning = cleaned(tmp_path, memory((GOOD[1][0], f" {GOOD[1][1]}{third}")))

    assert cleaning.files[0].after.decode() == memory(GOOD[1])
