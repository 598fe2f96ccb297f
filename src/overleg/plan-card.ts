import { standVan } from '../actie/actie-card.ts';
import type { Card, Element } from '../chat/card.ts';
import { dagText, tijdText, toLocal } from '../kalender/datum.ts';
import type { Preview } from '../voorstel/preview-card.ts';
import { naamOf } from './changed-card.ts';
import { RITMES, type Ritme } from './ritme.ts';
import { beginText, dagVanText } from './vergadering.ts';

type Overleg = { code: string; naam: string };

type Planned = {
  overleg: Overleg;
  momenten: readonly Temporal.Instant[];
  /** How many herinneringen. */
  planned: number;
  opmerkingen: readonly string[];
  now: Temporal.Instant;
};

export function plannedCard({ overleg, momenten, planned, opmerkingen, now }: Planned): Card {
  const [only] = momenten;
  const one = only && momenten.length === 1;
  const text = one
    ? `${naamOf(overleg)} is gepland op ${beginText(only)}`
    : `${naamOf(overleg)}: ${momenten.length} vergaderingen gepland`;
  const herinneringen = `Er zijn ${planned} herinneringen gepland. ${one ? `Typ «overleg ${overleg.code} van ${dagVanText(only)}» om de aanloop te zien.` : `Typ «overleg agenda ${overleg.code}» om er een te bekijken.`}`;
  return {
    elements: [
      { kind: 'text', text },
      ...(one ? [] : [datesElement(momenten)]),
      { kind: 'text', text: [...opmerkingen, herinneringen].join('\n') },
      { kind: 'note', text: standVan(now) },
    ],
  };
}

const datesElement = (momenten: readonly Temporal.Instant[]): Element => ({
  kind: 'text',
  text: momenten.map((moment) => `• ${beginText(moment)}`).join('\n'),
});

/** The dates that are proposed, before they are planned. */
export function planPreview(
  { id, ...overleg }: Overleg & { id: number },
  momenten: readonly Temporal.Instant[],
  opmerkingen: readonly string[],
): Preview {
  const count = momenten.length === 1 ? '1 vergadering' : `${momenten.length} vergaderingen`;
  return {
    titel: `${naamOf(overleg)}: ${count}`,
    facts: momenten.map((moment) => {
      return { label: dagText(toLocal(moment).toPlainDate()), value: `${tijdText(moment)} uur` };
    }),
    gevolgen: [...opmerkingen, 'De herinneringen worden meteen meegepland.'],
    knop: `${count} plannen`,
    wijzigen: { command: 'overleg.plan.formulier', input: { overleg: id } },
  };
}

/** When an overleg meets from now on. */
export function geplandCard(
  overleg: Overleg,
  momenten: readonly Temporal.Instant[],
  now: Temporal.Instant,
): Card {
  return {
    elements: [
      { kind: 'heading', text: naamOf(overleg) },
      momenten.length > 0
        ? datesElement(momenten)
        : { kind: 'text', text: 'Er is nog geen vergadering gepland.' },
      { kind: 'note', text: standVan(now) },
    ],
  };
}

/** How often an overleg meets; `van`: what it was before. */
export function ritmeCard(
  overleg: Overleg,
  ritme: Ritme,
  van: Ritme | undefined,
  now: Temporal.Instant,
): Card {
  const value = van === undefined ? RITMES[ritme] : `${RITMES[van]} → ${RITMES[ritme]}`;
  const input = { code: overleg.code };
  const propose = { label: 'Data voorstellen', command: 'overleg.plan.jaar', input };
  return {
    elements: [
      { kind: 'heading', text: naamOf(overleg) },
      { kind: 'facts', facts: [{ label: 'Ritme', value }] },
      ...(van === undefined ? [] : [AL_GEPLAND]),
      { kind: 'note', text: standVan(now) },
      ...(ritme === 'data' ? [] : [{ kind: 'buttons', buttons: [propose] } satisfies Element]),
    ],
  };
}

const AL_GEPLAND: Element = { kind: 'text', text: 'Wat al gepland is, blijft staan.' };
