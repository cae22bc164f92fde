-- CreateIndex
CREATE INDEX "money_change_line_id_changed_at_idx" ON "money_change"("line_id", "changed_at");
