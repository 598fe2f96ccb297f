-- AlterTable
ALTER TABLE "bericht" ADD COLUMN     "onderweg" TEXT;
