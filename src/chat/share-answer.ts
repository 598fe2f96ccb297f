import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Card } from './card.ts';
import { type AnyCommand, type Asked, command } from './command.ts';
import type { Call } from './grammar.ts';
import { addLogregel } from './logregel.ts';
import { SHARE, sharedCard } from './share.ts';

/** Shows everybody in the channel what one of `others` answers, as it is now. It has no words: only a button asks it. */
export const shareAnswer = (others: readonly AnyCommand[]) =>
  command({
    name: SHARE,
    input: z.object({ command: z.string(), input: z.record(z.string(), z.json()) }),
    phrases: [],
    changes: true,
    forAll: true,
    run: (call, asked) => share(call, others, asked),
  });

const NOT_SHAREABLE =
  'Dit antwoord is alleen voor jou en kan niet worden gedeeld. Een actie, een lijst of de stand van de doe-agenda kun je wel delen.';

async function share(call: Call, others: readonly AnyCommand[], asked: Asked): Promise<Card> {
  const { asker, channel } = asked;
  if (!channel) {
    throw new Refusal(
      'Delen kan alleen in een kanaal of een groep; dit gesprek lezen alleen jij en ik. Stel je vraag in het kanaal: onder het antwoord staat dan de knop «Deel in dit kanaal».',
    );
  }
  const asks = others.find(({ name, changes }) => name === call.command && !changes);
  const ready = asks?.parse(call.input);
  if (!ready) throw new Refusal(NOT_SHAREABLE);
  // Everybody may see what a lezer sees; what somebody may see beyond that stays between them and Doebot.
  const answer = await ready.run({ ...asked, asker: { ...asker, rol: 'lezer', aanstellingen: [] } });
  if (!('elements' in answer) || !answer.shareable) throw new Refusal(NOT_SHAREABLE);
  await addLogregel(asked, 'gedeeld', { ...call, kanaal: channel.id });
  return sharedCard(answer, asker.naam, asker.organisatie.naam);
}
