"""Tells a company what it signs up for when its AI agents run on a vendor's managed runtime."""

__version__ = "0.1.0"
