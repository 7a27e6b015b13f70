"""What was lost, for reading: a line for each kind of loss, what a translator would miss most first."""

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.translation import _, plural, spoken, two
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


def things(subject: Subject, count: int) -> str:
    """So many of a subject, in the user's language."""
    return plural(*_THINGS[subject], count)


_THINGS = {
    Subject.CONCEPT: two("{count} concept", "{count} concepts"),
    Subject.LANGUAGE: two("{count} language of a concept", "{count} languages of concepts"),
    Subject.TERM: two("{count} term", "{count} terms"),
    Subject.UNIT: two("{count} unit", "{count} units"),
    Subject.SEGMENT: two("{count} segment", "{count} segments"),
    Subject.CODE: two("{count} inline code", "{count} inline codes"),
    Subject.HEADER: two("{count} header entry", "{count} header entries"),
    Subject.STATUS: two("{count} status", "{count} statuses"),
    Subject.DEFINITION: two("{count} definition", "{count} definitions"),
    Subject.CONTEXT: two("{count} context", "{count} contexts"),
    Subject.NOTE: two("{count} note", "{count} notes"),
    Subject.SUBJECT_FIELD: two("{count} subject field", "{count} subject fields"),
    Subject.MARKUP: two("{count} text with markup", "{count} texts with markup"),
    Subject.TERM_TYPE: two("{count} term type", "{count} term types"),
    Subject.PART_OF_SPEECH: two("{count} part of speech", "{count} parts of speech"),
    Subject.PROPERTY: two("{count} property", "{count} properties"),
    Subject.ATTRIBUTE: two("{count} attribute", "{count} attributes"),
    Subject.ID: two("{count} id", "{count} ids"),
    Subject.ORDER: two("{count} order", "{count} orders"),
    Subject.DATA_CATEGORY: two("{count} data category", "{count} data categories"),
}
"""A sentence stands whole for those who translate it."""
