"""The upper domain: articles, editions, and everything that readers and consumers see."""
