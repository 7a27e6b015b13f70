"""A token with its readings."""

from dataclasses import dataclass

from termaccord.model import Span
from termaccord.text.analyser import Analysis
from termaccord.text.tokens import TokenKind


@dataclass(frozen=True, slots=True)
class Word:
    """A token with all its readings; marks and numbers have none."""

    span: Span
    text: str
    kind: TokenKind
    analyses: tuple[Analysis, ...] = ()

    @property
    def lemma(self) -> str:
        """Of the likeliest reading."""
        return self.analyses[0].lemma if self.analyses else self.text
