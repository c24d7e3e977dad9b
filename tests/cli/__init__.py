"""The command line, called as the shell calls it."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass
class Result:
    """What one call left behind: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)
