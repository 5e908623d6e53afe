"""The commands, one small file each; what a command needs is loaded when it runs."""
