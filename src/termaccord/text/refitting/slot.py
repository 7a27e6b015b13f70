"""The place that a term leaves, and what a language makes of the term that takes it."""

from dataclasses import dataclass

from termaccord.model import Span


@dataclass(frozen=True, slots=True)
class Slot:
    """Words of a text that others are to take the place of."""

    text: str
    span: Span
    cited: str
    """How a glossary cites what stands there."""
    sure: bool = True
    """Whether the citation form is known; else it is taken to be what stands there."""

    @property
    def found(self) -> str:
        return self.span.of(self.text)

    @property
    def before(self) -> str:
        return self.text[: self.span.start]

    @property
    def after(self) -> str:
        return self.text[self.span.end :]


@dataclass(frozen=True, slots=True)
class Fitted:
    """The form that fits."""

    text: str
    safe: bool
    """Whether grammar leaves no doubt, and nothing around has to agree with it in another way."""
