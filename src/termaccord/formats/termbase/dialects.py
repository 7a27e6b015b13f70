"""What each TBX dialect calls things and what it allows: ISO 30042:2008 and 2019, TBX-Basic of LISA, LTAC and TerminOrgs."""

from dataclasses import dataclass, replace
from enum import StrEnum

from termaccord.formats.termbase.statuses import STATUSES, STATUSES_V4
from termaccord.formats.termbase.vocabulary import KINDS, words
from termaccord.model import Status


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
    MIN_DCA = "tbx-min-dca"
    """TBX-Min 1.2.1 of LTAC, categories as attributes: subject field, part of speech, status, customer."""
    MIN_DCT = "tbx-min-dct"
    """TBX-Min 1.2.1 of LTAC, categories as tags."""
    CORE = "tbx-core"
    """The core structure of ISO 30042:2019 alone: terms and notes."""


GENDERS = words("masculine feminine neuter other")
TERM_TYPES = words("fullForm acronym abbreviation shortForm variant phrase")
LOCATIONS = words(
    "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage menuItem progressBar "
    "pushButton radioButton slider spinBox tab tableText textBox toolTip user-definedType"
)
SPEECH = words("noun verb adjective adverb other")


NEAREST_VALUES = {("partOfSpeech", "properNoun"): "noun", ("transactionType", "creation"): "origination"}
"""What to write where a dialect's picklist lacks a value."""


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
    root: str = "TBX-Basic"
    """The type that the root element names."""
    by_tag: bool = False
    markup: frozenset[str] = words("hi foreign")
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
_MARKUP_2008 = words("hi foreign bpt ept ph")
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
_MIN = Spec(
    _levels(
        **{name: _BASIC[name] for name in ("subjectField", "externalCrossReference", "partOfSpeech")},
        customerSubset="CT",
        administrativeStatus="T",
    ),
    {"partOfSpeech": SPEECH, "administrativeStatus": frozenset(STATUSES.values())},
    STATUSES,
    transactions=(),
    edition=2019,
    root="TBX-Min",
)

SPECS: dict[Dialect, Spec] = {
    Dialect.BASIC_2008: Spec(_levels(**_BASIC), _PICKLISTS, STATUSES, markup=_MARKUP_2008),
    Dialect.DEFAULT_2008: Spec(
        None,
        {},
        STATUSES | {Status.FORBIDDEN: "forbidden"},
        markup=_MARKUP_2008,
        root="TBX",
    ),
    Dialect.BASIC_DCA: _BASIC_121,
    Dialect.BASIC_DCT: replace(_BASIC_121, by_tag=True),
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
    Dialect.MIN_DCA: _MIN,
    Dialect.MIN_DCT: replace(_MIN, by_tag=True),
    Dialect.CORE: replace(_MIN, levels={}, picklists={}, statuses={}, root="TBX-Core"),
}
