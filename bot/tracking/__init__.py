"""``mata watch``: follow a log while it is written, and tell a terminal and a Discord webhook how it goes.

``sources`` bring the bytes, ``history`` keeps of them what an answer needs, ``watcher`` decides what they mean,
``words`` says it, ``webhook`` and ``publisher`` bring it to Discord, ``watching`` puts them together. Only ``sources``,
``webhook`` and ``watching`` touch the world; time is an argument everywhere else.
"""
