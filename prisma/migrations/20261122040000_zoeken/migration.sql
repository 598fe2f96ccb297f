-- The wall between regios keeps the search from these two: only what cannot leak is looked up in an index before the
-- wall. Within a regio all titels are looked at, so what takes long to work out is stored beside them.
DROP INDEX "actie_woorden_idx", "actie_trigrammen_idx";

-- The trigrams of a text, each a bit: two texts share at most as many trigrams as bits, and those that share a bit by
-- chance are told apart afterwards. The text is one of `zoektekst`, so every trigram is of a to z, 0 to 9 and spaces.
CREATE FUNCTION trigrammen(tekst text) RETURNS bit(1024) LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  bits bit(1024) := 0::bit(1024);
  trigram text;
BEGIN
  FOREACH trigram IN ARRAY public.show_trgm(tekst) LOOP
    bits := set_bit(bits,
      (ascii(trigram) * 1369 + ascii(substr(trigram, 2)) * 37 + ascii(substr(trigram, 3))) & 1023, 1);
  END LOOP;
  RETURN bits;
END
$$;

ALTER TABLE "actie"
  ADD COLUMN "stammen" tsvector GENERATED ALWAYS AS (to_tsvector('dutch', zoektekst("titel"))) STORED,
  ADD COLUMN "trigrammen" bit(1024) GENERATED ALWAYS AS (trigrammen(zoektekst("titel"))) STORED;
