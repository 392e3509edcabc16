# The fixed vocabulary.

channel-visit = visit
channel-meeting = online meeting
channel-call = call
channel-message = message
channel-email = email
channel-letter = letter
channel-unknown = contact

outcome-reached = reached
outcome-no-answer = no answer
outcome-callback = call back
outcome-declined = declined

direction-out = from you
direction-in = from them

status-lead = lead
status-active = active
status-dormant = dormant
status-lost = lost
status-stopped = stopped

kind-appointment = appointment
kind-task = promise
kind-contact = contact
kind-invoice = invoice
kind-renewal = renewal
kind-review = review
kind-tier = tier
kind-lead = lead
kind-batch = batch

task-own = promise
task-waiting = waiting for them
task-delegated = delegated

engagement-project = project
engagement-retainer = retainer
engagement-contract = contract

engagementstatus-planned = planned
engagementstatus-open = open
engagementstatus-done = done
engagementstatus-cancelled = called off

clientkind-org = organisation
clientkind-person = person

point-phone = phone
point-email = email
point-wechat = WeChat
point-address = address
point-url = web
point-other = other

flag-competitor = rival
flag-cold = cold
flag-declined = declined invitation

surveykind-nps = NPS
surveykind-csat = CSAT

relationkind-competitor = competitor
relationkind-partner = partner
relationkind-group = group
relationkind-conflict = conflict
