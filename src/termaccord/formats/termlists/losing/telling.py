"""The losses of one comparison, as they are found."""

from collections.abc import Mapping

from termaccord.model import Degree, Loss, Subject, say


class Teller:
    """Collects losses and gives each its reason."""

    def __init__(self, where: str, tool: str, reasons: Mapping[Subject, str]) -> None:
        self._where = where
        self._tool = tool
        self._reasons = reasons
        self._losses: list[Loss] = []

    @property
    def losses(self) -> tuple[Loss, ...]:
        return tuple(self._losses)

    def tell(
        self,
        subject: Subject,
        degree: Degree,
        text: str,
        became: str = "",
        *,
        concept: str = "",
        language: str = "",
    ) -> None:
        """Add a loss."""
        why = self._reasons.get(subject) or self._why(degree)
        self._losses.append(Loss(subject, degree, why, concept, language, text, became, self._tool))

    def _why(self, degree: Degree) -> str:
        if not self._where:
            return {
                Degree.GONE: say("there is no place for this; keep the original file"),
                Degree.CHANGED: say("this is written in another form"),
                Degree.MOVED: say("this is written in another place"),
            }[degree]
        if degree is Degree.GONE:
            return say("{format} has no place for this; keep the original file", format=self._where)
        if degree is Degree.CHANGED:
            return say("{format} writes this in another form", format=self._where)
        return say("{format} writes this in another place", format=self._where)
