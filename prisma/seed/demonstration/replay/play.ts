import type { Person } from '~/domain/actor';
import { run, type Command } from '~/domain/command.server';
import { actorOf } from '~/domain/people/queries/actor-of.server';
import { database } from '~/platform/db.server';

export interface Known {
  id: string;
  reference: string;
}

/** Who and what the history is about, by the short names that its files use. */
export class Play {
  readonly people = new Map<string, Known>();
  readonly teams = new Map<string, Known>();
  readonly organisations = new Map<string, Known>();
  /** By set and slug, `spr-2023/serious-and-organised-crime`. */
  readonly priorities = new Map<string, Known>();
  readonly questions = new Map<string, string>();
  /** References of bids by question and lead, of awards by bid, of deliverables and findings by a name. */
  readonly bids = new Map<string, string>();
  readonly findings = new Map<string, string>();

  async learn(): Promise<void> {
    const select = { id: true, reference: true, slug: true } as const;
    for (const { slug, ...known } of await database().organisation.findMany({ select }))
      this.organisations.set(slug, known);
    const priorities = await database().priority.findMany({
      select: { ...select, prioritySet: { select: { slug: true } } },
    });
    for (const { slug, prioritySet, ...known } of priorities)
      this.priorities.set(`${prioritySet.slug}/${slug}`, known);
  }

  person = (key: string): Known => of(this.people, key, 'person');
  team = (key: string): Known => of(this.teams, key, 'team');
  organisation = (key: string): Known => of(this.organisations, key, 'organisation');
  priority = (key: string): string => of(this.priorities, key, 'priority').reference;
  question = (key: string): string => of(this.questions, key, 'question');
  bid = (key: string): string => of(this.bids, key, 'bid');
  finding = (key: string): string => of(this.findings, key, 'finding');

  /** The actor as a request of that person would load it now. */
  async as(key: string): Promise<Person> {
    const actor = await actorOf(this.person(key).id, null);
    if (!actor) throw new Error(`${key} cannot act`);
    return actor;
  }

  /** Runs a command as a person; the history has no refusals in it. */
  async does<Input, Loaded, Change, Value>(
    key: string,
    command: Command<Input, Loaded, Change, Value>,
    input: Record<string, unknown>,
  ): Promise<Value> {
    const outcome = await run(command, await this.as(key), input);
    if (outcome.kind === 'done') return outcome.value;
    throw new Error(`${command.name} by ${key}: ${JSON.stringify(outcome)}`);
  }
}

function of<Value>(map: ReadonlyMap<string, Value>, key: string, what: string): Value {
  const found = map.get(key);
  if (found === undefined) throw new Error(`no ${what} ${key}`);
  return found;
}
