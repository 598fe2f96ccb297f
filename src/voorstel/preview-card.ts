import { standVan } from '../actie/actie-card.ts';
import type { Button, Card, Element, Input } from '../chat/card.ts';
import { momentText } from '../kalender/datum.ts';

/** A change as it is shown before it is made. */
export type Preview = {
  titel: string;
  /** What changes, old → new. */
  facts: { label: string; value: string }[];
  /** What else it brings about, each a sentence. */
  gevolgen: readonly string[];
  /** What its button does; "danger" where it cannot be taken back. */
  knop: string;
  style?: 'primary' | 'danger';
  /** The form to change it in before it is saved; gets `voorstel` too. */
  wijzigen?: { command: string; input: Input };
};

/** Nothing has happened yet, and the card says so. */
export function previewCard(preview: Preview, voorstel: number, now: Temporal.Instant): Card {
  const { titel, facts, gevolgen, knop, style = 'primary', wijzigen } = preview;
  return {
    elements: [
      { kind: 'heading', text: titel },
      ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
      ...(gevolgen.length > 0 ? [{ kind: 'text' as const, text: gevolgen.join('\n') }] : []),
      { kind: 'note', text: `Er is nog niets opgeslagen. ${standVan(now)}` },
      {
        kind: 'buttons',
        buttons: [
          { label: knop, command: 'voorstel.opslaan', input: { voorstel }, style },
          ...(wijzigen ? [changeButton(wijzigen, voorstel)] : []),
          { label: 'Annuleren', command: 'voorstel.annuleer', input: { voorstel } },
        ],
      },
    ],
  };
}

const changeButton = ({ command, input }: { command: string; input: Input }, voorstel: number): Button => {
  return { label: 'Wijzigen', command, input: { ...input, voorstel }, opens: 'form' };
};

/** A card with a sentence before it. */
export function withLead(text: string, card: Card): Card {
  const lead: Element = { kind: 'text', text };
  return { elements: [lead, ...card.elements] };
}

const BESLIST = {
  open: 'nog niet opgeslagen',
  opgeslagen: 'opgeslagen',
  geannuleerd: 'geannuleerd',
  vervallen: 'vervallen, omdat er intussen iets was veranderd',
};

/** For an old button. */
export function decidedText({
  status,
  beslistOp,
}: {
  status: keyof typeof BESLIST;
  beslistOp: Date | null;
}): string {
  const when = beslistOp ? ` op ${momentText(beslistOp.toTemporalInstant())} uur` : '';
  return `Al verwerkt: dit voorstel is${when} ${BESLIST[status]}. Zo staat het er nu:`;
}
