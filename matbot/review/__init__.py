"""A review as the log of its replies, and everything that is a pure function of that log."""
