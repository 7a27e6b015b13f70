"""The losses of one comparison, as they are found."""

from collections.abc import Callable, Mapping

from termaccord.model import Degree, Loss, Subject, say


class Teller:
    """Gives each loss its reason and hands it on, or keeps it."""

    def __init__(
        self,
        where: str,
        tool: str = "",
        reasons: Mapping[Subject, str] | None = None,
        hear: Callable[[Loss], None] | None = None,
    ) -> None:
        self.count = 0
        self._where = where
        self._tool = tool
        self._reasons = reasons or {}
        self._losses: list[Loss] = []
        self._hear = hear or self._losses.append

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What was kept, where nobody hears it at once."""
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
        why: str = "",
        term: str = "",
    ) -> None:
        """Add a loss."""
        self.count += 1
        why = why or self._reasons.get(subject) or self._why(degree)
        self._hear(Loss(subject, degree, why, concept, language, text, became, self._tool, term))

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
