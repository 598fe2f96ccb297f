import type { Asked } from '../chat/command.ts';
import { mag } from '../persoon/rechten.ts';
import { requireRecht } from '../persoon/stored-persoon.ts';

/** Whether the asker keeps the doe-agenda. */
export const keepsAgenda = ({ asker }: Pick<Asked, 'asker'>): boolean => mag(asker, 'agenda beheren');

/** Refuses who does not keep the doe-agenda, and names who does. */
export const requireKeeper = (asked: Asked): Promise<void> =>
  requireRecht(asked, 'agenda beheren', 'de doe-agenda wijzigen');
