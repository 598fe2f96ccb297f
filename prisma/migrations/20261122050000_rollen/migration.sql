-- AlterEnum: in the order in which people are named, who is asked first.
ALTER TYPE "Rol" ADD VALUE 'deelnemer' AFTER 'trekker';
ALTER TYPE "Rol" ADD VALUE 'beheerder';

-- AlterTable
ALTER TABLE "persoon" ADD COLUMN     "vertrokken_op" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "aanstelling" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "persoon_id" INTEGER NOT NULL,
    "organisatie_id" INTEGER NOT NULL,
    "rol" "Rol" NOT NULL,

    CONSTRAINT "aanstelling_pkey" PRIMARY KEY ("regio_id","persoon_id","organisatie_id")
);

-- CreateIndex
CREATE INDEX "aanstelling_regio_id_organisatie_id_idx" ON "aanstelling"("regio_id", "organisatie_id");

-- AddForeignKey
ALTER TABLE "aanstelling" ADD CONSTRAINT "aanstelling_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aanstelling" ADD CONSTRAINT "aanstelling_regio_id_organisatie_id_fkey" FOREIGN KEY ("regio_id", "organisatie_id") REFERENCES "organisatie"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The wall between regios, as around every other table.
GRANT SELECT, INSERT, UPDATE, DELETE ON "aanstelling" TO doebot_app;
ALTER TABLE "aanstelling" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "aanstelling" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
