"""The commands of this product: `python -m ash_ai` is `clientkit ash`."""

import sys

from clientkit.__main__ import main

if __name__ == "__main__":
    sys.exit(main(["ash", *sys.argv[1:]], prog="python -m ash_ai"))
