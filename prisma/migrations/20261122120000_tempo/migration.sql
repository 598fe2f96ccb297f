-- AlterTable
ALTER TABLE "tempo" DROP CONSTRAINT "tempo_pkey",
ADD COLUMN     "gesprek" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rij" TIMESTAMPTZ(3),
ADD CONSTRAINT "tempo_pkey" PRIMARY KEY ("regio_id", "platform", "tenant", "gesprek");
