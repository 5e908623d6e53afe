"""Inputs of every kind, made by scripts from articles invented for the purpose."""
