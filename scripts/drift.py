"""`clientkit drift`, as a script."""

import sys

from clientkit_codegen.command import main

if __name__ == "__main__":
    sys.exit(main(["drift", *sys.argv[1:]]))
