"""`python -m clientkit_codegen`: the same as the command `clientkit`."""

import sys

from clientkit_codegen.command import main

if __name__ == "__main__":
    sys.exit(main())
