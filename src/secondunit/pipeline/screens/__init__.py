"""What each screen of the studio shows, read from what stands; no markup here."""
