"""A segment of a memory is in another language than its unit says."""

import re
from collections.abc import Iterator

from termaccord.lint.rule import Case, Mark, Rule, Scope, Store, Text
from termaccord.lint.segments import key, whole
from termaccord.model import Severity, say
from termaccord.text.analyse import analyser_for, detect_language
from termaccord.text.analyser import primary_language
from termaccord.text.languages.writing.scripts import script
from termaccord.text.placeables import masked

_LETTERS = 15
"""Of words in lower case, below which a segment may be a name or a code."""
_WORDS = 4
_QUOTED = re.compile(r"«[^»]{0,500}»|“[^”]{0,500}”|\"[^\"]*\"")
"""A title may stay in the language it has."""
_SURE = 60
"""Letters from which on small words decide between languages of one script."""
_SMALL = 3
"""Small words of the other language that it takes."""
_MOST = 0.8
"""Share of the letters that must be of the wrong script."""
_SCRIPTS = (
    ("Cyrl", re.compile(r"[\u0400-\u052f]")),
    ("Latn", re.compile(r"[A-Za-z\u00c0-\u024f]")),
    ("Grek", re.compile(r"[\u0370-\u03ff]")),
)


def check(store: Store) -> Iterator[Mark]:
    for pair in store.pairs:
        if key(pair.source.text) == key(pair.target.text):
            continue
        for text in (pair.target, pair.source):
            found = _spoken(text)
            if found:
                message = say(
                    "this segment is marked as {language} and looks like {found}",
                    language=text.language,
                    found=found,
                )
                yield Mark(whole(text), message, text=text)


def _spoken(text: Text) -> str:
    """The language of a text that is not in its own; empty where nothing is certain."""
    plain = _QUOTED.sub(" ", masked(text.text))
    small = [word for word in plain.split() if word[:1].islower()]
    letters = "".join(c for c in "".join(small) if c.isalpha())
    if len(letters) < _LETTERS or len(small) < _WORDS:
        return ""
    own, written = script(text.language), _script(letters)
    if own and written and own != written:
        detected = detect_language(plain)
        return detected if detected and _is_speech(plain, detected) else ""
    primary = primary_language(text.language)
    if (
        sum(map(str.isalpha, plain)) < _SURE
        or not analyser_for(primary).function_words
        or _small(plain, primary) >= _SMALL
    ):
        return ""
    detected = detect_language(plain)
    if detected in {None, primary}:
        return ""
    return detected if detected and _small(plain, detected) >= _SMALL else ""


def _is_speech(text: str, language: str) -> bool:
    """Whether these are sentences rather than commands: a language has small words."""
    return not analyser_for(language).function_words or _small(text, language) > 0


def _small(text: str, language: str) -> int:
    """How many words belong to the small ones of a language; a lone letter is as often an option."""
    idle = analyser_for(language).function_words
    return sum(word in idle for word in re.findall(r"[^\W\d_]{2,}", text.lower()))


def _script(text: str) -> str:
    letters = [c for c in text if c.isalpha()]
    shares = ((len(pattern.findall(text)), name) for name, pattern in _SCRIPTS)
    return next((name for count, name in shares if count >= _MOST * len(letters) > 0), "")


WRONG_LANGUAGE = Rule(
    code="R06",
    name="wrong-language",
    scope=Scope.MEMORY,
    severity=Severity.WARNING,
    summary=say("a segment is in another language than its unit says"),
    reason=say("The memory will offer it to translators into a language that it is not in."),
    source="Bicleaner, hard rules (Sánchez-Cartagena et al. 2018)",
    check=check,
    cases=(
        Case(
            texts=("Всем оставаться на берегу до рассвета. = ⟦No one leaves the shore before dawn.⟧",),
            languages=("ru", "ru"),
        ),
        Case(texts=("No one leaves the shore before dawn. = Всем оставаться на берегу до рассвета.",)),
        Case(texts=("moor log [<options>] | moor list = moor log --pretty=short | moor list [<параметры>]",)),
        Case(texts=("The file is called setup. = Файл называется setup-harbour-office-archive.",)),
        Case(
            texts=(
                (
                    "Der Hafen bleibt bis zum Morgen geschlossen. = "
                    "⟦Le port restera fermé jusqu’au matin, et personne ne doit quitter le quai avant l’aube du jour.⟧"
                ),
            ),
            languages=("de", "en"),
        ),
    ),
)
