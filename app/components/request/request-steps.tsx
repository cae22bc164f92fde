import type { RequestView } from '~/domain/requests/queries/request-page.server';
import { paths } from '~/paths';
import { SidePanel } from '~/ui/layout/side-panel';
import { LinkList } from '~/ui/navigation/link-list';

/** What the reader may do with a request now. */
export function RequestSteps({ request }: { request: RequestView }) {
  const { reference, may, state } = request;
  const steps = [
    may.answer && { step: 'accept', text: 'Accept it' },
    may.answer && { step: 'decline', text: 'Decline it' },
    may.answer && state === 'asked' && { step: 'hold', text: 'Say that you look into it' },
    may.comment && { step: 'comment', text: 'Comment' },
    may.cancel && { step: 'cancel', text: 'Cancel it' },
  ].filter((one) => one !== false);
  if (steps.length === 0) return null;
  return (
    <SidePanel title="What you can do" label="What you can do">
      <LinkList links={steps.map(({ step, text }) => ({ href: paths.requestStep(reference, step), text }))} />
    </SidePanel>
  );
}
