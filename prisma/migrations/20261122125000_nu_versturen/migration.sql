-- AlterTable
ALTER TABLE "vergaderingstap" ADD COLUMN     "nu_op" TIMESTAMPTZ(3),
ADD COLUMN     "nu_voor" TIMESTAMPTZ(3);

-- One says nothing without the other.
ALTER TABLE "vergaderingstap" ADD CONSTRAINT "vergaderingstap_nu" CHECK (("nu_op" IS NULL) = ("nu_voor" IS NULL));
