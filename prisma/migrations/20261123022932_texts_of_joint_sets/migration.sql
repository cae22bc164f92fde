-- DropForeignKey
ALTER TABLE "joint_set_signature" DROP CONSTRAINT "joint_set_signature_owner";

-- CreateTable
CREATE TABLE "joint_set_revision" (
    "joint_set_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "joint_set_revision_pkey" PRIMARY KEY ("joint_set_id","number")
);

-- AddForeignKey
ALTER TABLE "joint_set_revision" ADD CONSTRAINT "joint_set_revision_joint_set_id_fkey" FOREIGN KEY ("joint_set_id") REFERENCES "joint_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER joint_set_revision_kept BEFORE UPDATE OR DELETE ON joint_set_revision
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();

-- An owner may be taken off a draft; what it signed before stays, and counts for no other text.
CREATE FUNCTION soundings.joint_set_signed_by_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM joint_set_owner o WHERE o.joint_set_id = NEW.joint_set_id
                 AND o.organisation_id = NEW.organisation_id) THEN
    PERFORM soundings.refuse('SignerIsNoOwner', 'SignerIsNoOwner: This organisation is not named as an owner.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER joint_set_signed_by_owner BEFORE INSERT ON joint_set_signature
  FOR EACH ROW EXECUTE FUNCTION soundings.joint_set_signed_by_owner();
