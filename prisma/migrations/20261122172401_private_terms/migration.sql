-- CreateTable
CREATE TABLE "private_term" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "private_term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "private_tag" (
    "id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "finding_id" UUID,
    "question_id" UUID,
    "tagged_by_id" UUID NOT NULL,
    "tagged_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "private_tag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "private_term_reference_key" ON "private_term"("reference");

-- CreateIndex
CREATE INDEX "private_tag_finding_id_idx" ON "private_tag"("finding_id");

-- CreateIndex
CREATE INDEX "private_tag_question_id_idx" ON "private_tag"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "private_tag_term_id_finding_id_key" ON "private_tag"("term_id", "finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "private_tag_term_id_question_id_key" ON "private_tag"("term_id", "question_id");

-- AddForeignKey
ALTER TABLE "private_term" ADD CONSTRAINT "private_term_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_tag" ADD CONSTRAINT "private_tag_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "private_term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_tag" ADD CONSTRAINT "private_tag_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_tag" ADD CONSTRAINT "private_tag_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_tag" ADD CONSTRAINT "private_tag_tagged_by_id_fkey" FOREIGN KEY ("tagged_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE private_term ADD CONSTRAINT private_term_said_check CHECK (name <> '' AND meaning <> '');
CREATE UNIQUE INDEX private_term_name_in_use ON private_term (lower(name)) WHERE retired_at IS NULL;
ALTER TABLE private_tag ADD CONSTRAINT private_tag_one_check CHECK (num_nonnulls(finding_id, question_id) = 1);
