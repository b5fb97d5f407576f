"""What no board of a short script can cost less than, order of days and holds included."""
