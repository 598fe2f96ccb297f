-- CreateEnum
CREATE TYPE "Doelgroep" AS ENUM ('trekkers', 'hogerop', 'secretaris', 'agendacommissie', 'leden');

-- CreateEnum
CREATE TYPE "Uitkomst" AS ENUM ('verzonden', 'mislukt', 'onbekend');

-- CreateEnum
CREATE TYPE "Datumtaal" AS ENUM ('nederlands', 'kort', 'engels');

-- What there was keeps its meaning under its new name.
ALTER TYPE "HerinneringSoort" RENAME VALUE 'herhaling' TO 'herinnering';
ALTER TYPE "HerinneringSoort" RENAME VALUE 'overzicht' TO 'stukken';
ALTER TYPE "HerinneringSoort" RENAME VALUE 'aankondiging' TO 'dag_ervoor';
ALTER TYPE "HerinneringSoort" RENAME TO "HerinneringSoort_old";
CREATE TYPE "HerinneringSoort" AS ENUM ('agendacommissie', 'uitvraag', 'herinnering', 'aanlevertermijn', 'coulance', 'escalatie', 'stukken', 'aankondiging', 'dag_ervoor', 'later', 'respons', 'bereik', 'verwacht', 'akkoord');
ALTER TABLE "herinnering" ALTER COLUMN "soort" TYPE "HerinneringSoort" USING ("soort"::text::"HerinneringSoort");
DROP TYPE "HerinneringSoort_old";

-- AlterEnum
ALTER TYPE "Platform" ADD VALUE 'mail';

-- DropForeignKey
ALTER TABLE "bericht" DROP CONSTRAINT "bericht_regio_id_herinnering_id_fkey";

-- DropForeignKey
ALTER TABLE "herinnering" DROP CONSTRAINT "herinnering_regio_id_vergadering_id_fkey";

-- DropIndex
DROP INDEX "bericht_regio_id_herinnering_id_key";

-- AlterTable
ALTER TABLE "bericht" ADD COLUMN     "gehad" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "herinnering" ADD COLUMN     "actie_id" INTEGER,
ADD COLUMN     "beantwoord_op" TIMESTAMPTZ(3),
ADD COLUMN     "bericht_id" INTEGER,
ADD COLUMN     "inhoud" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "trede" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "vergadering_id" DROP NOT NULL;

-- A message can answer several herinneringen: it is the herinnering that names it.
UPDATE "herinnering" SET "bericht_id" = "bericht"."id" FROM "bericht"
WHERE "bericht"."regio_id" = "herinnering"."regio_id" AND "bericht"."herinnering_id" = "herinnering"."id";
ALTER TABLE "bericht" DROP COLUMN "herinnering_id";

-- AlterTable
ALTER TABLE "organisatie" ADD COLUMN     "contact_id" INTEGER;

-- AlterTable
ALTER TABLE "persoon" ADD COLUMN     "bereik" TEXT,
ADD COLUMN     "bereik_op" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "vergadering" ADD COLUMN     "link" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "plaats" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "stil" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "versie" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "voorkeur" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "persoon_id" INTEGER NOT NULL,
    "platform" "Platform",
    "dagen" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "tijd" TEXT,
    "datums" "Datumtaal" NOT NULL DEFAULT 'nederlands',
    "alleen_termijn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "voorkeur_pkey" PRIMARY KEY ("regio_id","persoon_id")
);

-- CreateTable
CREATE TABLE "afwezigheid" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "persoon_id" INTEGER NOT NULL,
    "van" DATE NOT NULL,
    "tot" DATE NOT NULL,
    "vervanger_id" INTEGER,
    "gemeld_op" TIMESTAMPTZ(3) NOT NULL,
    "ingetrokken_op" TIMESTAMPTZ(3),

    CONSTRAINT "afwezigheid_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "vakantie" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "naam" TEXT NOT NULL,
    "van" DATE NOT NULL,
    "tot" DATE NOT NULL,
    "vrij" BOOLEAN NOT NULL,

    CONSTRAINT "vakantie_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "aanloopstap" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "overleg_id" INTEGER NOT NULL,
    "stap" "HerinneringSoort" NOT NULL,
    "werkdagen" INTEGER,
    "tijd" TEXT,
    "aan" "Doelgroep",
    "tekst" TEXT,
    "actief" BOOLEAN,

    CONSTRAINT "aanloopstap_pkey" PRIMARY KEY ("regio_id","overleg_id","stap")
);

-- CreateTable
CREATE TABLE "vergaderingstap" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "vergadering_id" INTEGER NOT NULL,
    "stap" "HerinneringSoort" NOT NULL,
    "actief" BOOLEAN,
    "bestuurders" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "vergaderingstap_pkey" PRIMARY KEY ("regio_id","vergadering_id","stap")
);

-- CreateTable
CREATE TABLE "overslaan" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "vergadering_id" INTEGER NOT NULL,
    "persoon_id" INTEGER NOT NULL,

    CONSTRAINT "overslaan_pkey" PRIMARY KEY ("regio_id","vergadering_id","persoon_id")
);

-- CreateTable
CREATE TABLE "afgewezen" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "actie_id" INTEGER NOT NULL,
    "persoon_id" INTEGER NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "tekst" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "afgewezen_pkey" PRIMARY KEY ("regio_id","actie_id","persoon_id")
);

-- CreateTable
CREATE TABLE "bezorging" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "bericht_id" INTEGER NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "platform" "Platform",
    "tenant" TEXT NOT NULL DEFAULT '',
    "uitkomst" "Uitkomst" NOT NULL,
    "fout" TEXT,

    CONSTRAINT "bezorging_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "tempo" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "platform" "Platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "tot" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tempo_pkey" PRIMARY KEY ("regio_id","platform","tenant")
);

-- CreateTable
CREATE TABLE "hartslag" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "gemeld_op" TIMESTAMPTZ(3),

    CONSTRAINT "hartslag_pkey" PRIMARY KEY ("regio_id")
);

-- CreateIndex
CREATE INDEX "afwezigheid_regio_id_persoon_id_idx" ON "afwezigheid"("regio_id", "persoon_id");

-- CreateIndex
CREATE UNIQUE INDEX "vakantie_regio_id_naam_van_key" ON "vakantie"("regio_id", "naam", "van");

-- CreateIndex
CREATE INDEX "bezorging_regio_id_bericht_id_idx" ON "bezorging"("regio_id", "bericht_id");

-- CreateIndex
CREATE INDEX "herinnering_regio_id_bericht_id_idx" ON "herinnering"("regio_id", "bericht_id");

-- AddForeignKey
ALTER TABLE "organisatie" ADD CONSTRAINT "organisatie_regio_id_contact_id_fkey" FOREIGN KEY ("regio_id", "contact_id") REFERENCES "persoon"("regio_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "voorkeur" ADD CONSTRAINT "voorkeur_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "afwezigheid" ADD CONSTRAINT "afwezigheid_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "afwezigheid" ADD CONSTRAINT "afwezigheid_regio_id_vervanger_id_fkey" FOREIGN KEY ("regio_id", "vervanger_id") REFERENCES "persoon"("regio_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "aanloopstap" ADD CONSTRAINT "aanloopstap_regio_id_overleg_id_fkey" FOREIGN KEY ("regio_id", "overleg_id") REFERENCES "overleg"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vergaderingstap" ADD CONSTRAINT "vergaderingstap_regio_id_vergadering_id_fkey" FOREIGN KEY ("regio_id", "vergadering_id") REFERENCES "vergadering"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overslaan" ADD CONSTRAINT "overslaan_regio_id_vergadering_id_fkey" FOREIGN KEY ("regio_id", "vergadering_id") REFERENCES "vergadering"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overslaan" ADD CONSTRAINT "overslaan_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "afgewezen" ADD CONSTRAINT "afgewezen_regio_id_actie_id_fkey" FOREIGN KEY ("regio_id", "actie_id") REFERENCES "actie"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "afgewezen" ADD CONSTRAINT "afgewezen_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herinnering" ADD CONSTRAINT "herinnering_regio_id_vergadering_id_fkey" FOREIGN KEY ("regio_id", "vergadering_id") REFERENCES "vergadering"("regio_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herinnering" ADD CONSTRAINT "herinnering_regio_id_actie_id_fkey" FOREIGN KEY ("regio_id", "actie_id") REFERENCES "actie"("regio_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herinnering" ADD CONSTRAINT "herinnering_regio_id_bericht_id_fkey" FOREIGN KEY ("regio_id", "bericht_id") REFERENCES "bericht"("regio_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "bezorging" ADD CONSTRAINT "bezorging_regio_id_bericht_id_fkey" FOREIGN KEY ("regio_id", "bericht_id") REFERENCES "bericht"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Leden are written to where the secretaris had switched it on, from now on per vergadering.
INSERT INTO "vergaderingstap" ("regio_id", "vergadering_id", "stap", "bestuurders")
SELECT "vergadering"."regio_id", "vergadering"."id", 'dag_ervoor', true
FROM "vergadering" JOIN "overleg" ON "overleg"."regio_id" = "vergadering"."regio_id" AND "overleg"."id" = "vergadering"."overleg_id"
WHERE "overleg"."aankondiging";
ALTER TABLE "overleg" DROP COLUMN "aankondiging";

-- Planned once, by whichever process.
DROP INDEX "herinnering_gepland_key";
CREATE UNIQUE INDEX "herinnering_gepland_key" ON "herinnering" ("regio_id", "vergadering_id", "actie_id", "persoon_id", "soort", "trede", "gepland_op")
NULLS NOT DISTINCT WHERE "status" = 'gepland';
ALTER TABLE "herinnering" ADD CONSTRAINT "herinnering_over" CHECK (num_nonnulls("vergadering_id", "actie_id") = 1);
ALTER TABLE "afwezigheid" ADD CONSTRAINT "afwezigheid_periode" CHECK ("van" <= "tot");
ALTER TABLE "afwezigheid" ADD CONSTRAINT "afwezigheid_vervanger" CHECK ("vervanger_id" <> "persoon_id");
ALTER TABLE "vakantie" ADD CONSTRAINT "vakantie_periode" CHECK ("van" <= "tot");

-- The wall between regios, as around every other table. An attempt to deliver is proof: it is never changed.
GRANT SELECT, INSERT, UPDATE, DELETE ON "voorkeur", "afwezigheid", "vakantie", "aanloopstap", "vergaderingstap", "overslaan", "afgewezen", "tempo", "hartslag" TO doebot_app;
GRANT SELECT, INSERT ON "bezorging" TO doebot_app;
GRANT USAGE ON SEQUENCE "afwezigheid_id_seq", "vakantie_id_seq", "bezorging_id_seq" TO doebot_app;
ALTER TABLE "voorkeur" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "voorkeur" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "afwezigheid" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "afwezigheid" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "vakantie" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "vakantie" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "aanloopstap" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "aanloopstap" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "vergaderingstap" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "vergaderingstap" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "overslaan" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "overslaan" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "afgewezen" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "afgewezen" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "bezorging" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "bezorging" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "tempo" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "tempo" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "hartslag" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "hartslag" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
