import type { Actor } from '~/domain/actor';
import { firstDraft } from '~/domain/bids/sealing/draft-vault.server';
import { run, type Command, type Outcome } from '~/domain/command.server';
import { actorOf, visitorArriving } from '~/domain/people/queries/actor-of.server';
import { showMoney } from '~/domain/money';
import { isoDay } from '~/domain/uk-time';
import { database } from '~/platform/db.server';
import { makeContent } from '../../support/factories/bids';
import { makeFinished } from '../../support/factories/question-cast';
import { setInstant } from '../support/standing-clock';
import type { Cast } from './cast';
import { freshModel, leadOf, type Bid, type Model, type Role, type Route } from './model/model';
import { chosen } from './rules/judging';

/** A Monday from which no bank holiday and no change of the clocks lies near, and two weeks to bid. */
const BEGINS = Date.parse('2028-01-10T09:00:00Z');
const CLOSES = Date.parse('2028-01-24T17:00:00Z');
/** Where a first stage asks for expressions of interest, they are due a week before. */
const EXPRESSIONS_CLOSE = Date.parse('2028-01-17T17:00:00Z');
const DAY_MS = 86_400_000;
const PLACES = 5;

/** A reference as references are, of nothing. */
const NOTHING = '22222222';

/** One question of the product, and what the model says of it. */
export class Game {
  private constructor(
    private readonly cast: Cast,
    readonly id: string,
    readonly question: string,
    private readonly criteria: { id: string; name: string; position: number }[],
    readonly model: Model,
  ) {}

  static async begin(cast: Cast, route: Route): Promise<Game> {
    await setInstant(BEGINS);
    const made = await makeFinished({
      asking: route.furtherApproval ? cast.asking.twice : cast.asking.once,
      routeSlug: route.slug,
      data: { closesAt: new Date(CLOSES), ...stagesOf(route) },
    });
    const expressionsCloseAt = route.expressions ? EXPRESSIONS_CLOSE : null;
    const model = freshModel(route, { now: BEGINS, closesAt: CLOSES, expressionsCloseAt });
    return new Game(cast, made.id, made.reference, made.criteria, model);
  }

  async wait(until: number): Promise<void> {
    this.model.now = until;
    await setInstant(until);
  }

  async actor(by: Role): Promise<Actor> {
    if (by === 'visitor') return (await visitorArriving()).visitor;
    const actor = await actorOf(this.cast.people[by].id, null);
    if (!actor) throw new Error('nobody of the cast is gone');
    return actor;
  }

  async run<Input, Loaded, Change, Value>(
    command: Command<Input, Loaded, Change, Value>,
    by: Role,
    input: Record<string, unknown>,
  ): Promise<Outcome<Value>> {
    return run(command, await this.actor(by), input);
  }

  reference = (role: Role): string => (role === 'visitor' ? NOTHING : this.cast.people[role].reference);

  personId = (role: Exclude<Role, 'visitor'>): string => this.cast.people[role].id;

  today = (): string => this.inDays(0);
  inDays = (days: number): string => isoDay(new Date(this.model.now + days * DAY_MS));

  /** As times of interviews are typed. */
  writtenDay = (days: number): string => this.inDays(days).split('-').reverse().join(' ');

  aWeekLater = () => ({
    closesOn: isoDay(new Date(this.model.closesAt + 7 * DAY_MS)),
    closesTime: '17:00',
    reason: 'More time is asked for.',
  });

  marks = (value: number) =>
    this.criteria.map(({ position }) => ({ position, value, reason: 'Evidence in its second section.' }));

  /** What a bid's page was read at. */
  async draft(name: Bid): Promise<{ reference: string; revision: number }> {
    const bid = await this.bid(name);
    return bid ? { reference: bid.reference, revision: bid.revision } : { reference: NOTHING, revision: 1 };
  }

  /** Fills a bid that was begun, at its first revision. */
  async writeBid(name: Bid): Promise<void> {
    const bid = await this.bid(name);
    if (!bid) throw new Error('the bid was begun');
    const content = makeContent({ criteria: this.criteria }, { pounds: name === 'A' ? 53_200 : 55_000 });
    await database().bid.update({ where: { id: bid.id }, data: firstDraft(bid.id, content) });
  }

  bestBid = async (): Promise<string> => (await this.draft(chosen(this.model) ?? 'A')).reference;

  /** The award that was decided last. */
  async award(): Promise<string> {
    const where = { questionId: this.id };
    const [last] = await database().award.findMany({ where, orderBy: { id: 'desc' }, take: 1 });
    return last?.reference ?? NOTHING;
  }

  async deliverable(position: number): Promise<string> {
    const where = { milestone: { position, award: { questionId: this.id, withdrawnAt: null } } };
    const [last] = await database().deliverable.findMany({ where, orderBy: { id: 'desc' }, take: 1 });
    return last?.reference ?? NOTHING;
  }

  async claim(position: number): Promise<string> {
    const where = { milestone: { position, award: { questionId: this.id, withdrawnAt: null } } };
    const [last] = await database().paymentClaim.findMany({ where, orderBy: { id: 'desc' }, take: 1 });
    return last?.reference ?? NOTHING;
  }

  async amountOf(position: number): Promise<string> {
    const where = { position, award: { questionId: this.id, withdrawnAt: null } };
    return showMoney((await database().milestone.findFirst({ where }))?.amount ?? 100);
  }

  async expression(name: Bid): Promise<string> {
    const where = { questionId: this.id, personId: this.leadId(name) };
    return (await database().expression.findFirst({ where }))?.reference ?? NOTHING;
  }

  /** One of the times that were offered to a bid. */
  async interviewSlot(name: Bid): Promise<string> {
    const where = { bid: { questionId: this.id, leadId: this.leadId(name) } };
    return (await database().interviewSlot.findFirst({ where }))?.id ?? this.id;
  }

  async challenge(): Promise<string> {
    const where = { questionId: this.id };
    const [last] = await database().challenge.findMany({ where, orderBy: { id: 'desc' }, take: 1 });
    return last?.reference ?? NOTHING;
  }

  async waitingClarification(): Promise<string> {
    const where = { questionId: this.id, answeredAt: null };
    return (await database().clarification.findFirst({ where }))?.reference ?? NOTHING;
  }

  private bid(name: Bid) {
    return database().bid.findFirst({ where: { questionId: this.id, leadId: this.leadId(name) } });
  }

  private leadId = (name: Bid): string => this.cast.people[leadOf(name) as 'leadA'].id;
}

/** What the draft says of the stages that not every question has. */
const stagesOf = ({ expressions, interviews }: Route) => ({
  ...(expressions
    ? {
        expressionsCloseAt: new Date(EXPRESSIONS_CLOSE),
        expressionWords: 100,
        expressionCriteria: 'Access to ports.',
      }
    : {}),
  ...(interviews
    ? { interviewMode: 'adjustment' as const, interviewPlaces: PLACES, interviewPoints: PLACES }
    : {}),
});
