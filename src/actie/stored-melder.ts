import type { Asked } from '../chat/command.ts';
import { gevraagdIn } from '../herinnering/stored-vraag.ts';
import { refuseMerged } from './actie.ts';
import type { StoredActie } from './stored-actie.ts';
import { findNamens, type Namens } from './stored-namens.ts';
import { refuseStrangers } from './stored-rechten.ts';

/** What a button or words say about who reports. `bericht`: the message that asked for it. */
export type Melder = { namens?: string | undefined; bericht?: number | undefined };

/**
 * In whose name the asker reports on the actie, undefined for their own. Who answers a message that was meant for
 * somebody else may do so for that persoon; all others are refused unless the actie is theirs.
 */
export async function findMelder(
  actie: StoredActie,
  { namens, bericht }: Melder,
  asked: Asked,
): Promise<Namens | undefined> {
  const gevraagd = bericht === undefined ? undefined : await gevraagdIn(asked.tx, bericht, actie, asked);
  if (gevraagd) {
    refuseMerged(actie);
    return gevraagd.namens;
  }
  await refuseStrangers(actie, asked);
  return findNamens(actie, namens, asked);
}
