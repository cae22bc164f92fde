import { z } from 'zod';
import { cursorInput } from '~/domain/cursor';
import { ask } from '~/domain/query.server';
import { isEditable, QUESTION_STATES } from '~/domain/questions/question';
import { LIST_STATES, questionList } from '~/domain/questions/queries/question-list.server';
import { questionDraft } from '~/domain/questions/queries/question-draft.server';
import { questionPage } from '~/domain/questions/queries/question-page.server';
import { paths } from '~/paths';
import { pageOf, paging, reading } from '~/web/api/operation';
import { instant, named, page, reference, titled } from './shared-parts';

const about = { tag: 'Questions', scope: 'read:questions' } as const;
const slugs = z.array(z.string().max(100)).max(30).optional();
const state = z.enum(QUESTION_STATES);
const outcome = z.enum(['awarded', 'noneSuitable', 'cancelled', 'answered']).nullable();

const questionInList = z.object({
  reference,
  title: z.string(),
  summary: z.string(),
  state,
  outcome,
  route: z.string(),
  team: z.string(),
  closesAt: instant.nullable(),
  publishedAt: instant.nullable(),
  budgetMinimum: z.int().nullable(),
  budgetMaximum: z.int().nullable(),
  threats: z.array(z.string()),
  page,
});

const question = z.object({
  reference,
  page,
  title: z.string(),
  summary: z.string(),
  state,
  outcome,
  outcomeReason: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  marking: z.string(),
  released: z.boolean(),
  invented: z.boolean(),
  route: z.object({ slug: z.string(), name: z.string(), takesBids: z.boolean(), takesAdvice: z.boolean() }),
  team: named.extend({ organisation: z.string() }),
  decision: z.string(),
  decisionDate: instant.nullable(),
  neededBy: instant.nullable(),
  asked: z.array(z.string()),
  background: z.string(),
  outputs: z.string(),
  budget: z.string(),
  publishedAt: instant.nullable(),
  clarificationsCloseAt: instant.nullable(),
  closesAt: instant.nullable(),
  answersDueAt: instant.nullable(),
  criteria: z.array(z.object({ name: z.string(), weight: z.int() })),
  terms: z.array(z.object({ scheme: z.string(), slug: z.string(), name: z.string() })),
  priorities: z.array(named),
  addenda: z.array(z.object({ number: z.int(), text: z.string(), publishedAt: z.string() })),
  clarifications: z.array(z.object({ reference, question: z.string(), answer: z.string() })),
  mergedInto: reference.nullable(),
  tookIn: z.array(titled),
});

const draft = z.object({
  reference,
  state,
  returnedReason: z.string().nullable(),
  tasks: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      state: z.string(),
      values: z.record(z.string(), z.unknown()),
      seen: z.string(),
    }),
  ),
});

export const questionOperations = [
  reading({
    ...about,
    id: 'listQuestions',
    path: '/questions',
    summary: 'Questions, the latest published first',
    search: {
      q: z.string().max(200).optional(),
      ...{ threat: slugs, strand: slugs, enabler: slugs, level: slugs, priority: slugs, route: slugs },
      state: z.array(z.enum(LIST_STATES)).max(20).optional(),
      team: z.string().max(20).optional(),
      ...paging(cursorInput.optional()),
    },
    answer: pageOf(questionInList),
    read: async ({ actor, search: { cursor: after, ...filters } }) => {
      const list = await ask(questionList, actor, { ...filters, after });
      const items = list?.questions.map((one) => ({ ...one, page: paths.question(one.reference) }));
      return list && { items, next: list.next };
    },
  }),
  reading({
    ...about,
    id: 'getQuestion',
    path: '/questions/{reference}',
    summary: 'One question as it was published',
    answer: question,
    read: async ({ actor, params }) => {
      const found = await ask(questionPage, actor, params);
      return found && { ...found, page: paths.question(found.reference) };
    },
  }),
  reading({
    ...about,
    members: true,
    id: 'getQuestionDraft',
    path: '/questions/{reference}/draft',
    summary: 'What a team has written of a question, task by task, before it is sent for approval',
    answer: draft,
    read: async ({ actor, params }) => {
      const found = await ask(questionDraft, actor, params);
      return found && isEditable(found.state) ? found : null;
    },
  }),
];
