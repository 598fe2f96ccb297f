import { beforeEach } from 'vitest';
import { planHerinneringen } from '../../src/herinnering/plan-herinneringen.ts';
import { talkFor } from '../scene.ts';
import type { Talk } from '../talk.ts';

export const TNO = 'trekker@tno.example';
export const HAARLEM = 'trekker@haarlem.example';
export const VELSEN = 'trekker@velsen.example';
const HERE = ['trekker@uwv.example', TNO, HAARLEM, VELSEN];

/** With four trekkers only, so that a whole run-up goes by fast. Gives everybody's id, by address. */
export async function withFew(talk: Talk): Promise<(email: string) => number> {
  return talk.inRegio(async (tx) => {
    const others = { rol: 'trekker' as const, email: { notIn: HERE } };
    await tx.persoon.updateMany({
      where: others,
      data: { vertrokkenOp: new Date(talk.clock.now().epochMilliseconds) },
    });
    const { id } = await tx.vergadering.findFirstOrThrow();
    await planHerinneringen(tx, id, talk.clock.now());
    const all = await tx.persoon.findMany({ select: { id: true, email: true } });
    return (email) => all.find((one) => one.email === email)?.id ?? 0;
  });
}

/** A talk whose every test begins with four trekkers. */
export function talkWithFew(): Talk {
  const talk = talkFor('postgres');
  beforeEach(async () => {
    await withFew(talk);
  });
  return talk;
}
