"""Lemmas by simplemma (Barbaresi 2023), loaded a language at a time on first use."""

from functools import cache, lru_cache


@cache
def supported() -> frozenset[str]:
    """The languages that have a lemma list."""
    from simplemma.strategies.dictionaries import dictionary_factory  # noqa: PLC0415  on first use

    return frozenset(dictionary_factory.SUPPORTED_LANGUAGES)


@lru_cache(maxsize=1 << 16)
def lemma(form: str, language: str) -> str:
    """The lemma of a form, in lower case unless the language says otherwise; the form itself where unknown."""
    import simplemma  # noqa: PLC0415  on first use

    return str(simplemma.lemmatize(form, lang=language))


@lru_cache(maxsize=1 << 16)
def known(form: str, language: str) -> bool:
    import simplemma  # noqa: PLC0415  on first use

    return bool(simplemma.is_known(form, lang=language))
