"""
Glossary lint of long texts: python benchmarks/lint_throughput.py [MEGABYTES] [TERMS...].

The texts and terms are generated, the same on every run; the terms stand in the texts inflected.
Beside it, in the same run, a bare pass of ahocorasick-rs over the raw text with the citation forms as they are.
All times are processor time in seconds, the best of three; ratios are to that bare pass.

ready   what is done once a glossary: reading its words; beside it, the automaton of ahocorasick-rs
first   the first pass over the text, in which each term that is met is worked out
pass    any later pass: words, their forms, the longest term at each place, agreement, capitals
lint    the rules on terms over documents of twenty kilobytes: passes, sentences, findings
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
from termaccord.text.analyse import segment
from termaccord.text.occurrences import Finder

T = TypeVar("T")
SIZES = (1_000, 10_000, 100_000)
DOCUMENT = 20_000
"""Characters of a document."""


@dataclass(frozen=True, slots=True)
class Row:
    """Processor seconds of one glossary on one text."""

    terms: int
    bare_ready: float
    bare: float
    ready: float
    first: float
    later: float
    lint: float
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
    bare_ready, automaton = once(lambda: AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest))
    bare, _ = timed(lambda: automaton.find_matches_as_indexes(text), 3)
    ready, finder = once(lambda: Finder(enumerate(terms), language))
    first, _ = once(lambda: finder.find(text))
    later, found = timed(lambda: finder.find(text), 3)
    cost, findings = linted(language, text, terms)
    return Row(len(terms), bare_ready, bare, ready, first, later, cost, len(found), findings)


def linted(language: str, text: str, terms: list[str]) -> tuple[float, int]:
    """One term in twenty is deprecated in favour of the one before it."""
    glossary = Glossary(tuple(_concepts(language, terms)))
    documents = tuple(
        Document(f"{language}-{start}", language, text[start : start + DOCUMENT])
        for start in range(0, len(text), DOCUMENT)
    )
    rules = [rule for rule in RULES if rule.code.startswith("T")]
    cost, findings = once(lambda: lint(Material(tuple(map(segment, documents)), glossary=glossary), rules))
    return cost, len(findings)


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
        f"{'':2} {'terms':>7} {'bare':>6} {'ready':>13} {'first':>6} {'pass':>6} {'lint':>6}   ratio   growth   found"
    )
    for language in ("en", "ru"):
        world = World(language)
        terms = world.terms(max(counts))
        text = world.text(size, terms)
        Finder([(0, terms[0])], language).find(text[:10_000])  # dictionaries are loaded
        rows = [measured(language, text, terms[:count]) for count in counts]
        for row in rows:
            print(
                f"{language} {row.terms:7} {row.bare:6.2f} {row.bare_ready:5.2f} {row.ready:7.2f} {row.first:6.2f}"
                f" {row.later:6.2f} {row.lint:6.2f}  {row.later / row.bare:5.1f}x  {row.later / rows[0].later:5.1f}x"
                f"  {row.found:7} {row.findings}"
            )


if __name__ == "__main__":
    main()
