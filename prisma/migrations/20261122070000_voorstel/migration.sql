-- CreateEnum
CREATE TYPE "VoorstelStatus" AS ENUM ('open', 'opgeslagen', 'geannuleerd', 'vervallen');

-- AlterTable
ALTER TABLE "actie" ADD COLUMN     "gesplitst_van" INTEGER,
ADD COLUMN     "opgegaan_in" INTEGER,
ADD COLUMN     "opgegaan_op" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "voorstel" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "persoon_id" INTEGER NOT NULL,
    "soort" TEXT NOT NULL,
    "inhoud" JSONB NOT NULL,
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "status" "VoorstelStatus" NOT NULL DEFAULT 'open',
    "beslist_op" TIMESTAMPTZ(3),

    CONSTRAINT "voorstel_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateIndex
CREATE INDEX "actie_regio_id_opgegaan_in_idx" ON "actie"("regio_id", "opgegaan_in");

-- CreateIndex
CREATE INDEX "actie_regio_id_gesplitst_van_idx" ON "actie"("regio_id", "gesplitst_van");

-- AddForeignKey
ALTER TABLE "actie" ADD CONSTRAINT "actie_regio_id_opgegaan_in_fkey" FOREIGN KEY ("regio_id", "opgegaan_in") REFERENCES "actie"("regio_id", "nummer") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "actie" ADD CONSTRAINT "actie_regio_id_gesplitst_van_fkey" FOREIGN KEY ("regio_id", "gesplitst_van") REFERENCES "actie"("regio_id", "nummer") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "voorstel" ADD CONSTRAINT "voorstel_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Merged into another actie, and when: both or neither.
ALTER TABLE "actie" ADD CONSTRAINT "actie_opgegaan_check" CHECK (("opgegaan_in" IS NULL) = ("opgegaan_op" IS NULL));

-- What was changed on one actie is looked up in the log.
CREATE INDEX "logregel_nummer_idx" ON "logregel" ("regio_id", ("inhoud"->>'nummer'));

-- An actie is never deleted, so that its number is never given again.
REVOKE DELETE ON "actie" FROM doebot_app;

-- The wall between regios, as around every other table; what was shown stays as it was shown.
GRANT USAGE ON SEQUENCE "voorstel_id_seq" TO doebot_app;
GRANT SELECT, INSERT ON "voorstel" TO doebot_app;
GRANT UPDATE ("status", "beslist_op") ON "voorstel" TO doebot_app;
ALTER TABLE "voorstel" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "voorstel" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
