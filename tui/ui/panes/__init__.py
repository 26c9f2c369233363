"""The three panes and the lines around them. They are given what they show, and send messages up."""
