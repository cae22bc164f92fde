-- Records that look the same are found by their titles without case and signs.
CREATE INDEX finding_version_same_title ON finding_version ((regexp_replace(lower(title), '[^[:alnum:]]+', '', 'g')));
CREATE INDEX question_same_title ON question ((regexp_replace(lower(title), '[^[:alnum:]]+', '', 'g')));
