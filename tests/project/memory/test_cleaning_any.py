"""Whatever a memory holds: what stays is as it was, and what is left is clean."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from termaccord.formats import tmx
from termaccord.model import Inline, Memory, TranslationUnit, Variant
from termaccord.project.memory.cleaning.clean import Cleaning, clean, rewrite
from termaccord.project.memory.cleaning.kinds import Action, chosen

TEXTS = st.sampled_from(
    [
        "",
        " ",
        "The lock is open.",
        "Шлюз открыт.",
        " Шлюз  открыт. ",
        "Шлюз открыт.".encode().decode("latin-1"),
        "?????? ??????.",
        "Nets &amp; hooks",
        "Сети & крючки",
        "\u200bNets & hooks",
        "Das Tor ist zu, und niemand hat den Schlüssel zu dem alten Haus am Fluss.",
        "<tu>",
        "]]>",
    ]
)
CODES = st.sampled_from([(), (Inline("alone", "ph", "<br/>", (("x", "1"),)),)])
VARIANTS = st.builds(
    lambda language, one, code, two: Variant(language, tuple(part for part in (one, *code, two) if part)),
    st.sampled_from(["en", "ru", "de"]),
    TEXTS,
    CODES,
    TEXTS,
)
UNITS = st.builds(
    lambda identity, variants, note: TranslationUnit(identity, tuple(variants), notes=note),
    st.sampled_from(["", "a", "b"]),
    st.lists(VARIANTS, min_size=1, max_size=3, unique_by=lambda variant: variant.language),
    st.sampled_from([(), ("a note",)]),
)


def cleaned(path: Path) -> Cleaning:
    return clean([("any.tmx", path)], chosen((), ()), deep=False)


@settings(max_examples=50, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(UNITS, max_size=4), st.sampled_from(["utf-8", "utf-16"]))
def test_what_stays_is_as_it_was_and_cleaning_comes_to_an_end(
    units: list[TranslationUnit], encoding: str
) -> None:
    data = tmx.serialize(Memory(tuple(units), "en"))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "any.tmx"
        path.write_bytes(
            data if encoding == "utf-8" else data.decode().replace("UTF-8", encoding).encode(encoding)
        )
        before = tmx.parse(path.read_bytes(), "any.tmx").value.units
        first = cleaned(path)
        rewrite(first)
        after = tmx.parse(path.read_bytes(), "any.tmx").clean().units
        again = cleaned(path)
        rewrite(again)
        last = cleaned(path)

    touched = {flaw.number for flaw in first.flaws if flaw.action is not Action.TELL}
    kept = [unit for n, unit in enumerate(before) if n not in touched]
    assert first.unread == again.unread == ()
    assert [unit for unit in after if unit in kept] == kept
    # Where one of three sides goes, the two that are left may show something else.
    assert [flaw for flaw in last.flaws if flaw.action is not Action.TELL] == []


def test_a_flaw_that_cannot_be_mended_whole_is_told_and_changes_nothing() -> None:
    code = Inline("alone", "ph", "<br/>", (("x", "1"),))
    shut = Variant("ru", (" Шлюз  открыт. ", code, " "))
    unit = TranslationUnit("", (shut, Variant("en", ("The lock is open.",))))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "any.tmx"
        path.write_bytes(tmx.serialize(Memory((unit,), "en")))
        found = cleaned(path)
        rewrite(found)
        after = tmx.parse(path.read_bytes(), "any.tmx").value.units

    spaces = [flaw.action for flaw in found.flaws if flaw.kind == "spaces"]
    assert spaces
    assert (after == (unit,)) == (Action.CHANGE not in spaces)
