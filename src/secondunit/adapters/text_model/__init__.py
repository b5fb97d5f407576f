"""Text models over HTTP, in the chat-completions form that local servers and services share."""
