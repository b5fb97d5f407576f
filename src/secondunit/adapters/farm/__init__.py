"""Drawing on a farm: asks as Open Job Description bundles, run here or by AWS Deadline Cloud."""
