import { standVan } from '../actie/actie-card.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import { dagText, momentText, toLocal } from '../kalender/datum.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import { beginText } from '../overleg/vergadering.ts';
import { type Aanloop, isErna, momentVan, STAPPEN, type Stap, type Stapplan } from './aanloop.ts';
import { soortText } from './soort.ts';
import { DOELGROEPEN, type Instelling, standaardVan, werkdagenText } from './stap.ts';

export type AanloopState = {
  overleg: { code: string; naam: string };
  /** As it is for the overleg. */
  aanloop: Aanloop;
  /** The one it is shown for, with what is different for that one. */
  vergadering: { id: number; begin: Temporal.Instant; aanloop: Aanloop } | undefined;
  vrij: readonly Dagen[];
  gewijzigd: ReadonlyMap<string, { naam: string; op: Temporal.Instant }>;
  now: Temporal.Instant;
};

/** The steps of the run-up of an overleg, each with what can be changed about it. */
export function aanloopCard(state: AanloopState): Card {
  const { overleg, vergadering, now } = state;
  const when = vergadering
    ? `De dagen horen bij de vergadering op ${beginText(vergadering.begin)}.`
    : 'Er is nog geen vergadering gepland.';
  return {
    elements: [
      { kind: 'heading', text: `Aanloop van ${overleg.naam} (${overleg.code})` },
      { kind: 'text', text: `${when} Wat je hier wijzigt, geldt voor alle vergaderingen die nog komen.` },
      ...STAPPEN.map((stap) => stapElement(stap, state)),
      { kind: 'note', text: standVan(now) },
      {
        kind: 'buttons',
        buttons: vergadering
          ? [
              {
                label: 'Wie krijgt wat',
                command: 'overleg.herinneringen',
                input: { vergadering: vergadering.id },
              },
            ]
          : [],
      },
    ],
  };
}

function stapElement(stap: Stap, state: AanloopState): Element {
  const { aanloop, overleg, gewijzigd } = state;
  const plan = aanloop[stap];
  const input = { code: overleg.code, stap };
  const change: Button = {
    label: `${soortText(stap)} wijzigen`,
    command: 'overleg.aanloop.formulier',
    input,
    opens: 'form',
  };
  const reset: Button = {
    label: `${soortText(stap)} zoals standaard`,
    command: 'overleg.aanloop.standaard',
    input,
  };
  const by = gewijzigd.get(stap);
  const lines = [
    `${dayOf(stap, state)}aan ${DOELGROEPEN[plan.aan]}`,
    `«${plan.tekst}»`,
    ...hereText(stap, state),
    ...(by ? [`Gewijzigd door ${by.naam}, ${momentText(by.op)} uur`] : []),
  ];
  return {
    kind: 'item',
    text: `${soortText(stap)}: ${planText(plan)}`,
    note: lines.join('\n'),
    buttons: isStandaard(stap, plan) ? [change] : [change, reset],
  };
}

/** "12 werkdagen ervoor, 10:00 uur · ✔ aan". */
const planText = ({ werkdagen, tijd, actief }: Pick<Instelling, 'werkdagen' | 'tijd' | 'actief'>): string =>
  `${werkdagenText(werkdagen)}, ${tijd} uur · ${actief ? '✔ aan' : '✖ uit'}`;

function dayOf(stap: Stap, { aanloop, vergadering, vrij }: AanloopState): string {
  if (!vergadering || !aanloop[stap].actief) return '';
  const moment = momentVan(aanloop[stap], vergadering.begin, vrij);
  return `${dagText(toLocal(moment).toPlainDate())} · `;
}

/** What is different for that vergadering only. */
function hereText(stap: Stap, { aanloop, vergadering }: AanloopState): string[] {
  const here = vergadering?.aanloop[stap];
  if (!here) return [];
  return [
    ...(aanloop[stap].actief && !here.actief ? ['✖ Overgeslagen voor deze vergadering'] : []),
    ...(here.bestuurders ? ['✔ Ook aan bestuurders, alleen voor deze vergadering'] : []),
  ];
}

function isStandaard(stap: Stap, plan: Stapplan): boolean {
  const standaard = standaardVan(stap);
  return (Object.keys(standaard) as (keyof Instelling)[]).every((name) => plan[name] === standaard[name]);
}

export type Gewijzigd = {
  /** Of the overleg. */
  code: string;
  stap: Stap;
  van: Partial<Instelling>;
  naar: Partial<Instelling>;
  vergaderingen: number;
  /** How many messages are due at once because of it. */
  meteen: number;
  /** As it is now. */
  plan: Instelling;
};

/** What was saved, old → new, and what that brings about. */
export function gewijzigdText({ code, stap, van, naar, vergaderingen, meteen, plan }: Gewijzigd): string {
  const changes = (Object.keys(naar) as (keyof Instelling)[]).map(
    (name) => `${VELDEN[name]} ${valueText(name, van)} → ${valueText(name, naar)}`,
  );
  const isUit = !plan.actief && naar.actief === undefined;
  const count = vergaderingen === 1 ? '1 vergadering' : `${vergaderingen} vergaderingen`;
  return [
    `Opgeslagen bij ${soortText(stap).toLowerCase()}: ${changes.join(', ')}.`,
    ...(isUit
      ? [
          `⚠ ${soortText(stap)} staat uit: er wordt niets van verstuurd. Typ «overleg aanloop ${code} ${soortText(stap).toLowerCase()} aan» om dat te wijzigen.`,
        ]
      : []),
    ...(vergaderingen > 0 && !isUit ? [`De berichten van ${count} zijn opnieuw gepland.`] : []),
    ...(meteen > 0
      ? [
          `⚠ Die dag is al geweest: ${meteen === 1 ? '1 bericht gaat' : `${meteen} berichten gaan`} nu meteen.`,
        ]
      : []),
    ...(isErna({ werkdagen: naar.werkdagen ?? 0 }) &&
    stap !== 'na_afloop' &&
    plan.tekst === standaardVan(stap).tekst
      ? [LEZEN]
      : []),
    ...(plan.actief && (plan.tijd < OPEN || plan.tijd >= DICHT) ? [BUITEN] : []),
  ].join(' ');
}

const LEZEN = '⚠ Past de tekst nog? Die wordt nu na de vergadering gelezen.';
const OPEN = '09:00';
const DICHT = '17:00';
const BUITEN =
  '⚠ Let op: wie zelf geen ander uur koos, krijgt alleen berichten tussen 09:00 en 17:00 uur. Dit bericht komt dan op het eerste moment daarna.';

const VELDEN: Record<keyof Instelling, string> = {
  werkdagen: 'dag',
  tijd: 'tijd',
  aan: 'voor',
  tekst: 'tekst',
  actief: 'stand',
};

function valueText(name: keyof Instelling, of: Partial<Instelling>): string {
  const { werkdagen, tijd, aan, tekst, actief } = of;
  switch (name) {
    case 'werkdagen':
      return werkdagenText(werkdagen ?? 0);
    case 'tijd':
      return `${tijd} uur`;
    case 'aan':
      return aan ? DOELGROEPEN[aan] : '';
    case 'tekst':
      return `«${tekst}»`;
    case 'actief':
      return actief ? 'aan' : 'uit';
  }
}
