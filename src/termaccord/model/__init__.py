"""The nouns: frozen records that import only each other and the standard library."""

from termaccord.model.alignment import Alignment, Bead
from termaccord.model.document import Block, BlockKind, Document, Origin, Segment
from termaccord.model.errors import UsageError
from termaccord.model.finding import Edit, Finding, Place, Rendering, Severity
from termaccord.model.loss import Degree, Loss, Subject
from termaccord.model.match import MatchKind, Penalty, Piece, SegmentMatch, StoredUnit, Substitution
from termaccord.model.memory import Content, Inline, Memory, TranslationUnit, UserEncoding, Variant
from termaccord.model.message import Message, say
from termaccord.model.proposal import Category, Occurrence, ProposedConcept, ProposedTerm, Rejection
from termaccord.model.span import Span
from termaccord.model.suppression import Suppression
from termaccord.model.terminology import (
    Concept,
    DataCategory,
    Description,
    Glossary,
    LanguageSection,
    MarkedText,
    Markup,
    Status,
    Term,
)

__all__ = [
    "Alignment",
    "Bead",
    "Block",
    "BlockKind",
    "Category",
    "Concept",
    "Content",
    "DataCategory",
    "Degree",
    "Description",
    "Document",
    "Edit",
    "Finding",
    "Glossary",
    "Inline",
    "LanguageSection",
    "Loss",
    "MarkedText",
    "Markup",
    "MatchKind",
    "Memory",
    "Message",
    "Occurrence",
    "Origin",
    "Penalty",
    "Piece",
    "Place",
    "ProposedConcept",
    "ProposedTerm",
    "Rejection",
    "Rendering",
    "Segment",
    "SegmentMatch",
    "Severity",
    "Span",
    "Status",
    "StoredUnit",
    "Subject",
    "Substitution",
    "Suppression",
    "Term",
    "TranslationUnit",
    "UsageError",
    "UserEncoding",
    "Variant",
    "say",
]
