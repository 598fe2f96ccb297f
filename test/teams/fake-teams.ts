import { EventEmitter } from 'node:events';
import { problemsOf } from './adaptive-check.ts';

export type Message = {
  summary?: string;
  text?: string;
  replyToId?: string;
  recipient?: { id: string; isTargeted?: boolean };
  entities?: { type: string; messageId?: string }[];
  attachments?: { contentType: string; content: Record<string, unknown> }[];
};

/** A message of the bot, as it stands. `targeted`: who alone sees it. */
export type Post = {
  id: string;
  conversation: string;
  message: Message;
  targeted: string | undefined;
  edited: boolean;
};

export type Member = {
  id: string;
  aadObjectId: string;
  name: string;
  email: string | null;
  userPrincipalName: string;
};

export type Reply = { status: number; body?: object };

const refuse = (status: number, code: string): Reply => ({
  status,
  body: { error: { code, message: code } },
});
const cardType = 'application/vnd.microsoft.card.adaptive';

const actionsOf = (message: Message) => JSON.stringify(message).split('"Action.Execute"').length - 1;

export const isGroup = (conversation: string) => conversation.startsWith('19:');
export const personalOf = (user: string) => `a:${user}`;

/** The side of Teams that bots write to: conversations with what stands in them. */
export function fakeTeams(members: Member[]) {
  const posts: Post[] = [];
  /** What Teams would refuse, or what would be seen by the wrong people. */
  const violations: string[] = [];
  const events = new EventEmitter<{ post: [Post] }>();

  function check(message: Message, id: string): string[] {
    const [attachment, ...more] = message.attachments ?? [];
    const size = Buffer.byteLength(JSON.stringify(message));
    return [
      ...(size <= 28 * 1024 ? [] : [`${size} bytes`]),
      ...(message.text === undefined ? [] : ['text above the card']),
      ...(message.summary ? [] : ['no summary']),
      ...(attachment?.contentType === cardType && more.length === 0
        ? problemsOf(attachment.content)
        : ['no card']),
    ].map((problem) => `${id}: ${problem}`);
  }

  function post(conversation: string, message: Message, isTargeted: boolean): Reply {
    const id = `${1_700_000_000_000 + posts.length}`;
    const to = message.recipient?.id;
    const wrong = check(message, id);
    // What is for everybody says who shared it, and has nothing to press; or that they follow it.
    const isShared = /"Gedeeld door /.test(JSON.stringify(message)) && actionsOf(message) === 0;
    const isFollowed = /Dit kanaal volgt|"Gemeld door /.test(JSON.stringify(message));
    if (isGroup(conversation) && !isTargeted && ((!isShared && !isFollowed) || message.recipient))
      wrong.push(`${id}: a private answer in public in ${conversation}`);
    if (isTargeted && !isGroup(conversation)) wrong.push(`${id}: targeted in a 1:1 conversation`);
    if (isTargeted && !to) wrong.push(`${id}: targeted at nobody`);
    violations.push(...wrong);
    if (wrong.length > 0) return refuse(400, 'BadArgument');
    const targeted = isTargeted ? to : undefined;
    const made: Post = { id, conversation, message, targeted, edited: false };
    posts.push(made);
    events.emit('post', made);
    return { status: 201, body: { id } };
  }

  function update(conversation: string, id: string, message: Message, isTargeted: boolean): Reply {
    // The message that begins a thread is in that thread too.
    const there = posts.find(
      (one) =>
        one.id === id && [one.conversation, `${one.conversation};messageid=${id}`].includes(conversation),
    );
    if (!there || isTargeted !== (there.targeted !== undefined)) return refuse(404, 'ActivityNotFound');
    const wrong = check(message, id);
    if (message.recipient) wrong.push(`${id}: a targeted message is changed with a recipient`);
    violations.push(...wrong);
    if (wrong.length > 0) return refuse(400, 'BadArgument');
    Object.assign(there, { message, edited: true });
    return { status: 200, body: { id } };
  }

  function open(body: { isGroup?: boolean; members?: { id: string }[]; tenantId?: string }): Reply {
    const member = members.find(({ id }) => id === body.members?.[0]?.id);
    if (body.isGroup !== false || !body.tenantId) return refuse(400, 'BadSyntax');
    return member
      ? { status: 201, body: { id: personalOf(member.id) } }
      : refuse(403, 'BotNotInConversationRoster');
  }

  function memberOf(user: string): Reply {
    const member = members.find(({ id }) => id === user);
    return member ? { status: 200, body: member } : refuse(404, 'MemberNotFoundInConversation');
  }

  /** `path` is what comes after /v3/conversations. */
  function answer(method: string, path: string, targeted: boolean, body: unknown): Reply {
    const [conversation, kind, id] = path.split('/').slice(1).map(decodeURIComponent);
    if (method === 'POST' && conversation === undefined) return open(body as object);
    if (!conversation) return refuse(405, 'MethodNotAllowed');
    if (method === 'POST' && kind === 'activities' && !id)
      return post(conversation, body as Message, targeted);
    if (method === 'PUT' && kind === 'activities' && id)
      return update(conversation, id, body as Message, targeted);
    if (method === 'GET' && kind === 'members' && id) return memberOf(id);
    return refuse(405, 'MethodNotAllowed');
  }

  return { posts, violations, events, answer };
}
