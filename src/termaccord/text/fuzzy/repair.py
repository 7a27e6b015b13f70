"""A memory's target made fit for a query that differs from its source in nothing but what is carried over, and terms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termaccord.model import Substitution
from termaccord.text.fuzzy.flat import Flat
from termaccord.text.fuzzy.parts import Row, row
from termaccord.text.fuzzy.tags import retagged

if TYPE_CHECKING:
    from termaccord.text.fuzzy.glossary import Terms
    from termaccord.text.fuzzy.terms import Exchanged


@dataclass(frozen=True, slots=True)
class Repair:
    """What has become of a target, and how much of the difference is left in it."""

    target: Flat
    substitutions: tuple[Substitution, ...] = ()
    same_words: bool = True
    """Whether source and query differ in nothing but what is carried over (and in terms that were exchanged)."""
    carried: int = 0
    """Numbers, dates, addresses … that differ and have been put right."""
    missed: int = 0
    """Those that differ and have not."""
    terms: int = 0
    """Terms that have been exchanged."""
    doubtful: bool = False
    """Whether the form of a term, or of what a number governs, needs a look."""
    tags: int = 0
    """Inline codes that differ."""
    tags_carried: bool = True


def repair(
    stored: Flat, asked: Flat, target: Flat, languages: tuple[str, str], terms: "Terms | None" = None
) -> Repair:
    """
    Put into the target of a memory what the query has in place of what its source has.

    Parameters
    ----------
    stored, target
        The memory's two segments.
    asked
        The query.
    languages
        BCP 47 of source and target.
    terms
        A glossary whose terms may be exchanged.

    """
    if stored == asked:
        return Repair(target)
    rows = row(stored, languages[0]), row(asked, languages[0])
    if rows[0].keys == rows[1].keys or _as_asked(stored, rows, languages[0]):
        return _mended(rows, (stored, asked, target), languages)
    swapped = _swapped(rows, (stored, asked, target), languages, terms) if terms else None
    if swapped is None:
        tagged = retagged(stored, asked, target, rows)
        return Repair(
            tagged.target,
            tagged.substitutions,
            same_words=False,
            missed=_differing(rows),
            tags=tagged.differing,
            tags_carried=tagged.carried,
        )
    made = _mended(swapped.rows, (stored, asked, swapped.target), languages)
    return replace(
        made,
        substitutions=(*swapped.substitutions, *made.substitutions),
        terms=len(swapped.substitutions),
        doubtful=swapped.doubtful or made.doubtful,
    )


def _mended(rows: tuple[Row, Row], texts: tuple[Flat, Flat, Flat], languages: tuple[str, str]) -> Repair:
    """What can be done where no word differs."""
    stored, asked, target = texts
    made = Repair(target)
    if rows[0].values != rows[1].values:
        from termaccord.text.fuzzy.carrying.exchanging import put_over  # noqa: PLC0415  # only now worth its loading

        done = put_over(target.text, rows, languages[1])
        text, told = replace(target, text=done.text), done.substitutions
        made = Repair(text, told, carried=done.carried, missed=done.missed, doubtful=not done.safe)
    tagged = retagged(stored, asked, made.target, rows)
    return replace(
        made,
        target=tagged.target,
        substitutions=(*made.substitutions, *tagged.substitutions),
        tags=tagged.differing,
        tags_carried=tagged.carried,
    )


def _as_asked(stored: Flat, rows: tuple[Row, Row], language: str) -> bool:
    """Whether the memory's source, with the query's numbers and what these govern, is the query: 2 files, 1 file."""
    if rows[0].values == rows[1].values or rows[0].kinds != rows[1].kinds:
        return False
    from termaccord.text.fuzzy.carrying.exchanging import renumbered  # noqa: PLC0415  # only now worth its loading

    return row(renumbered(stored, rows, language), language).keys == rows[1].keys


def _swapped(
    rows: tuple[Row, Row], texts: tuple[Flat, Flat, Flat], languages: tuple[str, str], terms: "Terms"
) -> "Exchanged | None":
    from termaccord.text.fuzzy.terms import exchange  # noqa: PLC0415  # only with a glossary worth its loading

    return exchange(rows, texts, languages, terms)


def _differing(rows: tuple[Row, Row]) -> int:
    """How many that are carried over stand in another's place, where words differ too."""
    left, right = rows[0].values, rows[1].values
    return min(_beyond(left, right), _beyond(right, left))


def _beyond(those: Sequence[object], these: Sequence[object]) -> int:
    rest = list(these)
    count = 0
    for one in those:
        if one in rest:
            rest.remove(one)
        else:
            count += 1
    return count
