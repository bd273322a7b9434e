"""Write the record of every facade's surface, docs/surface/<facade>.txt.

Usage: python scripts/surface.py
"""

from __future__ import annotations

from gates.surface import write_records

if __name__ == "__main__":
    print("\n".join(write_records()) or "up to date")
