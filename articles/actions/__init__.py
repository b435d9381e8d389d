"""Every write of the upper domain: one module per subject, one function per deed."""
