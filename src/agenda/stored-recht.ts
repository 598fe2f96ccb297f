import type { Asked } from '../chat/command.ts';
import { refuseOthers } from '../overleg/stored-vergadering.ts';

/** Whether the asker keeps the doe-agenda. */
export const keepsAgenda = ({ asker }: Pick<Asked, 'asker'>): boolean => asker.rol === 'secretaris';

/** Refuses who does not keep the doe-agenda, and names who does. */
export const requireKeeper = (asked: Asked): Promise<void> => refuseOthers(asked, 'de doe-agenda wijzigen');
