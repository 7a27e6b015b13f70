"""A unit of a memory repeats its source in the place of a translation."""

from collections.abc import Iterator

from termaccord.lint.rule import Case, Mark, Rule, Scope, Store
from termaccord.lint.segments import key, whole
from termaccord.model import Severity, say
from termaccord.text.analyse import analyser_for, words
from termaccord.text.analyser import primary_language
from termaccord.text.placeables import masked
from termaccord.text.tokens import TokenKind

_LEAST = 3
"""Words of a segment that is more than a name."""


def check(store: Store) -> Iterator[Mark]:
    if primary_language(store.source_language) == primary_language(store.target_language):
        return
    for pair in store.pairs:
        same = key(pair.source.text) == key(pair.target.text) and key(pair.source.text)
        if same and _speaks(pair.source.text, store.source_language):
            yield Mark(whole(pair.target), say("the translation repeats the source"), text=pair.target)


def _speaks(text: str, language: str) -> bool:
    """Whether a segment is language, with small words or words in lower case, and no list of names or codes."""
    found = [w for w in words(masked(text), language) if w.kind is TokenKind.WORD]
    idle = analyser_for(language).function_words
    small = sum(w.text.lower() in idle for w in found)
    plain = sum(w.text.islower() and len(w.text) > 1 for w in found)
    return len(found) >= _LEAST and small > 0 and plain * 2 >= len(found)


IDENTICAL_SEGMENTS = Rule(
    code="R05",
    name="identical-segments",
    scope=Scope.MEMORY,
    severity=Severity.WARNING,
    summary=say("the translation repeats the source"),
    reason=say("The segment was never translated, and the memory will say that it was."),
    source="Bicleaner, hard rules (Sánchez-Cartagena et al. 2018)",
    check=check,
    cases=(
        Case(texts=("Keep the hatch shut at sea. = ⟦Keep the hatch shut at sea.⟧",)),
        Case(texts=("OpenSSL 3.0 = OpenSSL 3.0", "John Smith = John Smith", "%s: {0} = %s: {0}")),
        Case(texts=("Keep the hatch shut at sea. = В море держите люк закрытым.",)),
    ),
)
