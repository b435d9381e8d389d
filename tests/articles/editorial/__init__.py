"""The newsroom's screens, used as the people in its groups use them."""
