import type { SubmissionResult } from '@conform-to/react';
import { Form } from '~/components/form';
import type { OwnWorksView } from '~/domain/knowledge/queries/own-works.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { ActionBar } from '~/ui/layout/action-bar';

type Work = OwnWorksView['works'][number];
type State = Work['state'];

const ACTIONS: Record<State, { value: string; label: string }[]> = {
  offered: [
    { value: 'take', label: 'These are mine' },
    { value: 'reject', label: 'These are not mine' },
  ],
  taken: [{ value: 'reject', label: 'These are not mine' }],
  rejected: [{ value: 'offer', label: 'Ask me about these again' }],
};

interface Props {
  id: State;
  title: string;
  works: Work[];
  reply: { result: SubmissionResult } | undefined;
}

/** Works in one state, each with a box, and what can be said of the ticked ones. */
export function WorkChoices({ id, title, works, reply }: Props) {
  return (
    <Form id={id} reply={reply}>
      {() => (
        <>
          <Checkboxes
            small
            label={title}
            labelProps={{ size: 'm' }}
            name="works"
            id={`${id}-works`}
            items={works.map((work) => ({
              value: work.id,
              label: work.title,
              hint: <About work={work} />,
              checked: id === 'offered',
            }))}
          />
          <ActionBar>
            {ACTIONS[id].map(({ value, label }, index) => (
              <Button
                key={value}
                name="choice"
                value={value}
                {...(index === 0 && id === 'offered' ? {} : { variant: 'secondary' as const })}
              >
                {label}
              </Button>
            ))}
          </ActionBar>
        </>
      )}
    </Form>
  );
}

function About({ work: { authors, year, venue, doi, finding } }: { work: Work }) {
  const names = authors.slice(0, 4).join(', ') + (authors.length > 4 ? ' and others' : '');
  return (
    <>
      {[names, year, venue, doi && `DOI ${doi}`].filter(Boolean).join('. ')}
      {finding && (
        <>
          {' '}
          In the knowledge base:{' '}
          <a className="govuk-link" href={paths.finding(finding.reference)}>
            {finding.title}
          </a>
        </>
      )}
    </>
  );
}
