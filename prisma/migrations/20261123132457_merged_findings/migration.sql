-- The few findings that stand but are merged into another: what is kept counted leaves them out.
CREATE INDEX finding_merged ON finding (merged_into_id) WHERE merged_into_id IS NOT NULL;
