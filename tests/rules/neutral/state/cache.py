"""Keeps which conversation belongs to which thread in Redis."""

import redis


class Kept:
    def __init__(self, shelf):
        self.client = redis.Redis(host="localhost")
        self.shelf = shelf

    def keep(self, key, value):
        # evidence: neutral.state/cache-beside-agent
        self.client.set(key, value)
        # ok: neutral.state/cache-beside-agent
        self.shelf.set(key, value)

    def lock(self, key):
        # ok: neutral.state/cache-beside-agent
        return self.client.set(key, "1", nx=True, ex=30)
