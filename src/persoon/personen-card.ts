import { standVan } from '../actie/actie-card.ts';
import type { Button, Card, Element } from '../chat/card.ts';
import type { PlatformName } from '../chat/platform.ts';
import { bereikbaarAls, type Rol } from './persoon.ts';
import { platformsText } from './persoon-card.ts';
import { dayOf } from './persoon-changed-card.ts';

type Row = {
  naam: string;
  email: string;
  rol: Rol;
  vertrokkenOp: Date | null;
  organisatie: { naam: string };
  aanstellingen: { rol: Rol; organisatie: { naam: string } }[];
  accounts: { platform: PlatformName }[];
};

export type PersonenPage = {
  personen: Row[];
  /** How many there are on all pages together, and how many of them are on no platform yet. */
  count: number;
  unseen: number;
  /** How many acties nobody can answer for. */
  zonderContact: number;
  /** Who answers for the organisatie that it was narrowed to. */
  contact: { naam: string; email: string } | undefined;
  wie: string;
  /** What the list was narrowed to; undefined: everybody. */
  what: string | undefined;
  pagina: number;
  pages: number;
  now: Temporal.Instant;
};

/** A page of personen, under the organisatie that is their main one. */
export function personenCard(page: PersonenPage): Card {
  const { personen, count, unseen, zonderContact, contact, what, pagina, pages, now } = page;
  const per = Map.groupBy(personen, ({ organisatie }) => organisatie.naam);
  const many = count === 1 ? '1 persoon' : `${count} personen`;
  const warnings = [
    ...(unseen > 0 ? [`⚠ ${unseen} nog niet gezien op Slack of Teams`] : []),
    ...(zonderContact > 0
      ? [`⚠ ${zonderContact === 1 ? '1 actie' : `${zonderContact} acties`} zonder contact`]
      : []),
  ];
  return {
    elements: [
      { kind: 'heading', text: what ? `${many} · ${what}` : many },
      ...(contact ? [{ kind: 'text' as const, text: `Contact: ${bereikbaarAls(contact)}` }] : []),
      ...(warnings.length > 0 ? [{ kind: 'text' as const, text: warnings.join('\n') }] : []),
      ...[...per].map(([naam, rows]): Element => {
        return { kind: 'item', text: naam, note: rows.map(rowText).join('\n') };
      }),
      { kind: 'note', text: `${pages > 1 ? `Pagina ${pagina} van ${pages} · ` : ''}${standVan(now)}` },
      { kind: 'buttons', buttons: buttonsOf(page) },
    ],
  };
}

function rowText(row: Row): string {
  const { naam, email, rol, aanstellingen, accounts } = row;
  const ook = aanstellingen.map((plaats) => `, ook ${plaats.rol} bij ${plaats.organisatie.naam}`).join('');
  const where = row.vertrokkenOp
    ? `vertrokken op ${dayOf(row)}`
    : accounts.length > 0
      ? platformsText(accounts.map(({ platform }) => platform))
      : '⚠ nog niet gezien';
  return `${naam} (${email}) · ${rol}${ook} · ${where}`;
}

function buttonsOf({ wie, pagina, pages, zonderContact }: PersonenPage): Button[] {
  const to = (label: string, page: number) => ({ label, command: 'personen', input: { wie, pagina: page } });
  return [
    ...(pagina > 1 ? [to('Vorige', pagina - 1)] : []),
    ...(pagina < pages ? [to('Volgende', pagina + 1)] : []),
    ...(zonderContact > 0
      ? [{ label: 'Acties zonder contact', command: 'acties', input: { filter: 'zonder contact' } }]
      : []),
    { label: 'Persoon toevoegen', command: 'persoon.nieuw', input: {} },
  ];
}
