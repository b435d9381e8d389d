"""From an approved revision to what readers get: the compiler, part by part."""
