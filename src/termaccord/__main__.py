"""``python -m termaccord``: the command line without its script."""

from termaccord.interfaces.cli.main import entry

if __name__ == "__main__":
    entry()
