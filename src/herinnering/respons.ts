import { toLocal } from '../kalender/datum.ts';
import { type Dagen, isWerkdag } from '../kalender/werkdag.ts';
import { type Aanloop, momentVan, termijnVan } from './aanloop.ts';

/** How many of the acties that are asked about have an update. */
export type Stand = { binnen: number; totaal: number };

/** How far it is: working days since the uitvraag, of those from the uitvraag to the aanlevertermijn. */
type Verloop = {
  voorbij: number;
  dagen: number;
  termijnVoorbij: boolean;
  /** When this round of asking began: later when the vergadering is moved on. */
  sinds: Temporal.Instant;
};

export type Respons = Stand & Verloop & { achter: boolean };

/** What the secretaris was told; kept with the herinnering that told it. */
export type Verteld = Stand & { gewaarschuwd: boolean };

type Uitgezet = {
  aanloop: Pick<Aanloop, 'uitvraag' | 'aanlevertermijn'>;
  /** When the uitvraag was sent sooner than planned. */
  nu: Temporal.Instant | undefined;
  begin: Temporal.Instant;
  vrij: readonly Dagen[];
};

function verloopVan({ aanloop, nu, begin, vrij }: Uitgezet, now: Temporal.Instant): Verloop {
  const termijn = termijnVan(aanloop as Aanloop, begin, vrij);
  const day = (at: Temporal.Instant) => toLocal(at).toPlainDate();
  const uitvraag = nu ?? momentVan(aanloop.uitvraag, begin, vrij);
  const start = day(uitvraag);
  const dagen = aanloop.uitvraag.actief ? werkdagenTussen(start, day(termijn), vrij) : 0;
  return {
    dagen,
    voorbij: Math.min(dagen, werkdagenTussen(start, day(now), vrij)),
    termijnVoorbij: Temporal.Instant.compare(now, termijn) >= 0,
    // An uitvraag that is planned after its termijn begins nothing.
    sinds: Temporal.Instant.compare(uitvraag, termijn) < 0 ? uitvraag : termijn,
  };
}

/** How many working days there are after the one day, up to and including the other. */
function werkdagenTussen(van: Temporal.PlainDate, tot: Temporal.PlainDate, vrij: readonly Dagen[]): number {
  const days = Math.max(0, van.until(tot).days);
  return Array.from({ length: days }, (_, day) => van.add({ days: day + 1 })).filter((date) =>
    isWerkdag(date, vrij),
  ).length;
}

/**
 * How the response stands. It stays behind when less came in than half of the share of the working days that has passed
 * since the uitvraag; and once the aanlevertermijn has passed, when anything is open.
 */
export function responsVan({ binnen, totaal }: Stand, uitgezet: Uitgezet, now: Temporal.Instant): Respons {
  const verloop = verloopVan(uitgezet, now);
  const { dagen, voorbij, termijnVoorbij } = verloop;
  const slow = 2 * binnen * dagen < voorbij * totaal;
  return { binnen, totaal, ...verloop, achter: binnen < totaal && (termijnVoorbij || slow) };
}

/** What was told before, and when. */
type Eerder = Verteld & { op: Temporal.Instant };

/**
 * Whether the secretaris hears of it: only what is new. Warned of staying behind is once in a round. `eerder`: the last
 * told first.
 */
export function zegRespons(
  { binnen, totaal, achter, sinds }: Respons,
  eerder: readonly Eerder[],
): { send: true; inhoud: Verteld } | { lapse: string } {
  if (totaal === 0) return { lapse: 'er wordt niets gevraagd' };
  const [last] = eerder;
  const warned = eerder.some(
    ({ gewaarschuwd, op }) => gewaarschuwd && Temporal.Instant.compare(op, sinds) >= 0,
  );
  const warns = achter && !warned;
  const same = last?.binnen === binnen && last.totaal === totaal;
  if (same && !warns) return { lapse: NIETS_VERANDERD };
  return { send: true, inhoud: { binnen, totaal, gewaarschuwd: warns } };
}

const NIETS_VERANDERD = 'niets veranderd';
