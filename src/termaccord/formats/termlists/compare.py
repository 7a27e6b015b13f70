"""What one glossary says that another does not: the losses of a conversion, found by reading back what was written."""

from collections.abc import Mapping

from termaccord.formats.termlists.losing import saying
from termaccord.formats.termlists.losing.comparing import Comparison
from termaccord.formats.termlists.losing.matching import Pair, paired
from termaccord.formats.termlists.losing.merging import merged
from termaccord.formats.termlists.losing.telling import Teller
from termaccord.model import Degree, Glossary, Loss, Subject


def losses(
    meant: Glossary,
    seen: Glossary,
    where: str = "",
    *,
    tool: str = "",
    reasons: Mapping[Subject, str] | None = None,
) -> tuple[Loss, ...]:
    """
    Compare what was to be written with what a reader sees.

    Parameters
    ----------
    meant
        The glossary before it was written.
    seen
        The glossary as read back, by our reader or by a tool's rules.
    where
        What lost it, as a person calls it: “UTX”, “OmegaT”.
    tool
        For `Loss.tool`, where a tool's rules have read the file.
    reasons
        Sentences made by `say` that tell why, by subject, where more is known than that there is no place.

    Returns
    -------
    One loss for each thing that `seen` does not say, the header's first, then concept by concept as `meant` has them.
    What lies under a concept, language or term that is gone is not told again.
    What `seen` adds is no loss.

    """
    if meant == seen:
        return ()
    tell = Teller(where, tool, reasons)
    Comparison(tell).compare(saying.header(meant), saying.header(seen))
    pairs = paired(meant.concepts, seen.concepts)
    for pair in pairs:
        _concept(pair, seen, tell)
    _order(pairs, tell)
    return tell.losses


def _concept(pair: Pair, seen: Glossary, tell: Teller) -> None:
    concept = pair.meant
    if not pair.seen:
        tell.tell(Subject.CONCEPT, Degree.GONE, saying.terms_of(concept), concept=concept.id)
        return
    found = tuple(seen.concepts[i] for i in pair.seen)
    if pair.shared or len(found) > 1:
        became = "; ".join(one.id or saying.terms_of(one) for one in found)
        tell.tell(Subject.CONCEPT, Degree.CHANGED, saying.terms_of(concept), became, concept=concept.id)
    if found == (concept,):
        return
    whole = merged(tuple(saying.concept(one) for one in found), concept.id)
    Comparison(tell, concept.id).compare(saying.concept(concept), whole)


def _order(pairs: tuple[Pair, ...], tell: Teller) -> None:
    """The first concept that stands before one which it followed."""
    last = -1
    for pair in pairs:
        if pair.seen and not pair.shared:
            if pair.seen[0] < last:
                text = saying.terms_of(pair.meant)
                tell.tell(Subject.ORDER, Degree.CHANGED, text, str(pair.seen[0] + 1), concept=pair.meant.id)
                return
            last = pair.seen[0]
