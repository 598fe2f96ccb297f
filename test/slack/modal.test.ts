import { describe, expect, it } from 'vitest';
import type { Field, Form } from '../../src/chat/form.ts';
import { modalOf, recall } from '../../src/slack/modal.ts';
import { FORM } from '../script.ts';
import { viewProblems } from './block-kit.ts';
import type { Block } from './fake-workspace.ts';
import { fieldsIn } from './seen.ts';

const PLACE = { user: 'U1', url: 'https://hooks.slack.com/actions/T1/1/abc', replaces: true };
const withField = (field: Field): Form => ({ ...FORM, fields: [field] });
const choice = (count: number): Field => ({
  kind: 'choice',
  name: 'actie',
  label: 'Actie',
  options: Array.from({ length: count }, (_, n) => ({
    value: String(n),
    label: `Actie ${n}: ${'x'.repeat(100)}`,
  })),
  value: '99',
});

describe('a form in Slack', () => {
  it('is what Slack takes, and remembers what handing it in asks', () => {
    const view = modalOf(FORM, PLACE);
    expect(viewProblems(view)).toEqual([]);
    expect(recall(view.private_metadata ?? '')).toEqual({
      command: 'update.meld',
      input: { nummer: 12 },
      place: PLACE,
    });
  });

  it('is cut where its words do not fit', () => {
    const long = 'x'.repeat(5_000);
    const view = modalOf(
      {
        title: long,
        intro: long,
        fields: [
          {
            kind: 'text',
            name: 'a',
            label: long,
            hint: long,
            value: long,
            multiline: true,
            required: true,
            maxLength: 9_000,
          },
          {
            kind: 'text',
            name: 'b',
            label: 'B',
            value: 'abcdef',
            multiline: false,
            required: true,
            maxLength: 5,
          },
        ],
        submit: { label: long, command: 'x', input: {} },
      },
      PLACE,
    );
    expect(viewProblems(view)).toEqual([]);
    expect(fieldsIn(view.blocks as unknown as Block[]).map(({ value, max }) => [value.length, max])).toEqual([
      [3_000, 3_000],
      [5, 5],
    ]);
  });

  it.each([1, 100, 101, 250])('offers a choice of %i', (count) => {
    const view = modalOf(withField(choice(count)), PLACE);
    expect(viewProblems(view)).toEqual([]);
    const [field] = fieldsIn(view.blocks as unknown as Block[]);
    expect(field).toMatchObject({ required: true, value: count > 99 ? '99' : '' });
    expect(field?.options).toHaveLength(count);
  });

  it('fails loudly when it has too much to remember', () => {
    const form = { ...FORM, submit: { ...FORM.submit, input: { tekst: 'x'.repeat(3_000) } } };
    expect(() => modalOf(form, PLACE)).toThrow('The form "Actie 12 bijwerken" carries');
  });

  it('is not recalled from anything else', () => {
    expect([recall(''), recall('{'), recall('{"command":"x"}'), recall('null')]).toEqual(
      Array(4).fill(undefined),
    );
  });
});
