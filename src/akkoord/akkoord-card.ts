import { standVan } from '../actie/actie-card.ts';
import { type Datumtaal, datumVoor } from '../bereikbaar/datumtaal.ts';
import type { Button, Card, Element, Input } from '../chat/card.ts';
import { ALS } from '../herinnering/voor-card.ts';
import { dagText, momentText } from '../kalender/datum.ts';
import { ANTWOORDEN, eindeVan, telling } from './akkoord.ts';
import { type Ronde, uiterlijkVan } from './stored-akkoord.ts';
import type { Akkoordvraag } from './stored-akkoordvraag.ts';

type Akkoord = Ronde['akkoorden'][number];

const rondeNaam = ({ titel, versie }: { titel: string; versie: string }): string =>
  `${titel} (versie ${versie})`;

/** Why nothing can be answered any more; undefined: it can. */
export function dichtText(
  ronde: Ronde,
  now: Temporal.Instant,
  datums: Datumtaal = 'nederlands',
): string | undefined {
  const { volgende, geslotenOp } = ronde;
  if (geslotenOp)
    return `Deze vraag is gesloten: er is een nieuwe versie${volgende ? ` (${volgende.versie}). Typ «akkoord ${volgende.id}».` : '.'}`;
  const uiterlijk = uiterlijkVan(ronde);
  const over = Temporal.Instant.compare(now, eindeVan(uiterlijk)) >= 0;
  return over
    ? `Deze vraag is gesloten: antwoorden kon tot en met ${datumVoor(datums)(uiterlijk)}.`
    : undefined;
}

/** Asks for an akkoord. `zin`: what the press of a button came to, where that is not to be seen. */
export function vraagCard(
  { bericht, datums, ronde, trede, delen }: Akkoordvraag,
  now: Temporal.Instant,
  zin?: string,
): Card {
  const dicht = dichtText(ronde, now, datums);
  const open = delen.some(({ akkoord }) => akkoord.status === 'open');
  const until = `Antwoorden kan tot en met ${datumVoor(datums)(uiterlijkVan(ronde))}.`;
  const asks = open
    ? `${trede > 0 ? 'We hebben nog geen antwoord van je. ' : ''}Is jouw organisatie het eens met deze tekst? ${until}`
    : `Dank je wel! Je kunt je antwoord nog veranderen. ${until}`;
  return {
    elements: [
      { kind: 'heading', text: `Akkoord gevraagd: ${rondeNaam(ronde)}` },
      ...(zin === undefined ? [] : [{ kind: 'text' as const, text: zin }]),
      {
        kind: 'text',
        text: `Voor ${ronde.overleg.naam} (${ronde.overleg.code}).\nDe tekst: ${ronde.link}\n${dicht ?? asks}`,
      },
      ...delen.flatMap(({ akkoord, voor }): Element[] => [
        ...(voor.als === 'zelf'
          ? []
          : [{ kind: 'text' as const, text: `Voor ${voor.naam}, ${ALS[voor.als]}:` }]),
        antwoordItem(akkoord, dicht ? undefined : { bericht }),
      ]),
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: [bekijk(ronde.id)] },
    ],
  };
}

const bekijk = (ronde: number): Button => ({
  label: 'Hoe staat het?',
  command: 'akkoord.toon',
  input: { nummer: ronde },
});

/** What one organisatie said, with the buttons to say it or change it. `from`: the message that it stands in. */
function antwoordItem(akkoord: Akkoord, from: Input | undefined): Element {
  const { rondeId, organisatieId, status, organisatie } = akkoord;
  const input = { ronde: rondeId, organisatie: organisatieId, stand: status, ...from };
  const buttons: Button[] = [
    ...(status === 'akkoord' ? [] : [{ label: 'Akkoord', command: 'akkoord.geven', input }]),
    ...(status === 'niet_akkoord'
      ? []
      : [{ label: 'Niet akkoord', command: 'akkoord.weigeren.formulier', input, opens: 'form' as const }]),
  ];
  const note = doorText(akkoord);
  return {
    kind: 'item',
    text: `${organisatie.naam}: ${ANTWOORDEN[status]}`,
    ...(note === '' ? {} : { note }),
    ...(from ? { buttons } : {}),
  };
}

/** Who said it, when and why. */
function doorText({ persoon, op, reden }: Akkoord): string {
  if (!persoon || !op) return '';
  const why = reden === '' ? '' : ` · Reden: ${reden}`;
  return `${persoon.naam}, ${momentText(op.toTemporalInstant())}${why}`;
}

type Kijker = { organisaties: readonly number[]; beheert: boolean; zin?: string };

/** How it stands, for everybody; with the buttons for who may answer for an organisatie, or asks. */
export function standCard(ronde: Ronde, { organisaties, beheert, zin }: Kijker, now: Temporal.Instant): Card {
  const dicht = dichtText(ronde, now);
  const own = ronde.akkoorden.filter(({ organisatieId }) => organisaties.includes(organisatieId));
  const answerable = dicht ? [] : own.slice(0, 4);
  const others = ronde.akkoorden.filter((akkoord) => !answerable.includes(akkoord));
  const until = dicht ?? `Antwoorden kan tot en met ${dagText(uiterlijkVan(ronde))}.`;
  const nieuw: Button = {
    label: 'Nieuwe versie',
    command: 'akkoord.formulier',
    input: { vorige: ronde.id },
    opens: 'form',
  };
  return {
    elements: [
      { kind: 'heading', text: `Akkoord ${ronde.id}: ${rondeNaam(ronde)}` },
      ...(zin === undefined ? [] : [{ kind: 'text' as const, text: zin }]),
      { kind: 'text', text: `${telling(ronde.akkoorden)}.\n${until}\nDe tekst: ${ronde.link}` },
      { kind: 'facts', facts: others.map(antwoordFact) },
      ...answerable.map((akkoord) => antwoordItem(akkoord, {})),
      { kind: 'note', text: `${ronde.overleg.naam} (${ronde.overleg.code}) · ${standVan(now)}` },
      ...(beheert && !ronde.geslotenOp ? [{ kind: 'buttons' as const, buttons: [nieuw] }] : []),
    ],
  };
}

function antwoordFact(akkoord: Akkoord): { label: string; value: string } {
  const by = doorText(akkoord);
  const value = ANTWOORDEN[akkoord.status];
  return { label: akkoord.organisatie.naam, value: by === '' ? value : `${value} (${by})` };
}

/** For the secretaris, after the last day: how it ended. */
export function afloopCard(
  { ronde, datums }: Pick<Akkoordvraag, 'ronde' | 'datums'>,
  now: Temporal.Instant,
): Card {
  const silent = ronde.akkoorden.filter(({ status }) => status === 'open');
  const names = silent.map(({ organisatie }) => organisatie.naam).join('; ');
  const dag = datumVoor(datums)(uiterlijkVan(ronde));
  return {
    elements: [
      { kind: 'heading', text: `Akkoord op ${rondeNaam(ronde)}` },
      { kind: 'text', text: `De termijn was ${dag}. ${telling(ronde.akkoorden)}.` },
      {
        kind: 'text',
        text:
          silent.length === 0
            ? 'Iedereen heeft geantwoord.'
            : `Geen antwoord van: ${names}. Geen antwoord is geen akkoord.`,
      },
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: [bekijk(ronde.id)] },
    ],
  };
}

/** The rondes that can be answered, or else the last ones. */
export function rondesCard(rondes: readonly Ronde[], now: Temporal.Instant): Card {
  return {
    elements: [
      { kind: 'heading', text: 'Vragen om akkoord' },
      ...rondes.map((ronde): Element => {
        const text = `${ronde.id}. ${rondeNaam(ronde)}`;
        const button = { label: 'Bekijk', command: 'akkoord.toon', input: { nummer: ronde.id } };
        return {
          kind: 'item',
          text,
          note: `${telling(ronde.akkoorden)} · ${dichtText(ronde, now) ?? `tot en met ${dagText(uiterlijkVan(ronde))}`}`,
          buttons: [button],
        };
      }),
      { kind: 'note', text: standVan(now) },
    ],
  };
}
