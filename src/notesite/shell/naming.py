"""Which note somebody means by a name, as one writes it on a command line."""

from collections.abc import Iterable
from difflib import get_close_matches

from notesite.model.errors import NotesiteError
from notesite.model.message import Message, say
from notesite.model.text import fold
from notesite.model.trace import Face


def face_named(faces: Iterable[Face], name: str) -> Face | None:
    """The first that answers to a name: its own, an alias, its path, or the name of its file."""
    wanted = fold(name)
    answers = (
        face for face in faces if wanted in map(fold, (face.name, face.path, face.stem, *face.aliases))
    )
    return next(answers, None)


def named(faces: Iterable[Face], name: str, missing: Message) -> Face:
    """The note that answers to a name. Raises NotesiteError, with the nearest names, for none."""
    known = list(faces)
    if face := face_named(known, name):
        return face
    names, wanted = [face.name for face in known], fold(name)
    near = get_close_matches(name, names, 3, 0.4) or [each for each in names if wanted in fold(each)][:3]
    hint = say("give a name as it stands in the notes")
    if near:
        hint = say("did you mean %(word)s?", word=", ".join(near))
    raise NotesiteError(missing, hint)
