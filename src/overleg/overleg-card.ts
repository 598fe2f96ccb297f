import { standVan } from '../actie/actie-card.ts';
import type { Card, Element } from '../chat/card.ts';
import { AANLOOP, type Soort } from '../herinnering/herinnering.ts';
import { dagText, tijdText, toLocal } from '../kalender/datum.ts';
import type { StoredVergadering } from './stored-vergadering.ts';
import { beginText } from './vergadering.ts';

type Step = {
  soort: Soort;
  status: 'gepland' | 'overgedragen' | 'vervallen';
  geplandOp: Date;
  count: number;
};

export type OverlegState = {
  vergadering: StoredVergadering;
  counts: { all: number; open: number; undelivered: number };
  aanloop: Step[];
  /** The asker runs the overleg, and sees what is planned. */
  secretaris: boolean;
  now: Temporal.Instant;
};

/** The next vergadering of an overleg; for the secretaris with the run-up and its buttons. */
export function overlegCard({ vergadering, counts, aanloop, secretaris, now }: OverlegState): Card {
  const { overleg, begin } = vergadering;
  const { all, open, undelivered } = counts;
  const facts = [
    { label: 'Wanneer', value: beginText(begin.toTemporalInstant()) },
    ...(all > 0 ? [{ label: 'Updates', value: `${all - open} van de ${all} acties hebben een update` }] : []),
    ...(secretaris && undelivered > 0 ? [{ label: 'Niet bezorgd', value: berichten(undelivered) }] : []),
  ];
  const elements: Element[] = [
    { kind: 'heading', text: `${overleg.naam} (${overleg.code})` },
    { kind: 'facts', facts },
  ];
  if (secretaris) elements.push(...aanloopElements(aanloop));
  elements.push({ kind: 'note', text: standVan(now) });
  if (secretaris) elements.push({ kind: 'buttons', buttons: [aankondigingButton(vergadering)] });
  return { elements };
}

const berichten = (count: number) => (count === 1 ? '1 bericht' : `${count} berichten`);

const DONE: Record<Step['status'], string> = {
  gepland: 'gepland',
  overgedragen: 'verstuurd',
  vervallen: 'vervallen',
};

function aanloopElements(aanloop: readonly Step[]): Element[] {
  if (aanloop.length === 0) return [];
  const facts = aanloop.map(({ soort, status, geplandOp, count }) => {
    const at = geplandOp.toTemporalInstant();
    const when = `${dagText(toLocal(at).toPlainDate())}, ${tijdText(at)} uur`;
    return { label: AANLOOP[soort].naam, value: `${when} · ${berichten(count)} ${DONE[status]}` };
  });
  return [
    { kind: 'text', text: 'Aanloop:' },
    { kind: 'facts', facts },
  ];
}

function aankondigingButton({ overleg }: StoredVergadering) {
  const aan = !overleg.aankondiging;
  const label = aan ? 'Aankondiging aan leden aanzetten' : 'Aankondiging aan leden uitzetten';
  return {
    label,
    command: 'overleg.aankondiging',
    input: { code: overleg.code, stand: aan ? 'aan' : 'uit' },
  };
}
