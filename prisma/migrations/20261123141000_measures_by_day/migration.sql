-- CreateTable
CREATE TABLE "measure_before" (
    "id" BIGSERIAL NOT NULL,
    "measure_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "item_id" UUID,
    "held_until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "measure_before_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "measure_before_measure_id_held_until_idx" ON "measure_before"("measure_id", "held_until");

-- CreateIndex
CREATE INDEX "measure_before_item_id_idx" ON "measure_before"("item_id");

-- AddForeignKey
ALTER TABLE "measure_before" ADD CONSTRAINT "measure_before_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER measure_before_kept BEFORE UPDATE OR DELETE ON measure_before
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();
CREATE FUNCTION soundings.note_measure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF soundings.keeps_changes() THEN
    INSERT INTO measure_before (measure_id, name, state, item_id, held_until)
      VALUES (OLD.id, OLD.name, OLD.state, OLD.item_id, soundings.now());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_measure AFTER UPDATE OF name, state, item_id ON measure FOR EACH ROW
  WHEN ((OLD.name, OLD.state, OLD.item_id) IS DISTINCT FROM (NEW.name, NEW.state, NEW.item_id))
  EXECUTE FUNCTION soundings.note_measure();
