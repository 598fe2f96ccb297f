import { readFilters } from '../actie/filter.ts';
import type { Said } from '../actie/lezing.ts';
import { findActie } from '../actie/stored-actie.ts';
import { findVocabulary } from '../actie/stored-filter.ts';
import type { Tx } from '../db/database.ts';
import { Refusal } from '../refusal.ts';
import type { Onderwerp } from './abonnement.ts';

const VOORBEELDEN =
  '«volg actie 12», «volg thema 4», «volg pijler werkgelegenheid», «volg gemeente haarlem» of «volg alles»';

/** What words mean to follow, read as a list of acties is. Refuses what is not one actie, group of acties or everything. */
export async function findOnderwerp(words: string, tx: Tx): Promise<Onderwerp> {
  const nummer = /^(?:de )?(?:actie )?(?:nummer |nr\.? )?#?(?<nummer>\d+)$/i.exec(words)?.groups?.['nummer'];
  if (nummer !== undefined) {
    const { id, ...actie } = await findActie(tx, Number(nummer));
    return { soort: 'actie', id, nummer: actie.nummer, titel: actie.titel };
  }
  if (/^(?:alles|alle acties|alle wijzigingen|(?:de )?(?:hele )?doe-?agenda)$/i.test(words))
    return { soort: 'alles' };
  const { filters, rest } = readFilters(words, await findVocabulary(tx));
  const [filter, ...more] = filters;
  if (!filter || filter.niet || more.length > 0 || rest !== '') throw notUnderstood(words);
  return asOnderwerp(filter, words, tx);
}

const notUnderstood = (words: string) =>
  new Refusal(
    `Ik weet niet wat je met «${words}» wilt volgen. Dat kan met één ding tegelijk, bijvoorbeeld ${VOORBEELDEN}.`,
  );

async function asOnderwerp(filter: Said, words: string, tx: Tx): Promise<Onderwerp> {
  switch (filter.soort) {
    case 'thema': {
      const thema = await tx.thema.findFirst({ where: { nummer: filter.nummer } });
      if (thema) return { soort: 'thema', id: thema.id, nummer: thema.nummer, naam: thema.naam };
      const { _max } = await tx.thema.aggregate({ _max: { nummer: true } });
      throw new Refusal(
        `Thema ${filter.nummer} bestaat niet. De thema’s lopen van 1 tot en met ${_max.nummer ?? 0}.`,
      );
    }
    case 'pijler': {
      const { id, naam } = await tx.pijler.findFirstOrThrow({ where: { naam: filter.naam } });
      return { soort: 'pijler', id, naam };
    }
    case 'trekker':
      return { soort: 'organisatie', id: filter.id, naam: filter.naam };
    default:
      throw notUnderstood(words);
  }
}
