import { redirect } from '@remix-run/node';
import { isOpenToChange } from '~/domain/knowledge/finding';
import type { FindingDraftView } from '~/domain/knowledge/queries/finding-draft.server';
import { paths } from '~/paths';

/** A draft that can be changed; while a coordinator has it, its writer is shown that instead of a form. */
export function openDraft(draft: FindingDraftView): FindingDraftView {
  if (isOpenToChange(draft.state)) return draft;
  throw redirect(paths.checkFinding(draft.reference));
}

/** A draft that was sent; one that was not goes back to where it is sent from. */
export function sentDraft(draft: FindingDraftView): FindingDraftView {
  if (draft.state === 'submitted') return draft;
  throw redirect(paths.checkFinding(draft.reference));
}
