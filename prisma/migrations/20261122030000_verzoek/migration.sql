-- AlterTable
ALTER TABLE "actie" ADD COLUMN     "toegevoegd_op" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "verzoek" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "actie_id" INTEGER NOT NULL,
    "persoon_id" INTEGER NOT NULL,
    "dag" DATE NOT NULL,
    "gevraagd_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verzoek_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "verzoek_regio_id_actie_id_dag_key" ON "verzoek"("regio_id", "actie_id", "dag");

-- AddForeignKey
ALTER TABLE "verzoek" ADD CONSTRAINT "verzoek_regio_id_actie_id_fkey" FOREIGN KEY ("regio_id", "actie_id") REFERENCES "actie"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verzoek" ADD CONSTRAINT "verzoek_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The wall between regios, as around every other table; and the record is only added to.
GRANT USAGE ON SEQUENCE "verzoek_id_seq" TO doebot_app;
GRANT SELECT, INSERT ON "verzoek" TO doebot_app;
ALTER TABLE "verzoek" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "verzoek" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
