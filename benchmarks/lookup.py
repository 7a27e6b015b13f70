"""
Looking terms up in a large glossary: python benchmarks/lookup.py [TERMS].

The glossary is made of words of the Russian dictionary and of simplemma's English one, the same on every run.
Each row: what is asked, how often, milliseconds (median, 95 %, longest; median and 95 % of processor time, which
others on the machine do not lengthen much), share whose own concept came first
(of the parts: came among the first ten, for many names share a part).
Then whole processes, seconds: the first call parses the file and makes the index, the second finds it made.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pymorphy3
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from termaccord.formats import tbx
from termaccord.model import Concept, Glossary, LanguageSection, Term
from termaccord.store.lookup.by_meaning import LARGEST
from termaccord.store.termbase import Meaning, Termbase
from termaccord.text.embed import load
from termaccord.text.transliterate import transliterations

QUERIES = 500
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыьэюя"
MORPH = pymorphy3.MorphAnalyzer(lang="ru")


def russian(randomly: random.Random) -> tuple[list[str], list[str]]:
    """Nouns and adjectives in their citation form."""
    nouns, adjectives = [], []
    for word, tag, *_ in MORPH.dictionary.iter_known_words():
        if len(word) > 3 and "nomn" in tag and "sing" in tag:
            if "NOUN" in tag and "Name" not in tag and "Surn" not in tag:
                nouns.append(word)
            elif "ADJF" in tag and "masc" in tag:
                adjectives.append(word)
    return randomly.sample(nouns, 12_000), randomly.sample(adjectives, 6_000)


def english(randomly: random.Random) -> list[str]:
    known = DefaultDictionaryFactory().get_dictionary("en")
    words = sorted(word.decode() if isinstance(word, bytes) else word for word in known)
    return randomly.sample([word for word in words if word.isalpha() and len(word) > 3], 15_000)


def inflected(term: str, case: str) -> str:
    """Every word that stands in the nominative put into another case."""
    words = []
    for word in term.split():
        reading = MORPH.parse(word)[0]
        form = reading.inflect({case}) if reading.tag.case == "nomn" else None
        words.append(form.word if form else word)
    return " ".join(words)


def glossary(size: int, randomly: random.Random) -> tuple[Concept, ...]:
    nouns, adjectives = russian(randomly)
    words = english(randomly)
    concepts = []
    for number in range(size // 2):
        head, adjective = randomly.choice(nouns), randomly.choice(adjectives)
        dependent = inflected(randomly.choice(nouns), "gent")
        shapes = (f"{adjective} {head}", f"{head} {dependent}", f"{adjective} {head} {dependent}")
        target = " ".join(randomly.choices(words, k=randomly.choice((2, 2, 3, 4))))
        sections = (
            LanguageSection("en", (Term(target),)),
            LanguageSection("ru", (Term(randomly.choice(shapes)),)),
        )
        concepts.append(Concept(f"c-{number}", sections))
    return tuple(concepts)


def mistyped(text: str, randomly: random.Random) -> str:
    at = randomly.choice([n for n, letter in enumerate(text) if letter.isalpha()])
    letter = randomly.choice(CYRILLIC)
    before, after = text[:at], text[at + 1 :]
    return randomly.choice((before + after, before + letter + text[at:], before + letter + after))


def part(text: str) -> str:
    """The last word of a term; a name is often called by it."""
    return text.rsplit(" ", maxsplit=1)[-1]


def report(name: str, termbase: Termbase, asked: list[tuple[str, str]], first: int = 1) -> None:
    times, busy, right = [], [], 0
    for query, meant in asked:
        start, working = time.perf_counter(), time.process_time()
        found = termbase.lookup(query)
        times.append(1000 * (time.perf_counter() - start))
        busy.append(1000 * (time.process_time() - working))
        right += meant in [match.concept_id for match in found[:first]]
    row = " ".join(
        f"{value:8.2f}" for value in (*_middle_and_high(times), max(times), *_middle_and_high(busy))
    )
    print(f"{name:22} {len(asked):5} {row}   {right / len(asked):.3f}")


def _middle_and_high(times: list[float]) -> tuple[float, float]:
    times = sorted(times)
    return times[len(times) // 2], times[int(0.95 * len(times))]


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    randomly = random.Random(20_310_401)  # noqa: S311  # the same on every run
    concepts = glossary(size, randomly)
    asked = [
        (c.languages[1].terms[0].text, c.id) for c in randomly.sample(concepts, min(QUERIES, len(concepts)))
    ]
    variants = {
        "as it stands": lambda text: text,
        "inflected": lambda text: inflected(text, "ablt"),
        "misspelt": lambda text: mistyped(text, randomly),
        "inflected, misspelt": lambda text: mistyped(inflected(text, "datv"), randomly),
        "in Latin letters": lambda text: transliterations(text, "ru")["bgn"],
        "in another order": lambda text: " ".join(reversed(text.split())),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.sqlite3"
        for verb in ("made", "opened"):
            start = time.perf_counter()
            termbase = Termbase.open(path, [("bench", Glossary(concepts))])
            print(
                f"index of {size} terms {verb} in {time.perf_counter() - start:.2f} s, {path.stat().st_size / 1e6:.1f} MB"
            )
        for query, _ in asked[:20]:
            termbase.lookup(query)
        print(
            f"{'query':22} {'times':>5} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8} {'cpu p50':>8} {'cpu p95':>8}   first"
        )
        for name, change in variants.items():
            report(name, termbase, [(change(text), meant) for text, meant in asked])
        report("a part", termbase, [(part(text), meant) for text, meant in asked], 10)
        report("in English", termbase, [(english_term(concepts, meant), meant) for _text, meant in asked])
        by_meaning(concepts)
        processes(concepts, asked[0][0], Path(folder))


def english_term(concepts: tuple[Concept, ...], name: str) -> str:
    return concepts[int(name.removeprefix("c-"))].languages[0].terms[0].text


def by_meaning(concepts: tuple[Concept, ...]) -> None:
    """How long a first and a second query take that only meaning can answer, in a glossary not too large for that."""
    termbase = Termbase.open(None, [("bench", Glossary(concepts[: LARGEST // 2]))])
    meaning = Meaning(load)
    for query in ("кот в мешке на чердаке", "a journey to the moon"):
        start = time.perf_counter()
        termbase.lookup(query, meaning=meaning)
        print(f"by meaning among {LARGEST} terms: {time.perf_counter() - start:.2f} s")


def processes(concepts: tuple[Concept, ...], query: str, folder: Path) -> None:
    """`termaccord lookup` as a user calls it."""
    path = folder / "terms.tbx"
    path.write_bytes(tbx.serialize(Glossary(concepts)))
    text = folder / "text.ru.txt"
    text.write_text(
        "\n".join(c.languages[1].terms[0].text for c in concepts[:: max(1, len(concepts) // 200)]), "utf-8"
    )
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder)}
    for what in ((query,), (query,), (inflected(query, "datv"),), ("--in-text", str(text))):
        call = [sys.executable, "-m", "termaccord", "lookup", *what, "--glossary", str(path)]
        start = time.perf_counter()
        subprocess.run(call, check=True, capture_output=True, env=environment, cwd=folder)
        print(f"termaccord lookup {what[0]}: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
