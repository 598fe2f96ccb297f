import { standVan } from '../actie/actie-card.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import { aanloopVan } from '../herinnering/aanloop.ts';
import { afloopVan } from '../herinnering/afloop.ts';
import type { Soort } from '../herinnering/herinnering.ts';
import { soortText } from '../herinnering/soort.ts';
import { dagText, tijdText, toLocal } from '../kalender/datum.ts';
import type { StoredVergadering } from './stored-vergadering.ts';
import { beginText } from './vergadering.ts';

/** Where the messages of one soort are, from the first moment to the last, with how many. */
type Step = { soort: Soort; van: Date; tot: Date; counts: Map<string, number> };

type Row = {
  soort: Soort;
  status: 'gepland' | 'overgedragen' | 'vervallen';
  geplandOp: Date;
  bericht: Parameters<typeof afloopVan>[0] | null;
};

/** The run-up step by step, in the order of `rows`: that of time. */
export function stepsOf(rows: readonly Row[]): Step[] {
  return [...Map.groupBy(rows, ({ soort }) => soort).values()].flatMap((same) => {
    const [first, last] = [same[0], same.at(-1)];
    const states = Map.groupBy(same, ({ status, bericht }) => (bericht ? afloopVan(bericht) : status));
    const counts = new Map([...states].map(([state, { length }]) => [state, length]));
    return first && last ? [{ soort: first.soort, van: first.geplandOp, tot: last.geplandOp, counts }] : [];
  });
}

export type OverlegState = {
  vergadering: StoredVergadering;
  counts: { all: number; open: number; undelivered: number };
  aanloop: Step[];
  /** The asker runs the overleg, and sees what is planned. */
  secretaris: boolean;
  now: Temporal.Instant;
};

/** A vergadering of an overleg; for the secretaris with the run-up and its buttons. */
export function overlegCard({ vergadering, counts, aanloop, secretaris, now }: OverlegState): Card {
  const { overleg, begin, plaats, link } = vergadering;
  const { all, open, undelivered } = counts;
  const facts = [
    { label: 'Wanneer', value: beginText(begin.toTemporalInstant()) },
    ...(plaats ? [{ label: 'Plaats', value: plaats }] : []),
    ...(link ? [{ label: 'Online', value: link }] : []),
    ...(all > 0 ? [{ label: 'Updates', value: answeredText(all - open, all) }] : []),
    ...(secretaris && undelivered > 0 ? [{ label: 'Niet bezorgd', value: berichten(undelivered) }] : []),
  ];
  const elements: Element[] = [
    { kind: 'heading', text: `${overleg.naam} (${overleg.code})` },
    { kind: 'facts', facts },
  ];
  if (secretaris) elements.push(...aanloopElements(aanloop));
  elements.push({ kind: 'note', text: standVan(now) });
  if (secretaris) elements.push({ kind: 'buttons', buttons: regieButtons(vergadering) });
  return { elements, shareable: true };
}

/** "7 van de 46 acties hebben een update". */
export const answeredText = (answered: number, all: number): string =>
  `${answered} van de ${all} acties ${answered === 1 ? 'heeft' : 'hebben'} een update`;

const berichten = (count: number) => (count === 1 ? '1 bericht' : `${count} berichten`);

function aanloopElements(aanloop: readonly Step[]): Element[] {
  if (aanloop.length === 0) return [];
  const facts = aanloop.map(({ soort, van, tot, counts }) => {
    const states = [...counts].map(([state, count]) => `${berichten(count)} ${state}`);
    return { label: soortText(soort), value: `${whenText(van, tot)} · ${states.join(', ')}` };
  });
  return [
    { kind: 'text', text: 'Aanloop:' },
    { kind: 'facts', facts },
  ];
}

/** "donderdag 17 december 2026, 09:00 uur", or from which day to which. */
function whenText(van: Date, tot: Date): string {
  const [first, last] = [van, tot].map((date) => toLocal(date.toTemporalInstant()).toPlainDate());
  if (!first || !last) return '';
  if (!first.equals(last)) return `${dagText(first)} t/m ${dagText(last)}`;
  return `${dagText(first)}, ${tijdText(van.toTemporalInstant())} uur`;
}

/** From here the secretaris sees and steers the run-up. */
function regieButtons(vergadering: StoredVergadering): Button[] {
  const input = { vergadering: vergadering.id };
  return [
    { label: 'Wie krijgt wat', command: 'overleg.herinneringen', input },
    { label: 'Respons', command: 'overleg.respons', input },
    { label: 'Aanloop wijzigen', command: 'overleg.aanloop', input },
    aankondigingButton(vergadering),
  ];
}

function aankondigingButton(vergadering: StoredVergadering) {
  const { aankondiging, dag_ervoor } = aanloopVan(vergadering);
  const aan = !aankondiging.bestuurders && !dag_ervoor.bestuurders;
  const label = `Aankondiging aan bestuurders ${aan ? 'aan' : 'uit'}zetten`;
  return {
    label,
    command: 'overleg.aankondiging',
    input: { vergadering: vergadering.id, stand: aan ? 'aan' : 'uit' },
  };
}
