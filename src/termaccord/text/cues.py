"""What in a language tells that words name something: head nouns, labels, titles, words that join a name."""

from functools import cache

from termaccord.text.analyser import primary_language
from termaccord.text.languages.cues import Cues
from termaccord.text.languages.cues_english import ENGLISH
from termaccord.text.languages.cues_german import GERMAN
from termaccord.text.languages.cues_russian import RUSSIAN

_WRITTEN = {cues.language: cues for cues in (ENGLISH, GERMAN, RUSSIAN)}


def cues_for(language: str) -> Cues:
    """The cues of a BCP 47 tag; a language without any gets an empty set, and names are found by form alone."""
    return _cues(primary_language(language))


@cache
def _cues(primary: str) -> Cues:
    return _WRITTEN.get(primary) or Cues(primary)
