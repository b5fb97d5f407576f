from tests.film.generation.scoring.builder import PARTS, frame_of, take_of

from secondunit.adapters.tables import PackagedTables
from secondunit.film.generation.scoring.calibration import DETECTORS, FILE, read_calibration
from secondunit.film.generation.scoring.reading.features import features, read_frame, read_plate


def test_every_detector_is_given_what_its_calibration_was_learnt_on() -> None:
    rows = features(read_frame(read_plate(frame_of(), PARTS), take_of()))
    known = read_calibration(PackagedTables().fetch_table(FILE)).detectors
    assert set(rows) == set(DETECTORS) - {"motion"}
    for name, candidates in rows.items():
        for row in candidates:
            assert len(row) == len(known[name].weights), name


def test_a_frame_without_people_has_nobody_to_judge() -> None:
    frame = frame_of(())
    rows = features(read_frame(read_plate(frame, PARTS), take_of(())))
    assert rows["missing"] == rows["wardrobe"] == rows["pose"] == rows["swap"] == ()
    assert len(rows["extra"]) >= 1
