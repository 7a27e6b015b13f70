"""What the translate-toolkit of this interpreter reads from files: JSON with source and target of each unit."""

import json
import sys

from translate import __version__
from translate.storage import factory


def pairs(name: str) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in factory.getobject(name).units]


read = {name: pairs(name) for name in sys.argv[1:]}
sys.stdout.write(json.dumps({"version": __version__.sver, "files": read}))
