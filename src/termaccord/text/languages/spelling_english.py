"""
British and American spellings of one English word.

Regular correspondences after the Oxford English Dictionary's notes on spelling and Garner's Modern English Usage (5th ed. 2022).
"""

import re

from termaccord.text.languages.cues import among

EXCEPTIONS = among(
    "advertise apprise braise chastise circumcise disfranchise exorcise guise prise reprise "
    "advise arise comprise compromise demise despise devise disguise enterprise excise exercise expertise franchise "
    "improvise merchandise noise otherwise paradise praise precise premise promise raise revise rise supervise surmise "
    "surprise televise treatise wise likewise concise cruise bruise chemise incise poise liaise appraise"
)
"""Words in -ise that no one writes with z."""

WORDS = {
    "programme": "program", "programmes": "programs", "defence": "defense", "offence": "offense", "licence": "license",
    "pretence": "pretense", "catalogue": "catalog", "dialogue": "dialog", "analogue": "analog", "grey": "gray",
    "aluminium": "aluminum", "tyre": "tire", "kerb": "curb", "plough": "plow", "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers", "cheque": "check", "jewellery": "jewelry", "storey": "story", "sceptic": "skeptic",
    "travelling": "traveling", "travelled": "traveled", "cancelled": "canceled", "fulfil": "fulfill", "enrol": "enroll",
    "skilful": "skillful", "counsellor": "counselor", "paediatric": "pediatric", "encyclopaedia": "encyclopedia",
    "encyclopaedic": "encyclopedic", "metre": "meter", "metres": "meters", "kilometre": "kilometer", "kilometres": "kilometers",
    "artefact": "artifact", "artefacts": "artifacts", "ageing": "aging", "judgement": "judgment",
}  # fmt: skip

RULES = (
    (re.compile(r"is(ation|ations|ational|ed|es|ing|er|ers|e)$"), r"iz\1"),
    (re.compile(r"ys(ed|es|ing|er|ers|e)$"), r"yz\1"),
    (
        re.compile(r"([bcdghlmnrtv])our(|s|ed|ing|able|er|ers|less|ful|ite|hood|ly|man|men|master)$"),
        r"\1or\2",
    ),
    (re.compile(r"tre(s?)$"), r"ter\1"),
)
KEEP_OUR = among(
    "hour hours our tour tours four pour your sour flour scour detour contour contours paramour velour"
)


def american(word: str) -> str:
    """
    The American spelling of a lower-case word; the word itself where both spell alike.

    >>> [american(w) for w in ("organisation", "exercise", "centre", "harbour", "defence", "hour", "analyse")]
    ['organization', 'exercise', 'center', 'harbor', 'defense', 'hour', 'analyze']
    """
    if word in WORDS:
        return WORDS[word]
    if word in KEEP_OUR or any(word in {e, e + "s", e + "d", e[:-1] + "ing", e + "r"} for e in EXCEPTIONS):
        return word
    for pattern, replacement in RULES:
        if len(word) > 5 and pattern.search(word):
            return pattern.sub(replacement, word)
    return word
