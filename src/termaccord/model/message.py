"""A sentence for a person that can still be translated when it reaches the interface."""

from typing import Self


class Message(str):
    """
    English text that remembers the template and the arguments it was made of.

    Lower floors know no locale; the interface looks ``template`` up in a gettext catalog and fills it again.
    """

    __slots__ = ("arguments", "template")
    template: str
    arguments: dict[str, object]

    def __new__(cls, template: str, **arguments: object) -> Self:
        self = super().__new__(cls, template.format(**arguments) if arguments else template)
        self.template = template
        self.arguments = arguments
        return self


def say(template: str, **arguments: object) -> Message:
    """
    Make a translatable message; Babel collects the templates by the name of this function.

    >>> say("“{term}” is deprecated", term="session")
    '“session” is deprecated'
    """
    return Message(template, **arguments)
