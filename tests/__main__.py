"""Runs every check of the project: ``python -m tests``. Arguments go to pytest."""

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent

_CHECKS = (
    ("style", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("types", ["-m", "mypy"]),
    ("floors", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    ("gold articles", ["-m", "tests.gold"]),
    ("tests", ["-m", "pytest"]),
)


def main() -> int:
    """Run all checks, also after one has failed; return how many failed."""
    extra = sys.argv[1:]
    failed = []
    for name, arguments in _CHECKS:
        print(f"--- {name}", flush=True)
        command = [sys.executable, *arguments, *(extra if name == "tests" else [])]
        if subprocess.run(command, cwd=_ROOT, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"--- failed: {', '.join(failed)}", flush=True)
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
