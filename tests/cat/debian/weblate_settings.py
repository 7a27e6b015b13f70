"""Weblate's example settings, for a database and folders of the tests' own and without mail, cache and workers."""

import os
from pathlib import Path

from weblate.settings_example import *  # noqa: F403  # as Weblate's documentation has its users do it

DATA_DIR = os.environ["TERMACCORD_WEBLATE_DATA"]
CACHE_DIR = str(Path(DATA_DIR) / "cache")
MEDIA_ROOT = str(Path(DATA_DIR) / "media")
STATIC_ROOT = str(Path(DATA_DIR) / "static")
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "weblate",
        "USER": "weblate",
        "HOST": "127.0.0.1",
        "PORT": os.environ["TERMACCORD_WEBLATE_PORT"],
        "ATOMIC_REQUESTS": True,
    }
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "avatar": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_BROKER_URL = "memory://"
CELERY_RESULT_BACKEND = None
SECRET_KEY = "for these tests alone"  # noqa: S105
SITE_DOMAIN = "127.0.0.1:8000"
ALLOWED_HOSTS = ["*"]
DEBUG = False
COMPRESS_ENABLED = False
ENABLE_AVATARS = False
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
LOGGING = {"version": 1, "disable_existing_loggers": False}
