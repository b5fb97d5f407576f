"""The words headings are made of, in the languages scripts are written in.

English, French, German, Spanish, Italian, Portuguese, Hindi, Malayalam and Chinese. They are
grammar, not rates: a reader of a file has no table port, and a production does not change them.

Source: usage of the trade in each language; the prefixes of Fountain 1.1 for the English ones.
"""

from __future__ import annotations

from secondunit.film.screenplay.model import TimeOfDay

INSIDE = r"INT(?:ERIOR|ERNO|[ÉE]RIEUR)?|INNEN"
"""Pattern of a word that puts the camera indoors."""

OUTSIDE = r"EXT(?:ERIOR|[ÉE]RIEUR)?|EST(?:ERNO)?|AUSSEN|AUßEN"
"""Pattern of a word that puts the camera outdoors (EST is establishing, or the Italian esterno)."""

INSIDE_CASELESS = "अंदर|अन्दर|भीतर|अंतः|अंत:|आंतरिक|इंट|इंटीरियर|അകം|അകത്ത്|ഇന്റീരിയർ|ഇൻ്റീരിയർ|ഉൾവശം"
"""Pattern of the same in scripts without capitals (Hindi, Malayalam)."""

OUTSIDE_CASELESS = "बाहर|बाह्य|बाहरी|एक्सट|एक्स्ट|एक्सटीरियर|പുറം|പുറത്ത്|എക്സ്റ്റീരിയർ"
"""Pattern of the same in scripts without capitals."""

SCENE_LABELS = (
    r"SCENE|SC\.?|SCÈNE|SÉQUENCE|SEQUENCE|SÉQ\.?|SEQ\.?|SZENE|BILD|ESCENA|ESC\.?|SECUENCIA|SEC\.?"
    r"|SCENA|CENA|SEQUÊNCIA|दृश्य|സീൻ|രംഗം|场景|場景|第"
)
"""Pattern of a word before a scene number."""

LONG_PREFIXES = ("INTE", "EXTE", "ESTE", "INNE", "AUSS", "AUßE")
"""First letters of prefixes that are also ordinary words: a dot or capitals must follow suit."""

LIGHT: dict[str, TimeOfDay] = {
    word: time
    for time, words in {
        TimeOfDay.DAY: (
            "DAY DAYTIME MORNING AFTERNOON NOON MIDDAY DAYLIGHT "
            "JOUR JOURNÉE JOURNEE MATIN MATINÉE MIDI APRÈS-MIDI APRES-MIDI "
            "TAG MORGEN MORGENS VORMITTAG MITTAG NACHMITTAG TAGS "
            "DÍA DIA MAÑANA MANANA TARDE MEDIODÍA MEDIODIA "
            "GIORNO MATTINA MATTINO MEZZOGIORNO POMERIGGIO "
            "MANHÃ MANHA MEIO-DIA 日 白天 上午 下午 中午 早 दिन सुबह दोपहर പകൽ രാവിലെ ഉച്ച"
        ),
        TimeOfDay.NIGHT: (
            "NIGHT NIGHTTIME MIDNIGHT EVENING NUIT SOIR SOIRÉE SOIREE MINUIT "
            "NACHT NACHTS ABEND ABENDS MITTERNACHT NOCHE MEDIANOCHE "
            "NOTTE SERA MEZZANOTTE NOITE MEIA-NOITE 夜 晚 晚上 夜晚 深夜 凌晨 रात രാത്രി"
        ),
        TimeOfDay.DAWN: (
            "DAWN SUNRISE DAYBREAK PREDAWN PRE-DAWN AUBE MORGENGRAUEN SONNENAUFGANG "
            "AMANECER ALBA AMANHECER MADRUGADA 晨 清晨 黎明 भोर പുലർച്ചെ പ്രഭാതം"
        ),
        TimeOfDay.DUSK: (
            "DUSK SUNSET TWILIGHT SUNDOWN GLOAMING CRÉPUSCULE CREPUSCULE ABENDDÄMMERUNG "
            "DÄMMERUNG DAEMMERUNG SONNENUNTERGANG ATARDECER ANOCHECER CREPÚSCULO CREPUSCULO "
            "CREPUSCOLO TRAMONTO ENTARDECER ANOITECER 昏 黄昏 傍晚 शाम साँझ सांझ സന്ധ്യ വൈകുന്നേരം"
        ),
    }.items()
    for word in words.split()
}
"""Words that name the light of a scene."""

LIGHT_PHRASES: dict[str, TimeOfDay] = {
    "MAGIC HOUR": TimeOfDay.DUSK,
    "GOLDEN HOUR": TimeOfDay.DUSK,
    "FIRST LIGHT": TimeOfDay.DAWN,
    "LAST LIGHT": TimeOfDay.DUSK,
    "LEVER DU JOUR": TimeOfDay.DAWN,
    "LEVER DU SOLEIL": TimeOfDay.DAWN,
    "COUCHER DE SOLEIL": TimeOfDay.DUSK,
    "COUCHER DU SOLEIL": TimeOfDay.DUSK,
    "PUESTA DE SOL": TimeOfDay.DUSK,
    "PÔR DO SOL": TimeOfDay.DUSK,
}
"""Pairs of words that name the light."""

CARRYING = frozenset(
    [
        "CONTINUOUS",
        "CONT",
        "CONT'D",
        "CONTINUED",
        "CONTINUING",
        "LATER",
        "SAME",
        "SIMULTANEOUS",
        "MOMENTS",
        "MEANWHILE",
        "CONTINU",
        "SUITE",
        "PLUS-TARD",
        "CONTINUO",
        "KONTINUIERLICH",
        "SPÄTER",
        "SPAETER",
        "WEITER",
        "CONTINÚA",
        "CONTINUA",
        "CONTÍNUO",
        "MÁS-TARDE",
        "LUEGO",
        "PIÙ-TARDI",
        "DOPO",
        "DEPOIS",
    ]
)
"""Words that carry the light on from the scene before."""

CARRYING_PHRASES = ("PLUS TARD", "MÁS TARDE", "MAS TARDE", "PIÙ TARDI", "PIU TARDI", "MAIS TARDE")
"""Pairs of words that do the same."""

QUALIFIERS = frozenset(
    [
        "EARLY",
        "LATE",
        "PRE",
        "POST",
        "NEXT",
        "THAT",
        "THE",
        "SAME",
        "FOLLOWING",
        "PREVIOUS",
        "ANOTHER",
        "DIFFERENT",
        "A",
        "AN",
        "ONE",
        "TWO",
        "THREE",
        "FOUR",
        "FIVE",
        "SIX",
        "SEVEN",
        "EIGHT",
        "NINE",
        "TEN",
        "FEW",
        "SEVERAL",
        "SOME",
        "SECONDS",
        "MINUTES",
        "MINUTE",
        "HOURS",
        "HOUR",
        "DAYS",
        "WEEKS",
        "WEEK",
        "MONTHS",
        "MONTH",
        "YEARS",
        "YEAR",
        "MOMENT",
        "TIME",
        "ACTION",
        "FOR",
        "AND",
        "OR",
        "OF",
        "BEFORE",
        "AFTER",
        "JUST",
        "MID",
        "DEEP",
        "DEAD",
        "FIRST",
        "SECOND",
        "THIRD",
        "CREPUSCULAR",
        "LE",
        "LA",
        "UN",
        "UNE",
        "DU",
        "DE",
        "DIE",
        "DER",
        "DAS",
        "EL",
        "EN",
        "POR",
        "SPÄT",
        "FRÜH",
        "GLEICHE",
        "LENDEMAIN",
        "MÊME",
        "TEMPS",
        "ACTUAL",
        "AM",
        "IM",
    ]
)
"""Words that may stand beside a time word in the time part of a heading."""

MODIFIERS = frozenset(
    [
        "FLASHBACK",
        "FLASHFORWARD",
        "FLASH-FORWARD",
        "FLASH-BACK",
        "PRESENT",
        "PAST",
        "DREAM",
        "NIGHTMARE",
        "FANTASY",
        "MONTAGE",
        "INTERCUT",
        "INTERCUTTING",
        "MOVING",
        "TRAVELING",
        "TRAVELLING",
        "DRIVING",
        "PARKED",
        "RAIN",
        "RAINING",
        "SNOW",
        "SNOWING",
        "ESTABLISHING",
        "AERIAL",
        "UNDERWATER",
        "VARIOUS",
        "STOCK",
        "MOS",
        "POV",
        "RÜCKBLENDE",
        "RUECKBLENDE",
        "TRAUM",
        "RÊVE",
        "RECUERDO",
        "SUEÑO",
        "SOGNO",
        "SONHO",
        "INSERT",
        "SERIES",
    ]
)
"""First words of a part that says how, not where."""

OMITTED = frozenset(
    ["OMITTED", "OMIT", "OMIS", "OMISE", "ENTFÄLLT", "ENTFAELLT", "OMITIDA", "OMITIDO", "OMESSA"]
)
"""What stands in place of a scene kept only for its number."""
