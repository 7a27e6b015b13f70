"""Words of a file changed in place: every other byte stays what it was, in every format that holds text."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from termaccord.formats.patches.layout import Address, Change, Layout, RefusedError
from termaccord.formats.patches.open import layout
from termaccord.formats.patches.places import Spans, plan
from termaccord.formats.patches.words import replaced
from termaccord.formats.reading import Reading
from termaccord.model import Edit, Finding, Span, say

SOURCE = ("", "\0")
"""Stands for the source among the addresses of texts."""


@dataclass(frozen=True, slots=True)
class _Planned:
    """An edit with what it comes to."""

    edit: Edit
    address: Address
    old: str
    text: tuple[tuple[Span, str], ...]
    source: tuple[Change, ...]


def patch(data: bytes, name: str, edits: Sequence[Edit]) -> Reading[bytes]:
    """
    Make edits in a file.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it; its ending says what kind of file this is.
    edits
        Where the file is one text, a place is a span of that text.
        Where it holds units, a place is a unit's id (`addresses.addressed` makes ids unique), the language of
        the variant (empty: the translation) and a span of the variant's text.

    Returns
    -------
    The bytes with all edits that can be made, and a finding for each other, which holds it in its `edits`.
    An edit is made if the changed file, read again, says what was meant and nothing else has changed;
    of edits that overlap the first is made.

    """
    if not edits:
        return Reading(data)
    units = any(edit.place.unit for edit in edits)
    opened = layout(data, name, units=units)
    if opened.value is None:
        place = replace(edits[0].place, file=name)
        return Reading(data, tuple(replace(f, edits=tuple(edits), place=place) for f in opened.findings))
    return _Patcher(opened.value, name, units).patch(data, edits)


class _Patcher:
    """One file being changed."""

    def __init__(self, opened: Layout, name: str, units: bool) -> None:
        self._layout = opened
        self._name = name
        self._units = units
        self._refused: list[Finding] = []
        self._best = b""
        self._taken: dict[Address, Spans] = defaultdict(Spans)

    def patch(self, data: bytes, edits: Sequence[Edit]) -> Reading[bytes]:
        planned = [one for edit in dict.fromkeys(edits) if (one := self._planned(edit))]
        self._best = data
        self._made(sorted(planned, key=lambda one: one.source[0][0]), [])
        return Reading(self._best, tuple(self._refused))

    def _planned(self, edit: Edit) -> _Planned | None:
        address = self._layout.addressed(edit.place)
        try:
            span = self._span(edit, address)
            self._layout.allowed(address)
            found = plan(self._layout, self._layout.passage(address), span, edit.replacement)
        except RefusedError as error:
            self._refuse(edit, "F151", error.message)
            return None
        spans = [span for span, _ in found.source]
        old = " ".join(span.of(self._layout.texts[address][0]).split())
        if not self._taken[address].take([span]) or not self._taken[SOURCE].take(spans):
            message = say(
                "“{old}” is not changed to “{new}”: other words there are changed already; check again afterwards",
                old=old,
                new=edit.replacement,
            )
            self._refuse(edit, "F152", message)
            return None
        return _Planned(edit, address, old, found.text, found.source) if found.source else None

    def _span(self, edit: Edit, address: Address) -> Span:
        text, _ = self._layout.texts.get(address, ("", ""))
        span = edit.place.span
        if address in self._layout.texts and span is not None and 0 <= span.start <= span.end <= len(text):
            return span
        raise RefusedError(
            say("nothing in {file} stands where it should be changed; check it again", file=self._name)
        )

    def _refuse(self, edit: Edit, code: str, message: str) -> None:
        self._refused.append(Finding(code, message, edit.place, edits=(edit,)))

    def _made(self, planned: list[_Planned], already: list[_Planned]) -> list[_Planned]:
        """As many as can be made together; halved where the file would not be read as it should."""
        if not planned:
            return already
        changed = self._changed([*already, *planned])
        if changed is not None:
            self._best = changed
            return [*already, *planned]
        if len(planned) == 1:
            one = planned[0]
            message = say(
                "“{old}” cannot become “{new}” without a change of what stands around it; change it by hand",
                old=one.old,
                new=one.edit.replacement,
            )
            self._refuse(one.edit, "F153", message)
            return already
        half = len(planned) // 2
        return self._made(planned[half:], self._made(planned[:half], already))

    def _changed(self, planned: Sequence[_Planned]) -> bytes | None:
        """The changed file; None where it does not say what was meant, and only that."""
        before = self._layout
        changes = sorted((change for one in planned for change in one.source), key=lambda change: change[0])
        try:
            data = before.rebuilt(before.settled(changes))
        except (RefusedError, ValueError):
            return None
        after = layout(data, self._name, units=self._units).value
        if after is None or after.texts.keys() != before.texts.keys():
            return None
        meant = self._meant(planned)
        same = all(after.texts[a] == meant.get(a, text) for a, text in before.texts.items())
        return data if same else None

    def _meant(self, planned: Sequence[_Planned]) -> dict[Address, tuple[str, str]]:
        """The texts that are changed, as they should be read."""
        changes: dict[Address, list[tuple[Span, str]]] = defaultdict(list)
        for one in planned:
            changes[one.address] += one.text
        texts = {address: self._layout.texts[address] for address in changes}
        return {
            address: (replaced(text, sorted(changes[address], key=lambda change: change[0])), codes)
            for address, (text, codes) in texts.items()
        }
