"""What rules about passages lean on: counterparts that a target has changed."""
