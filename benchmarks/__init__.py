"""How quick matbot is, each figure beside what it is compared with: `make bench` writes RESULTS.md."""
