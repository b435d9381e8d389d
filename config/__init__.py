"""The composition root: settings, addresses and the checks of a running installation."""
