"""Reading Arabic text without changing it: folding, words, sentences, quotations."""
