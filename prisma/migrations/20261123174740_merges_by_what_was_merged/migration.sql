-- CreateIndex
CREATE INDEX "record_merge_from_id_idx" ON "record_merge"("from_id");

-- A jointly owned set from before its texts were kept: the one that it has stands for those before it.
INSERT INTO joint_set_revision (joint_set_id, number, document, text, text_hash, recorded_by_id, recorded_at)
SELECT j.id, j.revision, j.document, soundings.joint_set_text(j.id), soundings.joint_set_hash(j.id), j.proposed_by_id, j.changed_at
FROM joint_set j WHERE NOT EXISTS (SELECT FROM joint_set_revision r WHERE r.joint_set_id = j.id);
