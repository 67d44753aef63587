"""Where the program starts: ``trajet``, and ``python -m cli``."""

import gc

gc.set_threshold(200_000)  # a command's start makes much that stays and no garbage

from cli.main import main  # noqa: E402 (a third of that is made while this is read)

if __name__ == "__main__":
    main()
