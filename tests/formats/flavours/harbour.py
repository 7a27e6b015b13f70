"""A small glossary of a harbour that never was, with everything that tools stumble over."""

from termaccord.formats.flavours.flavour import Made, Tool, Wish
from termaccord.formats.flavours.glossaries import FLAVOURS, glossary_for
from termaccord.formats.flavours.glossary.languages import code
from termaccord.formats.flavours.glossary.shape import Direction, Shown
from termaccord.model import Concept, DataCategory, Description, Glossary, LanguageSection, Status, Term

PREFERRED, ADMITTED, DEPRECATED = Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED


def concept(identity: str, **languages: list[Term]) -> Concept:
    return Concept(identity, tuple(LanguageSection(k, tuple(v)) for k, v in languages.items()))


OFFICE = Concept(
    "c-tide-office",
    (
        LanguageSection(
            "en",
            (
                Term("Northern Tide Office", PREFERRED, "noun", "fullForm"),
                Term("NTO", PREFERRED, "noun", "acronym"),
                Term("Office of Northern Tides", DEPRECATED, "noun", "variant"),
            ),
        ),
        LanguageSection(
            "ru",
            (
                Term("Северное управление приливов", PREFERRED, "noun", "fullForm"),
                Term("Управление северных приливов", ADMITTED, "noun", "variant"),
                Term("СУП", PREFERRED, "noun", "acronym"),
                Term("Контора приливов", DEPRECATED, "noun"),
            ),
        ),
    ),
    "harbours: bodies",
    Description("The body that keeps the tide tables.", "Harbour Act"),
    (DataCategory("note", "", "Renamed twice."),),
)
QUAY = concept("c-quay", en=[Term("quay", PREFERRED)], ru=[Term("причал", PREFERRED)])
GLOSSARY = Glossary((OFFICE, QUAY), "Harbour words")


def shown(
    made: Made, tool: Tool, source: str = "en", target: str = "ru", codes: dict[str, str] | None = None
) -> dict[str, tuple[Shown, ...]]:
    """What the tool sees of each file."""
    flavour = FLAVOURS[tool]
    seen = {}
    for file in made.files:
        turned = f".{target}-{source}" in file.name
        wish = Wish(tool, source, target, codes or {})
        there, back = code(source, wish), code(target, wish)
        seen[file.name] = flavour.sees(
            file.data, Direction(back, there) if turned else Direction(there, back)
        )
    return seen


def offered(made: Made, tool: Tool) -> set[tuple[str, str]]:
    """The pairs that a tool offers from English into Russian."""
    first = made.files[0].name
    return {(s.source, s.target) for s in shown(made, tool)[first] if not s.forbidden and s.target}


def made_for(tool: Tool, glossary: Glossary = GLOSSARY) -> Made:
    return glossary_for(tool, glossary, "harbour", "en", "ru")
