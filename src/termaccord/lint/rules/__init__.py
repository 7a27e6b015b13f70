"""Every rule, by hand, in the order of the codes."""

from termaccord.lint.rule import Rule
from termaccord.lint.rules.corpus.abbreviation_conflict import ABBREVIATION_CONFLICT
from termaccord.lint.rules.corpus.document_title import DOCUMENT_TITLE
from termaccord.lint.rules.corpus.inconsistent_rendering import INCONSISTENT_RENDERING
from termaccord.lint.rules.corpus.motto_rendering import MOTTO_RENDERING
from termaccord.lint.rules.corpus.name_spelling import NAME_SPELLING
from termaccord.lint.rules.corpus.split_in_one_language import SPLIT_IN_ONE_LANGUAGE
from termaccord.lint.rules.corpus.translated_or_transliterated import TRANSLATED_OR_TRANSLITERATED
from termaccord.lint.rules.document.abbreviation_not_introduced import ABBREVIATION_NOT_INTRODUCED
from termaccord.lint.rules.document.competing_terms import COMPETING_TERMS
from termaccord.lint.rules.document.mixed_dashes import MIXED_DASHES
from termaccord.lint.rules.document.mixed_spelling import MIXED_SPELLING
from termaccord.lint.rules.glossary.concept_without_preferred import CONCEPT_WITHOUT_PREFERRED
from termaccord.lint.rules.glossary.duplicate_concepts import DUPLICATE_CONCEPTS
from termaccord.lint.rules.glossary.language_missing import LANGUAGE_MISSING
from termaccord.lint.rules.glossary.one_term_two_concepts import ONE_TERM_TWO_CONCEPTS
from termaccord.lint.rules.glossary.rejected_without_preferred import REJECTED_WITHOUT_PREFERRED
from termaccord.lint.rules.glossary.terms_differ_in_writing import TERMS_DIFFER_IN_WRITING
from termaccord.lint.rules.memory.absurd_length import ABSURD_LENGTH
from termaccord.lint.rules.memory.empty_segment import EMPTY_SEGMENT
from termaccord.lint.rules.memory.identical_segments import IDENTICAL_SEGMENTS
from termaccord.lint.rules.memory.inconsistent_translation import INCONSISTENT_TRANSLATION
from termaccord.lint.rules.memory.rejected_rendering import REJECTED_RENDERING
from termaccord.lint.rules.memory.shared_translation import SHARED_TRANSLATION
from termaccord.lint.rules.memory.wrong_language import WRONG_LANGUAGE
from termaccord.lint.rules.passage.date_changed import DATE_CHANGED
from termaccord.lint.rules.passage.markup_lost import MARKUP_LOST
from termaccord.lint.rules.passage.name_left_untranslated import NAME_LEFT_UNTRANSLATED
from termaccord.lint.rules.passage.number_changed import NUMBER_CHANGED
from termaccord.lint.rules.passage.rejected_term import REJECTED_TERM
from termaccord.lint.rules.passage.term_not_used import TERM_NOT_USED
from termaccord.lint.rules.passage.wrong_capitals import WRONG_CAPITALS
from termaccord.lint.rules.passage.wrong_expansion import WRONG_EXPANSION
from termaccord.lint.rules.suppression.unused_suppression import UNUSED_SUPPRESSION

RULES: tuple[Rule, ...] = (
    INCONSISTENT_RENDERING,
    NAME_SPELLING,
    MOTTO_RENDERING,
    ABBREVIATION_CONFLICT,
    TRANSLATED_OR_TRANSLITERATED,
    SPLIT_IN_ONE_LANGUAGE,
    DOCUMENT_TITLE,
    MIXED_SPELLING,
    MIXED_DASHES,
    REJECTED_TERM,
    TERM_NOT_USED,
    COMPETING_TERMS,
    WRONG_CAPITALS,
    ABBREVIATION_NOT_INTRODUCED,
    WRONG_EXPANSION,
    NUMBER_CHANGED,
    DATE_CHANGED,
    NAME_LEFT_UNTRANSLATED,
    MARKUP_LOST,
    INCONSISTENT_TRANSLATION,
    SHARED_TRANSLATION,
    REJECTED_RENDERING,
    EMPTY_SEGMENT,
    IDENTICAL_SEGMENTS,
    WRONG_LANGUAGE,
    ABSURD_LENGTH,
    CONCEPT_WITHOUT_PREFERRED,
    ONE_TERM_TWO_CONCEPTS,
    DUPLICATE_CONCEPTS,
    REJECTED_WITHOUT_PREFERRED,
    TERMS_DIFFER_IN_WRITING,
    LANGUAGE_MISSING,
    UNUSED_SUPPRESSION,
)
