import { statusText } from '../actie/actie.ts';
import { standVan } from '../actie/actie-card.ts';
import { PAGINA } from '../actie/pagina.ts';
import { type Datumtaal, zonderWeekdag } from '../bereikbaar/datumtaal.ts';
import type { Card, Element } from '../chat/card.ts';
import type { VerwachtVraag } from './stored-verwacht.ts';
import type { Deel } from './stored-vraag.ts';
import { verwachteDag } from './verwacht.ts';
import { ALS } from './voor-card.ts';
import { doneText, klaarText } from './vraag-card.ts';

/** Asks how the acties stand that were to be done by now. `zin`: what the press of a button came to. */
export function verwachtCard(vraag: VerwachtVraag, now: Temporal.Instant, zin?: string): Card {
  const { delen } = vraag;
  const open = delen.filter((deel) => deel.open.length > 0);
  const elements: Element[] = [
    { kind: 'heading', text: 'De verwachte datum is voorbij' },
    ...(zin === undefined ? [] : [{ kind: 'text' as const, text: zin }]),
  ];
  const stand: Element = { kind: 'note', text: standVan(now) };
  if (open.length === 0) return { elements: [...elements, { kind: 'text', text: doneText(delen) }, stand] };
  const klaar = klaarText(delen).trim();
  const rest = open.length - PAGINA;
  const more = `… en nog ${rest}: die komen hier zodra deze klaar zijn`;
  return {
    elements: [
      ...elements,
      ...(klaar === '' ? [] : [{ kind: 'text' as const, text: klaar }]),
      ...open.slice(0, PAGINA).flatMap((deel, index) => deelElements(vraag, deel, open[index - 1])),
      ...(rest > 0 ? [{ kind: 'note' as const, text: more }] : []),
      stand,
    ],
  };
}

/** By which a button knows where it stands, and how its reader wants dates. */
type Bericht = { bericht: number; datums: Datumtaal };

/** `before`: what stands above it, to name each persoon once. */
function deelElements(vraag: Bericht, { voor, open }: Deel, before: Deel | undefined): Element[] {
  const named = voor.als === 'zelf' || before?.voor.id === voor.id;
  return [
    ...(named ? [] : [{ kind: 'text' as const, text: `Voor ${voor.naam}, ${ALS[voor.als]}:` }]),
    ...open.map((actie) => verwachtItem(vraag, actie)),
  ];
}

function verwachtItem({ bericht, datums }: Bericht, actie: Deel['open'][number]): Element {
  const { nummer, titel, status, updateId } = actie;
  const dag = verwachteDag({ ...actie, opgegaanIn: null });
  return {
    kind: 'item',
    text: `#${nummer} zou op ${dag ? zonderWeekdag(datums)(dag) : 'die dag'} klaar zijn. Hoe staat het?`,
    note: `${titel} · ${statusText(status)}`,
    buttons: [
      { label: 'Bijwerken', command: 'update.formulier', input: { nummer, bericht }, opens: 'form' },
      {
        label: 'Ongewijzigd',
        command: 'verwacht.ongewijzigd',
        input: { bericht, nummer, na: updateId ?? 0 },
      },
    ],
  };
}
