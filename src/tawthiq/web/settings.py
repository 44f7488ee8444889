"""What Django needs to know before it does anything for us.

This is an installation for one person on one machine: everything lies in the home
folder, and nobody but this machine is answered. Importing these settings touches no file.
"""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Any

from django.utils.functional import SimpleLazyObject

from tawthiq.store.database import database_of
from tawthiq.store.home import Home

WEB = Path(__file__).parent
HOME = Home.find()

# Made and kept in the home folder when first asked for, so that a check needs no key.
SECRET_KEY: Any = SimpleLazyObject(HOME.secret_key)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "tawthiq.store",
    "tawthiq.web",
]
MIDDLEWARE = [
    "tawthiq.web.middleware.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "tawthiq.web.middleware.reading.ReadingMiddleware",
    "django.middleware.common.CommonMiddleware",
    "tawthiq.web.middleware.limits.LimitsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "tawthiq.web.middleware.refusals.RefusalsMiddleware",
]
ROOT_URLCONF = "tawthiq.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.template.context_processors.csrf",
                "tawthiq.web.context.page",
            ],
        },
    }
]
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "tawthiq.web.failures.not_from_our_form"
# A source's site must not learn which case is open. With "no-referrer" a browser would send
# "Origin: null" with our own forms, and Django would refuse them.
SECURE_REFERRER_POLICY = "same-origin"
# A text to be checked stays in memory (the page takes 20 MB); only a larger table of claims
# passes through a temporary file.
FILE_UPLOAD_MAX_MEMORY_SIZE = 21_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

LANGUAGE_CODE = "en"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
LOCALE_PATHS = [WEB / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

DATABASES = {"default": database_of(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A browser runs no module that comes as text/plain, and not every system knows the ending.
mimetypes.add_type("text/javascript", ".mjs")
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MIMETYPES = {".mjs": "text/javascript", ".geojson": "application/geo+json"}

# What a reader sees of an error is a page; what went wrong is told to whoever runs this.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
