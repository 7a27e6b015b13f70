"""Which data categories a dialect has, where they may stand and what they may say."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

LEVELS = {
    **dict.fromkeys(("termEntry", "conceptEntry"), "C"),
    **dict.fromkeys(("langSet", "langSec"), "L"),
    **dict.fromkeys(("tig", "termSec"), "T"),
}
"""Concept, language section and term, in both editions."""
TYPED = frozenset(
    {"admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote", "xref"}
)
"""The elements whose type names a data category."""
NOT_OF_TRANSACTIONS = frozenset({"adminGrp", "descripGrp", "termNoteGrp"})
GROUPS = NOT_OF_TRANSACTIONS | {"transacGrp"}


@dataclass(frozen=True, slots=True)
class Category:
    """One data category in one dialect."""

    kind: str
    name: str
    levels: str = "CLT"
    """Where it may stand: a part of “CLT”."""
    grouped: str = ""
    """At which levels it may stand within a group."""
    groups: frozenset[str] = frozenset()
    """Within which groups."""
    values: tuple[str, ...] = ()
    """Its picklist; empty where it has none."""
    plain: bool = False
    """Whether it holds no markup."""
    target: str = ""
    """Of an element of a module, the datatype of its target; with “!” it must have one."""

    def stands_well(self, parent: str, grandparent: str) -> bool:
        """Whether it may stand in this element of this element."""
        if parent in self.groups:
            return LEVELS.get(grandparent, "-") in self.grouped
        return LEVELS.get(parent, "-") in self.levels


Categories = dict[tuple[str, str], Category]


KINDS = {
    **dict.fromkeys(("subjectField", "definition", "context"), "descrip"),
    **dict.fromkeys(("source", "customerSubset", "projectSubset"), "admin"),
    **dict.fromkeys(("externalCrossReference", "xGraphic"), "xref"),
    "crossReference": "ref",
    "transactionType": "transac",
    "responsibility": "transacNote",
}
"""The element of each data category in the style dca; all others are notes of a term."""
GENDER = ("masculine", "feminine", "neuter", "other")
LOCATION = (
    *("checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage"),
    *(
        "interactiveMessage",
        "menuItem",
        "progressBar",
        "pushButton",
        "radioButton",
        "slider",
        "spinBox",
        "tab",
    ),
    *("tableText", "textBox", "toolTip", "user-definedType"),
)
STATUS = (
    *("preferredTerm-admn-sts", "admittedTerm-admn-sts"),
    *("deprecatedTerm-admn-sts", "supersededTerm-admn-sts"),
)
STATUS_V4 = ("preferred", "admitted", "deprecated")
TYPE = ("fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase")
POS = ("noun", "verb", "adjective", "adverb", "other")
POS_WITH_NAMES = ("noun", "verb", "adjective", "adverb", "properNoun", "other")
# The rules are stated here once more and not taken from the writer, so that neither blesses the other's mistakes.


def _category(
    name: str,
    levels: str = "T",
    grouped: str = "",
    groups: Iterable[str] = (),
    values: tuple[str, ...] = (),
    target: str = "",
    *,
    plain: bool = False,
) -> Category:
    return Category(
        KINDS.get(name, "termNote"), name, levels, grouped, frozenset(groups), values, plain, target
    )


def _table(*categories: Category) -> Categories:
    return {(category.kind, category.name): category for category in categories}


DESCRIPTION = ("descripGrp",)
TRANSACTION = ("transacGrp",)

BASIC_2008 = _table(
    _category("subjectField", "C", plain=True),
    _category("definition", "CL", "CL", DESCRIPTION),
    _category("context", "T", "T", DESCRIPTION),
    _category("source", "CLT", "CLT", DESCRIPTION),
    _category("customerSubset", plain=True),
    _category("projectSubset", plain=True),
    _category("crossReference", "CT"),
    _category("externalCrossReference", "CT"),
    _category("xGraphic", "C"),
    _category("transactionType", "", "CLT", TRANSACTION, ("modification", "origination")),
    _category("responsibility", "", "CLT", TRANSACTION),
    _category("administrativeStatus", values=STATUS),
    _category("geographicalUsage", plain=True),
    _category("grammaticalGender", values=GENDER),
    _category("partOfSpeech", values=POS_WITH_NAMES),
    _category("termLocation", plain=True),
    _category("termType", values=TYPE),
)
"""TBX-Basic, XCS of 2008 and the rules within its RELAX NG."""

MIN_121 = _table(
    _category("subjectField", "C", "C", DESCRIPTION),
    _category("customerSubset", "CT", "CT", NOT_OF_TRANSACTIONS),
    _category("externalCrossReference", "CLT"),
    _category("administrativeStatus", "T", "T", ("termNoteGrp",), STATUS),
    _category("partOfSpeech", "T", "T", ("termNoteGrp",), POS),
)
"""TBX-Min 1.2.1: the module Min."""
BASIC_121 = MIN_121 | _table(
    _category("definition", "CL", "CL", DESCRIPTION),
    _category("context", "T", "T", DESCRIPTION),
    _category("source", "CLT", "CLT", NOT_OF_TRANSACTIONS),
    _category("projectSubset", "CT", "CT", NOT_OF_TRANSACTIONS),
    _category("crossReference", "CT", "CT", GROUPS),
    _category("xGraphic", "CL"),
    _category("transactionType", "CLT", "CLT", TRANSACTION, ("modification", "origination")),
    _category("responsibility", "CLT", "CLT", TRANSACTION),
    _category("geographicalUsage", "T", "T", ("termNoteGrp",)),
    _category("grammaticalGender", "T", "T", ("termNoteGrp",), GENDER),
    _category("termLocation", "T", "T", ("termNoteGrp",), LOCATION),
    _category("termType", "T", "T", ("termNoteGrp",), TYPE),
)
"""TBX-Basic 1.2.1: the modules Min and Basic."""

V4 = _table(
    _category("subjectField", "C"),
    _category("definition", "CL", "CL", DESCRIPTION),
    _category("context", "T", "T", DESCRIPTION),
    _category("source", "T", "CLT", DESCRIPTION),
    _category("customerSubset", "CT"),
    _category("projectSubset", "CT"),
    _category("crossReference", "CT"),
    _category("externalCrossReference", "CT"),
    _category("xGraphic", "C"),
    _category("transactionType", "", "CLT", TRANSACTION, ("creation", "modification")),
    _category("responsibility", "", "CLT", TRANSACTION),
    _category("usageStatus", values=STATUS_V4),
    _category("administrativeStatus"),
    _category("geographicalUsage"),
    _category("grammaticalGender", values=GENDER),
    _category("partOfSpeech", values=POS_WITH_NAMES),
    _category("termLocation"),
    _category("termType", values=TYPE),
)
"""TBX-Basic Version 4."""
MIN_2025 = {
    key: V4[key]
    for key in (
        ("descrip", "subjectField"),
        ("admin", "customerSubset"),
        ("termNote", "usageStatus"),
        ("termNote", "partOfSpeech"),
    )
}
"""TBX-Min of 2025, whose Schematron is not published: what its test files show, and the rest of the older module Min."""


@dataclass(frozen=True, slots=True)
class Module:
    """Data categories as tags: the elements of one namespace."""

    name: str
    namespace: str
    categories: dict[str, Category] = field(default_factory=dict)


def _of_module(categories: Iterable[Category]) -> dict[str, Category]:
    return {category.name: category for category in categories}


def _in(group: str, table: Categories, name: str, target: str = "", levels: str | None = None) -> Category:
    """A category of the DCA table, within this group only."""
    known = table[KINDS.get(name, "termNote"), name]
    direct = known.levels if levels is None else levels
    groups = frozenset(group.split())
    return replace(known, levels=direct, grouped=known.levels, groups=groups, target=target)


MODULE_MIN = Module(
    "min",
    "http://www.tbxinfo.net/ns/min",
    _of_module(
        (
            _in("descripGrp", MIN_121, "subjectField"),
            _in("adminGrp", MIN_121, "customerSubset"),
            _in(" ".join(sorted(GROUPS)), MIN_121, "externalCrossReference", "WEB!"),
            _in("termNoteGrp", MIN_121, "administrativeStatus"),
            _in("termNoteGrp", MIN_121, "partOfSpeech"),
        )
    ),
)
MODULE_BASIC = Module(
    "basic",
    "http://www.tbxinfo.net/ns/basic",
    _of_module(
        (
            _in("adminGrp", BASIC_121, "projectSubset"),
            _in("descripGrp", BASIC_121, "source"),
            _in("descripGrp", BASIC_121, "context"),
            _in("descripGrp", BASIC_121, "definition"),
            _in(" ".join(sorted(GROUPS)), BASIC_121, "crossReference", "IDREF!"),
            _in("termNoteGrp", BASIC_121, "grammaticalGender"),
            _in("termNoteGrp", BASIC_121, "geographicalUsage"),
            _in("termNoteGrp", BASIC_121, "termLocation"),
            _in("termNoteGrp", BASIC_121, "termType"),
            _in("transacGrp", BASIC_121, "transactionType"),
            _in("transacGrp", BASIC_121, "responsibility", "IDREF", levels=""),
            _in("", BASIC_121, "xGraphic", "WEB!"),
        )
    ),
)
