"""
What a fuzzy translation was made for, kept beside it in XLIFF so that a translator sees what differs.

XLIFF 1.2, ``alt-trans``; XLIFF 2.1, section 5.1 (the translation candidates module).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from termaccord.formats.fillings.codes import text
from termaccord.formats.fillings.elements import Elements
from termaccord.formats.fillings.fills import Made, Standing
from termaccord.formats.fillings.tools import memory
from termaccord.formats.localisation.tree import Node
from termaccord.formats.markup.text import quoted
from termaccord.formats.patches.layout import Change
from termaccord.model import Span

_CANDIDATES = "urn:oasis:names:tc:xliff:matches:2.0"
Write = Callable[[str], str]
"""How text is written between tags."""


def tells(made: Made, holders: Iterable[Node]) -> bool:
    """Whether there is something to be told of a translation: it is fuzzy, we know of what, and no holder says so yet."""
    source = text(made.fill.source)
    known = (tuple(child.text for child in holder.children) for holder in holders)
    return (
        made.standing is Standing.FUZZY
        and not made.bare
        and bool(source)
        and (source, _translation(made)) not in known
    )


def alternative(made: Made, prefix: str, write: Write) -> str:
    """The memory's translation with its own source as an element of XLIFF 1.2."""
    name = f"{prefix}alt-trans"
    return f'<{name} match-quality="{made.fill.score}%"{_origin(made)}>{_pair(made, prefix, write)}</{name}>'


def candidates(
    elements: Elements, unit: Node, made: Sequence[tuple[Node, Made]], write: Write
) -> Iterator[Change]:
    """The candidates of a unit of XLIFF 2, at the end of those that it has; segments without an id cannot have any."""
    held = unit.child("matches")
    known = held.children if held else []
    named = [(s.attributes["id"], one) for s, one in made if "id" in s.attributes and tells(one, known)]
    if not named:
        return
    prefix = elements.name(unit).removesuffix(unit.name)
    own = elements.name(held).removesuffix("matches") if held else "mtc:"
    matches = "".join([_candidate(own, prefix, segment, one, write) for segment, one in named])
    if held is None:
        at = elements.inner(unit).start
        margin = elements.margin(unit.children[0])
        yield Span(at, at), f'{margin}<mtc:matches xmlns:mtc="{_CANDIDATES}">{matches}</mtc:matches>'
    elif len(elements.inner(held)):
        at = elements.inner(held).end
        yield Span(at, at), matches


def _candidate(own: str, prefix: str, segment: str, made: Made, write: Write) -> str:
    head = f'<{own}match ref={quoted(f"#{segment}")} similarity="{made.fill.score}"{_origin(made)}>'
    return f"{head}{_pair(made, prefix, write)}</{own}match>"


def _pair(made: Made, prefix: str, write: Write) -> str:
    source, target = write(text(made.fill.source)), write(_translation(made))
    return f"<{prefix}source>{source}</{prefix}source><{prefix}target>{target}</{prefix}target>"


def _translation(made: Made) -> str:
    """As the memory has it: what was put right in it is no translation of the memory's source."""
    return text(made.fill.known) or made.text


def _origin(made: Made) -> str:
    name = memory(made)
    return f" origin={quoted(name)}" if name else ""
