"""Forces that are no deployment, and why."""
