"""What was lost, for reading: a line for each kind of loss, what a translator would miss most first."""

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.translation import _, plural, spoken
from termaccord.model import Degree, Loss, Subject
from termaccord.project.conversion.tally import Group, Tally

SHOWN = 24
"""So many kinds are shown; a report has every single loss."""
LONGEST = 60
"""Characters of a text in an example."""
BEFORE = 15
"""Characters shown before the first difference of two texts."""
SEEN = str.maketrans({"\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽", "\u202f": "⍽"})
"""White space that is not to be overlooked."""
WEIGHT = (
    *(Subject.CONCEPT, Subject.TERM, Subject.LANGUAGE, Subject.UNIT, Subject.SEGMENT, Subject.STATUS),
    *(Subject.DEFINITION, Subject.CONTEXT, Subject.NOTE, Subject.SUBJECT_FIELD, Subject.CODE, Subject.MARKUP),
    *(Subject.TERM_TYPE, Subject.PART_OF_SPEECH, Subject.PROPERTY, Subject.DATA_CATEGORY, Subject.ATTRIBUTE),
    *(Subject.HEADER, Subject.ID, Subject.ORDER),
)
"""What a translator would miss most first: a term that is not offered, then what is to be known of one."""
STYLES = {Degree.GONE: "red", Degree.CHANGED: "yellow", Degree.MOVED: "cyan"}


def print_losses(page: Console, lost: Tally) -> None:
    """How much was lost in all, then kind by kind how much of what and why, with an example."""
    totals = [f"{degree_name(degree)}: {lost.of(degree)}" for degree in Degree if lost.of(degree)]
    page.print(Text(", ".join(totals), style="bold"))
    groups = sorted(lost.groups, key=_weight)
    for group in groups[:SHOWN]:
        page.print(_line(group))
        page.print(_example(group))
    hidden = len(groups) - SHOWN
    if hidden > 0:
        page.print(plural("and {count} kind more", "and {count} kinds more", hidden), markup=False)
    if lost.total > min(len(groups), SHOWN):
        page.print(_("--report FILE writes every single one"), style="dim", markup=False)


def _weight(group: Group) -> tuple[int, int, int]:
    loss = group.example
    return WEIGHT.index(loss.subject), list(Degree).index(loss.degree), -group.count


def _line(group: Group) -> Text:
    loss = group.example
    head = _("{things} {degree}").format(
        things=things(loss.subject, group.count), degree=degree_name(loss.degree)
    )
    return Text(head, style=STYLES[loss.degree]).append(f": {spoken(loss.why)}", style="not bold default")


def _example(group: Group) -> Text:
    loss = group.example
    term = _("“{text}”").format(text=_short(loss.term, 0)) if loss.term else ""
    where = " ".join(part for part in (term, loss.id, loss.language) if part)
    text = " → ".join(_("“{text}”").format(text=side) for side in _sides(loss) if side)
    said = (_("e.g. {text}") if group.count > 1 else "{text}").format(text=text or where)
    return Text(f"    {said}").append(f"  {where}" if text and where else "", style="dim")


def _sides(loss: Loss) -> tuple[str, str]:
    """What was and what became of it, each cut to where they begin to differ."""
    text, became = loss.text, loss.became if loss.became != loss.text else ""
    pairs = enumerate(zip(text, became, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(text), len(became)))
    start = max(0, same - BEFORE) if became and max(len(text), len(became)) > LONGEST else 0
    return _short(text, start), _short(became, start)


def _short(text: str, start: int) -> str:
    seen = text[start : start + LONGEST]
    return ("…" if start else "") + seen.translate(SEEN) + ("…" if len(text) > start + LONGEST else "")


def degree_name(degree: Degree) -> str:
    """How much is left, in the user's language."""
    return {Degree.GONE: _("gone"), Degree.CHANGED: _("changed"), Degree.MOVED: _("moved")}[degree]


def things(subject: Subject, count: int) -> str:  # each sentence stands whole for those who translate it
    """So many of a subject, in the user's language."""
    match subject:
        case Subject.CONCEPT:
            return plural("{count} concept", "{count} concepts", count)
        case Subject.LANGUAGE:
            return plural("{count} language of a concept", "{count} languages of concepts", count)
        case Subject.TERM:
            return plural("{count} term", "{count} terms", count)
        case Subject.UNIT:
            return plural("{count} unit", "{count} units", count)
        case Subject.SEGMENT:
            return plural("{count} segment", "{count} segments", count)
        case Subject.CODE:
            return plural("{count} inline code", "{count} inline codes", count)
        case Subject.HEADER:
            return plural("{count} header entry", "{count} header entries", count)
        case _:
            return _of_terms(subject, count)


def _of_terms(subject: Subject, count: int) -> str:
    match subject:
        case Subject.STATUS:
            return plural("{count} status", "{count} statuses", count)
        case Subject.DEFINITION:
            return plural("{count} definition", "{count} definitions", count)
        case Subject.CONTEXT:
            return plural("{count} context", "{count} contexts", count)
        case Subject.NOTE:
            return plural("{count} note", "{count} notes", count)
        case Subject.SUBJECT_FIELD:
            return plural("{count} subject field", "{count} subject fields", count)
        case Subject.MARKUP:
            return plural("{count} text with markup", "{count} texts with markup", count)
        case Subject.TERM_TYPE:
            return plural("{count} term type", "{count} term types", count)
        case Subject.PART_OF_SPEECH:
            return plural("{count} part of speech", "{count} parts of speech", count)
        case _:
            return _of_files(subject, count)


def _of_files(subject: Subject, count: int) -> str:
    match subject:
        case Subject.PROPERTY:
            return plural("{count} property", "{count} properties", count)
        case Subject.ATTRIBUTE:
            return plural("{count} attribute", "{count} attributes", count)
        case Subject.ID:
            return plural("{count} id", "{count} ids", count)
        case Subject.ORDER:
            return plural("{count} order", "{count} orders", count)
        case _:
            return plural("{count} data category", "{count} data categories", count)
