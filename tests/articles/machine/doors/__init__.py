"""Every door: what a person can try with a briefing, a folder or the record.

A door asks for nothing beforehand and tells nothing afterwards: whether the person may, and whether
the briefing can, is for the code behind it to say. Doors of the admin are knocked at over HTTP.
"""
