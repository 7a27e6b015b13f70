"""What files write for the administrative status of a term, and which of our statuses each of it means."""

import re

from termaccord.model import Status

STATUSES = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.SUPERSEDED: "supersededTerm-admn-sts",
}
STATUSES_DEFAULT = STATUSES | {Status.FORBIDDEN: "forbidden"}
"""Weblate's word, for files that follow no picklist."""
STATUSES_V4 = {
    Status.PREFERRED: "preferred",
    Status.ADMITTED: "admitted",
    Status.DEPRECATED: "deprecated",
}
NEAREST = {Status.FORBIDDEN: Status.DEPRECATED, Status.SUPERSEDED: Status.DEPRECATED}
"""The status to write where a dialect has no word for the right one; a note then says the right one."""

CATEGORIES = ("administrativeStatus", "usageStatus")
"""Data categories whose value is the status and nothing else; it is read from them and written into them."""
AKIN = re.compile(
    r"normativeauthori[sz]ation|(term|usage)?status|usage|across(iso|userdef)picklist(verwendung|usage)+"
)
"""
Others that say it too and are kept as they are, their letters alone and small.
ISO STS has the first, termbases out of MultiTerm the next, out of across the last (translate5, TermStatus.php).
"""

SPELLINGS = {
    Status.PREFERRED: "preferred standardized standardised recommended approved mandatory "
    "bevorzugt vorzugsbenennung empfohlen предпочтительный предпочтительно рекомендуемый рекомендуется",
    Status.ADMITTED: "admitted allowed accepted acceptable permitted legal regulated "
    "zulässig erlaubt допустимый допустимо допускается",
    Status.DEPRECATED: "deprecated notrecommended rejected avoid nichtempfohlen нерекомендуемый нерекомендуется",
    Status.SUPERSEDED: "superseded obsolete outdated veraltet устаревший устарело",
    Status.FORBIDDEN: "forbidden prohibited donotuse banned verboten unzulässig unwort запрещённый запрещенный "
    "запрещено недопустимый недопустимо",
}
"""
Stems of what files in the field write: the picklists of ISO 30042 and ISO 12620, XCS display values, vendors' words,
and what termbase programs show in German and Russian. Legal and regulated terms are usable ones beside the preferred.
"""
_BY_WORD = {word: status for status, words in SPELLINGS.items() for word in words.split()}


def status_of(written: str) -> Status | None:
    """
    The status that a file's word means; None where it means none that we know.

    Two languages of one value may stand on both sides of a stroke.

    >>> status_of("preferredTerm-admn-sts"), status_of("deprecatedtermadmnsts"), status_of("Not recommended")
    (<Status.PREFERRED: 'preferred'>, <Status.DEPRECATED: 'deprecated'>, <Status.DEPRECATED: 'deprecated'>)
    >>> status_of("Verboten / Forbidden"), status_of("to be checked")
    (<Status.FORBIDDEN: 'forbidden'>, None)
    """
    found = {_of_word(part) for part in written.split("/")}
    return found.pop() if len(found) == 1 else None


def _of_word(written: str) -> Status | None:
    word = "".join(c for c in written.lower() if c.isalpha())
    return _BY_WORD.get(word.removesuffix("admnsts").removesuffix("sts").removesuffix("term"))


def says_status(category: str) -> bool:
    """
    Whether a term note of this type says the status of a term beside TBX's own category for it.

    >>> says_status("across_userdef_picklist_Verwendung_/_Usage"), says_status("processStatus")
    (True, False)
    """
    return AKIN.fullmatch("".join(c for c in category.lower() if c.isalpha())) is not None
