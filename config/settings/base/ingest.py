"""How much ingest takes in."""

from config.settings.base.environment import env

# The longest text that ingest accepts, in bytes.
INGEST_MAX_BYTES = env.int("INGEST_MAX_BYTES", default=5_000_000)
# What is pasted in the admin comes as a form, where every byte may be written as three.
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * INGEST_MAX_BYTES + 100_000
