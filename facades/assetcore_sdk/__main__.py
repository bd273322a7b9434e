"""The commands of this product: `python -m assetcore_sdk` is `clientkit assetcore`."""

import sys

from clientkit.__main__ import main

if __name__ == "__main__":
    sys.exit(main(["assetcore", *sys.argv[1:]], prog="python -m assetcore_sdk"))
