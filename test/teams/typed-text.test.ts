import { expect, it } from 'vitest';
import { parseActivity } from '../../src/teams/activity.ts';
import { typedText } from '../../src/teams/typed-text.ts';

const typed = (text: string | null, more: object = {}) => {
  const activity = parseActivity({
    type: 'message',
    id: '1',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: '29:anna' },
    recipient: { id: '28:bot' },
    conversation: { id: 'a:1' },
    text,
    ...more,
  });
  return activity ? typedText(activity) : expect.fail('not an activity');
};
const mention = (id: string, text: string) => ({ type: 'mention', text, mentioned: { id } });

it('the mention of the bot is left out of what was typed', () => {
  const entities = [mention('28:bot', '<at>Doebot</at>')];
  expect(typed('<at>Doebot</at>&nbsp;actie 12\n', { entities, textFormat: 'plain' })).toBe('actie 12');
  expect(typed('actie 12 <at>Doebot</at> loopt', { entities })).toBe('actie 12 loopt');
});

it('the name of somebody else who is mentioned stays', () => {
  const entities = [mention('28:bot', '<at>Doebot</at>'), mention('29:bram', '<at>Bram</at>')];
  expect(typed('<at>Doebot</at> vraag het <at>Bram</at>', { entities })).toBe('vraag het Bram');
});

it('a message with nothing but the mention is an empty text', () => {
  expect(typed('<at>Doebot</at>', { entities: [mention('28:bot', '<at>Doebot</at>')] })).toBe('');
  expect(typed(null)).toBe('');
});

it('markup that Teams puts around a text is left out, line breaks stay', () => {
  expect(typed('<div><p>actie&nbsp;12</p><p>loopt <b>goed</b><br/>echt</p></div>')).toBe(
    'actie 12\nloopt goed\necht',
  );
});

it('what looks like markup in a plain text was typed', () => {
  expect(typed('minder <b>dan</b> a &lt; b &amp;&amp; c', { textFormat: 'plain' })).toBe(
    'minder <b>dan</b> a < b && c',
  );
});

it('what is escaped twice was typed that way', () => {
  expect(typed('&amp;lt;')).toBe('&lt;');
});
