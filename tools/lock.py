"""Write the lock files: exact versions and hashes of everything that is installed, for any platform."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKS = {
    "requirements.lock": ["--group", "build"],
    "requirements-dev.lock": ["--group", "build", "--group", "dev"],
    "requirements-bench.lock": ["--group", "build", "--group", "dev", "--group", "bench"],
}


def main() -> None:
    for name, groups in LOCKS.items():
        command = [
            *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *groups),
            *(
                "--universal",
                "--python-version",
                "3.11",
                "--generate-hashes",
                "--no-emit-index-url",
                "--quiet",
            ),
            *(
                "--no-emit-find-links",
                "--custom-compile-command",
                "make lock",
                "--output-file",
                name,
                *sys.argv[1:],
            ),
        ]
        subprocess.run(command, cwd=ROOT, check=True)
        print(name)


if __name__ == "__main__":
    main()
