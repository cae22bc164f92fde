import { postComment } from '~/domain/discussion/commands/post-comment.server';
import { saveFindingContent } from '~/domain/knowledge/commands/save-finding-content.server';
import { saveWorkDetails } from '~/domain/knowledge/commands/save-work-details.server';
import { shareByHand } from '~/domain/knowledge/commands/share-by-hand.server';
import { submitFinding } from '~/domain/knowledge/commands/submit-finding.server';
import { saveNeed } from '~/domain/questions/commands/save-need.server';
import { saveScope } from '~/domain/questions/commands/save-scope.server';
import { startQuestion } from '~/domain/questions/commands/start-question.server';
import { rateFinding } from '~/domain/ratings/commands/rate-finding.server';
import { proposeTerm } from '~/domain/taxonomy/commands/propose-term.server';
import { API_ROOT } from '~/web/api/find-operation';
import { writing } from '~/web/api/operation';
import { z } from 'zod';
import { changed } from './shared-parts';

const sharing = { tag: 'Findings', scope: 'write:findings', answer: changed } as const;
const asking = { tag: 'Questions', scope: 'write:questions', answer: changed } as const;
const discussing = { tag: 'Discussion', scope: 'write:comments', answer: changed, method: 'POST' } as const;

export const writingOperations = [
  writing({
    ...sharing,
    id: 'startFinding',
    method: 'POST',
    path: '/findings',
    summary: 'Share research: start a draft from the reference of a work',
    command: shareByHand,
    made: ({ reference }) => `${API_ROOT}/findings/${reference}`,
  }),
  writing({
    ...sharing,
    id: 'saveFindingWork',
    method: 'PUT',
    path: '/findings/{reference}/draft/work',
    summary: 'Change the reference of the work on a draft; revision is that of its version',
    command: saveWorkDetails,
  }),
  writing({
    ...sharing,
    id: 'saveFindingContent',
    method: 'PUT',
    path: '/findings/{reference}/draft/content',
    summary: 'Say what a draft found and where it matters; revision is that of its version',
    command: saveFindingContent,
  }),
  writing({
    ...sharing,
    id: 'submitFinding',
    method: 'POST',
    path: '/findings/{reference}/submission',
    summary: 'Send a draft to the coordinators',
    command: submitFinding,
  }),
  writing({
    tag: 'Findings',
    scope: 'write:ratings',
    id: 'rateFinding',
    method: 'PUT',
    path: '/findings/{reference}/ratings/{priority}',
    summary: 'Say how much a finding matters to a priority, for the first time or again',
    command: rateFinding,
    answer: changed.extend({ counted: z.boolean() }),
  }),
  writing({
    ...asking,
    id: 'startQuestion',
    method: 'POST',
    path: '/questions',
    summary: 'Start the draft of a question for a team',
    command: startQuestion,
    made: ({ reference }) => `${API_ROOT}/questions/${reference}/draft`,
  }),
  writing({
    ...asking,
    id: 'saveQuestionNeed',
    method: 'PUT',
    path: '/questions/{reference}/draft/need',
    summary: 'Save the need and the decision date of a draft; seen is that of the task',
    command: saveNeed,
  }),
  writing({
    ...asking,
    id: 'saveQuestionScope',
    method: 'PUT',
    path: '/questions/{reference}/draft/scope',
    summary: 'Save the scope and the outputs of a draft; seen is that of the task',
    command: saveScope,
  }),
  writing({
    ...discussing,
    id: 'commentOnFinding',
    path: '/findings/{reference}/comments',
    summary: 'Start a thread on a finding, for the readers of one level',
    command: postComment,
    fixed: { noun: 'finding' },
  }),
  writing({
    ...discussing,
    id: 'commentOnQuestion',
    path: '/questions/{reference}/comments',
    summary: 'Start a thread on a question, for the readers of one level',
    command: postComment,
    fixed: { noun: 'question' },
  }),
  writing({
    tag: 'Strategy',
    scope: 'write:terms',
    id: 'proposeTerm',
    method: 'POST',
    path: '/term-proposals',
    summary: 'Propose a word that is missing; coordinators decide',
    command: proposeTerm,
    answer: changed,
  }),
];
