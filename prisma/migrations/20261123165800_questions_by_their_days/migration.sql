-- What a period asks of questions, each by its own day.
CREATE INDEX question_answered ON question (answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX question_decided ON question (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX award_noticed ON award (notice_at) WHERE withdrawn_at IS NULL;
CREATE INDEX assessment_summary_sent ON assessment_summary (sent_at) WHERE sent_at IS NOT NULL;
