"""
Qt's TS: translations, unfinished where a person is to look at them.

Structure and order of the elements: the Qt Linguist manual, “TS file format”.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from termaccord.formats import bilingual
from termaccord.formats.addresses import addressed
from termaccord.formats.fillings.codes import inlines, native, text
from termaccord.formats.fillings.elements import Elements
from termaccord.formats.fillings.fills import Fill, Made, Standing, closed_by_state
from termaccord.formats.localisation.tree import Node, tree
from termaccord.formats.localisation.unit import BilingualUnit, State
from termaccord.formats.markup.encoding import decoded, encoding
from termaccord.formats.markup.text import ILLEGAL
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.patches.layout import Change, Stretch, spliced
from termaccord.formats.patches.writing import XmlWriter
from termaccord.model import Message, Severity, Span

_HERE = Stretch(Span(0, 0), Span(0, 0))
_TYPE = re.compile(r"""\s+type\s*=\s*(?:"[^"]*"|'[^']*')""")


class TranslationSource:
    """An opened TS file."""

    def __init__(self, source: str, root: Node, units: Sequence[BilingualUnit], code: Coding) -> None:
        self.units = units
        self._elements = Elements(source, root)
        self._root = root
        self._code = code
        self._write = XmlWriter(code).written
        self._forms: dict[int, list[BilingualUnit]] = {}
        for unit in units:
            if unit.form is not None:
                self._forms.setdefault(self._message(unit).number, []).append(unit)

    def closed(self, unit: BilingualUnit, *, overwrite: bool) -> Message | None:
        """Why nothing may be put into a unit; None where it may."""
        return closed_by_state(unit, overwrite=overwrite)

    def refused(self, _: Fill) -> Message | None:
        """Every translation can be put in, unfinished where it must be."""
        return None

    def group(self, unit: BilingualUnit) -> object:
        """Plural forms are filled together."""
        return self._message(unit).number

    def rebuilt(self, changes: Sequence[Change]) -> bytes:
        """The file with these changes."""
        return self._code.encode(spliced(self._elements.source, changes))

    def written(self, fills: Mapping[str, Fill], language: str) -> tuple[list[Change], list[Made]]:
        """The changes that put translations in, in the order of the file."""
        changes: list[Change] = []
        made: list[Made] = []
        messages: dict[int, list[tuple[BilingualUnit, Made]]] = {}
        for unit in self.units:
            if unit.unit.id in fills:
                one = _made(fills[unit.unit.id], unit)
                messages.setdefault(self._message(unit).number, []).append((unit, one))
        for number, group in messages.items():
            doubtful = next(
                (one.standing for _, one in group if one.standing is not Standing.TRANSLATED), None
            )
            message = self._elements.node(number)
            changes += self._filled(
                message, group, unfinished=doubtful is not None or self._torn(message, group)
            )
            made += [replace(one, standing=doubtful) if doubtful else one for _, one in group]
        if changes and language and not self._root.attributes.get("language"):
            at = self._elements.start(self._root)
            end = at.end - (2 if at.of(self._elements.source).endswith("/>") else 1)
            changes.append((Span(end, end), f' language="{language.replace("-", "_")}"'))
        return sorted(changes, key=lambda change: change[0]), made

    def _message(self, unit: BilingualUnit) -> Node:
        source = self._elements.node(unit.elements[0])
        return next(self._elements.around(source))

    def _torn(self, message: Node, group: Sequence[tuple[BilingualUnit, Made]]) -> bool:
        """Whether a form of the message that is not filled now has no finished translation."""
        filled = {unit.unit.id for unit, _ in group}
        others = self._forms.get(message.number, ())
        return any(unit.state is not State.TRANSLATED and unit.unit.id not in filled for unit in others)

    def _filled(
        self, message: Node, group: Sequence[tuple[BilingualUnit, Made]], *, unfinished: bool
    ) -> Iterator[Change]:
        elements = self._elements
        translation = message.child("translation")
        if group[0][0].form is None:
            yield self._put(message, translation, self._text(group[0][1].text), unfinished)
            return
        if translation is not None and any(node.name == "numerusform" for node in translation.children):
            opening = self._opening(translation, unfinished)
            yield elements.start(translation), opening
            for unit, one in group:
                form = elements.node(unit.elements[1])
                yield (
                    elements.outer(form),
                    f"{elements.opening(form)}{self._text(one.text)}{elements.closing(form)}",
                )
            return
        margin = elements.margin(translation or message.children[-1])
        forms = [f"<numerusform>{self._text(one.text)}</numerusform>" for _, one in group]
        step = margin + "    " if margin else ""
        yield self._put(message, translation, "".join([step + form for form in forms]) + margin, unfinished)

    def _put(self, message: Node, translation: Node | None, raw: str, unfinished: bool) -> Change:
        elements = self._elements
        if translation is not None:
            written = f"{self._opening(translation, unfinished)}{raw}{elements.closing(translation)}"
            return elements.outer(translation), written
        last = [node for node in message.children if node.name != "userdata"][-1]
        at = elements.outer(last).end
        kind = ' type="unfinished"' if unfinished else ""
        return Span(at, at), f"{elements.margin(last)}<translation{kind}>{raw}</translation>"

    def _opening(self, translation: Node, unfinished: bool) -> str:
        if unfinished:
            return self._elements.opening(translation, {"type": "unfinished"})
        return _TYPE.sub("", self._elements.opening(translation))

    def _text(self, words: str) -> str:
        """Text as Qt Linguist writes it: quotes as references, characters that XML cannot hold as ``<byte>``."""
        kept, spoilt = ILLEGAL.split(words), [f'<byte value="x{ord(c):x}"/>' for c in ILLEGAL.findall(words)]
        parts = [self._write(part, _HERE).replace("'", "&apos;").replace('"', "&quot;") for part in kept]
        return "".join([part + byte for part, byte in zip(parts, [*spoilt, ""], strict=True)])


def _made(fill: Fill, unit: BilingualUnit) -> Made:
    """A translation as a TS file holds it: its markup is text."""
    coded = native(fill.source) == unit.unit.variants[0].text
    bare = bool(inlines(fill.target)) and not coded
    words = native(fill.target) if coded else text(fill.target)
    return Made(fill, words, Standing.FUZZY if bare else fill.standing, bare)


def opened(data: bytes, name: str) -> TranslationSource | None:
    """Open a TS file; None where it cannot be read whole."""
    reading = bilingual.parse(data, name)
    root, _ = tree(data, name)
    source = decoded(data)
    code = coding(data, source, (encoding(data)[0],))
    if root is None or code is None or any(f.severity is Severity.ERROR for f in reading.findings):
        return None
    named = addressed(unit.unit for unit in reading.value)
    units = [replace(unit, unit=one) for unit, one in zip(reading.value, named, strict=True)]
    return TranslationSource(source, root, units, code)
