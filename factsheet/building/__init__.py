"""From a checked publication to an output folder: plan, cache, run, publish."""
