import { messageProblems } from './block-kit.ts';
import {
  type Args,
  addPost,
  contentOf,
  type Member,
  type Post,
  refused,
  showView,
  type Workspace,
} from './fake-workspace.ts';

type Result = { ok: boolean; error?: string; [key: string]: unknown };

const no = (error: string): Result => ({ ok: false, error });

/** What each Web API method does with a workspace. */
export const FAKE_METHODS: Record<string, (workspace: Workspace, args: Args) => Result> = {
  'users.info': ({ members }, { user }) => {
    const found = members.find(({ id }) => id === user);
    return found ? { ok: true, user: userOf(found) } : no('user_not_found');
  },
  'users.lookupByEmail': ({ members }, { email }) => {
    const found = members.find((member) => member.email === email);
    return found ? { ok: true, user: userOf(found) } : no('users_not_found');
  },
  'chat.postMessage': (workspace, args) => {
    const channel = String(args['channel']);
    const member = memberOf(workspace, channel);
    if (!member && !/^[CG]/.test(channel)) return no('channel_not_found');
    const thread = args['thread_ts'];
    const begins = workspace.posts.some((post) => post.channel === channel && post.ts === thread);
    if (!member && thread !== undefined && !begins) return no('cannot_reply_to_message');
    if (refused(workspace, 'chat.postMessage', messageProblems(args))) return no('invalid_blocks');
    const where = member ? { channel: `D${member.id}`, to: member.id } : { channel, to: undefined };
    const { ts } = addPost(workspace, { ...contentOf(args), ...about(args), ...where, ephemeral: false });
    return { ok: true, channel: where.channel, ts };
  },
  // Only of a conversation that the bot is in.
  'chat.getPermalink': (_, { channel, message_ts }) => {
    if (!/^[CD]/.test(String(channel))) return no('channel_not_found');
    const permalink = `https://regio.slack.com/archives/${channel}/p${String(message_ts).replace('.', '')}`;
    return { ok: true, channel, permalink };
  },
  'chat.update': (workspace, args) => {
    const post = workspace.posts.find(({ channel, ts }) => channel === args['channel'] && ts === args['ts']);
    if (!post || post.ephemeral) return no('message_not_found');
    if (refused(workspace, 'chat.update', messageProblems(args, 4_000))) return no('invalid_blocks');
    Object.assign(post, contentOf(args), { replaced: post.replaced + 1 });
    return { ok: true, channel: post.channel, ts: post.ts };
  },
  'chat.postEphemeral': (workspace, args) => {
    if (refused(workspace, 'chat.postEphemeral', messageProblems(args))) return no('invalid_blocks');
    const where = { channel: String(args['channel']), to: String(args['user']) };
    const { ts } = addPost(workspace, { ...contentOf(args), ...about(args), ...where, ephemeral: true });
    return { ok: true, message_ts: ts };
  },
  'views.open': (workspace, { trigger_id, view }) => {
    const trigger = workspace.triggers.get(String(trigger_id));
    if (!trigger) return no('invalid_trigger_id');
    if (trigger.used) return no('exchanged_trigger_id');
    if (Date.now() > trigger.until) return no('expired_trigger_id');
    trigger.used = true;
    return shown(workspace, trigger.user, view);
  },
  'views.update': (workspace, { view_id, view }) => {
    const old = workspace.views.get(String(view_id));
    return old ? shown(workspace, old.user, view, old.id) : no('not_found');
  },
  'conversations.open': (workspace, { users }) => {
    const member = memberOf(workspace, String(users));
    return member ? { ok: true, channel: { id: `D${member.id}` } } : no('user_not_found');
  },
  'conversations.history': ({ posts }, { channel, include_all_metadata }) => {
    const here = posts
      .filter((post) => post.channel === channel && !post.ephemeral && !post.thread)
      .toReversed();
    return { ok: true, messages: listed(here, include_all_metadata), has_more: false };
  },
  'conversations.replies': ({ posts }, { channel, ts, include_all_metadata }) => {
    const here = posts.filter(
      (post) => post.channel === channel && [post.ts, post.thread].includes(String(ts)),
    );
    if (here.length === 0) return no('thread_not_found');
    return { ok: true, messages: listed(here, include_all_metadata), has_more: false };
  },
};

const listed = (posts: Post[], withMetadata: unknown) =>
  posts.map(({ ts, text, metadata }) => {
    return { ts, text, ...(withMetadata === true && metadata && { metadata }) };
  });

function memberOf({ members }: Workspace, channel: string): Member | undefined {
  const id = channel.startsWith('D') ? channel.slice(1) : channel;
  return members.find((member) => member.id === id);
}

function userOf({ name, email, ...user }: Member) {
  return { ...user, real_name: name, profile: { real_name: name, ...(email && { email }) } };
}

function about(args: Args): Partial<Pick<Post, 'thread' | 'metadata'>> {
  return {
    ...(args['thread_ts'] ? { thread: String(args['thread_ts']) } : {}),
    ...(args['metadata'] ? { metadata: args['metadata'] as NonNullable<Post['metadata']> } : {}),
  };
}

function shown(workspace: Workspace, user: string, view: unknown, id?: string): Result {
  const opened = showView(workspace, user, view, id);
  return opened ? { ok: true, view: { id: opened.id, hash: opened.hash } } : no('invalid_arguments');
}
