import type { SubmissionResult } from '@conform-to/react';
import { rowsOf } from '~/components/bid/writing/rows';
import { fieldProps, Form } from '~/components/form';
import { APPROVER_ROLES, MOST_LEVELS } from '~/domain/approvals/approval';
import { showDay } from '~/domain/uk-time';
import { Button } from '~/ui/forms/button';
import { Fieldset } from '~/ui/forms/fieldset';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  name: string;
  backHref: string;
  /** What holds for whom. */
  about: string;
  levels: { fromAmount: number; role: string | null; people: { name: string; address: string }[] }[];
  history: { at: Date; by: string; levels: number }[];
}

const ROLES = [
  { value: '', text: 'Nobody by role' },
  ...Object.entries(APPROVER_ROLES).map(([value, text]) => ({ value, text })),
];

/** The page on which further approvals are set, for a team or an organisation. */
export const ApprovalLevelsForm = ({ reply, name, backHref, about, levels, history }: Props) => (
  <PageBody before={<BackLink href={backHref} />}>
    <span className="govuk-caption-l">{name}</span>
    <h1 className="govuk-heading-l">Further approvals by value</h1>
    <p className="govuk-body">{about}</p>
    <p className="govuk-body">
      Each level is asked after the one before it, when the budget of a question or the value of an award
      reaches its amount. Nobody approves at two levels, or what they wrote or recommended. To stand in for
      somebody who is away, put another person in: that holds at once and is recorded.
    </p>
    <Form reply={reply} values={{ levels: valuesOf(levels) }}>
      {(fields) => (
        <>
          {rowsOf(fields['levels']).map((row, index) => (
            <Fieldset key={index} legend={`Level ${index + 1}`} legendProps={{ size: 'm' }}>
              <TextInput label="Asked from" prefix="£" width={10} {...fieldProps(row['fromAmount'])} />
              <Select label="Who holds a role" options={ROLES} {...fieldProps(row['role'])} />
              <Textarea
                label="And these people"
                hint="E-mail addresses of members, one a line"
                rows={2}
                {...fieldProps(row['people'])}
              />
            </Fieldset>
          ))}
          <p className="govuk-body">Levels left empty are not asked for.</p>
          <ActionBar>
            <Button once>Set these levels</Button>
            <a className="govuk-link" href={backHref}>
              Cancel
            </a>
          </ActionBar>
        </>
      )}
    </Form>
    {history.length > 0 && (
      <>
        <h2 className="govuk-heading-m">Set before</h2>
        <ul className="govuk-list govuk-list--bullet">
          {history.map(({ at, by, levels: count }, index) => (
            <li key={index}>
              {showDay(at)} by {by}:{' '}
              {count === 0 ? 'no further approval' : count === 1 ? '1 level' : `${count} levels`}
            </li>
          ))}
        </ul>
      </>
    )}
  </PageBody>
);

const valuesOf = (levels: Props['levels']) =>
  Array.from({ length: MOST_LEVELS }, (_, index) => {
    const level = levels[index];
    return {
      fromAmount: level ? String(level.fromAmount / 100) : '',
      role: level?.role ?? '',
      people: level?.people.map(({ address }) => address).join('\n') ?? '',
    };
  });
