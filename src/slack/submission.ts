import { createHash } from 'node:crypto';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { errorsOf, type Form } from '../chat/form.ts';
import { within } from '../chat/work.ts';
import { deliver } from './answer.ts';
import { type Bot, requestOf } from './bot.ts';
import { modalOf, recall, VALUE } from './modal.ts';
import { OLD_FORM } from './notices.ts';
import { channelOf, type Place } from './place.ts';

const inputState = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

const payload = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    hash: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.object({ [VALUE]: inputState })) }),
  }),
});

/** A form handed in. Slack keeps it open with errors at its fields, or closes it and the answer follows. */
export function onSubmission(bot: Bot) {
  return async ({ body, ack }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) => {
    const { user, view } = payload.parse(body);
    const values = valuesOf(view.state.values);
    const kept = recall(view.private_metadata);
    if (!kept)
      return ack({ response_action: 'errors', errors: { [Object.keys(values)[0] ?? '']: OLD_FORM } });
    const place = { ...kept.place, user: user.id };
    const say = { command: kept.command, input: { ...kept.input, ...values } };
    const id = `${view.id}:${view.hash}:${fingerprint(values)}`;
    const request = requestOf(bot, id, user.id, say, channelOf(place.channel));
    const asked = bot.ask(request);
    const answer = await within(asked, bot.pace.acknowledge);
    if (answer?.kind === 'form') return ack(again(answer.form, values, place));
    await ack();
    bot.work.add(asked.then((late) => deliver(bot, request, late, place)));
  };
}

function valuesOf(state: z.infer<typeof payload>['view']['state']['values']): Record<string, string> {
  const entries = Object.entries(state).map(([name, { [VALUE]: input }]) => {
    return [name, input.value ?? input.selected_option?.value ?? ''];
  });
  return Object.fromEntries(entries);
}

/**
 * The view and its hash stay the same when a form comes back with errors; what is on it then tells a correction from
 * a second delivery.
 */
function fingerprint(values: Record<string, string>): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);
}

/** Errors go to the fields that are on the screen; a form that needs more than that comes anew. */
function again(form: Form, shown: Record<string, string>, place: Place) {
  const errors = errorsOf(form);
  const names = Object.keys(errors);
  if (names.length > 0 && names.every((name) => name in shown))
    return { response_action: 'errors' as const, errors };
  return { response_action: 'update' as const, view: modalOf(form, place) };
}
