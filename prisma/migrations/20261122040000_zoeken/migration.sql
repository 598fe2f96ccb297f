-- The wall between regios keeps the search from these two: only what cannot leak is looked up in an index before the
-- wall. Within a regio all titels are looked at, so what takes long to work out is stored beside them.
DROP INDEX "actie_woorden_idx", "actie_trigrammen_idx";

-- The trigrams of a text, each a bit: two texts share at most as many trigrams as bits, and those that share a bit by
-- chance are told apart afterwards. The text is one of `zoektekst`, so every trigram is of a to z, 0 to 9 and spaces.
CREATE FUNCTION trigrammen(text) RETURNS bit(1024) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
  SELECT coalesce(bit_or(set_bit(repeat('0', 1024)::bit(1024),
    (ascii(trigram) * 1369 + ascii(substr(trigram, 2)) * 37 + ascii(substr(trigram, 3))) & 1023, 1)),
    repeat('0', 1024)::bit(1024))
  FROM unnest(public.show_trgm($1)) AS trigram
$$;

ALTER TABLE "actie"
  ADD COLUMN "stammen" tsvector GENERATED ALWAYS AS (to_tsvector('dutch', zoektekst("titel"))) STORED,
  ADD COLUMN "trigrammen" bit(1024) GENERATED ALWAYS AS (trigrammen(zoektekst("titel"))) STORED;
