"""What single words are in languages whose capitals mark names."""

from termaccord.extract.names.sentence import Sentence, opens


def bound(sentence: Sentence, i: int) -> bool:
    """Whether word i belongs to the sentence and to no name, whatever its capital."""
    if sentence.upper(i):
        return False
    if sentence.function(i) or _contracted(sentence, i):
        return True
    if sentence.form(i) in sentence.cues.vague and not numbered(sentence, i):
        return not sentence.capital(i) or opens(sentence, i)  # New York, First Minister
    first = sentence.words[i].analyses[0] if sentence.words[i].analyses else None
    return first is not None and first.part_of_speech in {"PRON", "DET", "ADP", "CCONJ", "ADV", "PART"}


def numbered(sentence: Sentence, i: int) -> bool:
    """Second Tarnov Charter, without an article: an ordinal before two capitals is a part of the name."""
    if sentence.form(i) not in sentence.cues.ordinals or not opens(sentence, i) or not sentence.capital(i):
        return False
    return all(
        sentence.capital(j) and not sentence.tight(j) and not sentence.upper(j) for j in (i + 1, i + 2)
    )


def _contracted(sentence: Sentence, i: int) -> bool:
    """I’m, We’ve: a function word with a verb drawn to it."""
    form = sentence.form(i).replace("’", "'")
    return "'" in form and form.split("'")[0] in sentence.closed


def known(sentence: Sentence, i: int) -> bool:
    """Whether the dictionary has word i."""
    return any(a.known for a in sentence.words[i].analyses)


def plural(sentence: Sentence, i: int) -> bool:
    """Whether word i is the plural of something else."""
    return any(a.number == "pl" for a in sentence.words[i].analyses) and sentence.lemma(i) != sentence.form(i)


def inflected(sentence: Sentence, i: int) -> bool:
    """Whether word i is the form of a verb, though its lemma may be a noun as well: reported, planned."""
    cues = sentence.cues
    verb = sentence.words[i].analyses[0].part_of_speech == "VERB"
    return verb and sentence.form(i) not in cues.heads and sentence.form(i) not in cues.labels


def counted(sentence: Sentence, i: int) -> bool:
    """Helpline *303*: a number behind a common noun with a capital, with nothing behind it that it could count."""
    if not sentence.number(i) or sentence.year(i) or not sentence.forms[i].isdigit() or sentence.tight(i):
        return False
    noun = sentence.capital(i - 1) and not sentence.upper(i - 1) and known(sentence, i - 1)
    if not noun or not any(a.part_of_speech == "NOUN" for a in sentence.words[i - 1].analyses):
        return False
    cues = sentence.cues
    if sentence.form(i - 1) in cues.time or bound(sentence, i - 1) or plural(sentence, i - 1):
        return False
    if sentence.tight(i + 1) and sentence.form(i + 1) not in {".", ",", ";", ":", ")", "’", "”", "'s", "’s"}:
        return False
    return _counts_nothing(sentence, i + 1)


def _counts_nothing(sentence: Sentence, i: int) -> bool:
    """A mark, a function word or a verb form."""
    if not sentence.word(i):
        return not sentence.number(i) and sentence.form(i) not in {"%", "°"}
    first = sentence.words[i].analyses[0]
    return sentence.function(i) or first.part_of_speech == "VERB"


def numbering(sentence: Sentence, i: int) -> int:
    """The end of a sign and a number that begin at word i (*No. 7*, *№ 7*), or i itself."""
    if sentence.form(i) not in sentence.cues.signs or sentence.tight(i):
        return i
    at = i + 2 if sentence.form(i + 1) == "." and sentence.tight(i + 1) else i + 1
    return at + 1 if sentence.number(at) and sentence.forms[at].isdigit() else i
