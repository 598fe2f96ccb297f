-- CreateEnum
CREATE TYPE "AbonnementSoort" AS ENUM ('actie', 'thema', 'pijler', 'organisatie', 'alles');

-- AlterTable
ALTER TABLE "bericht" ADD COLUMN     "draad_id" INTEGER,
ADD COLUMN     "kanaal_id" INTEGER,
ADD COLUMN     "versie" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "persoon_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "kanaal" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "kanaal_id" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "naam" TEXT NOT NULL DEFAULT '',
    "gestopt_op" TIMESTAMPTZ(3),

    CONSTRAINT "kanaal_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "abonnement" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "persoon_id" INTEGER,
    "kanaal_id" INTEGER,
    "soort" "AbonnementSoort" NOT NULL,
    "actie_id" INTEGER,
    "thema_id" INTEGER,
    "pijler_id" INTEGER,
    "organisatie_id" INTEGER,
    "door_id" INTEGER NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "abonnement_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "kanaal_regio_id_platform_tenant_kanaal_id_key" ON "kanaal"("regio_id", "platform", "tenant", "kanaal_id");

-- CreateIndex
CREATE INDEX "abonnement_regio_id_persoon_id_idx" ON "abonnement"("regio_id", "persoon_id");

-- CreateIndex
CREATE INDEX "abonnement_regio_id_kanaal_id_idx" ON "abonnement"("regio_id", "kanaal_id");

-- CreateIndex
CREATE INDEX "bericht_regio_id_draad_id_idx" ON "bericht"("regio_id", "draad_id");

-- AddForeignKey
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_regio_id_kanaal_id_fkey" FOREIGN KEY ("regio_id", "kanaal_id") REFERENCES "kanaal"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_regio_id_actie_id_fkey" FOREIGN KEY ("regio_id", "actie_id") REFERENCES "actie"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_regio_id_thema_id_fkey" FOREIGN KEY ("regio_id", "thema_id") REFERENCES "thema"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_regio_id_pijler_id_fkey" FOREIGN KEY ("regio_id", "pijler_id") REFERENCES "pijler"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_regio_id_organisatie_id_fkey" FOREIGN KEY ("regio_id", "organisatie_id") REFERENCES "organisatie"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_regio_id_door_id_fkey" FOREIGN KEY ("regio_id", "door_id") REFERENCES "persoon"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bericht" ADD CONSTRAINT "bericht_regio_id_kanaal_id_fkey" FOREIGN KEY ("regio_id", "kanaal_id") REFERENCES "kanaal"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bericht" ADD CONSTRAINT "bericht_regio_id_draad_id_fkey" FOREIGN KEY ("regio_id", "draad_id") REFERENCES "bericht"("regio_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;


-- What is followed is followed once.
CREATE UNIQUE INDEX "abonnement_key" ON "abonnement"("regio_id", "persoon_id", "kanaal_id", "soort", "actie_id", "thema_id", "pijler_id", "organisatie_id") NULLS NOT DISTINCT;
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_volger" CHECK (num_nonnulls("persoon_id", "kanaal_id") = 1);
ALTER TABLE "abonnement" ADD CONSTRAINT "abonnement_onderwerp" CHECK (
  ("soort" = 'actie') = ("actie_id" IS NOT NULL) AND ("soort" = 'thema') = ("thema_id" IS NOT NULL)
  AND ("soort" = 'pijler') = ("pijler_id" IS NOT NULL) AND ("soort" = 'organisatie') = ("organisatie_id" IS NOT NULL));

-- Said to a persoon or in a kanaal; threads are of kanalen.
ALTER TABLE "bericht" ADD CONSTRAINT "bericht_aan" CHECK (num_nonnulls("persoon_id", "kanaal_id") = 1);
ALTER TABLE "bericht" ADD CONSTRAINT "bericht_draad" CHECK ("draad_id" IS NULL OR "kanaal_id" IS NOT NULL);
-- One thread per actie in a kanaal.
CREATE UNIQUE INDEX "bericht_draad_key" ON "bericht" ("regio_id", "kanaal_id", (("inhoud" ->> 'actie')::integer))
WHERE "soort" = 'draad';
-- Who was told of an update.
CREATE INDEX "bericht_volgbericht_idx" ON "bericht" USING gin ("inhoud" jsonb_path_ops) WHERE "soort" = 'volgbericht';

-- The wall between regios, as around every other table.
GRANT SELECT, INSERT, UPDATE, DELETE ON "kanaal", "abonnement" TO doebot_app;
GRANT USAGE ON SEQUENCE "kanaal_id_seq", "abonnement_id_seq" TO doebot_app;
ALTER TABLE "kanaal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "abonnement" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "kanaal" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
CREATE POLICY regio_wall ON "abonnement" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
