"""What several concepts say together, where one has been divided into them."""

from collections import Counter

from termaccord.formats.termlists.losing.saying import Said
from termaccord.model import Subject

_JOINED = frozenset({Subject.LANGUAGE, Subject.TERM})


def merged(parts: tuple[Said, ...], identity: str) -> Said:
    """
    One tree out of many: the same language or term of different trees is one, what is said twice is said once.

    The id is `identity` where one of them has it, else the first.
    """
    if len(parts) == 1:
        return parts[0]
    whole = parts[0]
    ids = [said for part in parts for said in part.inside if said.subject is Subject.ID]
    own = next((said for said in ids if said.text == identity), ids[0] if ids else None)
    rest = tuple(_without_ids(part) for part in parts)
    inside = _inside(rest)
    return Said(whole.subject, whole.text, whole.label, ((own,) if own else ()) + inside, whole.language)


def _without_ids(part: Said) -> tuple[Said, ...]:
    return tuple(said for said in part.inside if said.subject is not Subject.ID)


def _inside(parts: tuple[tuple[Said, ...], ...]) -> tuple[Said, ...]:
    found: dict[tuple[object, ...], Said] = {}
    for part in parts:
        times: Counter[tuple[object, ...]] = Counter()
        for said in part:
            same = (said.subject, said.text) if said.subject in _JOINED else (said,)
            key = (*same, times[same])
            times[same] += 1
            if key in found and said.subject in _JOINED:
                inside = _inside((found[key].inside, said.inside))
                found[key] = Said(said.subject, said.text, said.label, inside, said.language, said.shown)
            elif key not in found:
                found[key] = said
    return tuple(found.values())
