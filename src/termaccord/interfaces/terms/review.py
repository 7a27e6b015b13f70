"""A proposal and its sentences on the screen, the keys, and what is to be expected."""

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from termaccord.interfaces.flowing import flow
from termaccord.interfaces.terms.table import category
from termaccord.interfaces.translation import _, language, plural
from termaccord.model import Concept
from termaccord.project.terms.changes import category_of, counted
from termaccord.project.terms.reviewing.expected import Expected
from termaccord.project.terms.reviewing.scenes import Scene, Side, marked
from termaccord.project.terms.reviewing.session import Review
from termaccord.project.terms.shelf import Entry, folded, folded_names

CONTEXTS = 2
"""Sentences of each language that are shown unasked."""


def keys() -> dict[str, str]:
    """Each key with what it does."""
    return {
        "a": _("accept"),
        "r": _("reject"),
        "s": _("skip"),
        "e": _("edit"),
        "d": _("more sentences"),
        "u": _("undo"),
        "q": _("quit"),
        "?": _("what the keys do"),
    }


KEYS = frozenset("arseduq?")
RUSSIAN = dict(zip("фкыувгй,", "arseduq?", strict=True))
"""The same keys where the keyboard writes Russian."""


def key_of(character: str) -> str:
    """
    What a key means on either keyboard; empty where it means nothing.

    >>> key_of("a"), key_of("Ф"), key_of("x")
    ('a', 'a', '')
    """
    character = character.lower()
    character = RUSSIAN.get(character, character)
    return character if character in KEYS else ""


def print_proposal(page: Console, review: Review, entry: Entry) -> None:
    """What is proposed, with sentences of every language, and what is expected of what comes."""
    concept = entry.concept
    page.print(Rule(style="dim"))
    total = review.done + len(review.queue)
    head = Text(f"{review.done + 1}/{total}  ", style="dim").append(concept.id, style="bold")
    score = counted(concept, "score")
    head.append(f"  {category(category_of(concept))}")
    page.print(head.append(f"  {score:.2f}" if score is not None else "", style="dim"))
    held = review.held(entry)
    if held is not None:
        page.print(Text(_("More names for a concept that is accepted; new ones are marked."), style="yellow"))
    known = folded_names(held) if held else frozenset()
    for section in concept.languages:
        for number, term in enumerate(section.terms):
            new = held is not None and folded(section.language, term.text) not in known
            tag = section.language if number == 0 else ""
            line = Text().append(term.text, style="bold yellow" if new else "cyan")
            count = counted(term, "occurrences")
            flow(page, f"  {tag:<6}", line.append(f"  ×{count:.0f}" if count else "", style="dim"))
        _print_contexts(page, concept, section.language)


def _print_contexts(page: Console, concept: Concept, tag: str) -> None:
    contexts = [c for s in concept.languages if s.language == tag for t in s.terms for c in t.contexts]
    for context in list(dict.fromkeys(contexts))[:CONTEXTS]:
        line = _marked(marked(concept, tag, context.text))
        flow(page, " " * 8, line.append(f"  — {context.source}" if context.source else "", style="dim"))


def _marked(side: Side) -> Text:
    text = Text(side.text)
    for span in side.names:
        text.stylize("bold cyan", span.start, span.end)
    return text


def print_scenes(page: Console, scenes: list[Scene]) -> None:
    """Sentences of the memory with their translations."""
    if not scenes:
        page.print(_("The translation memory has no sentence with these names."), markup=False)
    for scene in scenes:
        page.print(Text(f"  {scene.source}", style="dim"))
        for side in scene.sides:
            flow(page, f"    {side.language:<6}", _marked(side))


def expected_wrong(found: Expected) -> str:
    """One sentence about the proposals to come."""
    if found.count < 2:
        return ""
    return plural(
        "Of the next {coming}, about {count} is expected to be wrong ({low}–{high}).",
        "Of the next {coming}, about {count} are expected to be wrong ({low}–{high}).",
        found.wrong,
        coming=found.count,
        low=found.low,
        high=found.high,
    )


def question() -> Text:
    """The keys in one line."""
    line = Text()
    second = {key: f" {russian}" for russian, key in RUSSIAN.items()} if language() == "ru" else {}
    for key, said in keys().items():
        shown = key + second.get(key, "") if key != "?" else key
        line.append(f"[{shown}]", style="bold").append(f" {said}   ")
    return line


def print_help(page: Console) -> None:
    """What each key does, in a sentence."""
    said = {
        "a": _("accept: into the glossary, the first full name and abbreviation of each language preferred"),
        "r": _("reject: for good; no build proposes it again"),
        "s": _("skip: comes last, also next time"),
        "e": _("edit: open it in your editor, and accept what you save"),
        "d": _("more sentences from the translation memory, with their translations"),
        "u": _("undo the last decision"),
        "q": _("quit; all decisions are written already"),
        "?": _("this help; keys of a Russian keyboard do the same as the keys in their places"),
    }
    for key, sentence in said.items():
        flow(page, f"  {key}  ", Text(sentence))


def print_summary(page: Console, review: Review) -> None:
    """What was done this time, and what is left."""
    page.print(
        _("{accepted} accepted, {rejected} rejected, {skipped} skipped; {left} left.").format(
            accepted=review.count("accepted"),
            rejected=review.count("rejected"),
            skipped=review.count("skipped"),
            left=len(review.queue) + review.count("skipped"),
        ),
        markup=False,
    )
