"""What no camera, lens, set or body can do: rules on the fields of a shot."""
