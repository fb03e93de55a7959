"""What a language model adds, if one is asked: quotes that are found in the text, and nothing else."""
