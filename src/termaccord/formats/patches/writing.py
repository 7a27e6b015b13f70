"""How text is written in XML that is changed in place."""

from dataclasses import dataclass

from termaccord.formats.markup.text import ILLEGAL
from termaccord.formats.patches.coding import Coding
from termaccord.formats.patches.layout import RefusedError, Stretch
from termaccord.model import say


@dataclass(frozen=True, slots=True)
class XmlWriter:
    """How text is written in XML."""

    code: Coding

    def written(self, text: str, where: Stretch) -> str:
        if ILLEGAL.search(text) or (where.raw and ("]]>" in text or not self.code.can(text))):
            raise RefusedError(
                say("“{new}” holds a character that cannot stand there; change it by hand", new=text)
            )
        if where.raw:
            return text
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;").replace("\r", "&#13;")
        return text.encode(self.code.encoding, "xmlcharrefreplace").decode(self.code.encoding)
