-- AlterTable
ALTER TABLE "actie_update" ADD COLUMN     "corrigeert_id" INTEGER,
ADD COLUMN     "document" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "knelpunt" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "namens_id" INTEGER,
ADD COLUMN     "verwacht_op" DATE,
ADD COLUMN     "volgende_stap" TEXT NOT NULL DEFAULT '';

-- AddForeignKey
ALTER TABLE "actie_update" ADD CONSTRAINT "actie_update_regio_id_namens_id_fkey" FOREIGN KEY ("regio_id", "namens_id") REFERENCES "persoon"("regio_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actie_update" ADD CONSTRAINT "actie_update_regio_id_corrigeert_id_fkey" FOREIGN KEY ("regio_id", "corrigeert_id") REFERENCES "actie_update"("regio_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
