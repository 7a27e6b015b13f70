"""Texts that stand where nobody meant them to: there is what has been moved."""

from collections import Counter
from collections.abc import Callable, Iterator

from termaccord.formats.termlists.losing.saying import Said
from termaccord.model import Subject


class Pool:
    """What was read back and is not at its place; each occurrence answers for one statement."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._used: Counter[tuple[int, str]] = Counter()

    def place(self, said: Said) -> str | None:
        """The text that holds a statement: the same text, one that names it before it, or one with more in it."""
        if not said.text:
            return None
        name = said.label.rpartition(" ")[2] or said.subject.value
        exact = {said.text, f"{name}: {said.text}"}
        for index in [*self._where(lambda text: text in exact), *self._where(lambda text: said.text in text)]:
            key = index, said.text
            if self._used[key] < _standing(said.text, self._texts[index]):
                self._used[key] += 1
                return self._texts[index]
        return None

    def _where(self, wanted: Callable[[str], bool]) -> Iterator[int]:
        return (index for index, text in enumerate(self._texts) if wanted(text))

    def of_language(self, said: Said) -> str | None:
        """Where all terms of a language stand, if they stand anywhere."""
        terms = [inner for inner in said.inside if inner.subject is Subject.TERM]
        places = [Pool(self._texts).place(term) for term in terms]
        found = [place for place in places if place is not None]
        return "; ".join(dict.fromkeys(found)) if terms and len(found) == len(terms) else None


def _standing(part: str, text: str) -> int:
    """How often a text stands in another as words of its own."""
    count, at = 0, text.find(part)
    while at >= 0:
        end = at + len(part)
        count += not (_joined(text[at - 1 : at], part[:1]) or _joined(part[-1:], text[end : end + 1]))
        at = text.find(part, end)
    return count


def _joined(before: str, after: str) -> bool:
    """Whether two characters are of one word."""
    return before.isalnum() and after.isalnum()
