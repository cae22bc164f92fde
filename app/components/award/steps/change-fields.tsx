import type { ReactNode } from 'react';
import { rowsOf } from '~/components/bid/writing/rows';
import { dateProps, fieldProps, type Fields } from '~/components/form';
import type { ChangeKind } from '~/domain/awards/changes/change-request';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';

interface Milestone {
  position: number;
  title: string;
  open: boolean;
  paid: boolean;
}

interface View {
  milestones: Milestone[];
  people: { reference: string; name: string; role: string }[];
}

interface Props {
  kind: ChangeKind;
  fields: Fields;
  view: View;
}

const S = { size: 's' } as const;

/** What a change of one kind asks for. */
export function ChangeFields({ kind, fields, view }: Props) {
  switch (kind) {
    case 'dates':
      return (
        <>
          <DateInput label="Last day of the contract" labelProps={S} {...dateProps(fields['endsOn'])} />
          <Rows fields={fields} milestones={view.milestones.filter(({ open }) => open)}>
            {(row, title) => <DateInput label={title} labelProps={S} {...dateProps(row['dueOn'])} />}
          </Rows>
        </>
      );
    case 'budget':
      return (
        <Rows fields={fields} milestones={view.milestones.filter(({ paid }) => !paid)}>
          {(row, title) => <TextInput label={title} prefix="£" width={10} {...fieldProps(row['amount'])} />}
        </Rows>
      );
    case 'people':
      return <PeopleFields fields={fields} view={view} />;
    case 'scope':
      return <ScopeFields fields={fields} view={view} />;
    case 'suspension':
      return (
        <>
          <DateInput label="First day without work" labelProps={S} {...dateProps(fields['from'])} />
          <DateInput label="Last day without work" labelProps={S} {...dateProps(fields['until'])} />
        </>
      );
    case 'termination':
      return (
        <>
          <p className="govuk-body">
            What was not accepted by then is cancelled, and is no longer owed or paid.
          </p>
          <DateInput label="Last day of the work" labelProps={S} {...dateProps(fields['lastDay'])} />
        </>
      );
  }
}

interface RowsProps {
  fields: Fields;
  milestones: Milestone[];
  children: (row: Fields, title: string) => ReactNode;
}

const Rows = ({ fields, milestones, children }: RowsProps) =>
  rowsOf(fields['rows']).map((row, index) => {
    const milestone = milestones[index];
    if (!milestone) return null;
    return (
      <div key={milestone.position}>
        <input type="hidden" name={`rows[${index}].position`} value={milestone.position} />
        {children(row, `${milestone.position}. ${milestone.title}`)}
      </div>
    );
  });

const PeopleFields = ({ fields, view }: Omit<Props, 'kind'>) => (
  <>
    <Select
      label="Who leaves"
      options={[
        { value: '', text: 'Nobody' },
        ...view.people
          .filter(({ role }) => role !== 'lead')
          .map(({ reference, name }) => ({ value: reference, text: name })),
      ]}
      {...fieldProps(fields['leaves'])}
    />
    <TextInput
      label="Who comes"
      hint="Their reference, as on their page in Soundings. They read the award and its delivery once it is accepted."
      width={10}
      {...fieldProps(fields['joins'])}
    />
    <Select
      label="As what they come"
      options={[
        { value: 'editor', text: 'Editor: delivers and claims' },
        { value: 'partner', text: 'Partner: reads' },
      ]}
      {...fieldProps(fields['role'])}
    />
  </>
);

const ScopeFields = ({ fields, view }: Omit<Props, 'kind'>) => (
  <>
    <Textarea label="What changes in the work" rows={5} {...fieldProps(fields['text'])} />
    <Select
      label="A milestone that is called something else (optional)"
      options={[
        { value: '', text: 'None' },
        ...view.milestones
          .filter(({ open }) => open)
          .map(({ position, title }) => ({ value: String(position), text: `${position}. ${title}` })),
      ]}
      {...fieldProps(fields['position'])}
    />
    <TextInput label="Its new name (optional)" {...fieldProps(fields['title'])} />
  </>
);
