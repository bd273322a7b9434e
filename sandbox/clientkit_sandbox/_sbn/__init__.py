"""What the stand-in for the SmartBlocks Network is made of: state, checks, and handlers by group."""
