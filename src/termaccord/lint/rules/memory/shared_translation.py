"""A memory translates different segments alike."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from termaccord.lint.rule import Case, Mark, Pair, Rule, Scope, Store
from termaccord.lint.segments import joined, key, length, renderings, same_words, share_a_word, whole
from termaccord.model import Severity, say

_ALIKE = 60
"""Of 100: sources that share so much of their letters may well be translated alike."""
_LONG = 4
"""Words of a target that hardly fits two different sources."""


def check(store: Store) -> Iterator[Mark]:
    by_target: dict[str, list[Pair]] = defaultdict(list)
    for pair in store.pairs:
        if length(pair.target.text) >= _LONG and key(pair.source.text):
            by_target[key(pair.target.text)].append(pair)
    for pairs in by_target.values():
        forms = _forms(pairs, store.source_language)
        if len(forms) > 1:
            yield _mark(forms)


def together(stores: Sequence[Store]) -> Iterator[tuple[Store, Mark]]:
    """All files of one direction are one memory."""
    yield from ((store, mark) for store in joined(stores) for mark in check(store))


def _forms(pairs: Sequence[Pair], language: str) -> list[list[Pair]]:
    """Sources that say different things, in order of the memory."""
    forms: list[list[Pair]] = []
    for pair in pairs:
        like = next((form for form in forms if _alike(form[0].source.text, pair.source.text, language)), None)
        if like is None:
            forms.append([pair])
        else:
            like.append(pair)
    return forms


def _alike(one: str, other: str, language: str) -> bool:
    if fuzz.token_sort_ratio(key(one), key(other)) >= _ALIKE or same_words(one, other, language):
        return True
    return share_a_word(one, other, language)


def _mark(forms: Sequence[Sequence[Pair]]) -> Mark:
    first, other = forms[0][0], forms[1][0]
    message = say(
        "“{one}” and “{other}” have one translation", one=first.source.text, other=other.source.text
    )
    return Mark(
        whole(other.target),
        message,
        text=other.target,
        variants=renderings(forms, of_source=True),
        why=say("the targets are the same but for layout, the sources have no word in common"),
    )


SHARED_TRANSLATION = Rule(
    code="R02",
    name="shared-translation",
    scope=Scope.MEMORY,
    severity=Severity.WARNING,
    summary=say("segments that say different things have one translation"),
    reason=say("One of them has most likely got the translation of its neighbour."),
    source="Moorkens 2012, on inconsistencies in translation memories",
    check=check,
    together=together,
    cases=(
        Case(
            texts=(
                "The ferry leaves at six in the morning. = ⟦Паром отходит в шесть часов утра.⟧",
                "Bring warm clothes and a torch. = ⟦Паром отходит в шесть часов утра.⟧",
            )
        ),
        Case(
            texts=(
                "The ferry leaves at six in the morning. = Паром отходит в шесть часов утра.",
                "The ferry will leave at six in the morning. = Паром отходит в шесть часов утра.",
            )
        ),
        Case(
            texts=(
                "Could not moor the barge here. = Здесь не удалось пришвартовать баржу.",
                "Unable to berth this barge. = Здесь не удалось пришвартовать баржу.",
            )
        ),
        Case(texts=("Cancel = Отмена", "Abort = Отмена")),
    ),
)
