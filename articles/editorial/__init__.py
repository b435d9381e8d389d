"""The newsroom's side: Wagtail's admin with screens for capturing, checking and publishing.

Nothing here decides what may be published; every screen asks the gate and calls an action.
"""
