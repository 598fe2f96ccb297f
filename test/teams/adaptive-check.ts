type Thing = Record<string, unknown>;
type Check = (value: unknown) => string | undefined;
type Rule = { required: string[]; known: Record<string, Check> };

const is =
  (type: string): Check =>
  (value) =>
    typeof value === type ? undefined : `is not a ${type}`;
const oneOf =
  (...values: string[]): Check =>
  (value) =>
    values.includes(value as string) ? undefined : `is ${String(value)}, not one of ${values.join(', ')}`;
const filled: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'is not a text');
const atMost =
  (characters: number): Check =>
  (value) =>
    filled(value) ?? ((value as string).length <= characters ? undefined : `is longer than ${characters}`);
const wholeNumber: Check = (value) => (Number.isInteger(value) ? undefined : 'is not a whole number');
const inside: Check = (value) => (typeof value === 'object' && value !== null ? undefined : 'is empty');

const element = {
  id: filled,
  spacing: oneOf('None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding'),
  separator: is('boolean'),
};
const look = {
  size: oneOf('Default', 'Small', 'Medium', 'Large', 'ExtraLarge'),
  weight: oneOf('Default', 'Lighter', 'Bolder'),
  color: oneOf('Default', 'Accent', 'Good', 'Warning', 'Attention'),
  isSubtle: is('boolean'),
};
const input = {
  ...element,
  label: filled,
  isRequired: is('boolean'),
  errorMessage: filled,
  value: is('string'),
};
const button = { title: atMost(75), data: inside, style: oneOf('default', 'positive', 'destructive') };

/** What Teams shows of Adaptive Cards 1.5, as far as Doebot uses it; from the published schema. */
const rules: Record<string, Rule> = {
  AdaptiveCard: {
    required: ['version', 'body'],
    known: { $schema: filled, version: oneOf('1.5'), body: inside },
  },
  TextBlock: {
    required: ['text', 'wrap'],
    known: { ...element, ...look, text: filled, wrap: is('boolean'), style: oneOf('heading') },
  },
  Image: {
    required: ['url', 'altText'],
    known: { ...element, url: filled, altText: filled, size: oneOf('Auto', 'Stretch') },
  },
  RichTextBlock: { required: ['inlines'], known: { ...element, inlines: inside } },
  TextRun: { required: ['text'], known: { ...look, text: filled } },
  Container: { required: ['items'], known: { ...element, items: inside } },
  ActionSet: { required: ['actions'], known: { ...element, actions: inside } },
  'Action.Execute': {
    required: ['title', 'verb', 'data', 'fallback'],
    known: { ...button, verb: filled, fallback: inside },
  },
  'Action.Submit': { required: ['title', 'data'], known: button },
  'Input.Text': {
    required: ['id', 'label'],
    known: { ...input, isMultiline: is('boolean'), maxLength: wholeNumber },
  },
  'Input.ChoiceSet': {
    required: ['id', 'label', 'choices'],
    known: { ...input, style: oneOf('compact', 'expanded'), placeholder: filled, choices: inside },
  },
};

/** What holds elements, and what may be in it. */
const held: Record<string, RegExp> = {
  body: /^(?:TextBlock|RichTextBlock|Image|Container|ActionSet|Input\.\w+)$/,
  items: /^(?:TextBlock|RichTextBlock|Container|ActionSet)$/,
  inlines: /^TextRun$/,
  actions: /^Action\.(?:Execute|Submit)$/,
};

type Scope = { ids: Set<string>; dialog: boolean };

/** Everything Teams would refuse, or show in a way that was not meant; on a message, or in a dialog. */
export function problemsOf(card: unknown, where: 'message' | 'dialog' = 'message'): string[] {
  return problemsIn(card as Thing, 'card', { ids: new Set(), dialog: where === 'dialog' });
}

function problemsIn(thing: Thing, path: string, scope: Scope): string[] {
  const { type, ...properties } = thing;
  const rule = rules[String(type)];
  if (!rule) return [`${path}: ${String(type)} is not known`];
  const missing = rule.required.filter((name) => !(name in properties)).map((name) => `${path}: no ${name}`);
  const wrong = Object.entries(properties).flatMap(([name, value]) => {
    const check = rule.known[name];
    const problem = check ? check(value) : 'is not known';
    return problem ? [`${path}.${name} ${problem}`] : [];
  });
  return [...missing, ...wrong, ...ownProblems(thing, path, scope), ...insideProblems(thing, path, scope)];
}

function insideProblems(thing: Thing, path: string, scope: Scope): string[] {
  const lists = Object.entries(held).flatMap(([name, allowed]) => {
    if (!(name in thing)) return [];
    const things = thing[name] as Thing[];
    if (!Array.isArray(things) || things.length === 0) return [`${path}.${name} is empty`];
    return things.flatMap((child, index) => [
      ...(allowed.test(String(child['type'])) ? [] : [`${path}.${name}: ${child['type']} does not go there`]),
      ...problemsIn(child, `${path}.${name}[${index}]`, scope),
    ]);
  });
  const fallback = thing['fallback'] as Thing | undefined;
  return [...lists, ...(fallback ? problemsIn(fallback, `${path}.fallback`, scope) : [])];
}

function ownProblems({ type, ...thing }: Thing, path: string, scope: Scope): string[] {
  const problems: string[] = [];
  if (String(type).startsWith('Input.')) {
    if (scope.ids.has(String(thing['id'])))
      problems.push(`${path}: two inputs are called ${String(thing['id'])}`);
    scope.ids.add(String(thing['id']));
    if (thing['isRequired'] && !thing['errorMessage'])
      problems.push(`${path}: required without an errorMessage`);
  }
  if (type === 'ActionSet')
    problems.push(...(thing['actions'] as Thing[]).flatMap((action) => pressProblems(action, path, scope)));
  if (type === 'ActionSet' && (thing['actions'] as unknown[]).length > 4)
    problems.push(`${path}: too many actions`);
  const choices = (thing['choices'] ?? []) as Thing[];
  for (const { title, value, ...more } of choices) {
    if (filled(title) || filled(value) || Object.keys(more).length > 0)
      problems.push(`${path}: a bad choice`);
  }
  const value = thing['value'];
  if (type === 'Input.ChoiceSet' && value && !choices.some((choice) => choice['value'] === value)) {
    problems.push(`${path}: ${String(value)} is not one of the choices`);
  }
  if (type === 'TextBlock' && /[*_[\]~`\\]|:\/\//.test(String(thing['text']))) {
    problems.push(`${path}: typed text would be read as markdown`);
  }
  return problems;
}

/** On a message only what asks for a dialog is an Action.Submit; in a dialog everything is, and opens no other one. */
function pressProblems({ type, data }: Thing, path: string, { dialog }: Scope): string[] {
  const asks = JSON.stringify((data as Thing)['msteams']) === '{"type":"task/fetch"}';
  const right = dialog ? type === 'Action.Submit' && !asks : (type === 'Action.Submit') === asks;
  return right ? [] : [`${path}: ${String(type)} does nothing ${dialog ? 'in a dialog' : 'on a message'}`];
}
