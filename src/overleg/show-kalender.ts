import { z } from 'zod';
import { LIFETIME } from '../adres/token.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { kalenderCard } from './kalender-card.ts';
import { overOf } from './serve-kalender.ts';
import { overleggenVan, vergaderingenVan } from './stored-kalender.ts';
import { findOverleg } from './stored-overleg.ts';
import { CODE_WORD } from './vergadering.ts';

/** Gives everybody a calendar of their own to subscribe to: of their overleggen, or of one. */
export const showKalender = command({
  name: 'overleg.agenda',
  input: z.object({ code: z.string().optional() }),
  phrases: [
    new RegExp(`^overleg(?:gen)? (?:agenda|kalender)(?: (?<code>${CODE_WORD}))?[?.!]*$`, 'i'),
    new RegExp(`^overleg (?<code>${CODE_WORD}) (?:agenda|kalender)[?.!]*$`, 'i'),
  ],
  run: ({ code }, asked) => show(code, asked),
});

async function show(code: string | undefined, asked: Asked): Promise<Card> {
  const { tx, asker, now, kalenderOf } = asked;
  const overleg = code ? await findOverleg(tx, code, now) : undefined;
  const ids = overleg ? [overleg.id] : await overleggenVan(tx, asker, now);
  const url = kalenderOf?.(overOf({ persoonId: asker.id, overlegId: overleg?.id }));
  return kalenderCard({
    titel: overleg ? `Agenda van ${overleg.naam} (${overleg.code})` : 'Agenda van je overleggen',
    vergaderingen: await vergaderingenVan(tx, ids, now),
    adres: url === undefined ? undefined : { url, tot: now.add({ hours: LIFETIME.kalender }) },
    now,
  });
}
