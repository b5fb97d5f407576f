from secondunit.film.generation.scoring.expected import sampled


def test_frames_that_are_looked_at_lie_within_the_shot_and_apart() -> None:
    for duration in (1, 2, 5, 24, 1000):
        for moves in (False, True):
            frames = sampled(duration, moves=moves)
            assert len(set(frames)) == len(frames)
            assert 0 <= min(frames) <= max(frames) < duration
    assert len(sampled(48, moves=True)) > len(sampled(48, moves=False))
