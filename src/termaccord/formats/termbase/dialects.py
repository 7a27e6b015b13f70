"""What each TBX dialect calls things and what it allows: ISO 30042:2008 and 2019, TBX-Basic of LISA, LTAC and TerminOrgs."""

from dataclasses import dataclass
from enum import StrEnum

from termaccord.model import Status

NAMESPACE_2019 = "urn:iso:std:iso:30042:ed-2"
MODULES = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}


class Dialect(StrEnum):
    """A form of TBX that we write."""

    BASIC_2008 = "tbx-basic-2008"
    """TBX-Basic of LISA (2008), ``martif`` with ``tig``: what CAT tools read."""
    DEFAULT_2008 = "tbx-2008"
    """The core structure of ISO 30042:2008 with any data category: loses nothing."""
    BASIC_DCA = "tbx-basic-dca"
    """TBX-Basic 1.2.1 of LTAC (2023), categories as attributes."""
    BASIC_DCT = "tbx-basic-dct"
    """TBX-Basic 1.2.1 of LTAC (2023), categories as tags."""
    BASIC_V4 = "tbx-basic-v4"
    """TBX-Basic Version 4 of TerminOrgs (2025)."""
    DUAL = "tbx-dual"
    """One file valid under both 1.2.1 (DCA) and Version 4."""


NAMES_2019 = {
    "martif": "tbx",
    "martifHeader": "tbxHeader",
    "termEntry": "conceptEntry",
    "langSet": "langSec",
    "tig": "termSec",
    "refObjectList": "refObjectSec",
}
NAMES_2008 = {new: old for old, new in NAMES_2019.items()} | {"ntig": "tig", "itemset": "itemSet"}
"""Whatever a file calls it, to the name that the reader uses."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TERM_NOTES = _words(
    "partOfSpeech termType administrativeStatus usageStatus grammaticalGender grammaticalNumber geographicalUsage "
    "termLocation animacy register normativeAuthorization"
)
KINDS: dict[str, str] = {
    **dict.fromkeys(sorted(TERM_NOTES), "termNote"),
    **dict.fromkeys(sorted(_words("subjectField definition context example explanation")), "descrip"),
    **dict.fromkeys(sorted(_words("source customerSubset projectSubset")), "admin"),
    **dict.fromkeys(sorted(_words("externalCrossReference xGraphic")), "xref"),
    "crossReference": "ref",
    "transactionType": "transac",
    "responsibility": "transacNote",
}
"""The meta data category of each data category: what a DCT element is in DCA."""
IN_MODULE_MIN = _words("administrativeStatus customerSubset externalCrossReference partOfSpeech subjectField")

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
SPELLINGS = {
    "preferred": Status.PREFERRED,
    "standardized": Status.PREFERRED,
    "standardised": Status.PREFERRED,
    "recommended": Status.PREFERRED,
    "approved": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "allowed": Status.ADMITTED,
    "deprecated": Status.DEPRECATED,
    "notrecommended": Status.DEPRECATED,
    "superseded": Status.SUPERSEDED,
    "obsolete": Status.SUPERSEDED,
    "forbidden": Status.FORBIDDEN,
    "prohibited": Status.FORBIDDEN,
}
"""Stems of what files in the field write: the picklists of ISO 30042 and ISO 12620, XCS display values, vendors' words."""

GENDERS = _words("masculine feminine neuter other")
TERM_TYPES = _words("fullForm acronym abbreviation shortForm variant phrase")
LOCATIONS = _words(
    "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage menuItem progressBar "
    "pushButton radioButton slider spinBox tab tableText textBox toolTip user-definedType"
)
SPEECH = _words("noun verb adjective adverb other")


NEAREST_VALUES = {("partOfSpeech", "properNoun"): "noun", ("transactionType", "creation"): "origination"}
"""What to write where a dialect's picklist lacks a value."""


def status_of(written: str) -> Status | None:
    """
    The status that a file's word means; None where it means none that we know.

    >>> status_of("preferredTerm-admn-sts"), status_of("deprecatedtermadmnsts"), status_of("Not recommended")
    (<Status.PREFERRED: 'preferred'>, <Status.DEPRECATED: 'deprecated'>, <Status.DEPRECATED: 'deprecated'>)
    """
    word = "".join(c for c in written.lower() if c.isalpha())
    return SPELLINGS.get(word.removesuffix("admnsts").removesuffix("sts").removesuffix("term"))


@dataclass(frozen=True, slots=True)
class Spec:
    """
    What a dialect allows, level by level; C, L and T are concept, language section and term.

    `levels` is None where any data category may stand anywhere.
    """

    levels: dict[tuple[str, str], str] | None
    picklists: dict[str, frozenset[str]]
    statuses: dict[Status, str]
    status_category: str = "administrativeStatus"
    transactions: tuple[tuple[str, str], ...] = (
        ("origination", "origination"),
        ("modification", "modification"),
    )
    """What we call a transaction, and what the dialect calls it."""
    edition: int = 2008
    by_tag: bool = False
    markup: frozenset[str] = _words("hi foreign")
    part_of_speech_required: bool = False


def _levels(**by_type: str) -> dict[tuple[str, str], str]:
    return {(KINDS[name], name): levels for name, levels in by_type.items()}


_BASIC = {
    "subjectField": "C",
    "definition": "CL",
    "context": "T",
    "source": "CLT",
    "customerSubset": "T",
    "projectSubset": "T",
    "crossReference": "CT",
    "externalCrossReference": "CT",
    "xGraphic": "C",
    "transactionType": "CLT",
    "responsibility": "CLT",
    "partOfSpeech": "T",
    "termType": "T",
    "administrativeStatus": "T",
    "grammaticalGender": "T",
    "geographicalUsage": "T",
    "termLocation": "T",
}
_PICKLISTS = {
    "partOfSpeech": SPEECH | {"properNoun"},
    "termType": TERM_TYPES,
    "grammaticalGender": GENDERS,
    "transactionType": frozenset({"origination", "modification"}),
    "administrativeStatus": frozenset(STATUSES.values()),
    "usageStatus": frozenset(STATUSES_V4.values()),
}
_MARKUP_2008 = _words("hi foreign bpt ept ph")
_SUBSETS = {"customerSubset": "CT", "projectSubset": "CT"}
_BASIC_121 = Spec(
    _levels(**(_BASIC | _SUBSETS)),
    _PICKLISTS | {"partOfSpeech": SPEECH, "termLocation": LOCATIONS},
    STATUSES,
    edition=2019,
)
# A source beside a definition or context only: Version 4 allows a bare one at terms, 1.2.1 everywhere.
_V4_LEVELS = _levels(
    **({k: v for k, v in _BASIC.items() if k != "administrativeStatus"} | _SUBSETS | {"source": "T"})
)

SPECS: dict[Dialect, Spec] = {
    Dialect.BASIC_2008: Spec(_levels(**_BASIC), _PICKLISTS, STATUSES, markup=_MARKUP_2008),
    Dialect.DEFAULT_2008: Spec(
        None,
        {},
        STATUSES | {Status.FORBIDDEN: "forbidden"},
        markup=_MARKUP_2008,
    ),
    Dialect.BASIC_DCA: _BASIC_121,
    Dialect.BASIC_DCT: Spec(_BASIC_121.levels, _BASIC_121.picklists, STATUSES, edition=2019, by_tag=True),
    Dialect.BASIC_V4: Spec(
        _V4_LEVELS | {("termNote", "usageStatus"): "T"},
        _PICKLISTS | {"transactionType": frozenset({"creation", "modification"})},
        STATUSES_V4,
        "usageStatus",
        (("origination", "creation"), ("modification", "modification")),
        edition=2019,
        part_of_speech_required=True,
    ),
    Dialect.DUAL: Spec(
        _V4_LEVELS | {("termNote", "administrativeStatus"): "T"},
        _PICKLISTS
        | {"partOfSpeech": SPEECH, "termLocation": LOCATIONS, "transactionType": frozenset({"modification"})},
        STATUSES,
        transactions=(("modification", "modification"),),
        edition=2019,
    ),
}
