import { buttonsOf, type Card } from '../../src/chat/card.ts';
import type { Request } from '../../src/chat/platform.ts';
import { cardText } from '../../src/chat/text.ts';

export type Vraag = { vraag: string; verwacht: string; soort: string; deel: string };
export type Uitkomst = 'goed' | 'twijfel' | 'fout' | 'niets';
export type Antwoord = { vraag: Vraag; uitkomst: Uitkomst; kreeg: string; ms: number };
/** Asks the product, as one person; no card: a form. */
export type Ask = (say: Request['say']) => Promise<Card | undefined>;

const numbersOf = (card: Card): number[] =>
  card.elements.flatMap((element) =>
    element.kind === 'item' ? [Number(/^#(\d+)/.exec(element.text)?.[1] ?? 0)] : [],
  );

/** The numbers on all pages of a list. */
async function allNumbers(card: Card, ask: Ask): Promise<number[]> {
  const next = buttonsOf(card).find(({ label }) => label === 'Volgende');
  const following = next && (await ask({ command: next.command, input: next.input }));
  return [...numbersOf(card), ...(following ? await allNumbers(following, ask) : [])];
}

/** What an answer leads to, told from the answer itself. */
async function leadsTo(
  card: Card | undefined,
  soort: string,
  ask: Ask,
): Promise<{ wat: string; keuzes: string[] }> {
  if (!card) return { wat: 'formulier', keuzes: [] };
  const first = card.elements[0];
  const title = first?.kind === 'heading' ? first.text : '';
  const text = cardText(card);
  const keuzes = buttonsOf(card).flatMap(({ label, input }) =>
    label.startsWith('Bekijk #') ? String(input['nummer']) : [],
  );
  const one = /^#(\d+) /.exec(title)?.[1];
  if (one) return { wat: one, keuzes };
  if (/bestaat niet|^Niet gevonden|^Er is niets gewijzigd/.test(text)) return { wat: 'geen', keuzes };
  if (/^Dit kun je Doebot vragen/.test(title)) return { wat: 'help', keuzes };
  if (/^Bedoel je/.test(text)) return { wat: 'twijfel', keuzes };
  if (/^(?!\d+ acties?).*\([A-Z-]+\)$/.test(title) || text.includes('Er is geen vergadering'))
    return { wat: 'overleg', keuzes };
  const count = /^(?:Doe-agenda: )?(\d+) acties?\b/.exec(title)?.[1];
  if (count === undefined)
    return {
      wat: /sinds/i.test(text) ? 'sinds' : /stand|overzicht/i.test(title) ? 'stand' : `?${text.slice(0, 60)}`,
      keuzes,
    };
  if (soort === 'aantal') return { wat: count, keuzes };
  if (soort === 'bedoeling')
    return {
      wat: title.includes('jouw organisatie')
        ? 'mijn'
        : title.includes('gewijzigd sinds')
          ? 'sinds'
          : `lijst ${title}`,
      keuzes,
    };
  const numbers = await allNumbers(card, ask);
  // No acties of a thema that does not exist is no answer to it.
  if (numbers.length === 0) return { wat: /thema \d+(?! \()/.test(title) ? 'geen' : 'leeg', keuzes };
  return { wat: numbers.join('|'), keuzes };
}

/** Asks a question and says whether the answer is the right one. */
export async function judge(vraag: Vraag, ask: Ask): Promise<Antwoord> {
  const begin = performance.now();
  const card = await ask({ text: vraag.vraag });
  const ms = performance.now() - begin;
  const { wat, keuzes } = await leadsTo(card, vraag.soort, ask);
  return {
    vraag,
    uitkomst: outcome(vraag, wat, keuzes),
    kreeg: wat === 'twijfel' ? `twijfel ${keuzes}` : wat,
    ms,
  };
}

/** A list that has a wrong actie, or lacks one, is a wrong answer given with confidence; "not found" and doubt are not. */
function outcome({ verwacht }: Vraag, wat: string, keuzes: string[]): Uitkomst {
  if (wat === verwacht) return 'goed';
  if (wat === 'twijfel') return keuzes.includes(verwacht) ? 'twijfel' : 'niets';
  return wat === 'geen' || wat === 'help' ? 'niets' : 'fout';
}
