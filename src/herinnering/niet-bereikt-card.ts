import { standVan } from '../actie/actie-card.ts';
import type { Card, Element } from '../chat/card.ts';
import { PLATFORMEN, type PlatformName } from '../chat/platform.ts';
import { dagText, toLocal } from '../kalender/datum.ts';
import { type Missed, missedItems } from './bereik-card.ts';
import type { Soort } from './herinnering.ts';
import { soortText } from './soort.ts';
import { redenVan } from './undelivered-card.ts';

type Failed = {
  persoon: { id: number; naam: string; email: string; organisatie: { naam: string } };
  soort: string;
  fout: string | null;
  gemaaktOp: Date;
  herinneringen: { soort: Soort; vergadering: { overleg: { code: string } } | null }[];
  bezorgingen: { platform: PlatformName | null }[];
};

type NietBereikt = { failed: readonly Failed[]; missed: readonly Missed[]; now: Temporal.Instant };

/** How many persons, and how many messages of each. */
const SHOWN = { personen: 20, berichten: 3 };

/** What could not be delivered, per persoon; then who could not be reached now. */
export function nietBereiktCard({ failed, missed, now }: NietBereikt): Card {
  const stand: Element = { kind: 'note', text: standVan(now) };
  if (failed.length + missed.length === 0)
    return {
      elements: [
        { kind: 'text', text: 'Alles is bezorgd, en ik weet van niemand dat ik die niet kan bereiken.' },
        stand,
      ],
    };
  return { elements: [...failedElements(failed), ...missedElements(missed), stand] };
}

function failedElements(failed: readonly Failed[]): Element[] {
  if (failed.length === 0) return [];
  const per = [...Map.groupBy(failed, ({ persoon }) => persoon.id).values()];
  const rest = per.length - SHOWN.personen;
  return [
    { kind: 'heading', text: 'Niet bezorgd' },
    { kind: 'text', text: 'Neem zelf even contact op.' },
    ...per.slice(0, SHOWN.personen).flatMap(personItem),
    ...(rest > 0 ? [{ kind: 'text' as const, text: `… en nog ${rest}` }] : []),
  ];
}

function personItem(rows: readonly Failed[]): Element[] {
  const [first] = rows;
  if (!first) return [];
  const { naam, email, organisatie } = first.persoon;
  const shown = rows.slice(0, SHOWN.berichten).map(failedText);
  const rest = rows.length - shown.length;
  const note = [...shown, ...(rest > 0 ? [`… en nog ${rest}`] : [])].join('\n');
  return [{ kind: 'item', text: `${naam} (${email}), ${organisatie.naam}`, note }];
}

function failedText(row: Failed): string {
  const { herinneringen, gemaaktOp, bezorgingen } = row;
  const [herinnering] = herinneringen;
  const over = herinnering?.vergadering?.overleg.code;
  const what = herinnering ? `${soortText(herinnering.soort)}${over ? ` ${over}` : ''}` : 'Bericht';
  const tried = bezorgingen.flatMap(({ platform }) => (platform ? [PLATFORMEN[platform]] : []));
  const where = tried.length > 0 ? ` Geprobeerd: ${[...new Set(tried)].join(', ')}.` : '';
  return `${what} van ${dagText(toLocal(gemaaktOp.toTemporalInstant()).toPlainDate())}: ${redenVan(row)}${where}`;
}

function missedElements(missed: readonly Missed[]): Element[] {
  if (missed.length === 0) return [];
  return [{ kind: 'heading', text: 'Nu niet te bereiken' }, ...missedItems(missed)];
}
