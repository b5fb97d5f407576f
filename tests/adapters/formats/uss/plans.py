"""A small plan, as another program might have written it."""

import json

HEAD = {
    "id": "5d9f00000000000000000001",
    "author": "Kim Oduya",
    "created": "2027-01-04T08:00:00.000Z",
    "name": "Harbour",
    "project": "Harbour",
    "scriptColor": "Pink",
    "scriptDate": "2027-01-02T08:00:00.000Z",
    "source": "Another Program",
    "ussVersion": "1.0.0",
    "_ours": {"zoom": 1.5},
}
ELEMENT = {"created": "2027-01-04T08:00:00.000Z", "daysOff": [0, 6], "isDood": True}
BODY = {
    "breakdowns": [
        {"id": "b0", "bannerText": "UNIT MOVE", "type": "banner", "elements": []},
        {
            "id": "b1",
            "scene": "1",
            "type": "strip",
            "description": "She lights the lamp",
            "pages": 0.375,
            "duration": 5_400_000,
            "elements": ["e1", "e2", "e3"],
        },
        {"id": "b2", "scene": "2PT1", "type": "scene", "pages": 1.25, "elements": ["e2", "e4"]},
    ],
    "categories": [
        {"id": "c1", "name": "Actors", "ucid": 100},
        {"id": "c2", "name": "Accessories", "ucid": 104},
        {"id": "c3", "name": "INT/EXT", "ucid": 1},
        {"id": "c4", "name": "Drones", "ucid": 501},
    ],
    "elements": [
        {"id": "e1", "category": "c3", "name": "INT", **ELEMENT},
        {"id": "e2", "category": "c1", "name": "Mina", "elementId": "1", "_note": 7, **ELEMENT},
        {"id": "e3", "category": "c2", "name": "oil lamp", "doodDayCount": 12, **ELEMENT},
        {"id": "e4", "category": "c4", "name": "camera drone", **ELEMENT},
    ],
    "stripboards": [
        {
            "id": "s1",
            "name": "First Draft",
            "calendar": "k1",
            "boards": [
                {"id": "s2", "name": "stripboard", "breakdownArrays": ["b0", ["b1"]]},
                {"id": "s3", "name": "boneyard", "breakdownArrays": ["b2"]},
            ],
        }
    ],
    "calendars": [
        {
            "id": "k1",
            "name": "Start in January",
            "daysOff": [0, 6],
            "events": [
                {
                    "id": "v1",
                    "type": "start",
                    "name": None,
                    "date": "2027-01-11T07:00:00.000+0000",
                },
                {"id": "v2", "type": "dayOff", "name": "holiday", "date": "2027-01-18T07:00:00Z"},
            ],
        }
    ],
}
PLAN = json.dumps({"universalScheduleStandard": {**HEAD, **BODY}}, indent=4).encode()
