"""Benchmarks of matbot, each with a baseline to compare it with: `make bench` writes RESULTS.md."""
