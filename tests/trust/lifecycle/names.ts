import { load } from 'cheerio';
import { makeToken } from '../../support/factories/tokens';
import { cookieFor } from '../../support/journey/session';
import { showReference } from '~/domain/reference';
import type { Asker, Site } from '../non-interference/site';
import type { Findings } from '../suite';
import type { Game } from './game';
import {
  awardStateOf,
  BIDS,
  bidStateOf,
  leadOf,
  stageOf,
  type Bid,
  type Model,
  type Role,
} from './model/model';
import { shownState } from './views';

/** Each state is looked up so often, then its names are known. */
const LOOKS = 2;

/** Where a state has a name: what is asked for, and where in the answer it stands. */
interface Place {
  name: string;
  /** The state of the model that is named here; null where there is nothing to see. */
  state: (game: Game, by: Role) => string | null;
  path: (game: Game) => Promise<string> | string;
  read: (body: string) => string | null;
}

const tagIn = (body: string): string | null => load(body)('main .govuk-tag').first().text().trim() || null;
const judges = ({ walled }: Model, by: Role): boolean =>
  ['author', 'owner', 'moderator'].includes(by) && !walled.includes(by);

const PLACES: Place[] = [
  {
    name: 'the page of a question',
    state: ({ model }, by) => asNamed(shownState(model, by), model.outcome),
    path: ({ question }) => `/questions/${showReference(question)}`,
    read: tagIn,
  },
  {
    name: 'a question as programs read it',
    state: ({ model }, by) => shownState(model, by),
    path: ({ question }) => `/api/v1/questions/${showReference(question)}`,
    read: (body) => (JSON.parse(body) as { state?: string }).state ?? null,
  },
  {
    name: 'the page of an evaluation',
    state: ({ model }, by) => (judges(model, by) && model.publishedAt !== null ? stageOf(model) : null),
    path: ({ question }) => `/questions/${showReference(question)}/evaluation`,
    read: tagIn,
  },
  {
    name: 'the page of an award',
    state: ({ model }, by) => (judges(model, by) ? awardStateOf(model) : null),
    path: async (game) => `/awards/${showReference(await game.award())}`,
    read: tagIn,
  },
  ...BIDS.map((name): Place => ({
    name: 'the page of a bid',
    state: ({ model }, by) => (by === leadOf(name) && isUntold(model) ? bidOf(model, name) : null),
    path: async (game) => `/bids/${showReference((await game.draft(name)).reference)}`,
    read: tagIn,
  })),
];

const isUntold = ({ outcome, ended, answered }: Model): boolean =>
  outcome === null && ended.length === 0 && !answered;

function bidOf(model: Model, name: Bid): string | null {
  const state = bidStateOf(model, name);
  return state === 'none' ? null : state;
}

/** A decided question says how it was decided. */
const asNamed = (state: string | null, outcome: string | null): string | null =>
  state === 'decided' ? `decided: ${outcome}` : state;

/** The names under which people meet a state, in every place that has one. */
export class Names {
  private readonly seen = new Map<string, Map<string, Set<string>>>();
  private readonly looks = new Map<string, number>();
  private readonly askers = new Map<Role, Asker>();

  constructor(private readonly site: Site) {}

  async look(game: Game, by: Role): Promise<void> {
    for (const place of PLACES) {
      const state = place.state(game, by);
      const key = `${place.name} ${state} ${by}`;
      if (state === null || (this.looks.get(key) ?? 0) >= LOOKS) continue;
      this.looks.set(key, (this.looks.get(key) ?? 0) + 1);
      const answer = await this.site.ask(await place.path(game), await this.askerOf(game, by));
      const name = answer.startsWith('200') ? place.read(answer.slice(answer.indexOf('\n\n'))) : null;
      if (name !== null) this.keep(place.name, state, name);
    }
  }

  /** Every state has one name in a place, and no two states have the same. */
  check(findings: Findings): void {
    for (const [place, states] of this.seen) {
      const double = [...states].filter(([, names]) => names.size > 1);
      const all = [...states].map(([state, names]) => `${state} = ${[...names].join(' or ')}`);
      const distinct = new Set([...states].flatMap(([, names]) => [...names]));
      findings.check(
        double.length === 0 && distinct.size === states.size,
        `${place}: ${states.size} states under ${distinct.size} names: ${all.join(', ')}`,
      );
    }
  }

  private keep(place: string, state: string, name: string): void {
    const states = this.seen.get(place) ?? new Map<string, Set<string>>();
    this.seen.set(place, states.set(state, (states.get(state) ?? new Set()).add(name)));
  }

  private async askerOf(game: Game, by: Role): Promise<Asker> {
    if (by === 'visitor') return { cookie: undefined, token: undefined };
    const id = game.personId(by);
    const known = this.askers.get(by) ?? { cookie: await cookieFor(id), token: await makeToken(id) };
    this.askers.set(by, known);
    return known;
  }
}
