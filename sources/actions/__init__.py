"""Every write of the lower domain: one module per subject, one function per deed."""
