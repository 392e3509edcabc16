# Care dates, greetings, gifts.
