"""The commands of this product: `python -m sbn` is `clientkit sbn`."""

import sys

from clientkit.__main__ import main

if __name__ == "__main__":
    sys.exit(main(["sbn", *sys.argv[1:]], prog="python -m sbn"))
