"""Events: what tells one, what kind it is, where it lies, who did it to whom, and the harm done."""
