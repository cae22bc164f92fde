-- CreateEnum
CREATE TYPE "DeclineCode" AS ENUM ('noTime', 'conflict', 'notMyField', 'clearance', 'other');

-- AlterTable
ALTER TABLE "question_invitation" ADD COLUMN     "decline_code" "DeclineCode",
ADD COLUMN     "decline_words" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "interested_at" TIMESTAMPTZ(6);

-- Nobody was asked why before.
UPDATE question_invitation SET decline_code = 'other', decline_words = 'Not asked at the time' WHERE declined_at IS NOT NULL;

ALTER TABLE question_invitation
  ADD CONSTRAINT question_invitation_declined_with_code CHECK ((declined_at IS NULL) = (decline_code IS NULL)),
  ADD CONSTRAINT question_invitation_other_says_what CHECK (decline_code <> 'other' OR decline_words <> ''),
  ADD CONSTRAINT question_invitation_yes_or_no CHECK (interested_at IS NULL OR declined_at IS NULL),
  ADD CONSTRAINT question_invitation_people_answer CHECK (person_id IS NOT NULL OR (interested_at IS NULL AND declined_at IS NULL));

CREATE INDEX question_invitation_asked ON question_invitation (person_id, invited_at) WHERE person_id IS NOT NULL;
