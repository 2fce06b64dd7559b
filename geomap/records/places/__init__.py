"""Where a force is, goes and comes from: by the parse, by lists, by what words refer back to."""
