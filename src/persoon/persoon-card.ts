import { standVan } from '../actie/actie-card.ts';
import { afwezigText } from '../bereikbaar/afwezig-card.ts';
import { dagenText } from '../bereikbaar/afwezigheid.ts';
import type { Afwezig } from '../bereikbaar/stored-afwezig.ts';
import type { Button, Card } from '../chat/card.ts';
import { PLATFORMEN, type PlatformName } from '../chat/platform.ts';
import { toLocal } from '../kalender/datum.ts';
import { dayOf } from './persoon-changed-card.ts';
import { ROLLEN } from './rechten.ts';
import type { StoredPersoon } from './stored-persoon.ts';
import { nummersText, type Werk, zetelText } from './werk.ts';

export type PersoonParts = {
  persoon: StoredPersoon;
  werk: Werk;
  platforms: readonly PlatformName[];
  /** Of this persoon, and of those they stand in for: now and to come. */
  afwezig: readonly Afwezig[];
  now: Temporal.Instant;
};

/** Where somebody has been seen; of who is nowhere yet it is said. */
export const platformsText = (platforms: readonly PlatformName[]): string =>
  platforms.map((name) => PLATFORMEN[name]).join(', ') || '⚠ nog niet gezien op Slack of Teams';

/** One persoon. */
export function persoonCard(parts: PersoonParts): Card {
  const { persoon, werk, platforms, now } = parts;
  const { naam, email, rol, organisatie, aanstellingen, vertrokkenOp } = persoon;
  const ook = aanstellingen.map((plaats) => `${plaats.organisatie.naam} (${plaats.rol})`);
  const zetels = werk.zetels.map(zetelText).join('; ');
  return {
    elements: [
      { kind: 'heading', text: naam },
      ...(vertrokkenOp ? [{ kind: 'text' as const, text: `⚠ Vertrokken op ${dayOf(persoon)}` }] : []),
      {
        kind: 'facts',
        facts: [
          { label: 'E-mail', value: email },
          { label: 'Organisatie', value: organisatie.naam },
          { label: 'Rol', value: `${rol}: ${ROLLEN[rol]}` },
          ...(ook.length > 0 ? [{ label: 'Ook bij', value: ook.join('; ') }] : []),
          ...afwezigFacts(parts),
          ...(werk.contactVan.length > 0
            ? [{ label: 'Contact van', value: werk.contactVan.map((plaats) => plaats.naam).join('; ') }]
            : []),
          { label: 'Acties', value: nummersText(werk.acties) || 'geen' },
          { label: 'Zetels', value: zetels || 'geen' },
          ...(vertrokkenOp ? [] : [{ label: 'Bereikt op', value: platformsText(platforms) }]),
        ],
      },
      { kind: 'note', text: standVan(now) },
      { kind: 'buttons', buttons: vertrokkenOp ? [back(persoon)] : here(email) },
    ],
  };
}

function afwezigFacts({ persoon, afwezig, now }: PersoonParts) {
  const today = toLocal(now).toPlainDate();
  const own = afwezig.filter(({ persoonId }) => persoonId === persoon.id);
  const others = afwezig.filter(({ vervangerId }) => vervangerId === persoon.id);
  const away = own.map((row) => afwezigText(row, today)).join('; ');
  const instead = others.map((row) => `${row.persoon.naam} ${dagenText(row, today)}`).join('; ');
  return [
    ...(away ? [{ label: 'Afwezig', value: away }] : []),
    ...(instead ? [{ label: 'Vervangt', value: instead }] : []),
  ];
}

const here = (wie: string): Button[] => [
  { label: 'Wijzigen', command: 'persoon.wijzigen', input: { wie } },
  { label: 'Vertrekt', command: 'persoon.vertrek', input: { wie } },
];

function back({ id, naam, email, rol, organisatie }: StoredPersoon): Button {
  const input = { persoon: id, naam, email, rol, organisatie: organisatie.code };
  return { label: `Terughalen als ${rol}`, command: 'persoon.terug', input };
}
