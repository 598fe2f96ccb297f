import { expect, it } from 'vitest';
import { plainText } from '../../src/slack/incoming-text.ts';

it.each([
  ['a &amp; b &lt;c&gt;', 'a & b <c>'],
  ['&amp;lt;', '&lt;'],
  ['<@UBOT> actie 12', 'actie 12'],
  ['vraag <@U2> of <@U3|anna>', 'vraag @U2 of @anna'],
  ['in <#C1|algemeen> en <#C2>', 'in #algemeen en #C2'],
  ['<!here> <!subteam^S1|@beheer> <!date^1^{date}|1 mei>', '@here @beheer 1 mei'],
  ['zie <https://uwv.nl|uwv.nl>', 'zie uwv.nl'],
  ['zie <https://uwv.nl/a?b=1&amp;c=2>', 'zie https://uwv.nl/a?b=1&c=2'],
  ['zie <https://uwv.nl|de site>', 'zie de site (https://uwv.nl)'],
  ['mail <mailto:a@uwv.nl|a@uwv.nl>', 'mail a@uwv.nl'],
  ['bel <tel:0235551234>', 'bel 0235551234'],
  ['a\u00a0b', 'a b'],
  ['<b>vet</b>', '<b>vet</b>'],
])('"%s" was typed as "%s"', (received, typed) => {
  expect(plainText(received, 'UBOT')).toBe(typed);
});
