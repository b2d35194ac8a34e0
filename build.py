"""Build the site of the notebook here: `python build.py` is `notesite build`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

from notesite.cli.main import main  # the path to it is set just above

if __name__ == "__main__":
    main(["build", *sys.argv[1:]])
