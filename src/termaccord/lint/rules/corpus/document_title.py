"""One document has several titles."""

from collections.abc import Iterator

from termaccord.lint.conflicts.conflict import Conflict, Kind, Slip, conflicts
from termaccord.lint.conflicts.marks import mark
from termaccord.lint.rule import Case, Collection, Mark, Rule, Scope
from termaccord.model import Severity, say

MESSAGE = say("one document has several titles: {names}; “{preferred}” is proposed")


def check(collection: Collection) -> Iterator[Mark]:
    for conflict in conflicts(collection):
        if conflict.kind is Kind.TITLE:
            yield mark(conflict, collection, MESSAGE, severity(conflict))


def severity(conflict: Conflict) -> Severity:
    """A remark where the document is only described."""
    if conflict.slip is Slip.MOVED or not (conflict.proper or conflict.numbered):
        return Severity.INFO
    if conflict.slip is Slip.ABRIDGED:
        return Severity.WARNING
    return Severity.ERROR if conflict.aligned else Severity.WARNING


DOCUMENT_TITLE = Rule(
    code="C16",
    name="document-title",
    scope=Scope.CORPUS,
    severity=Severity.WARNING,
    summary=say("a document has several titles"),
    reason=say("A title is cited word by word, or the document is not found."),
    source="ISO 690:2021, on titles; Interinstitutional Style Guide of the EU, on citing acts",
    check=check,
    cases=(
        Case(
            texts=(
                "ru: Подписана Конвенция о ледовых переправах. Действует Конвенция о ледовых переправах.",
                "en courier: The ⟦Convention on Ice Crossings⟧ was signed.",
                "en gazette: The ⟦Ice Crossing Convention⟧ is in force.",
            ),
            concepts="document: Конвенция о ледовых переправах = Convention on Ice Crossings; Ice Crossing Convention",
        ),
        Case(
            texts=(
                "ru: Действует Конвенция о ледовых переправах. Конвенция проста.",
                "en courier: The Convention on Ice Crossings is in force. The Convention is simple.",
            ),
            concepts="document: Конвенция о ледовых переправах; Конвенция = Convention on Ice Crossings; Convention",
        ),
        Case(
            texts=(
                "ru: Принят План перевозок на 2030 год, а прежний План перевозок на 2029 год отменён.",
                "en courier: The Transport Plan for 2030 replaces the Transport Plan for 2029.",
            ),
            concepts=(
                "document: План перевозок на 2030 год = Transport Plan for 2030\n"
                "document: План перевозок на 2029 год = Transport Plan for 2029"
            ),
        ),
    ),
)
