import { reference } from './reference.ts';

type Methods = Record<string, { arguments: string[]; required: string[]; bot_scopes: string[] }>;

/** Slack's methods: their arguments and scopes; undefined where the reference is not beside the repo. */
export const METHODS = reference('data/slack-methods.json') as Methods | undefined;

/** Arguments that Slack's published reference does not know, or that it asks for and that are not there. */
export function argumentProblems(method: string, args: Record<string, unknown>): string[] {
  if (!METHODS) return [];
  const known = METHODS[method];
  if (!known) return [`${method}: not in Slack's reference`];
  const unknown = Object.keys(args).filter((name) => !known.arguments.includes(name));
  const missing = known.required.filter((name) => args[name] === undefined || args[name] === '');
  return [
    ...unknown.map((name) => `${method}: unknown argument ${name}`),
    ...missing.map((name) => `${method}: ${name} is missing`),
  ];
}
