-- CreateEnum
CREATE TYPE "Platform" AS ENUM ('slack', 'teams', 'console');

-- CreateEnum
CREATE TYPE "Rol" AS ENUM ('lezer', 'trekker', 'bestuurder', 'secretaris');

-- CreateEnum
CREATE TYPE "ZetelRol" AS ENUM ('voorzitter', 'lid', 'secretaris', 'gast');

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('nader_uit_te_werken', 'loopt', 'vertraagd', 'afgerond', 'gestopt');

-- CreateEnum
CREATE TYPE "UpdateSoort" AS ENUM ('gewijzigd', 'ongewijzigd', 'ingetrokken');

-- CreateEnum
CREATE TYPE "VergaderingStatus" AS ENUM ('gepland', 'geannuleerd');

-- CreateEnum
CREATE TYPE "HerinneringSoort" AS ENUM ('uitvraag', 'herhaling', 'overzicht', 'aankondiging');

-- CreateEnum
CREATE TYPE "HerinneringStatus" AS ENUM ('gepland', 'overgedragen', 'vervallen');

-- CreateEnum
CREATE TYPE "BerichtStatus" AS ENUM ('wacht', 'bezig', 'verzonden', 'mislukt', 'vervallen');

-- CreateTable
CREATE TABLE "regio" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "naam" TEXT NOT NULL,

    CONSTRAINT "regio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant" TEXT NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "organisatie" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "deelregio" TEXT,

    CONSTRAINT "organisatie_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "persoon" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "organisatie_id" INTEGER NOT NULL,
    "naam" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "rol" "Rol" NOT NULL,

    CONSTRAINT "persoon_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "account" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "persoon_id" INTEGER NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "pijler" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "nummer" INTEGER NOT NULL,
    "naam" TEXT NOT NULL,

    CONSTRAINT "pijler_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "thema" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "nummer" INTEGER NOT NULL,
    "naam" TEXT NOT NULL,
    "pijler_id" INTEGER NOT NULL,

    CONSTRAINT "thema_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "actie" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "nummer" INTEGER NOT NULL,
    "titel" TEXT NOT NULL,
    "thema_id" INTEGER NOT NULL,
    "doelgroep" TEXT NOT NULL,
    "bereik" TEXT NOT NULL,
    "financiering" TEXT NOT NULL,
    "bron" TEXT NOT NULL,
    "status" "Status" NOT NULL,
    "update_id" INTEGER,

    CONSTRAINT "actie_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "trekker" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "actie_id" INTEGER NOT NULL,
    "aanduiding" TEXT NOT NULL,
    "organisatie_id" INTEGER,
    "persoon_id" INTEGER,

    CONSTRAINT "trekker_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "actie_update" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "actie_id" INTEGER NOT NULL,
    "persoon_id" INTEGER NOT NULL,
    "soort" "UpdateSoort" NOT NULL,
    "status_van" "Status" NOT NULL,
    "status_naar" "Status" NOT NULL,
    "toelichting" TEXT NOT NULL,
    "platform" "Platform" NOT NULL,
    "gemeld_op" TIMESTAMPTZ(3) NOT NULL,
    "vorige_id" INTEGER,
    "trekt_in_id" INTEGER,

    CONSTRAINT "actie_update_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "overleg" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "niveau" TEXT NOT NULL,
    "bereik" TEXT NOT NULL,
    "onderwerp" TEXT NOT NULL,
    "frequentie" TEXT NOT NULL,
    "opvolger_id" INTEGER,
    "opvolger_vanaf" DATE,
    "aankondiging" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "overleg_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "overleg_pijler" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "overleg_id" INTEGER NOT NULL,
    "pijler_id" INTEGER NOT NULL,

    CONSTRAINT "overleg_pijler_pkey" PRIMARY KEY ("regio_id","overleg_id","pijler_id")
);

-- CreateTable
CREATE TABLE "zetel" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "overleg_id" INTEGER NOT NULL,
    "organisatie_id" INTEGER NOT NULL,
    "rol" "ZetelRol" NOT NULL,
    "functie" TEXT NOT NULL,

    CONSTRAINT "zetel_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "bezetting" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "zetel_id" INTEGER NOT NULL,
    "persoon_id" INTEGER NOT NULL,
    "van" DATE NOT NULL,
    "tot" DATE,

    CONSTRAINT "bezetting_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "vergadering" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "overleg_id" INTEGER NOT NULL,
    "begin" TIMESTAMPTZ(3) NOT NULL,
    "status" "VergaderingStatus" NOT NULL DEFAULT 'gepland',

    CONSTRAINT "vergadering_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "herinnering" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "vergadering_id" INTEGER NOT NULL,
    "persoon_id" INTEGER NOT NULL,
    "soort" "HerinneringSoort" NOT NULL,
    "gepland_op" TIMESTAMPTZ(3) NOT NULL,
    "status" "HerinneringStatus" NOT NULL DEFAULT 'gepland',
    "reden" TEXT,

    CONSTRAINT "herinnering_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "bericht" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "persoon_id" INTEGER NOT NULL,
    "soort" TEXT NOT NULL,
    "inhoud" JSONB NOT NULL,
    "herinnering_id" INTEGER,
    "status" "BerichtStatus" NOT NULL DEFAULT 'wacht',
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "volgende_op" TIMESTAMPTZ(3) NOT NULL,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "fout" TEXT,
    "verzonden_op" TIMESTAMPTZ(3),
    "platform" "Platform",
    "plek" JSONB,
    "gemeld_op" TIMESTAMPTZ(3),

    CONSTRAINT "bericht_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "logregel" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" SERIAL NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "persoon_id" INTEGER,
    "platform" "Platform",
    "wat" TEXT NOT NULL,
    "inhoud" JSONB NOT NULL,

    CONSTRAINT "logregel_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateTable
CREATE TABLE "handled_request" (
    "regio_id" INTEGER NOT NULL DEFAULT (current_setting('app.regio'::text))::integer,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" JSONB,

    CONSTRAINT "handled_request_pkey" PRIMARY KEY ("regio_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "regio_code_key" ON "regio"("code");

-- CreateIndex
CREATE UNIQUE INDEX "installation_platform_tenant_key" ON "installation"("platform", "tenant");

-- CreateIndex
CREATE UNIQUE INDEX "organisatie_regio_id_code_key" ON "organisatie"("regio_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "persoon_regio_id_email_key" ON "persoon"("regio_id", "email");

-- CreateIndex
CREATE INDEX "account_regio_id_persoon_id_idx" ON "account"("regio_id", "persoon_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_regio_id_platform_tenant_account_id_key" ON "account"("regio_id", "platform", "tenant", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "pijler_regio_id_naam_key" ON "pijler"("regio_id", "naam");

-- CreateIndex
CREATE UNIQUE INDEX "thema_regio_id_nummer_key" ON "thema"("regio_id", "nummer");

-- CreateIndex
CREATE INDEX "actie_regio_id_thema_id_idx" ON "actie"("regio_id", "thema_id");

-- CreateIndex
CREATE UNIQUE INDEX "actie_regio_id_nummer_key" ON "actie"("regio_id", "nummer");

-- CreateIndex
CREATE UNIQUE INDEX "actie_regio_id_update_id_key" ON "actie"("regio_id", "update_id");

-- CreateIndex
CREATE INDEX "trekker_regio_id_actie_id_idx" ON "trekker"("regio_id", "actie_id");

-- CreateIndex
CREATE INDEX "trekker_regio_id_organisatie_id_idx" ON "trekker"("regio_id", "organisatie_id");

-- CreateIndex
CREATE INDEX "actie_update_regio_id_actie_id_idx" ON "actie_update"("regio_id", "actie_id");

-- CreateIndex
CREATE UNIQUE INDEX "actie_update_regio_id_trekt_in_id_key" ON "actie_update"("regio_id", "trekt_in_id");

-- CreateIndex
CREATE UNIQUE INDEX "overleg_regio_id_code_key" ON "overleg"("regio_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "zetel_regio_id_overleg_id_organisatie_id_rol_key" ON "zetel"("regio_id", "overleg_id", "organisatie_id", "rol");

-- CreateIndex
CREATE INDEX "bezetting_regio_id_zetel_id_idx" ON "bezetting"("regio_id", "zetel_id");

-- CreateIndex
CREATE INDEX "vergadering_regio_id_overleg_id_begin_idx" ON "vergadering"("regio_id", "overleg_id", "begin");

-- CreateIndex
CREATE INDEX "herinnering_regio_id_vergadering_id_idx" ON "herinnering"("regio_id", "vergadering_id");

-- CreateIndex
CREATE INDEX "herinnering_status_gepland_op_idx" ON "herinnering"("status", "gepland_op");

-- CreateIndex
CREATE INDEX "bericht_status_volgende_op_idx" ON "bericht"("status", "volgende_op");

-- CreateIndex
CREATE UNIQUE INDEX "bericht_regio_id_herinnering_id_key" ON "bericht"("regio_id", "herinnering_id");

-- CreateIndex
CREATE INDEX "logregel_regio_id_op_idx" ON "logregel"("regio_id", "op");

-- CreateIndex
CREATE INDEX "handled_request_at_idx" ON "handled_request"("at");

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_regio_id_fkey" FOREIGN KEY ("regio_id") REFERENCES "regio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "persoon" ADD CONSTRAINT "persoon_regio_id_organisatie_id_fkey" FOREIGN KEY ("regio_id", "organisatie_id") REFERENCES "organisatie"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thema" ADD CONSTRAINT "thema_regio_id_pijler_id_fkey" FOREIGN KEY ("regio_id", "pijler_id") REFERENCES "pijler"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actie" ADD CONSTRAINT "actie_regio_id_thema_id_fkey" FOREIGN KEY ("regio_id", "thema_id") REFERENCES "thema"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actie" ADD CONSTRAINT "actie_regio_id_update_id_fkey" FOREIGN KEY ("regio_id", "update_id") REFERENCES "actie_update"("regio_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "trekker" ADD CONSTRAINT "trekker_regio_id_actie_id_fkey" FOREIGN KEY ("regio_id", "actie_id") REFERENCES "actie"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trekker" ADD CONSTRAINT "trekker_regio_id_organisatie_id_fkey" FOREIGN KEY ("regio_id", "organisatie_id") REFERENCES "organisatie"("regio_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trekker" ADD CONSTRAINT "trekker_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actie_update" ADD CONSTRAINT "actie_update_regio_id_actie_id_fkey" FOREIGN KEY ("regio_id", "actie_id") REFERENCES "actie"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actie_update" ADD CONSTRAINT "actie_update_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actie_update" ADD CONSTRAINT "actie_update_regio_id_vorige_id_fkey" FOREIGN KEY ("regio_id", "vorige_id") REFERENCES "actie_update"("regio_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "actie_update" ADD CONSTRAINT "actie_update_regio_id_trekt_in_id_fkey" FOREIGN KEY ("regio_id", "trekt_in_id") REFERENCES "actie_update"("regio_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "overleg" ADD CONSTRAINT "overleg_regio_id_opvolger_id_fkey" FOREIGN KEY ("regio_id", "opvolger_id") REFERENCES "overleg"("regio_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "overleg_pijler" ADD CONSTRAINT "overleg_pijler_regio_id_overleg_id_fkey" FOREIGN KEY ("regio_id", "overleg_id") REFERENCES "overleg"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overleg_pijler" ADD CONSTRAINT "overleg_pijler_regio_id_pijler_id_fkey" FOREIGN KEY ("regio_id", "pijler_id") REFERENCES "pijler"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zetel" ADD CONSTRAINT "zetel_regio_id_overleg_id_fkey" FOREIGN KEY ("regio_id", "overleg_id") REFERENCES "overleg"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zetel" ADD CONSTRAINT "zetel_regio_id_organisatie_id_fkey" FOREIGN KEY ("regio_id", "organisatie_id") REFERENCES "organisatie"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezetting" ADD CONSTRAINT "bezetting_regio_id_zetel_id_fkey" FOREIGN KEY ("regio_id", "zetel_id") REFERENCES "zetel"("regio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bezetting" ADD CONSTRAINT "bezetting_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vergadering" ADD CONSTRAINT "vergadering_regio_id_overleg_id_fkey" FOREIGN KEY ("regio_id", "overleg_id") REFERENCES "overleg"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herinnering" ADD CONSTRAINT "herinnering_regio_id_vergadering_id_fkey" FOREIGN KEY ("regio_id", "vergadering_id") REFERENCES "vergadering"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "herinnering" ADD CONSTRAINT "herinnering_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bericht" ADD CONSTRAINT "bericht_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bericht" ADD CONSTRAINT "bericht_regio_id_herinnering_id_fkey" FOREIGN KEY ("regio_id", "herinnering_id") REFERENCES "herinnering"("regio_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "logregel" ADD CONSTRAINT "logregel_regio_id_persoon_id_fkey" FOREIGN KEY ("regio_id", "persoon_id") REFERENCES "persoon"("regio_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;


-- One herinnering of a soort is planned at a time: planning twice cannot send twice.
CREATE UNIQUE INDEX "herinnering_gepland_key" ON "herinnering" ("regio_id", "vergadering_id", "persoon_id", "soort")
WHERE "status" = 'gepland';

-- Search: Dutch stemming without accents, and trigrams for typos.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- unaccent() is only "stable" because its dictionary could be changed; we never do.
CREATE FUNCTION zoektekst(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT public.unaccent('public.unaccent', lower($1)) $$;

CREATE INDEX "actie_woorden_idx" ON "actie" USING gin (to_tsvector('dutch', zoektekst("titel")));
CREATE INDEX "actie_trigrammen_idx" ON "actie" USING gin (zoektekst("titel") gin_trgm_ops);

-- The wall between regios: the application works as a role that sees one regio, and none where none is set.
DO $$
BEGIN
  CREATE ROLE doebot_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- roles are shared by all databases of a server
END $$;
GRANT doebot_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO doebot_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO doebot_app;

DO $$
DECLARE
  tabel text;
BEGIN
  FOR tabel IN SELECT table_name FROM information_schema.columns
               WHERE table_schema = 'public' AND column_name = 'regio_id'
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO doebot_app', tabel);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('CREATE POLICY regio_wall ON %I TO doebot_app
      USING (regio_id = nullif(current_setting(''app.regio'', true), '''')::integer)', tabel);
  END LOOP;
END $$;

GRANT SELECT ON "regio" TO doebot_app;
ALTER TABLE "regio" ENABLE ROW LEVEL SECURITY;
CREATE POLICY regio_wall ON "regio" TO doebot_app
USING (id = nullif(current_setting('app.regio', true), '')::integer);

-- The record is only added to.
REVOKE UPDATE, DELETE ON "actie_update", "logregel" FROM doebot_app;
