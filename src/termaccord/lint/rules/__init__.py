"""Every rule, by hand, in the order of the codes."""

from termaccord.lint.rule import Rule
from termaccord.lint.rules.passage.rejected_term import REJECTED_TERM

RULES: tuple[Rule, ...] = (REJECTED_TERM,)
