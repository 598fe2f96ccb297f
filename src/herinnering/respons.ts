import { toLocal } from '../kalender/datum.ts';
import { type Dagen, isWerkdag, plusWerkdagen } from '../kalender/werkdag.ts';
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

const day = (at: Temporal.Instant) => toLocal(at).toPlainDate();

/** From when until when is asked, and how many working days that is: none where there is no uitvraag before the termijn. */
function rondeVan({ aanloop, nu, begin, vrij }: Uitgezet) {
  const termijn = termijnVan(aanloop as Aanloop, begin, vrij);
  const uitvraag = nu ?? momentVan(aanloop.uitvraag, begin, vrij);
  const dagen = aanloop.uitvraag.actief ? werkdagenTussen(day(uitvraag), day(termijn), vrij) : 0;
  return { termijn, uitvraag, dagen };
}

/**
 * The first day on which the response can stay behind: half of the working days from the uitvraag to the aanlevertermijn
 * have passed, or without those the aanlevertermijn has.
 */
function achterVanaf(uitgezet: Uitgezet): Temporal.PlainDate {
  const { termijn, uitvraag, dagen } = rondeVan(uitgezet);
  return dagen > 0 ? plusWerkdagen(day(uitvraag), Math.ceil(dagen / 2), uitgezet.vrij) : day(termijn);
}

function verloopVan(uitgezet: Uitgezet, now: Temporal.Instant): Verloop {
  const { termijn, uitvraag, dagen } = rondeVan(uitgezet);
  return {
    dagen,
    voorbij: Math.min(dagen, werkdagenTussen(day(uitvraag), day(now), uitgezet.vrij)),
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
 * How the response stands. It stays behind when, from halfway between the uitvraag and the aanlevertermijn on, less came
 * in than half of the share of the working days that has passed; and once the aanlevertermijn has, when anything is open.
 */
export function responsVan({ binnen, totaal }: Stand, uitgezet: Uitgezet, now: Temporal.Instant): Respons {
  const verloop = verloopVan(uitgezet, now);
  const { dagen, voorbij, termijnVoorbij } = verloop;
  const slow = 2 * voorbij >= dagen && 2 * binnen * dagen < voorbij * totaal;
  return { binnen, totaal, ...verloop, achter: binnen < totaal && (termijnVoorbij || slow) };
}

/** What was told before, and when. */
type Eerder = Verteld & { op: Temporal.Instant };

/**
 * Whether the secretaris hears of it: only what is new, and before the last two weeks only that it stays behind. Warned of
 * that is once in a round. `eerder`: the last told first.
 */
export function zegRespons(
  { binnen, totaal, achter, sinds }: Respons,
  eerder: readonly Eerder[],
  laatsteWeken: boolean,
): { send: true; inhoud: Verteld } | { lapse: string } {
  if (totaal === 0) return { lapse: 'er wordt niets gevraagd' };
  const [last] = eerder;
  const warned = eerder.some(
    ({ gewaarschuwd, op }) => gewaarschuwd && Temporal.Instant.compare(op, sinds) >= 0,
  );
  const warns = achter && !warned;
  const same = last?.binnen === binnen && last.totaal === totaal;
  if (!warns && !laatsteWeken) return { lapse: achter ? 'al gewaarschuwd' : 'de respons blijft niet achter' };
  if (same && !warns) return { lapse: 'niets veranderd' };
  return { send: true, inhoud: { binnen, totaal, gewaarschuwd: warns } };
}

/** On how many working days before the vergadering the secretaris hears every change. */
const LAATSTE_WEKEN = 10;
const RESPONS_TIJD = '16:00';

/** When the secretaris may hear how many have answered, the last first: once on each working day. */
export function responsMomenten(uitgezet: Uitgezet): Temporal.Instant[] {
  const { begin, vrij } = uitgezet;
  const vanaf = achterVanaf(uitgezet);
  const moments: Temporal.Instant[] = [];
  for (let dagen = 1; ; dagen += 1) {
    const moment = momentVan({ werkdagen: -dagen, tijd: RESPONS_TIJD }, begin, vrij);
    if (dagen > LAATSTE_WEKEN && Temporal.PlainDate.compare(day(moment), vanaf) < 0) return moments;
    moments.push(moment);
  }
}

/** Whether the vergadering is so near that the secretaris hears every change. */
export function inLaatsteWeken(
  { begin, vrij }: Pick<Uitgezet, 'begin' | 'vrij'>,
  now: Temporal.Instant,
): boolean {
  const first = plusWerkdagen(day(begin), -LAATSTE_WEKEN, vrij);
  return Temporal.PlainDate.compare(day(now), first) >= 0;
}
