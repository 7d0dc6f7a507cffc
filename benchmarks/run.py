"""Every benchmark, one after another: ``make bench``, or ``python benchmarks/run.py [--ner PATH] [--gsr PATH]``.

The two collections coded by people are no part of Rawi; without their path their benchmarks are left out.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def run(title: str, script: str, *arguments: str) -> None:
    """Run one script under its title. Raises ``CalledProcessError`` where it fails."""
    print(f"\n{title}\n{'─' * len(title)}", flush=True)
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


def main() -> None:
    """Run them all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ner", metavar="PATH", default=os.environ.get("RAWI_NER", ""), help="names coded by people: see ner.py; or $RAWI_NER")
    parser.add_argument("--gsr", metavar="PATH", default=os.environ.get("RAWI_GSR", ""), help="protests coded by people: see gsr.py; or $RAWI_GSR")
    paths = parser.parse_args()
    run("Start", "start.py")
    run("Articles", "articles_speed.py")
    run("Dates, beside dateparser and chrono-node", "dates_speed.py")
    run("Pages, beside trafilatura, newspaper4k and readability-lxml", "pages_speed.py")
    run("From HTML to what is told, beside the best that can be put together", "whole_speed.py")
    run("By length, and by workers", "scaling.py")
    run("Names of people, places and bodies", "ner.py", *filter(None, [paths.ner]))
    run("Protests", "gsr.py", *filter(None, [paths.gsr]))


if __name__ == "__main__":
    main()
