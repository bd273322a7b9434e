"""What the sandbox for the SmartBlocks Network is made of: state, checks, and handlers by group."""
