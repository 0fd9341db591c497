"""`python -m search`, and what the command `ovillo` begins with: no word more than needed, from the first moment on.

While modules are imported, Ctrl-C ends the process as it would end a program in C. A KeyboardInterrupt there would come
out as pages of traceback, or be swallowed by a library that takes it for a module that is not installed.
"""

import signal


def main() -> None:
    """Run a command of the command line."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Whoever wants silence from before Python itself stands starts us with the signal blocked, as `make run` does.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    from search.cli import main as run_command  # noqa: PLC0415 - after the lines above, which are the point

    run_command()


if __name__ == "__main__":
    main()
