import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import type { Channel } from '../chat/platform.ts';
import { post } from '../chat/post.ts';
import { keyOf, type Onderwerp, type Volger } from './abonnement.ts';
import { kanaalFollowsCard, youFollowCard } from './abonnementen-card.ts';
import { keepKanaal, refuseReaders } from './stored-kanaal.ts';
import { findOnderwerp } from './stored-onderwerp.ts';

export const beginAbonnement = command({
  name: 'volgen.begin',
  /** `ik`: for the asker, in a channel too. */
  input: z.object({ wat: z.string().trim().min(1).max(200), ik: z.boolean().default(false) }),
  phrases: [
    /^volg(?:en)? (?<wat>.{1,200}?)[.!]{0,5}$/is,
    /^(?:ik wil|wij willen|we willen|dit kanaal wil) (?<wat>.{1,200}?) volgen[.!]{0,5}$/is,
    /^(?<wat>(?:actie )?#?\d+) volgen[.!]{0,5}$/i,
  ],
  changes: true,
  run: async ({ wat, ik }, asked) => {
    const onderwerp = await findOnderwerp(wat, asked.tx);
    return asked.channel && !ik ? forKanaal(onderwerp, asked.channel, asked) : forAsker(onderwerp, asked);
  },
});

async function forAsker(onderwerp: Onderwerp, asked: Asked): Promise<Card> {
  const volger = { persoonId: asked.asker.id };
  const { id, isNew } = await begin(onderwerp, volger, asked);
  return youFollowCard({ id, onderwerp }, isNew);
}

/**
 * The kanaal is told in public who set this. That goes the way of all that is said there later, so that a kanaal that
 * Doebot cannot write in is known from the start.
 */
async function forKanaal(onderwerp: Onderwerp, channel: Channel, asked: Asked): Promise<Card> {
  refuseReaders(asked);
  const kanaal = await keepKanaal(asked, channel);
  const { id, isNew } = await begin(onderwerp, { kanaalId: kanaal.id }, asked);
  const tells = isNew || kanaal.stopped;
  if (tells) {
    const welkom = { kanaalId: kanaal.id, soort: 'kanaal-welkom', inhoud: { abonnement: id } };
    await post(asked.tx, [welkom], asked.now);
  }
  return kanaalFollowsCard(onderwerp, tells, asked.platform);
}

async function begin(onderwerp: Onderwerp, volger: Volger, asked: Asked) {
  const { tx, asker, now } = asked;
  const row = { ...volger, ...keyOf(onderwerp) };
  const op = new Date(now.epochMilliseconds);
  const { count } = await tx.abonnement.createMany({
    data: [{ ...row, doorId: asker.id, op }],
    skipDuplicates: true,
  });
  const { id } = await tx.abonnement.findFirstOrThrow({ where: row });
  if (count > 0) await addLogregel(asked, 'volgen', { abonnement: id, ...row });
  return { id, isNew: count > 0 };
}
