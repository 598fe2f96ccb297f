-- CreateEnum
CREATE TYPE "AkkoordStatus" AS ENUM ('open', 'akkoord', 'niet_akkoord');

-- AlterTable
ALTER TABLE "herinnering" ADD COLUMN "akkoordronde_id" INTEGER;

-- CreateTable
CREATE TABLE "akkoordronde" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "overleg_id" INTEGER NOT NULL,
    "titel" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "versie" TEXT NOT NULL,
    "uiterlijk" DATE NOT NULL,
    "persoon_id" INTEGER NOT NULL,
    "gevraagd_op" TIMESTAMPTZ(3) NOT NULL,
    "gesloten_op" TIMESTAMPTZ(3),
    "vorige_id" INTEGER,

    CONSTRAINT "akkoordronde_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "akkoord" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "ronde_id" INTEGER NOT NULL,
    "organisatie_id" INTEGER NOT NULL,
    "status" "AkkoordStatus" NOT NULL DEFAULT 'open',
    "reden" TEXT NOT NULL DEFAULT '',
    "persoon_id" INTEGER,
    "op" TIMESTAMPTZ(3),

    CONSTRAINT "akkoord_pkey" PRIMARY KEY ("regio_id","ronde_id","organisatie_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "akkoordronde_regio_id_vorige_id_key" ON "akkoordronde"("regio_id", "vorige_id");

-- CreateIndex
CREATE INDEX "herinnering_regio_id_actie_id_idx" ON "herinnering"("regio_id", "actie_id");

-- CreateIndex
CREATE INDEX "herinnering_regio_id_akkoordronde_id_idx" ON "herinnering"("regio_id", "akkoordronde_id");

-- AddForeignKey
ALTER TABLE "herinnering" ADD CONSTRAINT "herinnering_regio_id_akkoordronde_id_fkey" FOREIGN KEY ("regio_id", "akkoordronde_id") REFERENCES "akkoordronde"("regio_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "akkoordronde" ADD CONSTRAINT "akkoordronde_regio_id_overleg_id_fkey" FOREIGN KEY ("regio_id", "overleg_id") REFERENCES "overleg"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "akkoordronde" ADD CONSTRAINT "akkoordronde_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "akkoordronde" ADD CONSTRAINT "akkoordronde_regio_id_vorige_id_fkey" FOREIGN KEY ("regio_id", "vorige_id") REFERENCES "akkoordronde"("regio_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "akkoord" ADD CONSTRAINT "akkoord_regio_id_ronde_id_fkey" FOREIGN KEY ("regio_id", "ronde_id") REFERENCES "akkoordronde"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "akkoord" ADD CONSTRAINT "akkoord_regio_id_organisatie_id_fkey" FOREIGN KEY ("regio_id", "organisatie_id") REFERENCES "organisatie"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "akkoord" ADD CONSTRAINT "akkoord_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- Planned once, by whichever process.
DROP INDEX "herinnering_gepland_key";
CREATE UNIQUE INDEX "herinnering_gepland_key" ON "herinnering" ("regio_id", "vergadering_id", "actie_id", "akkoordronde_id", "persoon_id", "soort", "trede", "gepland_op")
NULLS NOT DISTINCT WHERE "status" = 'gepland';
ALTER TABLE "herinnering" DROP CONSTRAINT "herinnering_over";
ALTER TABLE "herinnering" ADD CONSTRAINT "herinnering_over" CHECK (num_nonnulls("vergadering_id", "actie_id", "akkoordronde_id") = 1);
-- An answer says who gave it and when; no answer says nothing; a no says why.
ALTER TABLE "akkoord" ADD CONSTRAINT "akkoord_antwoord" CHECK (("status" = 'open') = ("persoon_id" IS NULL) AND ("status" = 'open') = ("op" IS NULL));
ALTER TABLE "akkoord" ADD CONSTRAINT "akkoord_reden" CHECK (("status" = 'niet_akkoord') = ("reden" <> ''));

-- The wall between regios, as around every other table.
GRANT SELECT, INSERT, UPDATE, DELETE ON "akkoordronde", "akkoord" TO doebot_app;
GRANT USAGE ON SEQUENCE "akkoordronde_id_seq" TO doebot_app;
ALTER TABLE "akkoordronde" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "akkoordronde" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "akkoord" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "akkoord" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
