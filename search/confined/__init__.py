"""What strangers send is read, understood and decoded by a child process that can do nothing else.

`Confinement.run(task, payload, limits)` hands bytes to one of `tasks.TASKS` in a fresh process and returns the answer.
"""
