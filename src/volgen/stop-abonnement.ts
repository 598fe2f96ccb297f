import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { Refusal } from '../refusal.ts';
import { keyOf, onderwerpText, type Volger } from './abonnement.ts';
import { abonnementenCard } from './abonnementen-card.ts';
import { type Abonnement, abonnementenOf } from './stored-abonnement.ts';
import { refuseReaders, volgerHere } from './stored-kanaal.ts';
import { findOnderwerp } from './stored-onderwerp.ts';

export const stopAbonnement = command({
  name: 'volgen.stop',
  input: z.object({ wat: z.string().trim().max(200).optional(), abonnement: z.number().int().optional() }),
  phrases: [
    /^(?:stop(?:pen)?(?: met)?(?: het)? volgen|ontvolg(?:en)?|volg niet(?: meer| langer)?)(?: van)?(?: (?<wat>.{1,200}?))?[.!]{0,5}$/is,
    /^(?<wat>(?:actie )?#?\d+) niet(?: meer| langer)? volgen[.!]{0,5}$/i,
  ],
  changes: true,
  inPlace: true,
  run: async ({ wat, abonnement }, asked) => {
    if (abonnement !== undefined) return stopOne(abonnement, asked);
    const volger = await volgerHere(asked);
    if (wat === undefined) return rest(volger, [], asked);
    return stopNamed(volger, wat, asked);
  },
});

/** By a button, which knows whose abonnement it is: pressed a second time it only shows what is left. */
async function stopOne(id: number, asked: Asked): Promise<Card> {
  const row = await asked.tx.abonnement.findFirst({ where: { id }, include: { kanaal: true } });
  if (!row) return rest(await volgerHere(asked), [], asked);
  if (row.persoonId !== null && row.persoonId !== asked.asker.id)
    throw new Refusal('Dit is niet van jou. Typ «ik volg» om te zien wat jij volgt.');
  if (row.kanaal && row.kanaal.kanaalId !== asked.channel?.id)
    throw new Refusal('Wat een kanaal volgt, stop je in dat kanaal: typ daar «kanaal volgt».');
  const volger = row.kanaalId === null ? { persoonId: asked.asker.id } : { kanaalId: row.kanaalId };
  const all = await abonnementenOf(asked.tx, volger);
  return stop(
    volger,
    all.filter((one) => one.id === id),
    asked,
  );
}

/** "alles" is all that is followed here, in whatever words it was asked for. */
async function stopNamed(volger: Volger | undefined, wat: string, asked: Asked): Promise<Card> {
  const onderwerp = await findOnderwerp(wat, asked.tx);
  const all = volger ? await abonnementenOf(asked.tx, volger) : [];
  const key = JSON.stringify(keyOf(onderwerp));
  const meant = all.filter((one) => {
    return onderwerp.soort === 'alles' || JSON.stringify(keyOf(one.onderwerp)) === key;
  });
  if (volger && meant.length > 0) return stop(volger, meant, asked);
  const [who, list] = asked.channel ? ['Dit kanaal volgt', 'kanaal volgt'] : ['Je volgt', 'ik volg'];
  const what = onderwerp.soort === 'alles' ? 'niets' : `${onderwerpText(onderwerp)} niet`;
  throw new Refusal(`${who} ${what}. Typ «${list}» voor de hele lijst.`);
}

async function stop(volger: Volger, meant: readonly Abonnement[], asked: Asked): Promise<Card> {
  if ('kanaalId' in volger) refuseReaders(asked);
  await asked.tx.abonnement.deleteMany({ where: { id: { in: meant.map(({ id }) => id) } } });
  for (const { id, onderwerp } of meant)
    await addLogregel(asked, 'volgen gestopt', { abonnement: id, ...volger, ...keyOf(onderwerp) });
  return rest(volger, meant, asked);
}

async function rest(volger: Volger | undefined, stopped: readonly Abonnement[], { tx, channel }: Asked) {
  const left = volger ? await abonnementenOf(tx, volger) : [];
  const kanaal = volger ? 'kanaalId' in volger : channel !== undefined;
  return abonnementenCard({ kanaal, abonnementen: left, stopped: stopped.map(({ onderwerp }) => onderwerp) });
}
