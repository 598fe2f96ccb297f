-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('proef', 'toegepast', 'geannuleerd', 'vervangen');

-- CreateTable
CREATE TABLE "import" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "persoon_id" INTEGER,
    "platform" "Platform",
    "bestand" TEXT NOT NULL,
    "inhoud" JSONB NOT NULL,
    "vingerafdruk" TEXT NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'proef',
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("regio_id","id")
);

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- The wall between regios, as around every other table.
GRANT SELECT, INSERT, UPDATE ON "import" TO doebot_app;
GRANT USAGE ON SEQUENCE "import_id_seq" TO doebot_app;
ALTER TABLE "import" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "import" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
