"""What a budget multiplies by: counted figures, and expressions over them."""
