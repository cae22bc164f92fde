import { z } from 'zod';
import { isMember } from '../../actor';
import { mayKeepDesk } from '../../curation/curation-policy';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { isLive, type QuestionState } from '../../questions/question';
import {
  queueFigures,
  weekFigures,
  type QueueFigure,
  type WeekFigure,
} from '../progress/desk-figures.server';
import {
  bySoonest,
  nextStep,
  type Contribution,
  type NextStep,
  type PanelWork,
  type QuestionUnderWay,
} from '../progress/progress';
import { contributionRows, MOST_ROWS, panelRows, questionRows } from '../progress/progress-rows.server';

type QuestionRow = QuestionUnderWay & { teamReference: string; alike: number; place: number };

export interface TeamProgress {
  reference: string;
  name: string;
  counts: { state: QuestionState; count: number }[];
}

export interface OwnProgress {
  teams: TeamProgress[];
  underWay: (QuestionUnderWay & { next: NextStep })[];
  contributions: Contribution[];
  panels: PanelWork[];
  desk: { queues: QueueFigure[]; weeks: WeekFigure[] } | null;
}

/** How far everything has come that is the actor's to move: asked, brought, scored and kept. */
export const ownProgress = query({
  name: 'insight.own-progress',
  input: z.strictObject({}),
  visibleTo: (actor) => (isMember(actor) ? { actor, keepsDesk: isAllowed(mayKeepDesk(actor)) } : null),
  read: async ({ db, scope, now }): Promise<OwnProgress | null> => {
    if (scope === null) return null;
    const { actor, keepsDesk } = scope;
    const questions =
      actor.teams.length > 0 ? await db.$queryRaw<QuestionRow[]>(questionRows(actor, now)) : [];
    const contributions = await db.$queryRaw<Contribution[]>(contributionRows(actor, now));
    const panels = actor.panels.length > 0 ? await db.$queryRaw<PanelWork[]>(panelRows(actor, now)) : [];
    const desk = keepsDesk
      ? {
          queues: await db.$queryRaw<QueueFigure[]>(queueFigures),
          weeks: await db.$queryRaw<WeekFigure[]>(weekFigures(actor, now)),
        }
      : null;
    return { teams: teamsIn(questions), underWay: underWayIn(questions), contributions, panels, desk };
  },
});

function teamsIn(questions: QuestionRow[]): TeamProgress[] {
  const teams = new Map<string, TeamProgress>();
  for (const { teamReference: reference, team: name, state, alike, place } of questions) {
    const team = teams.get(reference) ?? { reference, name, counts: [] };
    if (place === 1) team.counts.push({ state, count: alike });
    teams.set(reference, team);
  }
  return [...teams.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}

const underWayIn = (questions: QuestionRow[]): OwnProgress['underWay'] =>
  questions
    .filter(({ state }) => isLive(state))
    .map(({ teamReference: _team, alike: _alike, place: _place, ...question }) => ({
      ...question,
      next: nextStep(question),
    }))
    .toSorted(bySoonest)
    .slice(0, MOST_ROWS);
