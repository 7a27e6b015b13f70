"""
Glossary lint of long texts: python benchmarks/lint_throughput.py [MEGABYTES] [TERMS...].

The texts and terms are generated, the same on every run; the terms stand in the texts inflected.
Beside it, in the same run, a bare pass of ahocorasick-rs over the raw text with the citation forms as they are.
All times are processor time in seconds; ratios are to that bare pass.

pass    words, their forms, the longest term at each place, agreement, capitals; the best of three
again   the rules on terms over documents of twenty kilobytes, findings and all, when the glossary has been used before
cold    the same in a process that has never met the glossary: every word is looked up in the dictionary
growth  how much longer “again” takes than with the smallest glossary
"""

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from _generated import World
from ahocorasick_rs import AhoCorasick, MatchKind

from termaccord.lint.engine import Material, lint
from termaccord.lint.rules import RULES
from termaccord.model import Concept, Document, Glossary, LanguageSection, Status, Term
from termaccord.text.analyse import analyser_for
from termaccord.text.occurrences import Finder, finder_of
from termaccord.text.terms.patterns import pattern
from termaccord.text.terms.shapes import shape

T = TypeVar("T")
SIZES = (1_000, 10_000, 100_000)
DOCUMENT = 20_000
"""Characters of a document."""


@dataclass(frozen=True, slots=True)
class Row:
    """Processor seconds of one glossary on one text."""

    terms: int
    bare: float
    matched: float
    cold: float
    again: float
    found: int
    findings: int


def timed(work: Callable[[], T], times: int = 1) -> tuple[float, T]:
    """Processor seconds of the quickest of some runs, and what it gave."""
    best, result = float("inf"), work()
    for _ in range(times):
        start = time.process_time()
        result = work()
        best = min(best, time.process_time() - start)
    return best, result


def once(work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def measured(language: str, text: str, terms: list[str]) -> Row:
    automaton = AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest)
    bare, _ = timed(lambda: automaton.find_matches_as_indexes(text), 3)
    for known in (finder_of, pattern, shape, analyser_for(language).analyses):
        known.cache_clear()  # type: ignore[attr-defined]
    material = _material(language, text, terms)
    rules = [rule for rule in RULES if rule.code.startswith("T")]
    cold, _ = once(lambda: lint(material, rules))
    again, findings = once(lambda: lint(material, rules))
    finder = Finder(enumerate(terms), language)
    matched, found = timed(lambda: finder.find(text), 3)
    return Row(len(terms), bare, matched, cold, again, len(found), len(findings))


def _material(language: str, text: str, terms: list[str]) -> Material:
    """One term in twenty is deprecated in favour of the one before it."""
    documents = tuple(
        Document(f"{language}-{start}", language, text[start : start + DOCUMENT])
        for start in range(0, len(text), DOCUMENT)
    )
    return Material(documents, glossary=Glossary(tuple(_concepts(language, terms))))


def _concepts(language: str, terms: list[str]) -> list[Concept]:
    concepts = []
    for start in range(0, len(terms), 20):
        first, second, *others = (Term(t, Status.PREFERRED) for t in terms[start : start + 20])
        pair = (first, Term(second.text, Status.DEPRECATED))
        concepts.append(Concept(f"c-{start}", (LanguageSection(language, pair),)))
        concepts += [
            Concept(f"c-{start}-{n}", (LanguageSection(language, (term,)),)) for n, term in enumerate(others)
        ]
    return concepts


def main() -> None:
    size = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else 10_000_000
    counts = [int(argument) for argument in sys.argv[2:]] or list(SIZES)
    gc.set_threshold(100_000, 50, 100)  # as the command line does
    print(
        f"{'':2} {'terms':>7} {'bare':>6} {'pass':>14} {'again':>14} {'cold':>14} {'growth':>7} {'found':>8} findings"
    )
    for language in ("en", "ru"):
        world = World(language)
        terms = world.terms(max(counts))
        text = world.text(size, terms)
        Finder([(0, terms[0])], language).find(text[:10_000])  # dictionaries are loaded
        rows = [measured(language, text, terms[:count]) for count in counts]
        for row in rows:
            parts = (f"{t:6.2f} {t / row.bare:6.1f}x" for t in (row.matched, row.again, row.cold))
            growth = f"{row.again / rows[0].again:6.1f}x {row.found:8} {row.findings:8}"
            print(language, f"{row.terms:7} {row.bare:6.2f}", *parts, growth)


if __name__ == "__main__":
    main()
