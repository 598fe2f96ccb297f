-- CreateTable
CREATE TABLE "synoniem" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "woord" TEXT NOT NULL,
    "betekenis" TEXT NOT NULL,

    CONSTRAINT "synoniem_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "synoniem_regio_id_woord_betekenis_key" ON "synoniem"("regio_id", "woord", "betekenis");

-- The wall between regios, as around every other table.
GRANT SELECT, INSERT, UPDATE, DELETE ON "synoniem" TO doebot_app;
GRANT USAGE ON SEQUENCE "synoniem_id_seq" TO doebot_app;
ALTER TABLE "synoniem" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "synoniem" TO doebot_app
USING (regio_id = nullif(current_setting('app.regio', true), '')::integer);

-- A text as its words: without accents, and split where people write a hyphen, a slash or nothing: "Leerplein/Werkplein",
-- "VR-brillen", "zzp'ers". `plain` in src/actie/woord.ts does the same to what is asked.
DROP INDEX "actie_woorden_idx", "actie_trigrammen_idx";
CREATE OR REPLACE FUNCTION zoektekst(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT btrim(regexp_replace(replace(public.unaccent('public.unaccent', lower($1)), '''', ''), '[^a-z0-9]+', ' ', 'g')) $$;
CREATE INDEX "actie_woorden_idx" ON "actie" USING gin (to_tsvector('dutch', zoektekst("titel")));
CREATE INDEX "actie_trigrammen_idx" ON "actie" USING gin (zoektekst("titel") gin_trgm_ops);
