"""A reconciliation and a policy to pass or fail."""
