"""What every other part reads from: the environment, and the two folders it may name."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parents[3]
env = environ.Env()
if env_file := env.str("ENV_FILE", default=str(BASE_DIR / ".env")):
    env.read_env(env_file)

# Where runtime files live: database, uploads, captured evidence, outgoing mail of development.
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
