"""The commands of this product: `python -m alsorn` is `clientkit alsorn`."""

import sys

from clientkit.__main__ import main

if __name__ == "__main__":
    sys.exit(main(["alsorn", *sys.argv[1:]], prog="python -m alsorn"))
