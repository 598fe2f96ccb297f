import { EventEmitter } from 'node:events';
import { messageProblems, viewProblems } from './block-kit.ts';

export type Member = {
  id: string;
  team_id: string;
  name: string;
  email: string | undefined;
  deleted?: boolean;
  is_bot?: boolean;
  is_stranger?: boolean;
  is_email_confirmed?: boolean;
};

export type Block = Record<string, unknown> & { type: string };
export type Args = Record<string, unknown>;

type Content = { text: string; blocks: Block[] };

/** A message as it stands in Slack. `to`: who sees it; undefined: everybody in the channel. */
export type Post = Content & {
  channel: string;
  ts: string;
  to: string | undefined;
  ephemeral: boolean;
  thread?: string;
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  replaced: number;
};

export type View = {
  id: string;
  hash: string;
  user: string;
  view: Record<string, unknown> & { blocks: Block[] };
};

/** What a Slack workspace keeps. */
export type Workspace = {
  members: Member[];
  /** What Slack would have refused. */
  violations: string[];
  posts: Post[];
  views: Map<string, View>;
  triggers: Map<string, { user: string; until: number; used: boolean }>;
  urls: Map<string, { user: string; channel: string; post: Post | undefined; left: number }>;
  events: EventEmitter<{ post: [Post]; view: [View] }>;
  count: number;
};

export function emptyWorkspace(members: Member[]): Workspace {
  const [views, triggers, urls] = [new Map(), new Map(), new Map()];
  return { members, violations: [], posts: [], views, triggers, urls, events: new EventEmitter(), count: 0 };
}

function next(workspace: Workspace): number {
  workspace.count += 1;
  return workspace.count;
}

/** Records what Slack would refuse; gives whether there is any. */
export function refused({ violations }: Workspace, where: string, problems: string[]): boolean {
  violations.push(...problems.map((problem) => `${where}: ${problem}`));
  return problems.length > 0;
}

export const contentOf = (args: Args): Content => ({
  text: String(args['text'] ?? ''),
  blocks: (args['blocks'] ?? []) as Block[],
});

export function addPost(workspace: Workspace, post: Omit<Post, 'ts' | 'replaced'>): Post {
  const posted = { ...post, ts: `1700000000.${String(next(workspace)).padStart(6, '0')}`, replaced: 0 };
  workspace.posts.push(posted);
  workspace.events.emit('post', posted);
  return posted;
}

/** Opens a view, or renews the one with that id; undefined when Slack would refuse it. */
export function showView(workspace: Workspace, user: string, view: unknown, id?: string): View | undefined {
  if (refused(workspace, 'view', viewProblems(view))) return undefined;
  const number = next(workspace);
  const shown = { id: id ?? `V${number}`, hash: `${number}.h`, user, view: view as View['view'] };
  workspace.views.set(shown.id, shown);
  workspace.events.emit('view', shown);
  return shown;
}

/** Lets a form open for `ms`, once. */
export function newTrigger(workspace: Workspace, user: string, ms = 3_000): string {
  const id = `${next(workspace)}.${user}.trigger`;
  workspace.triggers.set(id, { user, until: Date.now() + ms, used: false });
  return id;
}

/** The path of a response_url; `post`: the message it may replace. */
export function newResponsePath(workspace: Workspace, user: string, channel: string, post?: Post): string {
  const path = `/response/${next(workspace)}`;
  workspace.urls.set(path, { user, channel, post, left: 5 });
  return path;
}

/** What an answer to a response_url does; gives the HTTP status. */
export function respondTo(workspace: Workspace, path: string, args: Args): number {
  const url = workspace.urls.get(path);
  if (!url || url.left === 0) return 404;
  url.left -= 1;
  const replaces = args['replace_original'] === true;
  if (refused(workspace, 'response_url', messageProblems(args, replaces ? 4_000 : undefined))) return 400;
  if (replaces && url.post) {
    Object.assign(url.post, contentOf(args), { replaced: url.post.replaced + 1 });
    workspace.events.emit('post', url.post);
  } else addResponse(workspace, url, args);
  return 200;
}

/** The body of an acknowledgement, shown to the person as Slack does. */
export function acknowledge(workspace: Workspace, user: string, channel: string, body: Args): void {
  if (!refused(workspace, 'acknowledgement', messageProblems(body)))
    addResponse(workspace, { user, channel }, body);
}

function addResponse(workspace: Workspace, { user, channel }: { user: string; channel: string }, body: Args) {
  const ephemeral = body['response_type'] !== 'in_channel';
  const thread = body['thread_ts'] === undefined ? {} : { thread: String(body['thread_ts']) };
  addPost(workspace, { ...contentOf(body), ...thread, channel, to: ephemeral ? user : undefined, ephemeral });
}
