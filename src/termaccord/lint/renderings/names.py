"""Names that a text has outside of its glossary terms, by their form alone."""

import re
from collections.abc import Iterator

from termaccord.lint.rule import Text, Use
from termaccord.model import Span
from termaccord.text.analyse import words
from termaccord.text.analyser import Word
from termaccord.text.cues import cues_for
from termaccord.text.terms.fitting import begins_sentence
from termaccord.text.tokens import TokenKind

_QUOTED = re.compile(r"[«“„\"‘]([^«»“”„\"‘’\n]{2,80})[»”“\"’]")


def only_name(source: Text, target: Text, use: Use) -> Span | None:
    """
    The one name of the target that no glossary term accounts for.

    None where there are several, or where the source has names beside `use` that the glossary does not know.
    """
    others = [span for span in names(source) if not span.overlaps(use.span)]
    found = list(names(target))
    return found[0] if len(found) == 1 and not others else None


def names(text: Text) -> Iterator[Span]:
    """What stands in quotation marks or has capitals in mid-sentence, outside of glossary terms."""
    if not cues_for(text.language).capitals:
        return
    quoted = [Span(*match.span(1)) for match in _QUOTED.finditer(text.text)]
    taken = [*(use.span for use in text.uses), *quoted]
    yield from (q for q in quoted if not any(q.overlaps(use.span) for use in text.uses))
    run: list[Word] = []
    for word in words(text.text, text.language):
        if _named(word, text.text) and not any(word.span.overlaps(t) for t in taken):
            if run and text.text[run[-1].span.end : word.span.start] != " ":
                yield Span(run[0].span.start, run[-1].span.end)
                run = []
            run.append(word)
        elif run:
            yield Span(run[0].span.start, run[-1].span.end)
            run = []
    if run:
        yield Span(run[0].span.start, run[-1].span.end)


def _named(word: Word, text: str) -> bool:
    capital = word.kind is TokenKind.WORD and word.text[:1].isupper()
    return capital and not begins_sentence(text, word.span.start)
