import inspect

from secondunit.core import errors


def test_every_error_is_in_one_tree_and_drawn_in_the_module() -> None:
    classes = [
        member
        for _, member in inspect.getmembers(errors, inspect.isclass)
        if member.__module__ == errors.__name__
    ]
    assert all(issubclass(each, errors.StudioError) for each in classes)
    drawn = errors.__doc__ or ""
    assert [each.__name__ for each in classes if each.__name__ not in drawn] == []


def test_an_error_carries_its_remedy() -> None:
    error = errors.NotFound("no such scene", remedy="Look in the scene list.")
    assert (str(error), error.remedy) == ("no such scene", "Look in the scene list.")


def test_a_rate_limit_says_how_long_to_wait() -> None:
    assert errors.RateLimited("slow down", after_seconds=7).after_seconds == 7
