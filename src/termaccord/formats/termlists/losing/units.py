"""A translation unit as a tree of single statements, and what a memory that was read back lacks of it."""

from termaccord.formats.termlists.losing.comparing import Comparison
from termaccord.formats.termlists.losing.saying import Said
from termaccord.formats.termlists.losing.telling import Teller
from termaccord.model import Content, Degree, Inline, Memory, Subject, TranslationUnit, Variant, say
from termaccord.model.memory import Detail, Pairs


def unit_losses(meant: TranslationUnit, seen: TranslationUnit, tell: Teller) -> None:
    """Tell what a unit says and the one that was read back does not."""
    if meant == seen:
        return
    before = tell.count
    Comparison(tell, meant.id).compare(_unit(meant), _unit(seen))
    if tell.count > before:
        return
    there = [_joined(variant.content) for variant in seen.variants]
    for variant in meant.variants:
        if _joined(variant.content) not in there:
            why = say("inline codes stand at other places in the text")
            text = variant.text
            tell.tell(
                Subject.SEGMENT, Degree.CHANGED, text, concept=meant.id, language=variant.language, why=why
            )


def _joined(content: Content) -> list[str | Inline]:
    """The content with strings that meet made one."""
    joined: list[str | Inline] = []
    for part in content:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part != "":
            joined.append(part)
    return joined


def head_losses(meant: Memory, seen: Memory, tell: Teller) -> None:
    """Tell what the header of a memory says and the one that was read back does not."""
    Comparison(tell).compare(_head(meant), _head(seen))


def _unit(unit: TranslationUnit) -> Said:
    inside = (
        Said(Subject.ID, unit.id),
        *_extras(unit.attributes, unit.properties, unit.notes, unit.details),
        *(_variant(variant) for variant in unit.variants),
    )
    return Said(Subject.UNIT, unit.id, inside=inside)


def _variant(variant: Variant) -> Said:
    language = variant.language
    inside = (
        Said(Subject.SEGMENT, variant.text, "", (), language),
        *_codes(variant.content, language),
        *_extras(variant.attributes, variant.properties, variant.notes, variant.details, language),
    )
    return Said(Subject.LANGUAGE, language, "", inside, language, f"{language}: {variant.text}")


def _codes(content: Content, language: str) -> list[Said]:
    return [_code(part, language) for part in content if isinstance(part, Inline)]


def _code(part: Inline, language: str) -> Said:
    attributes = tuple(Said(Subject.ATTRIBUTE, value, name, (), language) for name, value in part.attributes)
    shown = part.code or f"<{'/' if part.role == 'close' else ''}{part.tag}>"
    inside = (*attributes, *_codes(part.inside, language))
    return Said(Subject.CODE, part.code, f"{part.tag} {part.role}", inside, language, shown)


def _extras(
    attributes: Pairs,
    properties: Pairs,
    notes: tuple[str, ...],
    details: tuple[Detail, ...],
    language: str = "",
) -> tuple[Said, ...]:
    return (
        *(Said(Subject.ATTRIBUTE, value, name, (), language) for name, value in attributes),
        *(
            Said(Subject.PROPERTY, value, name, _details(details, "prop", i), language)
            for i, (name, value) in enumerate(properties)
        ),
        *(
            Said(Subject.NOTE, text, "note", _details(details, "note", i), language)
            for i, text in enumerate(notes)
        ),
    )


def _details(details: tuple[Detail, ...], kind: str, index: int) -> tuple[Said, ...]:
    return tuple(
        Said(Subject.ATTRIBUTE, value, name) for k, i, name, value in details if (k, i) == (kind, index)
    )


def _head(memory: Memory) -> Said:
    encodings = [
        Said(Subject.HEADER, " ".join(value for _name, value in pairs), "ude")
        for encoding in memory.encodings
        for pairs in (encoding.attributes, *encoding.maps)
    ]
    inside = (
        Said(Subject.HEADER, memory.source_language, "srclang"),
        *_extras(memory.header, memory.properties, memory.notes, memory.details),
        *encodings,
    )
    return Said(Subject.HEADER, "", inside=inside)
