"""The commands of this product: `python -m asg_gateway` is `clientkit asg`."""

import sys

from clientkit.__main__ import main

if __name__ == "__main__":
    sys.exit(main(["asg", *sys.argv[1:]], prog="python -m asg_gateway"))
