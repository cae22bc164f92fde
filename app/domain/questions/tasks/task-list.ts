import { areas } from './areas';
import { criteria } from './criteria';
import { dates } from './dates';
import { ethics } from './ethics';
import { need } from './need';
import { people } from './people';
import { procurement } from './procurement';
import { request } from './request';
import { scope } from './scope';
import type { Answer, DraftRow, Missing, RouteSettings } from './task';
import { terms } from './terms';

export const TASK_SLUGS = [
  'need',
  'areas',
  'scope',
  'ethics',
  'terms',
  'procurement',
  'criteria',
  'dates',
  'people',
  'request',
] as const;
export type TaskSlug = (typeof TASK_SLUGS)[number];

/** A task whose values are read from a row, so that tasks of different fields stand in one list. */
export interface ListedTask {
  slug: TaskSlug;
  title: string;
  values: (row: DraftRow) => Record<string, unknown>;
  missing: (row: DraftRow) => Missing;
  answers: (row: DraftRow) => Answer[];
}

const listed = <Values extends Record<string, unknown>>(
  slug: TaskSlug,
  task: {
    title: string;
    valuesOf: (row: DraftRow) => Values;
    missing: (values: Values, row: DraftRow) => Missing;
    answers: (row: DraftRow) => Answer[];
  },
): ListedTask => ({
  slug,
  title: task.title,
  values: task.valuesOf,
  missing: (row) => task.missing(task.valuesOf(row), row),
  answers: task.answers,
});

export const TASKS: Record<TaskSlug, ListedTask> = {
  need: listed('need', need),
  areas: listed('areas', areas),
  scope: listed('scope', scope),
  ethics: listed('ethics', ethics),
  terms: listed('terms', terms),
  procurement: listed('procurement', procurement),
  criteria: listed('criteria', criteria),
  dates: listed('dates', dates),
  people: listed('people', people),
  request: listed('request', request),
};

/** The tasks of a route; it hides those it does not need. */
export function tasksOf(route: Pick<RouteSettings, 'takesBids' | 'takesAdvice'>): ListedTask[] {
  const slugs: TaskSlug[] = route.takesAdvice
    ? ['request']
    : route.takesBids
      ? ['need', 'areas', 'scope', 'ethics', 'terms', 'procurement', 'criteria', 'dates', 'people']
      : ['need', 'areas', 'scope', 'people'];
  return slugs.map((slug) => TASKS[slug]);
}

export type TaskState = 'done' | 'started' | 'to do';

/** Done when nothing is missing; started when something was answered that a blank draft does not hold. */
export function taskState(task: ListedTask, row: DraftRow): TaskState {
  if (Object.keys(task.missing(row)).length === 0) return 'done';
  const touched = new Set(Object.keys(task.missing(row)));
  const answered = Object.entries(task.values(row)).some(
    ([field, value]) => !touched.has(field) && !PREFILLED.has(field) && isAnswered(value),
  );
  return answered ? 'started' : 'to do';
}

/** Fields that a new draft holds already. */
const PREFILLED = new Set([
  'title',
  'awardsAvailable',
  'qualityWeight',
  'wordLimit',
  'closesTime',
  'marking',
]);

const isAnswered = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== null;

export const unfinishedTasks = (row: DraftRow): ListedTask[] =>
  tasksOf(row.route).filter((task) => taskState(task, row) !== 'done');
