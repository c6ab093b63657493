# What the record of an incident says.

## The timeline of an incident

timeline-noticed = Astray hat es bemerkt
timeline-told = Es wurde Ihnen gemeldet
timeline-opened = Sie haben es geöffnet
timeline-its-right-once = Sie haben gesagt, dass diese Nachricht an die richtige Adresse ging
timeline-its-right-address = Sie haben gesagt, dass diese Adresse immer stimmt
timeline-its-right-domain = Sie haben gesagt, dass diese Domain immer stimmt
timeline-dealt-with = Sie haben es als erledigt markiert
timeline-reopened = Sie haben es wieder geöffnet
