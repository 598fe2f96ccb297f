import { setTimeout as after } from 'node:timers/promises';
import type { Card } from '../chat/card.ts';
import type { Answer, Request } from '../chat/platform.ts';
import { type Activity, isElsewhere, type Press, pressOf } from './activity.ts';
import { renderCard } from './adaptive-card.ts';
import { type Desk, deliverOrLog, requestOf } from './answer.ts';
import { renderDialogForm } from './form-card.ts';
import { type InvokeResponse, invokeClose, invokeDialog } from './invoke.ts';
import type { Content } from './message.ts';
import { actionIn } from './parts.ts';
import { quoteIn } from './quoted-message.ts';

/** What Teams asks of a dialog: what is in it, and what comes of what was filled in. Undefined: about no dialog. */
export function answerDialog(desk: Desk, activity: Activity): Promise<InvokeResponse> | undefined {
  if (activity.type !== 'invoke') return undefined;
  switch (activity.name) {
    case 'task/fetch':
      return open(desk, activity, pressOf(activity)?.say);
    case 'composeExtension/fetchTask':
      return open(desk, activity, quoteFrom(activity));
    case 'task/submit':
    case 'composeExtension/submitAction':
      return submit(desk, activity);
    default:
      return undefined;
  }
}

function quoteFrom(activity: Activity): Request['say'] | undefined {
  const input = quoteIn(activity);
  return input && { command: 'citaat.formulier', input };
}

/** A button that opens a form was pressed. A rule that says no, says so in the dialog. */
async function open(
  desk: Desk,
  activity: Activity,
  say: Request['say'] | undefined,
): Promise<InvokeResponse> {
  const on = activity.replyToId ?? undefined;
  if (!say) return show(says('Deze knop werkt niet meer. Typ «help» voor een nieuw overzicht.'), on);
  const asked = desk.ask(requestOf(desk, activity, say));
  desk.later(asked);
  const given = await inTime(desk, asked);
  if (given) return show(shown(given), on);
  desk.later(asked.then((given) => deliverOrLog(desk, activity, given, false)));
  return show(says('Even geduld, het formulier komt zo in de chat.'), on);
}

/**
 * What was filled in: the dialog shows the form again while it is not accepted, and otherwise closes, with the answer
 * in the chat. Where that cannot be brought, or is not in sight, it is shown here.
 */
async function submit(desk: Desk, activity: Activity): Promise<InvokeResponse> {
  const press = pressOf(activity);
  if (!press) return show(outdated(activity), undefined);
  const asked = desk.ask(requestOf(desk, activity, press.say));
  desk.later(asked);
  const deadline = after(desk.pace.invoke, undefined, { ref: false });
  const given = await Promise.race([asked, deadline]);
  if (!given) {
    desk.later(asked.then((given) => bring(desk, activity, given, press)));
    return show(says('Even geduld, het antwoord komt zo in de chat.'), press.on);
  }
  if (given.kind === 'form') return show(given, press.on);
  const brought = bring(desk, activity, given, press);
  desk.later(brought);
  if (isElsewhere(activity)) return show(shown(given), press.on);
  const arrived = await Promise.race([brought, deadline]);
  return arrived === false ? show(shown(given), press.on) : invokeClose();
}

/** A dialog is one person's: what is for everybody is shown there too. */
const shown = (given: Answer): Content =>
  given.kind === 'shared' ? { kind: 'card', card: given.card } : given;

/** To the chat: in place of the card from which the dialog was opened, or as a message of its own. */
function bring(desk: Desk, activity: Activity, given: Answer, { on }: Press): Promise<boolean> {
  const inPlace = given.kind === 'card' && given.inPlace;
  return deliverOrLog(desk, { ...activity, replyToId: on }, given, inPlace);
}

async function inTime<T>({ pace }: Desk, work: Promise<T>): Promise<T | undefined> {
  return Promise.race([work, after(pace.invoke, undefined, { ref: false })]);
}

function show(content: Content, on: string | undefined): InvokeResponse {
  const toAction = actionIn(on);
  return content.kind === 'card'
    ? invokeDialog('Doebot', renderCard(content.card, toAction), 'medium')
    : invokeDialog(content.form.title, renderDialogForm(content.form, toAction), 'large');
}

const says = (text: string): Content => ({ kind: 'card', card: textCard(text) });

const textCard = (text: string): Card => ({ elements: [{ kind: 'text', text }] });

/** A dialog of an earlier version of Doebot: what was filled in is given back, so that nobody has to type it again. */
function outdated({ value }: Activity): Content {
  const filledIn = typeof value === 'object' && value !== null && 'data' in value ? value['data'] : null;
  const typed = Object.values(filledIn ?? {}).filter((one) => typeof one === 'string' && one !== '');
  const card = textCard(
    'Dit formulier is verouderd en kan niet meer worden opgeslagen. Kopieer je tekst en open het formulier opnieuw.',
  );
  if (typed.length > 0) card.elements.push({ kind: 'text', text: `Dit schreef je:\n${typed.join('\n')}` });
  return { kind: 'card', card };
}
