"""The one room that owns the network and the keys: every outbound call passes its gate."""
