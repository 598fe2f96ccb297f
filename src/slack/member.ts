import { z } from 'zod';
import type { Json } from '../chat/card.ts';
import type { Onbereikbaar } from '../chat/platform.ts';
import type { Bot } from './bot.ts';
import { slackError } from './clients.ts';
import { deliveryError } from './letter.ts';

const memberSchema = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_email_confirmed: z.boolean().optional(),
  profile: z.object({ email: z.string().optional() }).optional(),
});

/** What stands in the way of writing to this user, as their profile says. */
function obstacle(user: unknown, team: string): Onbereikbaar | undefined {
  const { id, ...is } = memberSchema.parse(user);
  if (is.deleted || is.is_bot || id === 'USLACKBOT') return 'gesloten';
  return is.is_stranger || is.team_id !== team ? 'gast' : undefined;
}

/** A person of the workspace itself: no bot, nobody who left, no guest of Slack Connect, no unproven address. */
function member(user: unknown, team: string) {
  const { id, profile, ...is } = memberSchema.parse(user);
  const stranger = is.is_stranger || is.team_id !== team || id === 'USLACKBOT';
  if (stranger || is.deleted || is.is_bot || is.is_email_confirmed === false) return undefined;
  return { id, email: profile?.email };
}

/** The address of the user's profile; undefined if that says nothing about who it is. */
export async function emailOf({ interactive, team }: Bot, user: string): Promise<string | undefined> {
  try {
    return member((await interactive.users.info({ user })).user, team)?.email;
  } catch (error) {
    if (slackError(error) === 'user_not_found' || slackError(error) === 'user_not_visible') return undefined;
    throw error;
  }
}

/** The workspace's own user with that e-mail address. Throws a `DeliveryError` when Slack does not say. */
export async function findMember({ bulk, team }: Bot, email: string) {
  try {
    const found = member((await bulk.users.lookupByEmail({ email })).user, team);
    return found && { accountId: found.id, address: { user: found.id } };
  } catch (error) {
    if (slackError(error) === 'users_not_found') return undefined;
    throw deliveryError(error);
  }
}

const addressSchema = z.object({ user: z.string() });

/** Whether this user can still be written to, without writing. Throws a `DeliveryError` when Slack does not say. */
export async function checkMember({ bulk, team }: Bot, address: Json): Promise<Onbereikbaar | undefined> {
  const { data } = addressSchema.safeParse(address);
  if (!data) return 'gesloten';
  try {
    return obstacle((await bulk.users.info({ user: data.user })).user, team);
  } catch (error) {
    const reason = slackError(error) ?? '';
    if (['user_not_found', 'user_not_visible'].includes(reason)) return 'gesloten';
    if (['account_inactive', 'invalid_auth', 'token_revoked', 'app_uninstalled'].includes(reason))
      return 'bot_ontbreekt';
    throw deliveryError(error);
  }
}
