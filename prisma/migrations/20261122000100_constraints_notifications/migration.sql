-- Letters that nobody has handed to a job yet, and notices that nobody has read.
CREATE INDEX mail_waiting ON mail (queued_at) WHERE enqueued_at IS NULL AND kept_at IS NULL;
CREATE INDEX notice_unread ON notice (person_id) WHERE read_at IS NULL;

ALTER TABLE mail
  ADD CONSTRAINT mail_sent_or_kept CHECK (sent_at IS NULL OR kept_at IS NULL),
  ADD CONSTRAINT mail_address_has_at CHECK (to_address LIKE '%_@_%'),
  ADD CONSTRAINT mail_no_header_injection CHECK (subject !~ '[\r\n]' AND to_address !~ '[\r\n]');
