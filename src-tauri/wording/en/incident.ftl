# What the record of an incident says.

## The timeline of an incident

timeline-noticed = Astray noticed it
timeline-told = You were told
timeline-opened = You opened it
timeline-its-right-once = You said that this message went to the right address
timeline-its-right-address = You said that this address is always right
timeline-its-right-domain = You said that this domain is always right
timeline-dealt-with = You marked it as dealt with
timeline-reopened = You opened it again
