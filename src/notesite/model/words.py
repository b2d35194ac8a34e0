"""Significant words of short texts: what two of them may have in common, in English and Italian."""

import re
import unicodedata
from functools import lru_cache

LEAST = 3
"""Shorter words say nothing."""

_WORD = re.compile(r"[^\W\d_]+")
_ENDING = 4
"""A word keeps its ending where less than so many letters would remain."""

_ENGLISH = """
    a about after all also an and any are around as ask asks at be been both but by can could day days
    do does every few find first for from get give good great had has have he help her here hers him his
    hour hours how i if in into is it its just kind know knows let like long look looking looks lot made
    make makes many may maybe me meet meets month months more most much my need needs never new nice no
    not now of off offer offers old on once one only or other others our out over own people person
    place real really right same see seek seeks she short should so some somebody someone something soon
    still take takes than that the their them then there they thing things this those through time to
    together too two three two up us use used using very want wants was way we week weeks well were what
    when where which while who whole whom whose why will with within without work working world would
    year years you your
"""
_ITALIAN = """
    a abbia aiuto al alla alle allo ai agli altri altro anche anni anno ancora avere bella bello bene
    buon buona buono c cerca cercano cerco che chi ci cio come con cosa cose cui da dal dalla dalle
    dallo dai dagli degli dei del della delle dello dentro di dopo due dove e ed era essere fa fare
    fatto fra fuori gia gli grande ha hai hanno ho i il in io l la lavoro le lei li lo loro lui lungo ma
    mai me meglio mese mesi mia mie miei mio molta molte molti molto ne nei nel nella nelle nello noi
    non nostra nostro nuova nuove nuovi nuovo o offre offro ogni ora ore per perche persona persone pero
    piccola piccolo piu poco poi possa possano possono prima primo puo qualche qualcosa qualcuno quale
    quali quando quattro quel quella quelle quelli quello questa queste questi questo qui se sempre
    senza si sia sono sta stessa stesso su sua sue sugli sui sul sulla sulle suo suoi tanta tanto te
    tempo tra tre troppo tu tua tuo tutta tutte tutti tutto un una uno usare va vi volta volte vostra
    vostro
"""


@lru_cache(maxsize=16_384)
def significant(text: str) -> tuple[str, ...]:
    """The words of a text that say what it is about, each once, in the form in which words are compared.

    That is without case, accents, a plural's `s` and final vowels, so that *client*, *clients*, *cliente* and
    *clienti* are one word. Numbers, words of one or two letters and those of the stop lists are left out.
    """
    found = (
        _compared(word) for word in _WORD.findall(_bare(text)) if len(word) >= LEAST or not word.isascii()
    )
    return tuple(dict.fromkeys(word for word in found if word not in _STOP))


def written(text: str, word: str) -> str:
    """The first word of a text that is compared as this one, as it is written there; else the word itself."""
    return next((each for each in _WORD.findall(text) if _compared(_bare(each)) == word), word)


@lru_cache(maxsize=16_384)
def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _compared(word: str) -> str:
    if not word.isascii():
        return word
    shorter = word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) >= _ENDING else word
    stem = shorter.rstrip("aeio")
    return stem if len(stem) >= _ENDING else shorter


_STOP = frozenset(_compared(word) for word in (*_ENGLISH.split(), *_ITALIAN.split()))
