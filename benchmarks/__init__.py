"""What the clients cost, as ratios against raw httpx and the standard library. Run `make bench`."""
