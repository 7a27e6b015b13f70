"""Words of another script stand in the target: a name or a term that was not translated."""

import re
from collections.abc import Iterator

from termaccord.lint.rule import Case, Mark, Passage, Rule, Scope
from termaccord.model import Severity, Span, say
from termaccord.text.languages.writing.scripts import foreign, mixed, script
from termaccord.text.placeables import masked

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]+\.)+\w+|[#@]\w+")
_MOST = 0.4
"""Share of foreign letters beyond which the whole segment is in another language, which other rules tell."""
_FEW_LETTERS = 12
_NEAR = 100
"""Characters around a word in which brackets and labels are looked for."""
_LABEL = re.compile(r"(?:[A-Z][a-z]+|Cyrillic)\s*:\s*[«“\"'‘„]?$")
"""The name of a language before the original: (Russian: …)."""


def check(passage: Passage) -> Iterator[Mark]:
    text, language = passage.target.text, passage.target.language
    if text.isascii():
        return
    plain = _ADDRESS.sub(lambda m: " " * len(m[0]), masked(text))
    runs = list(foreign(plain, language))
    if not _foreign_altogether(plain, runs):
        yield from (_mark(passage, s) for s in runs if not _gloss(text, s) and not _borrowed(passage, s))
    if script(language) in {"Latn", "Cyrl"}:
        yield from (_mixed(text, span) for span in mixed(plain, language) if _mistyped(span.of(text)))


def _foreign_altogether(text: str, runs: list[Span]) -> bool:
    letters = sum(c.isalpha() for c in text)
    strange = sum(c.isalpha() for span in runs for c in span.of(text))
    return strange > _FEW_LETTERS and strange > letters * _MOST


def _borrowed(passage: Passage, span: Span) -> bool:
    """Whether the source quotes the words from a third language: they stand in it and are foreign there too."""
    source = passage.source
    if source is None or span.of(passage.target.text) not in source.text:
        return False
    words = span.of(passage.target.text)
    return any(words in f.of(source.text) for f in foreign(source.text, source.language))


def _gloss(text: str, span: Span) -> bool:
    """
    Whether the original is given beside its translation: in brackets, as a name or a word.

    An abbreviation in brackets behind a translated name is not a gloss but that name's abbreviation, untranslated,
    unless its own translation stands before the bracket.
    """
    start, end = max(0, span.start - _NEAR), span.end + _NEAR
    before, behind = text[start : span.start].rstrip(" «“\"'‘„"), text[span.end : end].lstrip(" »”\"'’“.,")
    if _LABEL.search(text[start : span.start]):
        return True
    if before[-1:] not in {"(", "[", "/"} or behind[:1] not in {")", "]", ";", "/", ""}:
        return False
    inside = span.of(text)
    if not (inside.isupper() and " " not in inside):
        return True
    return re.search(r"[A-Z][A-Z0-9-]+[ \u00a0]*[(\[/]$", before) is not None


def _mark(passage: Passage, span: Span) -> Mark:
    words = span.of(passage.target.text)
    copied = passage.source is not None and words in passage.source.text
    why = (
        say("the source has the same words")
        if copied
        else say("the words are not in the script of the text’s language")
    )
    original = (passage.source.whole,) if passage.source else ()
    return Mark(span, say("“{words}” is left untranslated", words=words), why=why, related=original)


_LOOK_ALIKE = frozenset("aceiopxyjsABCEHIKMOPTXYJS" + "асеіорхујѕАВСЕНІКМОРТХУЈЅ")
"""Letters that Latin and Cyrillic share in looks (Unicode, confusables.txt)."""


def _mistyped(word: str) -> bool:
    """Whether one alphabet only lends letters that look alike; an option before its argument does not: -pSIZE."""
    if not (word.isupper() or word[1:].islower()):
        return False
    latin = {c for c in word if "a" <= c.lower() <= "z"}
    other = {c for c in word if c.isalpha()} - latin
    return latin <= _LOOK_ALIKE or other <= _LOOK_ALIKE


def _mixed(text: str, span: Span) -> Mark:
    message = say("“{word}” mixes letters of two alphabets that look alike; type it anew", word=span.of(text))
    return Mark(span, message, severity=Severity.INFO)


NAME_LEFT_UNTRANSLATED = Rule(
    code="U01",
    name="name-left-untranslated",
    scope=Scope.PASSAGE,
    severity=Severity.ERROR,
    summary=say("words in the script of another language are left in the text"),
    reason=say("A reader who does not know that script cannot even pronounce them."),
    source="ISO 5060:2024, accuracy, untranslated; scripts after Unicode CLDR",
    check=check,
    cases=(
        Case("Пришёл бакенщик.", "The ⟦бакенщик⟧ came.", languages=("ru", "en")),
        Case("Учение «Тихий плёс».", "Exercise “⟦Тихий плёс⟧”.", languages=("ru", "en")),
        Case("Речной надзор (РН).", "The River Watch (⟦РН⟧).", languages=("ru", "en")),
        Case("Учение «Тихий плёс».", "Exercise Quiet Reach (Тихий плёс).", languages=("ru", "en")),
        Case("Речной надзор (РН).", "The River Watch, RW (РН).", languages=("ru", "en")),
        Case("Usage: -pDEPTH", "Вызов: -pГЛУБИНА"),
        Case("The list is short.", "⟦Cписок⟧ короток."),
        Case("The RFC was read.", "RFC прочитали."),
        Case("The signs 火山 mean a volcano.", "Знаки 火山 значат «вулкан»."),
        Case("α is 5 µm", "α is 5 µm", languages=("ru", "en")),
    ),
)
