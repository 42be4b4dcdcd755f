"""The screens: each turns keys into replies, and plain values into pictures."""
