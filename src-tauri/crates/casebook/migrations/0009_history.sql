-- The history of ten thousand incidents in a moment: how each stands, and which came back, without reading what the events hold.

CREATE INDEX incident_events_state ON incident_events (incident_id, seq, state);

CREATE INDEX incident_events_bounced ON incident_events (incident_id) WHERE kind = 'bounced';
