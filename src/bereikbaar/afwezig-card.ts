import { actieLine, standVan } from '../actie/actie-card.ts';
import type { Card, Element } from '../chat/card.ts';
import { dagText } from '../kalender/datum.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import { bereikbaarAls, type Rol } from '../persoon/persoon.ts';
import { type Gedragen, nummersText } from '../persoon/werk.ts';
import { dagenText } from './afwezigheid.ts';

type Person = { id: number; naam: string; email: string; rol: Rol; organisatie: { naam: string } };
type Row = Dagen & { persoon: Person; vervanger: Person | null };

const note = (now: Temporal.Instant): Element => ({ kind: 'note', text: standVan(now) });

/** "t/m zaterdag 9 januari 2027, vervanger Joost". */
export const afwezigText = (row: Dagen & { vervanger: { naam: string } | null }, today: Temporal.PlainDate) =>
  `${dagenText(row, today)}, ${row.vervanger ? `vervanger ${row.vervanger.naam}` : 'zonder vervanger'}`;

type Registered = {
  id: number;
  persoon: Person;
  self: boolean;
  vervanger: Person | null;
  dagen: Dagen;
  /** The first day after them on which is written again. */
  terug: Temporal.PlainDate;
  /** What was said before about the same days. */
  oud: { oud: readonly Row[]; samen: boolean };
  acties: readonly Gedragen[];
  warnings: readonly string[];
  today: Temporal.PlainDate;
  now: Temporal.Instant;
};

/** Somebody is away, and what that means. */
export function afwezigCard(of: Registered): Card {
  const { id, persoon, self, dagen, terug, acties, warnings, today, now } = of;
  const who = self ? 'Je bent' : `${persoon.naam} is`;
  const lines = [
    `${who} afwezig ${dagenText(dagen, today)}. Vanaf ${dagText(terug)} ${self ? 'krijg je' : `krijgt ${persoon.naam}`} weer bericht.`,
    ...beforeLines(of),
    vervangerLine(of),
    ...(acties.length > 0 ? [`Het gaat om: ${nummersText(acties)}.`] : []),
    ...warnings,
  ];
  return {
    elements: [
      { kind: 'text', text: lines.join('\n') },
      note(now),
      {
        kind: 'buttons',
        buttons: [{ label: 'Toch aanwezig', command: 'afwezig.eindig', input: { afwezigheid: id } }],
      },
    ],
  };
}

/** Who stands in, and who tells them: a bestuurder is not written to unless the secretaris switched that on. */
function vervangerLine({ vervanger, persoon, self }: Registered): string {
  if (!vervanger)
    return 'Er is geen vervanger. De herinneringen gaan in die dagen naar het contact van de organisatie, of anders naar de secretaris.';
  const { naam, rol } = vervanger;
  const wie = `Vervanger: ${bereikbaarAls(vervanger)}.`;
  const melden = `kan melden namens ${self ? 'jou' : persoon.naam}`;
  return rol === 'bestuurder'
    ? `${wie} Die ${melden}, en krijgt in die dagen alleen de herinneringen die de secretaris voor bestuurders aanzet. Bestuurders stuur ik hierover geen bericht: zeg het zelf tegen ${naam}.`
    : `${wie} Die krijgt in die dagen de herinneringen en ${melden}. Ik laat het ${naam} weten.`;
}

function beforeLines({ oud: { oud, samen }, today }: Registered): string[] {
  if (oud.length === 0) return [];
  const before = oud.map((row) => afwezigText(row, today)).join('; ');
  return [samen ? `Samengevoegd met wat er al stond: ${before}.` : `Dit komt in de plaats van: ${before}.`];
}

/** Somebody is back. */
export function aanwezigCard(
  persoon: Person,
  {
    self,
    rows,
    today,
    now,
  }: { self: boolean; rows: readonly Row[]; today: Temporal.PlainDate; now: Temporal.Instant },
): Card {
  const who = self ? 'Welkom terug! Je krijgt' : `${persoon.naam} krijgt`;
  const namen = (bestuurder: boolean) => {
    const meant = rows.filter(({ vervanger }) => (vervanger?.rol === 'bestuurder') === bestuurder);
    return [...new Set(meant.flatMap(({ vervanger }) => vervanger?.naam ?? []))].join(' en ');
  };
  const told = namen(false) && ` Ik laat het ${namen(false)} weten.`;
  const untold = namen(true) && ` Zeg het zelf tegen ${namen(true)}.`;
  return {
    elements: [
      {
        kind: 'text',
        text: `${who} weer gewoon bericht. Vervallen: afwezig ${rows.map((row) => afwezigText(row, today)).join('; ')}.${told}${untold}`,
      },
      note(now),
    ],
  };
}

/** How many are shown. */
const SHOWN = 20;

/** Who is away, now or later. */
export function afwezigenCard(
  rows: readonly Row[],
  { where, today, now }: { where: string; today: Temporal.PlainDate; now: Temporal.Instant },
): Card {
  const items = rows.slice(0, SHOWN).map((row): Element => {
    const { persoon } = row;
    return {
      kind: 'item',
      text: `${persoon.naam} (${persoon.organisatie.naam})`,
      note: afwezigText(row, today),
    };
  });
  const rest = rows.length > SHOWN ? [{ kind: 'text' as const, text: `En nog ${rows.length - SHOWN}.` }] : [];
  const none = `${['Niemand', where].join(' ').trim()} heeft afwezigheid gemeld. Zelf melden: «afwezig t/m 9 januari, vervanger <naam>».`;
  return {
    elements: [
      { kind: 'heading', text: 'Afwezig' },
      ...(items.length > 0 ? items : [{ kind: 'text' as const, text: none }]),
      ...rest,
      note(now),
    ],
  };
}

/** How many acties are named one by one to who stands in. */
const NAMED = 12;

/** For who stands in: for whom, when and for which acties. `bij`: whom to tell that they cannot. */
export function vervangingCard(
  { persoon, ...dagen }: Dagen & { persoon: Person },
  acties: readonly Gedragen[],
  { bij, today, now }: { bij: string; today: Temporal.PlainDate; now: Temporal.Instant },
): Card {
  const own = [...new Map(acties.map((actie) => [actie.nummer, actie])).values()];
  const first = own[0]?.nummer;
  const how =
    first === undefined
      ? `${persoon.naam} heeft nu geen acties. Komen die er wel, dan krijg jij in die dagen de herinneringen.`
      : `Jij krijgt dan de herinneringen over deze acties. Je kunt er in die dagen ook bij melden, bijvoorbeeld met «actie ${first} bijwerken»; er staat dan bij dat het namens ${persoon.naam} is.`;
  const rest = own.length > NAMED ? [{ kind: 'text' as const, text: `En nog ${own.length - NAMED}.` }] : [];
  return {
    elements: [
      { kind: 'heading', text: `Jij vervangt ${persoon.naam} (${persoon.organisatie.naam})` },
      { kind: 'text', text: `${persoon.naam} is afwezig ${dagenText(dagen, today)}. ${how}` },
      ...own.slice(0, NAMED).map((actie): Element => ({ kind: 'item', text: actieLine(actie) })),
      ...rest,
      { kind: 'note', text: `Kan dat niet? Zeg het tegen ${bij}. ${standVan(now)}` },
    ],
  };
}

/** For who stood in: not any more. */
export function vervangingVoorbijCard(
  { persoon, ...dagen }: Dagen & { persoon: Person },
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Card {
  return {
    elements: [
      {
        kind: 'text',
        text: `Je vervangt ${persoon.naam} (${persoon.organisatie.naam}) niet meer. Het ging om: ${dagenText(dagen, today)}. Je hoeft hiervoor niets meer te doen.`,
      },
      note(now),
    ],
  };
}
