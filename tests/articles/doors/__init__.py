"""Every way in which Wagtail can publish passes the gate or is closed.

Each door is tried with a draft that nobody approved: it stays unread, and who asked is told why.
The doors that are meant to publish are then tried with an approved one: one edition comes of it.
"""

import pytest

pytest.register_assert_rewrite(f"{__name__}.reading")  # a failure there shows its values
