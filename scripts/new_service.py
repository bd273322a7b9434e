"""`clientkit new`, as a script."""

import sys

from clientkit_codegen.command import main

if __name__ == "__main__":
    sys.exit(main(["new", *sys.argv[1:]]))
