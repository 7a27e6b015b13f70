"""What names of one language learn from each other: abbreviations from full forms, editions from their series."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from termaccord.extract.names.grouping import Group, category_votes, choose
from termaccord.extract.names.sentence import STRONG, Found
from termaccord.model import Category

EDITION = re.compile(r"(?:[-‐‑–— ]?(?:19|20)\d\d| (?:i{2,3}|i[vx]|vi{0,3}|x))$")
SHORTENED = frozenset({Category.BODY, Category.DOCUMENT, Category.PROGRAMME, Category.EVENT})
SHORT = 4
"""Words in the longest quoted name that is given the category of its neighbours."""
REACH = 3
"""Sentences to a name that lends its category."""
NEARBY = frozenset({Category.EXERCISE, Category.OPERATION, Category.PROGRAMME})
SERIES = frozenset({Category.EXERCISE, Category.OPERATION, Category.PROGRAMME, Category.EVENT})


def settle(groups: Sequence[Group]) -> list[Group]:
    """The groups with categories that their own finds could not tell."""
    return _abbreviations(_short_forms(_neighbourhood(_series(list(groups)))))


def _abbreviations(groups: list[Group]) -> list[Group]:
    """An abbreviation names what its full form names; one that is never explained most likely names a body."""
    by_key = {g.key: g for g in groups}
    answer = []
    for group in groups:
        full = by_key.get(group.expansion)
        if not group.abbreviation:
            answer.append(group)
        elif full:
            answer.append(replace(group, category=full.category, score=max(group.score, full.score)))
        elif category_votes(group.finds):
            answer.append(group)
        else:
            answer.append(replace(group, category=Category.BODY))
    return answer


def series_of(key: str) -> str:
    """A name without its year or Roman number: what all editions have in common."""
    return EDITION.sub("", key)


def _series(groups: list[Group]) -> list[Group]:
    """Interaction is what Interaction-2025 is; an edition without a label is what its siblings are."""
    votes: dict[str, Counter[Category]] = defaultdict(Counter)
    for group in groups:
        for category, weight in category_votes(group.finds).items():
            if category in SERIES:
                votes[series_of(group.key)][category] += weight  # type: ignore[assignment]
    answer = []
    for group in groups:
        family = votes.get(series_of(group.key)) or votes.get(_stem(group.key))
        weak = group.category in {Category.CONCEPT, Category.PERSON} and not any(
            f.weight >= STRONG for f in group.finds
        )
        open_ = group.category is Category.CONCEPT or weak or group.key != series_of(group.key)
        answer.append(
            replace(group, category=choose(family)) if family and open_ and _nameless(group) else group
        )
    return answer


def _stem(key: str) -> str:
    """Channel of Channel–Vanguard: a stage is what its operation is."""
    return re.split(r" ?[-–—] ?", key)[0] if re.search(r"[-–—]", key) else ""


def _nameless(group: Group) -> bool:
    """Whether no head noun inside says what the name is."""
    return not any(f.cue in {"head noun", "label before"} for f in group.finds)


def _neighbourhood(groups: list[Group]) -> list[Group]:
    """A quoted name of which nothing is said is what the nearest labelled name in its text is."""
    labelled: dict[str, list[tuple[int, int, Category]]] = defaultdict(list)
    for group in groups:
        for found in group.finds:
            if found.category in NEARBY and found.weight >= STRONG:
                labelled[found.text].append((found.sentence, found.first, found.category))
    answer = []
    for group in groups:
        short = group.key.count(" ") < SHORT
        open_ = short and group.category is Category.CONCEPT and not category_votes(group.finds)
        near = (
            Counter(c for f in group.finds if f.quoted and (c := _nearest(f, labelled[f.text])))
            if open_
            else None
        )
        answer.append(replace(group, category=choose(near)) if near else group)
    return answer


def _nearest(found: Found, labelled: Sequence[tuple[int, int, Category]]) -> Category | None:
    """Of the labelled name fewest sentences away; of two equally near the one before."""
    near = [p for p in labelled if abs(p[0] - found.sentence) <= REACH]
    if not near:
        return None
    here = (found.sentence, found.first)
    return min(near, key=lambda p: (abs(p[0] - found.sentence), (p[0], p[1]) > here, p[:2]))[2]


def _short_forms(groups: list[Group]) -> list[Group]:
    """A lone head noun with a capital stands for the one full name that it heads."""
    headed: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if not group.abbreviation and " " in group.key and group.head and group.category in SHORTENED:
            headed[group.head].append(group)
    answer = []
    for group in groups:
        single = " " not in group.key and not group.expansion and not group.abbreviation
        texts = {f.text for f in group.finds}
        full = [g for g in headed.get(group.key, []) if texts <= {f.text for f in g.finds}] if single else []
        best = sorted(full, key=lambda g: -len(g.places))[:2]
        clear = len(best) == 1 or (len(best) == 2 and len(best[0].places) > 2 * len(best[1].places))
        answer.append(replace(group, expansion=best[0].key) if best and clear else group)
    return answer
