import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { Refusal } from '../refusal.ts';
import { ritmeCard } from './plan-card.ts';
import { type Ritme, ritmeOf } from './ritme.ts';
import { findOverleg } from './stored-overleg.ts';
import { refuseOthers } from './stored-vergadering.ts';
import { CODE_WORD } from './vergadering.ts';

/** «overleg ritme RBA maand»; without the last word it says how it is. */
export const changeRitme = command({
  name: 'overleg.ritme',
  input: z.object({ code: z.string(), ritme: z.string().default('') }),
  phrases: [
    new RegExp(`^overleg ritme(?: van)? (?<code>${CODE_WORD})(?: (?<ritme>.+))?$`, 'i'),
    new RegExp(`^overleg (?<code>${CODE_WORD}) ritme(?: (?<ritme>.+))?$`, 'i'),
  ],
  changes: true,
  run: ({ code, ritme }, asked) => change(code, ritme, asked),
});

/** How people say it. */
const WOORDEN: [RegExp, Ritme][] = [
  [/^(?:(?:per|elk|ieder) )?kwartaal$|^(?:elke )?drie maanden$/i, 'kwartaal'],
  [/^(?:(?:per|elke|iedere) )?maand$|^maandelijks$/i, 'maand'],
  [/^(?:op )?(?:losse |gegeven |eigen )?data$|^geen$/i, 'data'],
];

async function change(code: string, typed: string, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  const overleg = await findOverleg(tx, code, now);
  const van = ritmeOf(overleg.frequentie);
  if (typed === '') return ritmeCard(overleg, van, undefined, now);
  await refuseOthers(asked, 'het ritme van een overleg wijzigen');
  const naar = WOORDEN.find(([words]) => words.test(typed.replace(/[.!]+$/, '').trim()))?.[1];
  if (!naar) {
    throw new Refusal(
      `Ik ken het ritme «${typed.slice(0, 60)}» niet. Kies uit: «overleg ritme ${overleg.code} kwartaal», «… maand» of «… data» (losse data).`,
    );
  }
  if (naar === van) return ritmeCard(overleg, van, undefined, now);
  await tx.overleg.updateMany({ where: { id: overleg.id }, data: { frequentie: naar } });
  await addLogregel(asked, 'overleg ritme', { overleg: overleg.code, van, naar });
  return ritmeCard(overleg, naar, van, now);
}
