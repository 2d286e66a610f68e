"""Rows of our own, by Django."""

from django.db import models

from desk.models import Invoice, Talk


# evidence: neutral.state/session-table
class Job(models.Model):
    run_id = models.CharField(max_length=64, primary_key=True)
    thread_id = models.CharField(max_length=64)
    status = models.CharField(max_length=16)


# ok: neutral.state/session-table
class Parcel(models.Model):
    run_id = models.CharField(max_length=64)
    weight = models.IntegerField()


def keep(thread: str, text: str) -> None:
    # evidence: neutral.state/session-row
    Talk.objects.create(thread_id=thread, text=text)
    # evidence: neutral.state/session-row
    Talk.objects.update_or_create(session_id=thread, defaults={"text": text})
    # ok: neutral.state/session-row
    Invoice.objects.create(number=7, text=text)
