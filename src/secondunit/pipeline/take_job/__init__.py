"""One take, from the order to the clip in the bin, in six durable steps; paid once."""
