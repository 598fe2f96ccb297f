-- CreateTable
CREATE TABLE "groep" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "naam" TEXT NOT NULL,

    CONSTRAINT "groep_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "groep_lid" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "groep_id" INTEGER NOT NULL,
    "organisatie_id" INTEGER NOT NULL,

    CONSTRAINT "groep_lid_pkey" PRIMARY KEY ("regio_id","groep_id","organisatie_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "groep_regio_id_naam_key" ON "groep"("regio_id", "naam");

-- AddForeignKey
ALTER TABLE "groep_lid" ADD CONSTRAINT "groep_lid_regio_id_groep_id_fkey" FOREIGN KEY ("regio_id", "groep_id") REFERENCES "groep"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groep_lid" ADD CONSTRAINT "groep_lid_regio_id_organisatie_id_fkey" FOREIGN KEY ("regio_id", "organisatie_id") REFERENCES "organisatie"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The wall between regios, as around every other table.
GRANT SELECT, INSERT, UPDATE, DELETE ON "groep", "groep_lid" TO doebot_app;
GRANT USAGE ON SEQUENCE "groep_id_seq" TO doebot_app;
ALTER TABLE "groep" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "groep" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
ALTER TABLE "groep_lid" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "groep_lid" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);
