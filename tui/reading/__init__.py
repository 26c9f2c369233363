"""A source becomes an article with quotes, and articles become events. Pure: no network, no store, no screen.

May import core. Begin with `read`, which names every step; `formats` take bytes apart, `page` tells text from
furniture, `dates` finds days, `quotes` who said what, `events` which articles tell of one happening.
"""
