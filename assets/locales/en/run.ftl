# One message to many clients, consent.
