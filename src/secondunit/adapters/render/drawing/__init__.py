"""Drawing: ink, tone and arrows on paper."""
