"""How Django finds the tables."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The one Django application that has tables."""

    name = "tawthiq.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
