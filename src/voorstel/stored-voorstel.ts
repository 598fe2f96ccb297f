import { isDeepStrictEqual } from 'node:util';
import type { ZodType } from 'zod';
import type { Card, Input } from '../chat/card.ts';
import type { Asked } from '../chat/command.ts';
import { Refusal } from '../refusal.ts';
import { type Preview, previewCard, withLead } from './preview-card.ts';

/** A kind of change that is shown before it is made. `V`: what was seen and what it becomes; kept in the database. */
export type Soort<V extends Input> = {
  naam: string;
  inhoud: ZodType<V>;
  /**
   * The same change of things as they are now; they stay so until the transaction ends. Undefined: it is so already.
   * Refuses what cannot be any more, and who may not.
   */
  refresh(inhoud: V, asked: Asked): Promise<V | undefined>;
  preview(inhoud: V, asked: Asked): Promise<Preview>;
  /** Makes the change, of things as `refresh` found them, and logs it. */
  carryOut(inhoud: V, asked: Asked): Promise<Card>;
  /** What it is about, as it is now. */
  present(inhoud: V, asked: Asked): Promise<Card>;
};

/** The list's element type: what a soort keeps is known to its own file only. */
export type AnySoort = { naam: string; open(inhoud: unknown): OpenVoorstel | undefined };

type OpenVoorstel = {
  /** Makes the change if it is still the one that was seen; else `overtaken` is called, and it is shown anew. */
  save(asked: Asked, overtaken: () => Promise<void>): Promise<Card>;
  present(asked: Asked): Promise<Card>;
};

/** What was proposed can be saved when its soort is among those of `commands.ts`. */
export function anySoort<V extends Input>(soort: Soort<V>): AnySoort {
  const open = (kept: unknown): OpenVoorstel | undefined => {
    const inhoud = soort.inhoud.safeParse(kept).data;
    if (!inhoud) return undefined;
    return {
      present: (asked) => soort.present(inhoud, asked),
      save: async (asked, overtaken) => {
        const fresh = await soort.refresh(inhoud, asked);
        if (fresh && isDeepStrictEqual(fresh, inhoud)) return soort.carryOut(fresh, asked);
        await overtaken();
        return propose(soort, inhoud, asked, OVERTAKEN);
      },
    };
  };
  return { naam: soort.naam, open };
}

const OVERTAKEN = 'Er is nog niets opgeslagen: intussen is hier iets veranderd. Dit is het verschil nu.';

/** Shows a change, and keeps it until its button is pressed. */
export async function propose<V extends Input>(
  soort: Soort<V>,
  inhoud: V,
  asked: Asked,
  lead?: string,
): Promise<Card> {
  const { tx, asker, now } = asked;
  const fresh = await soort.refresh(inhoud, asked);
  if (!fresh) return withLead('Er verandert niets: zo is het al.', await soort.present(inhoud, asked));
  const gemaaktOp = new Date(now.epochMilliseconds);
  const { id } = await tx.voorstel.create({
    data: { persoonId: asker.id, soort: soort.naam, inhoud: fresh, gemaaktOp },
    select: { id: true },
  });
  const card = previewCard(await soort.preview(fresh, asked), id, now);
  return lead ? withLead(lead, card) : card;
}

type Beslissing = 'opgeslagen' | 'geannuleerd' | 'vervallen';

/** Decides about a voorstel of the asker; false when it was decided before. A second press waits for the first. */
export async function decide(
  id: number,
  status: Beslissing,
  from: 'open' | Beslissing,
  { tx, asker, now }: Asked,
): Promise<boolean> {
  const { count } = await tx.voorstel.updateMany({
    where: { id, persoonId: asker.id, status: from },
    data: { status, beslistOp: new Date(now.epochMilliseconds) },
  });
  return count > 0;
}

/** What was proposed to the asker. Refuses what was proposed to somebody else, or by an older version. */
export async function findVoorstel(id: number, { tx, asker }: Asked, soorten: readonly AnySoort[]) {
  const row = await tx.voorstel.findFirst({ where: { id } });
  if (row?.persoonId !== asker.id) {
    throw new Refusal('Dit voorstel is van iemand anders. Er is niets gewijzigd.');
  }
  const opened = soorten.find(({ naam }) => naam === row.soort)?.open(row.inhoud);
  if (opened) return { ...row, opened };
  throw new Refusal('Dit voorstel is te oud en kan niet meer worden opgeslagen. Begin opnieuw.');
}
