"""A unit of a memory has no text on one side."""

from collections.abc import Iterator

from termaccord.lint.rule import Case, Mark, Rule, Scope, Store
from termaccord.lint.segments import whole
from termaccord.model import Severity, say


def check(store: Store) -> Iterator[Mark]:
    for pair in store.pairs:
        source, target = pair.source.text.strip(), pair.target.text.strip()
        if source and not target and not pair.target.content[1:]:
            message = say("“{source}” has an empty translation", source=source)
            yield Mark(whole(pair.target), message, text=pair.target, quoted=pair.target.text)
        elif target and not source:
            message = say("“{target}” translates nothing", target=target)
            yield Mark(whole(pair.target), message, text=pair.target)


EMPTY_SEGMENT = Rule(
    code="R04",
    name="empty-segment",
    scope=Scope.MEMORY,
    severity=Severity.WARNING,
    summary=say("a segment is empty"),
    reason=say("An empty match overwrites what a translator would have written."),
    source="TMX 1.4b, on seg",
    check=check,
    cases=(
        Case(texts=("Mind the gap. = ⟦⟧",)),
        Case(texts=(" = ⟦Осторожно.⟧",)),
        Case(texts=("Mind the gap. = Осторожно, зазор.", " = ")),
    ),
)
