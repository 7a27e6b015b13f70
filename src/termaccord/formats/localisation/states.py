"""
How far a translation has come, in the words of the standard and of the tools that write XLIFF.

Sources: XLIFF 1.2, section 2.3 (``state``); XLIFF 2.1, section 4.3.1 (``state``, ``subState``);
RWS, Studio API, “ConfirmationLevel” (``conf`` of SDLXLIFF); memoQ, “How Globalese processes XLIFF files”
(``mq:status``, ``conf``, ``m:confirmed``); Phrase, “MXLIFF structure” (``m:confirmed``).
"""

from termaccord.formats.localisation.tree import Node
from termaccord.formats.localisation.unit import State

_UNFINISHED = frozenset(
    {
        "initial",
        "new",
        "needs-translation",
        "needs-adaptation",
        "needs-l10n",
        "needs-review-translation",
        "needs-review-adaptation",
        "needs-review-l10n",
    },
)
"""Values of ``state`` below “translated”."""

_TRADOS_FINISHED = frozenset({"Translated", "ApprovedTranslation", "ApprovedSignOff"})
_MEMOQ_UNFINISHED = frozenset(
    {
        "NotStarted",
        "Pretranslated",
        "AssembledFromFragments",
        "MachineTranslated",
        "PartiallyEdited",
        "Rejected",
    }
)


def first(unit: Node, target: Node | None, holder: Node | None = None, *, closed: bool = False) -> State:
    """
    The state of a target of XLIFF 1, or of one of the segments that a target holds: it then stands on the target.

    `closed` says that what the unit stands in is not to be translated.
    """
    translate = unit.attributes.get("translate", "no" if closed else "yes")
    if translate == "no" or is_locked(unit):
        return State.LOCKED
    if target is None or not target.text.strip():
        return State.UNTRANSLATED
    unfinished = (holder or target).attributes.get("state") in _UNFINISHED
    return State.FUZZY if unfinished or _unconfirmed(unit) else State.TRANSLATED


def is_locked(unit: Node) -> bool:
    """Whether memoQ or Phrase have locked a unit."""
    return any(
        name.rpartition(":")[2] == "locked" and value.lower() in {"yes", "true", "locked", "1"}
        for name, value in unit.attributes.items()
    )


def _unconfirmed(unit: Node) -> bool:
    """Whether memoQ or Phrase say that nobody has confirmed a translation."""
    said = {name.rpartition(":")[2]: value for name, value in unit.attributes.items() if ":" in name}
    return said.get("status") in _MEMOQ_UNFINISHED or said.get("confirmed") == "0"


def second(unit: Node, segment: Node, target: Node | None, *, closed: bool = False) -> State:
    """The state of a segment of XLIFF 2."""
    translate = unit.attributes.get("translate", "no" if closed else "yes")
    if translate == "no":
        return State.LOCKED
    if target is None or not target.text.strip():
        return State.UNTRANSLATED
    # The default of “state” is “initial”, yet many files that are translated leave it out.
    unfinished = (
        segment.attributes.get("state") in _UNFINISHED or segment.attributes.get("subState") == "po:fuzzy"
    )
    return State.FUZZY if unfinished else State.TRANSLATED


def trados(settings: Node, target: Node | None) -> State:
    """The state of a segment of Trados, as its ``sdl:seg`` says; without ``conf`` nobody has vouched for it."""
    if settings.attributes.get("locked", "").lower() == "true":
        return State.LOCKED
    if target is None or not target.text.strip():
        return State.UNTRANSLATED
    return State.TRANSLATED if settings.attributes.get("conf") in _TRADOS_FINISHED else State.FUZZY
