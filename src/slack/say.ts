import { z } from 'zod';
import type { Input } from '../chat/card.ts';
import type { Request } from '../chat/platform.ts';

/** What a button asks when it is pressed; it travels in the button's value. */
export type Say = Request['say'];

export const inputSchema: z.ZodType<Input> = z.record(z.string(), z.json());

const saySchema = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ command: z.string(), input: inputSchema }),
]);

/** What a pressed button asks; undefined if its value is not one of this version's. */
export function sayOf(value: string): Say | undefined {
  try {
    return saySchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
