"""Every rule, by hand, in the order of the codes."""

from termaccord.lint.rule import Rule
from termaccord.lint.rules.passage.rejected_term import REJECTED_TERM
from termaccord.lint.rules.passage.term_not_used import TERM_NOT_USED
from termaccord.lint.rules.suppression.unused_suppression import UNUSED_SUPPRESSION

RULES: tuple[Rule, ...] = (REJECTED_TERM, TERM_NOT_USED, UNUSED_SUPPRESSION)
