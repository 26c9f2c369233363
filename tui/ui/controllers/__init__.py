"""What keys ask for, one module a matter. Each knows the `context` it works in, and never the screen."""
