-- A request about an annex names no finding; one to merge names two that differ.
ALTER TABLE request
  DROP CONSTRAINT request_has_its_topic,
  ADD CONSTRAINT request_has_its_topic CHECK (
    (kind = 'annex') = (annex_id IS NOT NULL) AND (kind <> 'annex') = (finding_id IS NOT NULL)
    AND (kind = 'inclusion') = (collection_id IS NOT NULL) AND (kind = 'merge') = (into_id IS NOT NULL)
    AND (into_id IS NULL OR into_id <> finding_id));
